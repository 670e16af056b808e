"""The retention schedule: approved, and run."""

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.people.ids import UserId
from goldenthread.people.models import User
from goldenthread.records import permissions
from goldenthread.records.events import (
    ApprovalWithdrawn,
    RetentionAsked,
    RetentionRan,
    ScheduleApproved,
)
from goldenthread.records.ids import RetentionRunId, ScheduleApprovalId
from goldenthread.records.models import RetentionLine, RetentionRun, ScheduleApproval
from goldenthread.records.queries.holds import held_today
from goldenthread.records.queries.retention import (
    approval,
    before_of,
    disposers,
    due_of,
    schedule_now,
)
from goldenthread.records.rules.retention import Rule


@act
def approve(*, approved_by: User, by: Actor) -> ScheduleApproval:
    """Approve the schedule as it stands: from the next run, what is due is deleted.

    The approval is for this very text. Another schedule, another approval.
    """
    require(permissions.can_approve_schedule(by, approved=approval() is not None))
    made = store(ScheduleApproval(fingerprint=schedule_now().fingerprint, approved_by=approved_by))
    ledger.record(ScheduleApproved(approval=ScheduleApprovalId(made.id)), by=by)
    return made


@act
def withdraw_approval(*, by: Actor) -> None:
    """Let runs report only, until somebody approves again."""
    standing = approval()
    require(permissions.can_withdraw_approval(by, approved=standing is not None))
    assert standing is not None  # noqa: S101 - the permission was asked
    standing.withdrawn_at = clock.now()
    store(standing)
    ledger.record(ApprovalWithdrawn(approval=ScheduleApprovalId(standing.id)), by=by)


@act
def ask_run(*, asked_by: User, by: Actor) -> None:
    """Have the schedule run now, by a worker, as each night."""
    require(permissions.can_keep_schedule(by))
    ledger.record(RetentionAsked(user=UserId(asked_by.id)), by=by)


@act
def run(*, by: Actor) -> RetentionRun:
    """Dispose of what is due and not held: housekeeping always, the rest once approved.

    Who is held is asked once, in the transaction that deletes.
    """
    require(permissions.can_keep_schedule(by))
    deletes = approval() is not None
    made = store(RetentionRun(deletes=deletes))
    lines = [
        _dispose(made, rule, goes=deletes or rule.housekeeping)
        for rule in schedule_now().rules
        if rule.action.by_itself
    ]
    event = RetentionRan(
        run=RetentionRunId(made.id),
        deletes=deletes,
        due=sum(line.due for line in lines),
        held=sum(line.held for line in lines),
        removed=sum(line.removed for line in lines),
    )
    ledger.record(event, by=by)
    return made


def _dispose(made: RetentionRun, rule: Rule, *, goes: bool) -> RetentionLine:
    held, now, disposer = held_today(), clock.now(), disposers()[rule.kind]
    due = due_of(rule, disposer, now, held)
    removed = disposer.dispose(disposer.free(before_of(rule, now), held)) if goes else 0
    line = RetentionLine(
        run=made,
        kind=rule.kind,
        due=due.due,
        held=due.held,
        removed=removed,
        oldest_at=due.oldest_at,
    )
    return store(line)
