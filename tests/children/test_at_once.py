"""Two people at the same moment: one number, one group, one merger, and no circle of mergers."""

import pytest
from django.db import connection
from tests.cast import Cast
from tests.children.pages import CASE, SERVICE, a_child
from tests.people.test_at_once import at_once

from goldenthread.children import queries
from goldenthread.children.models import (
    AdoptionLink,
    Child,
    ChildIdentifier,
    ChildMerge,
    RestrictedAccess,
    SiblingGroup,
)
from goldenthread.children.services import (
    adoptions,
    identifiers,
    merges,
    restrictions,
    siblings,
)
from goldenthread.core.errors import Conflict
from goldenthread.core.models import LedgerEntry
from goldenthread.people.rules.kinds import Role

pytestmark = pytest.mark.slow


@pytest.fixture
def three(transactional_db: None) -> tuple[Child, Child, Child]:
    """Three children."""
    if connection.vendor == "sqlite":
        pytest.skip("Two writers at once need PostgreSQL: SQLite in memory has one connection.")
    return a_child(), a_child(), a_child()


def test_a_number_given_to_two_children_stands_for_one(three: tuple[Child, ...]) -> None:
    refused = at_once(
        *(
            lambda child=child: identifiers.give(child=child, system=CASE, number="C1", by=SERVICE)
            for child in three
        )
    )
    assert [type(each) for each in refused] == [Conflict, Conflict]
    assert {each.reason[:35] for each in refused} == {"Another child has this number now. "}
    assert ChildIdentifier.objects.count() == 1
    assert LedgerEntry.objects.filter(kind="children.identifier_given").count() == 1


def test_mergers_at_once_make_no_circle(three: tuple[Child, Child, Child]) -> None:
    first, second, third = three
    refused = at_once(
        lambda: merges.merge(kept=first, merged=second, by=SERVICE),
        lambda: merges.merge(kept=second, merged=third, by=SERVICE),
        lambda: merges.merge(kept=third, merged=first, by=SERVICE),
    )
    assert refused
    assert ChildMerge.objects.count() == 3 - len(refused)
    ends = {queries.current(each.id) for each in three}
    assert len(ends) == 3 - ChildMerge.objects.count()


def test_two_who_merge_the_same_children_merge_them_once(
    three: tuple[Child, Child, Child],
) -> None:
    first, second, _ = three
    refused = at_once(
        lambda: merges.merge(kept=first, merged=second, by=SERVICE),
        lambda: merges.merge(kept=second, merged=first, by=SERVICE),
    )
    assert [type(each) for each in refused] == [Conflict]
    assert ChildMerge.objects.count() == 1


def test_a_merger_and_a_restriction_at_once_leave_no_row_open(
    three: tuple[Child, Child, Child],
) -> None:
    first, second, _ = three
    refused = at_once(
        lambda: merges.merge(kept=first, merged=second, by=SERVICE),
        lambda: restrictions.restrict(child=first, by=SERVICE),
    )
    assert refused == []
    rows = Child.objects.filter(id__in=[first.id, second.id])
    assert set(rows.values_list("restricted", flat=True)) == {True}


def test_the_same_thing_done_by_two_stands_once(
    three: tuple[Child, Child, Child], cast: Cast
) -> None:
    first, second, _ = three
    auditor = cast[Role.AUDITOR]
    for act, model in (
        (lambda: siblings.group(children=(first, second), by=SERVICE), SiblingGroup),
        (
            lambda: restrictions.give_access(child=first, user=auditor, by=SERVICE),
            RestrictedAccess,
        ),
        (lambda: adoptions.link(before=first, after=second, by=SERVICE), AdoptionLink),
    ):
        assert at_once(act, act) == []
        assert model.objects.count() == 1
