"""Erasure: two persons, one transaction, nothing left but opaque ids; and the permit."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from tests.cast import Cast
from tests.records.conftest import BY, a_child

from goldenthread.children.models import (
    AdoptionLink,
    Child,
    ChildIdentifier,
    ChildMerge,
    RestrictedAccess,
    SiblingGroup,
    SiblingMembership,
)
from goldenthread.children.services import merges
from goldenthread.core.append_only import statements
from goldenthread.core.errors import InvalidTransition, NotAllowed
from goldenthread.core.models import ErasurePermit, LedgerEntry, ReadEntry
from goldenthread.core.read_log import record_reading
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules.kinds import Role
from goldenthread.records.jobs import erase_child
from goldenthread.records.models import Erasure
from goldenthread.records.permits import erasure_permitted
from goldenthread.records.queries import retention
from goldenthread.records.queries.erasures import would_go
from goldenthread.records.services import erasures, holds

pytestmark = pytest.mark.django_db


def asked(child: Child, lead: User) -> Erasure:
    return erasures.ask(child=child, asked_by=lead, by=lead)


def approved(child: Child, lead: User, administrator: User) -> Erasure:
    return erasures.approve(erasure=asked(child, lead), approved_by=administrator, by=administrator)


def last_kind() -> str:
    return LedgerEntry.objects.latest("id").kind


def test_an_erasure_leaves_opaque_ids_and_counts(
    child: Child, lead: User, administrator: User
) -> None:
    record_reading(child=child.id, page="show_child", by=lead)
    erasure = approved(child, lead, administrator)
    before = LedgerEntry.objects.count()
    erase_child.call(erasure=str(erasure.id))
    assert not Child.objects.filter(id=child.id).exists()
    assert Child.objects.count() == 2  # sibling and adopted row are other people's
    assert ChildIdentifier.objects.filter(child_id=child.id).count() == 0
    for kind in (AdoptionLink, RestrictedAccess, SiblingMembership, SiblingGroup):
        assert kind.objects.count() == 0
    erasure.refresh_from_db()
    counts = {line.label: line.rows for line in erasure.lines.all()}
    assert counts["Records of the child"] == counts["Numbers in other systems"] == 1
    assert counts["Links with other records"] == counts["People named to open the child"] == 1
    assert erasure.state == "done"
    assert LedgerEntry.objects.count() == before + 1
    assert last_kind() == "records.child_erased"
    assert ReadEntry.objects.get().child == child.id
    assert not ErasurePermit.objects.exists()


def test_all_rows_of_a_merged_child_go(lead: User, administrator: User) -> None:
    kept, merged = a_child("C1"), a_child("C2")
    merges.merge(kept=kept, merged=merged, by=BY)
    erase_child.call(erasure=str(approved(merged, lead, administrator).id))
    assert Child.objects.count() == ChildMerge.objects.count() == 0


def test_a_second_run_finds_it_done(child: Child, lead: User, administrator: User) -> None:
    erasure = approved(child, lead, administrator)
    erase_child.call(erasure=str(erasure.id))
    erase_child.call(erasure=str(erasure.id))
    with pytest.raises(InvalidTransition):
        erasures.erase(erasure=erasure, by=BY)


def test_nobody_approves_what_they_asked_for(child: Child, lead: User) -> None:
    with pytest.raises(NotAllowed, match="somebody else has to approve"):
        erasures.approve(erasure=asked(child, lead), approved_by=lead, by=lead)
    assert Erasure.objects.get().state == "asked"
    with pytest.raises(ValidationError, match="Somebody else"):  # nor the service for them
        erasures.approve(erasure=Erasure.objects.get(), approved_by=lead, by=BY)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDIT_LEAD])
def test_only_an_audit_lead_asks(child: Child, cast: Cast, role: Role) -> None:
    with pytest.raises(NotAllowed):
        erasures.ask(child=child, asked_by=cast[role], by=cast[role])


def test_it_is_asked_for_once(child: Child, lead: User) -> None:
    asked(child, lead)
    with pytest.raises(ValidationError, match="asked for this already"):
        asked(child, lead)


def test_an_erasure_that_was_withdrawn_can_be_asked_for_again(child: Child, lead: User) -> None:
    erasure = erasures.withdraw(erasure=asked(child, lead), by=lead)
    assert (erasure.state, last_kind()) == ("withdrawn", "records.erasure_withdrawn")
    with pytest.raises(NotAllowed):
        erasures.withdraw(erasure=erasure, by=lead)
    asked(child, lead)


def test_an_erasure_that_is_not_approved_is_not_done(child: Child, lead: User) -> None:
    with pytest.raises(InvalidTransition):
        erasures.erase(erasure=asked(child, lead), by=BY)
    assert Child.objects.filter(id=child.id).exists()


@pytest.mark.parametrize("whose", ["the child", "a sibling", "the adopted row"])
def test_a_hold_refuses(child: Child, lead: User, administrator: User, whose: str) -> None:
    others = {
        "the child": child,
        "a sibling": Child.objects.get(sibling_memberships__isnull=False, restricted=False),
        "the adopted row": AdoptionLink.objects.get().after,
    }
    erasure = asked(child, lead)
    holds.hold_child(child=others[whose], reason="A claim", placed_by=lead, by=lead)
    with pytest.raises(NotAllowed, match="legal hold"):
        erasures.approve(erasure=erasure, approved_by=administrator, by=administrator)


def test_a_hold_after_the_approval_stops_it(child: Child, lead: User, administrator: User) -> None:
    erasure = approved(child, lead, administrator)
    holds.hold_child(child=child, reason="A claim", placed_by=lead, by=lead)
    erase_child.call(erasure=str(erasure.id))
    erasure.refresh_from_db()
    assert (erasure.state, last_kind()) == ("stopped", "records.erasure_stopped")
    assert Child.objects.filter(id=child.id).exists()


def test_an_erasure_that_fails_half_way_leaves_everything(
    child: Child, lead: User, administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    erasure = approved(child, lead, administrator)
    all_but_numbers = [each for each in retention.erasers() if "Numbers" not in each.label]
    monkeypatch.setattr(erasures, "erasers", lambda: all_but_numbers)
    with pytest.raises(IntegrityError):  # the child's numbers still point at it
        erasures.erase(erasure=erasure, by=BY)
    assert AdoptionLink.objects.exists()
    assert not ErasurePermit.objects.exists()


TABLE = "erasable_in_tests"
DELETE, UPDATE = "DELETE FROM erasable_in_tests", "UPDATE erasable_in_tests SET id = 2"


@pytest.fixture
def erasable(db: None) -> None:
    """A table of which rows go only while a permit stands."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE erasable_in_tests (id integer)")
        cursor.execute("INSERT INTO erasable_in_tests VALUES (1)")
        for statement in statements(connection.vendor, TABLE, erasable=True):
            cursor.execute(statement)


def change(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def rows() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM erasable_in_tests")
        count: int = cursor.fetchone()[0]
    return count


def delete_and_fail() -> None:
    with erasure_permitted():
        change(DELETE)
        raise ValueError("half way")


@pytest.mark.usefixtures("erasable")
def test_rows_of_erasable_tables_go_only_under_a_permit() -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        change(DELETE)
    with erasure_permitted():
        with pytest.raises(IntegrityError, match="append-only"):
            change(UPDATE)
        change(DELETE)
    assert rows() == 0
    assert not ErasurePermit.objects.exists()


@pytest.mark.usefixtures("erasable")
def test_a_permit_does_not_outlive_an_error() -> None:
    with pytest.raises(ValueError, match="half way"):
        delete_and_fail()
    assert not ErasurePermit.objects.exists()
    assert rows() == 1
    with pytest.raises(IntegrityError, match="append-only"):
        change(DELETE)


def test_counts_do_not_tell_of_an_adoption(child: Child, lead: User) -> None:
    """A merger that was undone counts the same as a link of adoption."""
    other, merged = a_child("C71"), a_child("C72")
    merges.undo(merge=merges.merge(kept=other, merged=merged, by=BY), by=BY)
    scope = scope_of(lead)
    adopted = [each for each in would_go(scope, child.id) if "ink" in each.label]
    apart = [each for each in would_go(scope, other.id) if "ink" in each.label]
    assert adopted == apart
    assert [each.rows for each in adopted] == [1]
