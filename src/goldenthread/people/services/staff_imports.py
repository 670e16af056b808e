"""Lists of staff: read, decided about, applied once, discarded, dropped after a week."""

from collections.abc import Mapping
from datetime import timedelta

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict, InvalidTransition
from goldenthread.people import permissions
from goldenthread.people.events import (
    StaffListApplied,
    StaffListDecided,
    StaffListDropped,
    StaffListRead,
)
from goldenthread.people.ids import StaffImportId
from goldenthread.people.models import StaffImport, User
from goldenthread.people.queries.scopes import standing
from goldenthread.people.queries.staff_imports import plan_of
from goldenthread.people.rules.kinds import ImportState
from goldenthread.people.rules.staff_plan import Outcome
from goldenthread.people.rules.staff_rows import StaffList
from goldenthread.people.services._staff_rows import apply_rows

KEPT_FOR = timedelta(days=7)


@act
def upload(*, staff: StaffList, uploaded_by: User, by: Actor) -> StaffImport:
    """Keep a list that was read, until somebody has decided."""
    require(permissions.can_import_staff(by))
    made = StaffImport(
        uploaded_by=uploaded_by, content=staff.as_json(), expires_at=clock.now() + KEPT_FOR
    )
    store(made)
    event = StaffListRead(staff_import=StaffImportId(made.id), rows=len(staff.rows))
    ledger.record(event, by=by)
    return made


@act
def decide(
    *, staff_import: StaffImport, rows: Mapping[str, str], teams: Mapping[str, str], by: Actor
) -> StaffImport:
    """Say who is who: for a row's number a person's id, ``new`` or ``leave_out``; teams alike."""
    found = _locked(staff_import, by)
    decided = {
        "rows": {**found.decisions.get("rows", {}), **rows},
        "teams": {**found.decisions.get("teams", {}), **teams},
    }
    if decided == found.decisions or not (rows or teams):
        nothing_changed()
        return found
    found.decisions = decided
    store(found)
    event = StaffListDecided(staff_import=StaffImportId(found.id), rows=len(rows) + len(teams))
    ledger.record(event, by=by)
    return found


@act
def apply(*, staff_import: StaffImport, by: Actor) -> StaffImport:
    """Do what the list says, all of it or nothing; what it held is deleted.

    Raises :class:`Conflict` where somebody applied it already, and :class:`InvalidTransition`
    where rows wait for a decision.
    """
    found = _locked(staff_import, by)
    plan = plan_of(standing(by), found)
    if plan.undecided:
        raise InvalidTransition(f"{plan.undecided} rows or teams wait for a decision.")
    apply_rows(plan, by=by)
    _end(found, ImportState.APPLIED, by)
    event = StaffListApplied(
        staff_import=StaffImportId(found.id),
        added=plan.count(Outcome.ADD),
        changed=plan.count(Outcome.CHANGE),
        unchanged=plan.count(Outcome.SAME),
        left_out=plan.count(Outcome.LEAVE_OUT) + len({p.row for p in plan.staff.problems}),
    )
    ledger.record(event, by=by)
    return found


@act
def discard(*, staff_import: StaffImport, by: Actor) -> StaffImport:
    """Delete what a list held; nothing of it is done."""
    found = _locked(staff_import, by)
    _end(found, ImportState.DISCARDED, by)
    event = StaffListDropped(staff_import=StaffImportId(found.id), expired=False)
    ledger.record(event, by=by)
    return found


@act
def expire(*, staff_import: StaffImport, by: Actor) -> StaffImport:
    """Delete what a list held that waited for a week. One that has ended stays as it is."""
    found = StaffImport.objects.select_for_update().get(id=staff_import.id)
    require(permissions.can_import_staff(by))
    if found.state != ImportState.WAITING.value or clock.now() < found.expires_at:
        nothing_changed()
        return found
    _end(found, ImportState.EXPIRED, by)
    event = StaffListDropped(staff_import=StaffImportId(found.id), expired=True)
    ledger.record(event, by=by)
    return found


def _locked(staff_import: StaffImport, by: Actor) -> StaffImport:
    """The row, while it waits."""
    require(permissions.can_import_staff(by))
    found = StaffImport.objects.select_for_update().get(id=staff_import.id)
    if found.state != ImportState.WAITING.value:
        ended = ImportState(found.state).label.lower()
        raise Conflict(f"This list has been {ended} already. Nothing was done a second time.")
    if clock.now() >= found.expires_at:
        raise Conflict("This list waited for more than 7 days. Upload it again.")
    return found


def _end(found: StaffImport, state: ImportState, by: Actor) -> None:
    found.state = state.value
    found.content, found.decisions = {}, {}
    found.ended_at = clock.now()
    found.ended_by = by if isinstance(by, User) else None
    store(found)
