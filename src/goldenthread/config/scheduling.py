"""Enqueueing what is due, once for each moment, whoever else does so at the same time."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from goldenthread.config.schedule import SCHEDULE, Recurring
from goldenthread.core import clock
from goldenthread.core.jobs import enqueue
from goldenthread.core.models import ScheduledRun


def enqueue_due(schedule: Sequence[Recurring] = SCHEDULE) -> list[str]:
    """Enqueue each job whose last moment has no run yet. Returns the names of those it enqueued."""
    return [recurring.name for recurring in schedule if _enqueue(recurring)]


def _enqueue(recurring: Recurring) -> bool:
    """Enqueue the job, with the row that no other worker can write again."""
    due = recurring.when.latest(clock.now())
    if ScheduledRun.objects.filter(name=recurring.name, due_at__gte=due).exists():
        return False
    try:
        with transaction.atomic():
            ScheduledRun(name=recurring.name, due_at=due).save(force_insert=True)
            enqueue(recurring.job)
    except IntegrityError:  # another worker was quicker
        return False
    return True
