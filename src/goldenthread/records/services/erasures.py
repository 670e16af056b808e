"""The erasure of a child: asked for, approved by somebody else, done, or not done."""

from collections import Counter
from uuid import UUID

from goldenthread.children.ids import ChildId
from goldenthread.children.models import Child
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people.models import User
from goldenthread.records import permissions
from goldenthread.records.events import (
    ChildErased,
    ErasureApproved,
    ErasureAsked,
    ErasureStopped,
    ErasureWithdrawn,
)
from goldenthread.records.ids import ErasureId
from goldenthread.records.models import Erasure, ErasureLine
from goldenthread.records.permits import erasure_permitted
from goldenthread.records.queries.holds import family, stops_erasure
from goldenthread.records.queries.retention import erasers
from goldenthread.records.rules.states import ERASURE_TRANSITIONS, ErasureState


@act
def ask(*, child: Child, asked_by: User, by: Actor) -> Erasure:
    """Ask for the erasure of a child; nothing goes before somebody else approves it."""
    require(permissions.can_ask_erasure(by, child))
    made = store(Erasure(child=child.id, asked_by=asked_by))
    ledger.record(ErasureAsked(child=ChildId(child.id), erasure=ErasureId(made.id)), by=by)
    return made


@act
def approve(*, erasure: Erasure, approved_by: User, by: Actor) -> Erasure:
    """Approve what somebody else asked for: a worker does it after this transaction."""
    erasure = _locked(erasure.id)
    require(permissions.can_approve_erasure(by, erasure))
    erasure.approved_by = approved_by
    _to(erasure, ErasureState.APPROVED)
    ledger.record(
        ErasureApproved(child=ChildId(erasure.child), erasure=ErasureId(erasure.id)), by=by
    )
    return erasure


@act
def withdraw(*, erasure: Erasure, by: Actor) -> Erasure:
    """Let it not be done."""
    erasure = _locked(erasure.id)
    require(permissions.can_withdraw_erasure(by, erasure))
    erasure.ended_at = clock.now()
    _to(erasure, ErasureState.WITHDRAWN)
    ledger.record(
        ErasureWithdrawn(child=ChildId(erasure.child), erasure=ErasureId(erasure.id)), by=by
    )
    return erasure


@act
def erase(*, erasure: Erasure, by: Actor) -> Erasure:
    """Delete what is held about the child, in one transaction, and report the counts.

    Again, after it is done: :class:`InvalidTransition`. Where a hold stands by now, nothing goes.
    """
    erasure = _locked(erasure.id)
    if erasure.state != ErasureState.APPROVED.value:
        raise InvalidTransition("This erasure is not approved, or it is over.")
    which, child = ErasureId(erasure.id), ChildId(erasure.child)
    erasure.ended_at = clock.now()
    if stops_erasure(erasure.child):
        _to(erasure, ErasureState.STOPPED)
        ledger.record(ErasureStopped(child=child, erasure=which), by=by)
        return erasure
    rows = _delete(erasure)
    _to(erasure, ErasureState.DONE)
    ledger.record(ChildErased(child=child, erasure=which, rows=rows), by=by)
    return erasure


def _delete(erasure: Erasure) -> int:
    children = family(erasure.child)
    gone: Counter[str] = Counter()
    with erasure_permitted():
        for eraser in erasers():
            gone[eraser.label] += eraser.erase(eraser.rows(children))
    for label, rows in gone.items():
        store(ErasureLine(erasure=erasure, label=label, rows=rows))
    return gone.total()


def _locked(which: UUID) -> Erasure:
    return Erasure.objects.select_for_update().get(id=which)


def _to(erasure: Erasure, state: ErasureState) -> None:
    if state not in ERASURE_TRANSITIONS[ErasureState(erasure.state)]:
        raise InvalidTransition("This erasure is over already.")
    erasure.state = state.value
    store(erasure)
