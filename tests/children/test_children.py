"""What is known of children: found by number, merged and parted, restricted, adopted."""

from datetime import date
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from tests.cast import Cast

from goldenthread.children import queries
from goldenthread.children.models import AdoptionLink, Child, ChildIdentifier, SiblingGroup
from goldenthread.children.rules.identifiers import IdentifierSystem, wrong_with
from goldenthread.children.services import (
    adoptions,
    children,
    identifiers,
    merges,
    restrictions,
    siblings,
)
from goldenthread.children.visibility import CHILDREN_AT_WORK, visible_children
from goldenthread.core import readers
from goldenthread.core.actors import System
from goldenthread.core.errors import Conflict, InvalidTransition, NotAllowed, NotFoundInScope
from goldenthread.core.models import LedgerEntry
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.people.scope import Scope

pytestmark = pytest.mark.django_db

SERVICE = System("tests")
CASE, NHS = IdentifierSystem.CASE_SYSTEM, IdentifierSystem.NHS


@pytest.fixture
def lead(cast: Cast) -> User:
    return cast[Role.AUDIT_LEAD]


@pytest.fixture
def scope(lead: User) -> Scope:
    return scope_of(lead)


def a_child(number: str = "") -> Child:
    made = children.add(by=SERVICE)
    if number:
        identifiers.give(child=made, system=CASE, number=number, by=SERVICE)
    return made


def last_kind() -> str:
    return LedgerEntry.objects.latest("id").kind


def test_a_child_is_found_by_number_however_it_is_typed(scope: Scope) -> None:
    child = a_child("C-84 52")
    assert queries.with_number(scope, " c8452 ") == (child,)
    assert queries.with_number(scope, "C8453") == ()


def test_a_number_stands_nowhere_in_the_database_in_clear() -> None:
    a_child("KESTREL77")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM children_childidentifier")
        row = cursor.fetchone()
    assert b"KESTREL77" not in b"".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for value in row
    )
    assert queries.number_of(ChildIdentifier.objects.get()) == "KESTREL77"


def test_a_number_of_another_child_is_refused(lead: User) -> None:
    a_child("C1")
    with pytest.raises(Conflict, match="Another child has this number"):
        identifiers.give(child=a_child(), system=CASE, number="c 1", by=lead)


def test_a_number_that_ended_may_stand_for_another_child(scope: Scope, lead: User) -> None:
    before = a_child("C1")
    ChildIdentifier.objects.filter(child=before).update(from_on=date(2025, 1, 1))
    identifiers.end(identifier=before.identifiers.get(), on=date(2026, 4, 1), by=lead)
    after = children.add(by=lead)
    identifiers.give(child=after, system=CASE, number="C1", from_on=date(2026, 4, 1), by=lead)
    assert queries.with_number(scope, "C1", on=date(2026, 3, 31)) == (before,)
    assert queries.with_number(scope, "C1", on=date(2026, 4, 1)) == (after,)
    with pytest.raises(InvalidTransition, match="ended already"):
        identifiers.end(identifier=before.identifiers.get(), by=lead)


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("943 476 5919", True),  # the example of the NHS Data Dictionary
        ("943 476 5870", True),  # a check digit of 0
        ("943 476 5910", False),
        ("94347659190", False),
        ("٩٤٣٤٧٦٥٩١٩", False),
        ("", False),
    ],
)
def test_an_nhs_number_is_checked(number: str, fits: bool) -> None:
    assert (wrong_with(NHS, number) == "") is fits


def test_a_wrong_number_is_told_and_nothing_is_kept(lead: User) -> None:
    with pytest.raises(ValidationError, match="ten digits"):
        identifiers.give(child=a_child(), system=NHS, number="1234567890", by=lead)
    assert not ChildIdentifier.objects.exists()


def test_merged_children_are_found_by_all_their_numbers_until_undone(
    scope: Scope, lead: User
) -> None:
    kept, merged, third = a_child("C1"), a_child("C2"), a_child("C3")
    merge = merges.merge(kept=kept, merged=merged, by=lead)
    merges.merge(kept=third, merged=kept, by=lead)
    assert queries.with_number(scope, "C2") == (third,)
    assert queries.rows_of(third.id) == {kept.id, merged.id, third.id}
    numbers = queries.numbers(scope, [third.id])[third.id]
    assert {queries.number_of(each) for each in numbers} == {"C1", "C2", "C3"}
    merges.undo(merge=merge, by=lead)
    assert queries.with_number(scope, "C2") == (merged,)
    assert queries.with_number(scope, "C1") == (third,)
    assert last_kind() == "children.merge_undone"


def test_a_merger_in_a_circle_twice_or_with_itself_is_refused(lead: User) -> None:
    first, second = a_child(), a_child()
    merge = merges.merge(kept=first, merged=second, by=lead)
    for kept, merged in ((second, first), (first, second)):
        with pytest.raises(Conflict, match="merged already"):
            merges.merge(kept=kept, merged=merged, by=lead)
    with pytest.raises(NotAllowed, match="one record already"):
        merges.merge(kept=first, merged=first, by=lead)
    merges.undo(merge=merge, by=lead)
    with pytest.raises(NotAllowed, match="undone already"):
        merges.undo(merge=merge, by=lead)


def test_merging_a_restricted_child_restricts_both(lead: User) -> None:
    kept, merged = a_child(), a_child()
    restrictions.restrict(child=merged, by=lead)
    merges.merge(kept=kept, merged=merged, by=lead)
    kept.refresh_from_db()
    assert kept.restricted


def test_siblings_are_grouped_and_taken_out(scope: Scope, lead: User) -> None:
    first, second, third = a_child(), a_child(), a_child()
    siblings.group(children=(first, second), by=lead)
    siblings.group(children=(second, third), by=lead)
    assert set(queries.siblings(scope, first.id)) == {second, third}
    siblings.take_out(child=first, by=lead)
    assert queries.siblings(scope, first.id) == ()
    siblings.take_out(child=second, by=lead)
    assert not SiblingGroup.objects.exists()
    with pytest.raises(InvalidTransition):
        siblings.take_out(child=second, by=lead)


def test_children_of_two_groups_are_not_thrown_together(lead: User) -> None:
    first, second, third, fourth = (a_child() for _ in range(4))
    siblings.group(children=(first, second), by=lead)
    siblings.group(children=(third, fourth), by=lead)
    with pytest.raises(Conflict, match="two groups"):
        siblings.group(children=(second, third), by=lead)
    with pytest.raises(InvalidTransition, match="two children or more"):
        siblings.group(children=(first, first), by=lead)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDIT_LEAD])
def test_nobody_but_the_audit_lead_sees_or_changes_children(cast: Cast, role: Role) -> None:
    child = a_child("C1")
    person = cast[role]
    with pytest.raises(NotFoundInScope):
        queries.child(scope_of(person), child.id)
    assert queries.with_number(scope_of(person), "C1") == ()
    before = LedgerEntry.objects.count()
    for attempt in (
        lambda: children.add(by=person),
        lambda: identifiers.give(child=child, system=CASE, number="C2", by=person),
        lambda: restrictions.restrict(child=child, by=person),
        lambda: restrictions.give_access(child=child, user=person, by=person),
        lambda: siblings.group(children=(child, a_child()), by=person),
        lambda: adoptions.link(before=child, after=child, by=person),
    ):
        with pytest.raises(NotAllowed, match="Only an audit lead may"):
            attempt()
    assert LedgerEntry.objects.filter(actor=person.actor).count() == 0
    assert LedgerEntry.objects.count() == before + 1  # the child that the service added


def test_work_brings_people_to_children_but_not_to_restricted_ones(
    cast: Cast, lead: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    auditor, theirs, restricted, other = cast[Role.AUDITOR], a_child(), a_child(), a_child()
    work: frozenset[UUID] = frozenset({theirs.id, restricted.id})
    monkeypatch.setattr(readers, "_readers", lambda: {CHILDREN_AT_WORK.name: (lambda _: work,)})
    restrictions.restrict(child=restricted, by=lead)
    assert set(visible_children(scope_of(auditor))) == {theirs}
    restrictions.give_access(child=restricted, user=auditor, by=lead)
    assert set(visible_children(scope_of(auditor))) == {theirs, restricted}
    restrictions.take_access(child=restricted, user=auditor, by=lead)
    restrictions.lift(child=restricted, by=lead)
    assert set(visible_children(scope_of(auditor))) == {theirs, restricted}
    assert set(visible_children(scope_of(lead))) == {theirs, restricted, other}


def test_what_stands_already_leaves_no_row(lead: User) -> None:
    child = a_child()
    restrictions.restrict(child=child, by=lead)
    restrictions.give_access(child=child, user=lead, by=lead)
    before = LedgerEntry.objects.count()
    restrictions.restrict(child=child, by=lead)
    restrictions.give_access(child=child, user=lead, by=lead)
    children.set_initials(child=child, initials="", by=lead)
    assert LedgerEntry.objects.count() == before


def test_a_broken_adoption_link_leaves_nothing_that_joins_the_rows(
    scope: Scope, cast: Cast, lead: User
) -> None:
    before, after = a_child(), a_child()
    link = adoptions.link(before=before, after=after, by=lead)
    assert queries.adoption_link(scope, before.id) == queries.adoption_link(scope, after.id) == link
    assert queries.adoption_link(scope_of(cast[Role.ADMINISTRATOR]), before.id) is None
    adoptions.break_link(link=link, by=lead)
    assert not AdoptionLink.objects.exists()
    told = [str(entry.data) for entry in LedgerEntry.objects.filter(kind__contains="adoption")]
    assert len(told) == 2
    assert not any(str(child.id) in each for child in (before, after) for each in told)
