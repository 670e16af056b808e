"""The schedule: whether it is approved, what would go today, and what went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from goldenthread.core import clock
from goldenthread.core.disposal import Disposer, Eraser, Held, oldest
from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.scope import Scope
from goldenthread.records.models import RetentionRun, ScheduleApproval
from goldenthread.records.queries.holds import held_today
from goldenthread.records.rules.retention import Rule, Schedule, schedule
from goldenthread.records.visibility import visible_runs


@dataclass(frozen=True, slots=True)
class Due:
    """Of one kind: how many rows would go now, how many a hold keeps, and since when the oldest."""

    rule: Rule
    due: int
    held: int
    oldest_at: datetime | None


@cache
def disposers() -> Mapping[str, Disposer]:
    """Every disposer that any app declares, by the kind of the schedule."""
    declared: Sequence[Disposer] = import_string(settings.DISPOSERS)
    return {each.kind: each for each in declared}


@cache
def erasers() -> Sequence[Eraser]:
    """Every eraser that any app declares, in the order in which rows must go."""
    declared: Sequence[Eraser] = import_string(settings.ERASERS)
    return declared


def schedule_now() -> Schedule:
    """The schedule of this authority."""
    return schedule(settings.RETENTION_SCHEDULE)


def approval() -> ScheduleApproval | None:
    """The approval that stands for the schedule as it is now."""
    standing = ScheduleApproval.objects.filter(withdrawn_at=None)
    mine = standing.filter(fingerprint=schedule_now().fingerprint)
    return mine.select_related("approved_by").first()


def due_now(scope: Scope) -> list[Due]:
    """The dry run: of each kind that goes by itself, what would go. Never who."""
    del scope  # counts are the same for everybody who may ask
    held, now = held_today(), clock.now()
    return [
        due_of(rule, disposers()[rule.kind], now, held)
        for rule in schedule_now().rules
        if rule.action.by_itself
    ]


def due_of(rule: Rule, disposer: Disposer, now: datetime, held: Held) -> Due:
    """What of one kind would go at a moment."""
    before = before_of(rule, now)
    free = disposer.free(before, held)
    return Due(
        rule, free.count(), disposer.kept(before, held).count(), oldest(free, disposer.since)
    )


def before_of(rule: Rule, now: datetime) -> datetime:
    """The moment before which a kind's period began that has ended by now."""
    assert rule.period is not None  # noqa: S101 - the schedule's reading makes sure
    return rule.period.before(now)


def runs(scope: Scope) -> QuerySet[RetentionRun]:
    """Runs with their lines, newest first."""
    return visible_runs(scope).prefetch_related("lines")


def run(scope: Scope, which: UUID) -> RetentionRun:
    """A run. Raises :class:`NotFoundInScope`."""
    found = runs(scope).filter(id=which).first()
    if found is None:
        raise NotFoundInScope
    return found
