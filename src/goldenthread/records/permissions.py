"""May somebody do something with records, and if not, why."""

from uuid import UUID

from goldenthread.children.models import Child
from goldenthread.children.visibility import visible_children
from goldenthread.core import clock
from goldenthread.core.actors import Actor
from goldenthread.core.decisions import ALLOWED, Decision, first_refusal, refused
from goldenthread.people.permissions import may
from goldenthread.people.queries.scopes import standing
from goldenthread.records.models import Erasure, LegalHold, SubjectAccess
from goldenthread.records.queries import holds
from goldenthread.records.rules import acts
from goldenthread.records.rules.states import AccessState, ErasureState

_HELD = refused("A legal hold stands on this child, or on one that is joined with it.")
_CHILD_NOT_OPEN = refused("This needs somebody who may open the child.")


def _opens(by: Actor, child: UUID) -> Decision:
    scope = standing(by)
    if scope is None or visible_children(scope).filter(id=child).exists():
        return ALLOWED
    return _CHILD_NOT_OPEN


def can_list_ledger(by: Actor) -> Decision:
    """See and download the record of what was done."""
    return may(by, acts.SEE_LEDGER)


def can_list_readings(by: Actor) -> Decision:
    """See who opened what about a child."""
    return may(by, acts.SEE_READINGS)


def can_keep_schedule(by: Actor) -> Decision:
    """See what is due, approve the schedule, withdraw that, run it."""
    return may(by, acts.KEEP_SCHEDULE)


def can_approve_schedule(by: Actor, *, approved: bool) -> Decision:
    """Approve the schedule as it is now."""
    already = refused("This schedule is approved already.")
    return first_refusal(can_keep_schedule(by), already if approved else ALLOWED)


def can_withdraw_approval(by: Actor, *, approved: bool) -> Decision:
    """Let the nightly run only report again."""
    never = refused("This schedule is not approved.")
    return first_refusal(can_keep_schedule(by), ALLOWED if approved else never)


def can_hold(by: Actor) -> Decision:
    """See legal holds, and place one on a person."""
    return may(by, acts.HOLD)


def can_hold_child(by: Actor, child: UUID) -> Decision:
    """Place a legal hold on a child."""
    return first_refusal(can_hold(by), _opens(by, child))


def can_release(by: Actor, hold: LegalHold) -> Decision:
    """End a legal hold."""
    ended = refused("This hold has been released already.")
    return first_refusal(can_hold(by), ended if hold.released_at else ALLOWED)


def can_list_accesses(by: Actor) -> Decision:
    """See exports of what is held about children."""
    return may(by, acts.SUBJECT_ACCESS)


def can_export(by: Actor, child: Child) -> Decision:
    """Ask for an export of what is held about a child."""
    return first_refusal(may(by, acts.SUBJECT_ACCESS), _opens(by, child.id))


def can_decide(by: Actor, access: SubjectAccess) -> Decision:
    """Decide about passages, and have the document made."""
    later = refused("There is nothing to decide: the passages are being gathered, or are decided.")
    waits = access.state == AccessState.GATHERED.value
    return first_refusal(
        may(by, acts.SUBJECT_ACCESS), _opens(by, access.child), ALLOWED if waits else later
    )


def can_download_access(by: Actor, access: SubjectAccess) -> Decision:
    """Download the document."""
    gone = refused("The document is not there: it is not made yet, or its 14 days are over.")
    until = access.expires_at
    ready = access.state == AccessState.READY.value and until is not None and clock.now() < until
    return first_refusal(
        may(by, acts.SUBJECT_ACCESS), _opens(by, access.child), ALLOWED if ready else gone
    )


def can_withdraw_access(by: Actor, access: SubjectAccess) -> Decision:
    """Drop an export and what it holds."""
    over = refused("It is over already.")
    ended = access.state in {AccessState.EXPIRED.value, AccessState.WITHDRAWN.value}
    return first_refusal(
        may(by, acts.SUBJECT_ACCESS), _opens(by, access.child), over if ended else ALLOWED
    )


def can_list_erasures(by: Actor) -> Decision:
    """See erasures and their reports."""
    return may(by, acts.APPROVE_ERASURE)


def can_ask_erasure(by: Actor, child: Child) -> Decision:
    """Ask for the erasure of a child."""
    return first_refusal(
        may(by, acts.ASK_ERASURE),
        _opens(by, child.id),
        _HELD if holds.stops_erasure(child.id) else ALLOWED,
    )


def can_approve_erasure(by: Actor, erasure: Erasure) -> Decision:
    """Approve an erasure that somebody else asked for."""
    own = refused("You asked for this erasure, so somebody else has to approve it.")
    return first_refusal(
        may(by, acts.APPROVE_ERASURE),
        _waiting(erasure),
        own if by.actor == f"user:{erasure.asked_by_id}" else ALLOWED,
        _HELD if holds.stops_erasure(erasure.child) else ALLOWED,
    )


def can_withdraw_erasure(by: Actor, erasure: Erasure) -> Decision:
    """Let an erasure that was asked for not be done."""
    return first_refusal(may(by, acts.APPROVE_ERASURE), _waiting(erasure))


def _waiting(erasure: Erasure) -> Decision:
    waits = erasure.state == ErasureState.ASKED.value
    return ALLOWED if waits else refused("This erasure does not wait for approval any more.")
