"""Ten thousand children: finding one and reading about one asks as much as among ten."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast
from tests.children.pages import client_of, text

from goldenthread.children import queries
from goldenthread.children.models import Child, ChildIdentifier, ChildMerge
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.privacy.encryption import seal

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MANY = 10_000


def fill(first: int, last: int) -> list[Child]:
    """Children with three numbers each; every other one merged into the one before it."""
    made = Child.objects.bulk_create(Child() for _ in range(first, last))
    identifiers = []
    for place, child in enumerate(made, start=first):
        for system in (IdentifierSystem.CASE_SYSTEM, IdentifierSystem.UPN, IdentifierSystem.OTHER):
            number = f"{system.value[0].upper()}{place}"
            row = ChildIdentifier(
                child=child,
                system=system.value,
                number_key=queries.number_key(system, number),
                from_on=date(2026, 4, 1),
            )
            row.sealed_number = seal(number.encode(), place=queries.place_of(row))
            identifiers.append(row)
    ChildIdentifier.objects.bulk_create(identifiers, batch_size=1_000)
    pairs = zip(made[::2], made[1::2], strict=True)
    ChildMerge.objects.bulk_create(ChildMerge(kept=kept, merged=row) for kept, row in pairs)
    return made


def asked(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        work()
    return len(seen)


def test_finding_and_reading_ask_as_much_among_ten_thousand_as_among_ten(cast: Cast) -> None:
    scope = scope_of(cast[Role.AUDIT_LEAD])

    def find_and_read() -> None:
        (found,) = queries.with_number(scope, "C7")
        assert found == few[6]
        assert len(queries.numbers(scope, [found.id])[found.id]) == 6
        assert queries.rows_of(found.id) == {few[6].id, few[7].id}
        assert [each.merged_id for each in queries.merges(scope, found.id)] == [few[7].id]
        assert queries.siblings(scope, found.id) == ()

    few = fill(1, 11)
    among_ten = asked(find_and_read)
    fill(11, MANY + 1)
    assert ChildIdentifier.objects.count() == 3 * MANY
    assert asked(find_and_read) == among_ten
    assert among_ten <= 12


def test_the_pages_ask_as_much_among_ten_thousand_as_among_ten(cast: Cast) -> None:
    lead = client_of(cast[Role.AUDIT_LEAD])

    def find_and_open() -> None:
        answer = lead.post("/children/", {"number": "u-7"}, follow=True)
        assert "Case system C8, Case system C7" in text(answer)

    fill(1, 11)
    find_and_open()  # the first page of a session asks for more
    among_ten = asked(find_and_open)
    fill(11, MANY + 1)
    assert asked(find_and_open) == among_ten
    assert among_ten <= 70
