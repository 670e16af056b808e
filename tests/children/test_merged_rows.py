"""A child in several rows: seen, restricted, named, grouped and linked as one."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from pytest_django import Settings
from tests.cast import Cast

from goldenthread.children import queries
from goldenthread.children.models import Child, ChildMerge, SiblingGroup
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import (
    adoptions,
    children,
    identifiers,
    merges,
    restrictions,
    siblings,
)
from goldenthread.children.visibility import visible_children
from goldenthread.core.actors import System
from goldenthread.core.errors import Conflict, InvalidTransition, NotAllowed
from goldenthread.core.models import LedgerEntry
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.people.scope import Scope
from goldenthread.people.services import users

pytestmark = pytest.mark.django_db

SERVICE = System("tests")
CASE = IdentifierSystem.CASE_SYSTEM


@pytest.fixture
def lead(cast: Cast) -> User:
    return cast[Role.AUDIT_LEAD]


@pytest.fixture
def scope(lead: User) -> Scope:
    return scope_of(lead)


def a_child() -> Child:
    return children.add(by=SERVICE)


def merged_into(kept: Child) -> tuple[Child, ChildMerge]:
    row = a_child()
    return row, merges.merge(kept=kept, merged=row, by=SERVICE)


def test_work_with_one_row_opens_all_of_them(cast: Cast, works_with: Callable[..., None]) -> None:
    kept = a_child()
    merged, _ = merged_into(kept)
    other, _ = merged_into(kept)
    works_with(merged)
    assert set(visible_children(scope_of(cast[Role.AUDITOR]))) == {kept, merged, other}


def test_a_restriction_holds_in_every_row_and_is_lifted_in_every_row(
    cast: Cast, works_with: Callable[..., None]
) -> None:
    kept = a_child()
    merged, merge = merged_into(kept)
    works_with(merged)
    auditor = scope_of(cast[Role.AUDITOR])
    restrictions.restrict(child=kept, by=SERVICE)
    assert not visible_children(auditor).exists()
    merges.undo(merge=merge, by=SERVICE)
    assert not visible_children(auditor).exists()  # until somebody lifts it there
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    restrictions.lift(child=kept, by=SERVICE)
    assert set(visible_children(auditor)) == {kept, merged}


def test_merging_into_a_restricted_child_restricts_what_is_merged(
    cast: Cast, works_with: Callable[..., None]
) -> None:
    kept, merged = a_child(), a_child()
    works_with(merged)
    restrictions.restrict(child=kept, by=SERVICE)
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    assert not visible_children(scope_of(cast[Role.AUDITOR])).exists()


def test_who_is_named_for_one_row_opens_all_and_is_taken_off_all(cast: Cast, scope: Scope) -> None:
    kept, merged, auditor = a_child(), a_child(), cast[Role.AUDITOR]
    restrictions.give_access(child=merged, user=auditor, by=SERVICE)
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    assert set(visible_children(scope_of(auditor))) == {kept, merged}
    assert queries.named(scope, kept.id) == {auditor.id}
    assert queries.named(scope_of(auditor), kept.id) == frozenset()
    restrictions.take_access(child=kept, user=auditor, by=SERVICE)
    assert not visible_children(scope_of(auditor)).exists()


def test_an_act_on_a_row_that_was_merged_meanwhile_is_refused(cast: Cast) -> None:
    kept, auditor = a_child(), cast[Role.AUDITOR]
    merged, _ = merged_into(kept)
    before = LedgerEntry.objects.count()
    for attempt in (
        lambda: restrictions.restrict(child=merged, by=SERVICE),
        lambda: restrictions.give_access(child=merged, user=auditor, by=SERVICE),
        lambda: siblings.group(children=(merged, a_child()), by=SERVICE),
        lambda: adoptions.link(before=merged, after=a_child(), by=SERVICE),
    ):
        with pytest.raises(Conflict, match="merged already"):
            attempt()
    assert LedgerEntry.objects.exclude(kind="children.added").count() == before - 2


def test_somebody_deactivated_is_not_named(cast: Cast, lead: User) -> None:
    users.deactivate(user=cast[Role.AUDITOR], by=SERVICE)
    cast[Role.AUDITOR].refresh_from_db()
    with pytest.raises(NotAllowed, match="deactivated"):
        restrictions.give_access(child=a_child(), user=cast[Role.AUDITOR], by=lead)


def test_siblings_are_grouped_and_parted_in_all_their_rows(scope: Scope) -> None:
    kept, merged, brother = a_child(), a_child(), a_child()
    siblings.group(children=(merged, brother), by=SERVICE)
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    assert queries.siblings(scope, brother.id) == (kept,)
    before = LedgerEntry.objects.count()
    siblings.group(children=(kept, brother), by=SERVICE)  # they are already
    assert LedgerEntry.objects.count() == before
    siblings.take_out(child=kept, by=SERVICE)
    assert queries.siblings(scope, brother.id) == ()
    assert not SiblingGroup.objects.exists()


def test_two_rows_in_two_groups_are_told_before_they_are_grouped_with_a_third() -> None:
    kept, merged = a_child(), a_child()
    siblings.group(children=(kept, a_child()), by=SERVICE)
    siblings.group(children=(merged, a_child()), by=SERVICE)
    merges.merge(kept=kept, merged=merged, by=SERVICE)
    with pytest.raises(Conflict, match="two groups"):
        siblings.group(children=(kept, a_child()), by=SERVICE)
    siblings.take_out(child=kept, by=SERVICE)
    assert not SiblingGroup.objects.exists()


def test_an_adoption_link_is_found_from_every_row_and_made_once(scope: Scope) -> None:
    before, after = a_child(), a_child()
    link = adoptions.link(before=before, after=after, by=SERVICE)
    kept = a_child()
    merges.merge(kept=kept, merged=after, by=SERVICE)
    assert queries.adoption_link(scope, kept.id) == link
    with pytest.raises(InvalidTransition, match="has an adoption link already"):
        adoptions.link(before=kept, after=a_child(), by=SERVICE)
    with pytest.raises(InvalidTransition, match="the same record"):
        adoptions.link(before=kept, after=kept, by=SERVICE)
    rows = LedgerEntry.objects.count()
    adoptions.break_link(link=link, by=SERVICE)
    adoptions.break_link(link=link, by=SERVICE)  # somebody pressed twice
    assert LedgerEntry.objects.count() == rows + 1


def test_linking_the_same_rows_twice_leaves_one_link(scope: Scope) -> None:
    before, after = a_child(), a_child()
    assert adoptions.link(before=before, after=after, by=SERVICE) == adoptions.link(
        before=before, after=after, by=SERVICE
    )
    assert LedgerEntry.objects.filter(kind="children.adoption_linked").count() == 1


def test_the_rows_of_an_adopted_child_are_never_merged() -> None:
    before, after, other = a_child(), a_child(), a_child()
    adoptions.link(before=before, after=after, by=SERVICE)
    merges.merge(kept=other, merged=before, by=SERVICE)
    for kept, merged in ((other, after), (after, other)):
        with pytest.raises(NotAllowed, match="adopted"):
            merges.merge(kept=kept, merged=merged, by=SERVICE)


def test_a_number_that_the_child_has_already_stays_as_it_is(scope: Scope) -> None:
    kept = a_child()
    merged, _ = merged_into(kept)
    given = identifiers.give(child=merged, system=CASE, number="C1", by=SERVICE)
    before = LedgerEntry.objects.count()
    assert identifiers.give(child=kept, system=CASE, number="c 1", by=SERVICE) == given
    with pytest.raises(InvalidTransition, match="from another day"):
        identifiers.give(child=kept, system=CASE, number="C1", from_on=date(2020, 1, 1), by=SERVICE)
    assert LedgerEntry.objects.count() == before


def test_a_number_does_not_stand_for_two_children_on_one_day() -> None:
    first, second = a_child(), a_child()
    number = identifiers.give(
        child=first, system=CASE, number="C1", from_on=date(2025, 1, 1), by=SERVICE
    )
    identifiers.end(identifier=number, on=date(2026, 4, 1), by=SERVICE)
    with pytest.raises(ValidationError, match="Another child had this number on that day"):
        identifiers.give(
            child=second, system=CASE, number="C1", from_on=date(2026, 3, 31), by=SERVICE
        )
    identifiers.give(child=second, system=CASE, number="C1", from_on=date(2026, 4, 1), by=SERVICE)


def test_a_number_ends_once_and_not_before_it_begins() -> None:
    number = identifiers.give(
        child=a_child(), system=CASE, number="C1", from_on=date(2026, 2, 1), by=SERVICE
    )
    with pytest.raises(ValidationError, match="before it begins"):
        identifiers.end(identifier=number, on=date(2026, 1, 31), by=SERVICE)
    identifiers.end(identifier=number, on=date(2026, 4, 1), by=SERVICE)
    before = LedgerEntry.objects.count()
    identifiers.end(identifier=number, on=date(2026, 4, 1), by=SERVICE)
    assert LedgerEntry.objects.count() == before


def test_a_child_is_added_with_a_number_or_not_at_all(scope: Scope, lead: User) -> None:
    first = children.FirstNumber(system=CASE, number="C1", from_on=date(2026, 4, 1))
    child = children.add(first=first, by=lead)
    assert queries.with_number(scope, "C1", on=date(2026, 4, 1)) == (child,)
    kinds = LedgerEntry.objects.filter(actor=lead.actor).order_by("id")
    assert list(kinds.values_list("kind", flat=True)) == [
        "children.added",
        "children.identifier_given",
    ]
    with pytest.raises(Conflict):
        children.add(first=first, by=lead)
    assert Child.objects.count() == 1
    assert kinds.count() == 2


def test_initials_are_kept_only_where_the_authority_wants_them(
    lead: User, settings: Settings
) -> None:
    child = a_child()
    with pytest.raises(NotAllowed, match="not switched them on"):
        children.set_initials(child=child, initials="KV", by=lead)
    settings.INITIALS = True
    assert children.set_initials(child=child, initials=" KV ", by=lead).initials == "KV"
    settings.INITIALS = False
    assert children.set_initials(child=child, initials="", by=lead).initials == ""
