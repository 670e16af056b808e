"""An act is one transaction with one row of the ledger, or nothing at all."""

from dataclasses import dataclass
from typing import NewType
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from goldenthread.core import events, ledger
from goldenthread.core.actors import Actor, System
from goldenthread.core.acts import ActWithoutRecord, act, nothing_changed
from goldenthread.core.errors import CannotBeRecorded
from goldenthread.core.models import ErasurePermit, LedgerEntry, ReadEntry
from goldenthread.core.read_log import record_reading
from goldenthread.core.requests import request_id

PermitId = NewType("PermitId", UUID)


@dataclass(frozen=True, kw_only=True)
class PermitGiven(events.Event, kind="test.permit_given", about="permit", sentence="{by} gave"):
    permit: PermitId


BY = System("tests")


@act
def give_permit(*, records: int = 1, by: Actor) -> ErasurePermit:
    permit = ErasurePermit.objects.create()
    for _ in range(records):
        ledger.record(PermitGiven(permit=PermitId(permit.id)), by=by)
    return permit


@act
def give_two(*, by: Actor) -> None:
    give_permit(by=by)
    ledger.record(PermitGiven(permit=PermitId(give_permit(by=by).id)), by=by)


@pytest.mark.django_db
def test_an_act_leaves_its_row() -> None:
    token = request_id.set("a-request")
    permit = give_permit(by=BY)
    request_id.reset(token)
    entry = LedgerEntry.objects.get()
    assert (entry.kind, entry.actor, entry.subject) == (
        "test.permit_given",
        "system:tests",
        permit.id,
    )
    assert (entry.data, entry.request) == ({"permit": str(permit.id)}, "a-request")


@pytest.mark.django_db
@pytest.mark.parametrize("records", [0, 2])
def test_an_act_without_its_one_row_leaves_nothing(records: int) -> None:
    with pytest.raises(ActWithoutRecord):
        give_permit(records=records, by=BY)
    assert not ErasurePermit.objects.exists()
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db
def test_acts_within_an_act_write_rows_of_their_own() -> None:
    give_two(by=BY)
    assert LedgerEntry.objects.count() == 3


@pytest.mark.django_db
def test_an_act_that_changes_nothing_may_say_so() -> None:
    act(nothing_changed)()
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db
def test_an_act_whose_reaction_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def reaction(event: events.Event, *, by: Actor) -> None:
        raise ValueError("The listener is broken.")

    monkeypatch.setattr(events, "_reactions", lambda: {PermitGiven: (reaction,)})
    with pytest.raises(ValueError, match="listener"):
        give_permit(by=BY)
    assert not ErasurePermit.objects.exists()
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE {} SET request = 'x'", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["core_ledgerentry", "core_readentry"])
def test_a_row_of_ledger_or_read_log_is_neither_changed_nor_deleted(
    table: str, statement: str
) -> None:
    give_permit(by=BY)  # the permit of an erasure changes nothing here
    record_reading(child=uuid4(), page="child", by=BY)
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))
    assert LedgerEntry.objects.count() == ReadEntry.objects.count() == 1


@pytest.mark.django_db
def test_a_row_of_the_ledger_is_not_replaced_by_another() -> None:
    record_reading(child=uuid4(), page="child", by=BY)
    columns = ", ".join(field.column for field in ReadEntry._meta.fields)
    others = columns.replace("page", "'forged'")
    statement = {
        "sqlite": f"REPLACE INTO core_readentry ({columns}) "  # noqa: S608  # names of ours
        f"SELECT {others} FROM core_readentry",
        "postgresql": "INSERT INTO core_readentry SELECT * FROM core_readentry "
        "ON CONFLICT (id) DO UPDATE SET page = 'forged'",
    }[connection.vendor]
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert ReadEntry.objects.get().page == "child"


@pytest.mark.django_db
def test_a_reading_that_cannot_be_recorded_is_refused() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE core_readentry RENAME TO core_readentry_gone")
    with pytest.raises(CannotBeRecorded):
        record_reading(child=uuid4(), page="child", by=BY)
