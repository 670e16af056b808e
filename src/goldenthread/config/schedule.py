"""Recurring jobs: the one table of what is done by itself, and when.

A job is enqueued once for each moment at which it is due, whatever the number of workers. Moments
that passed while no worker ran are made up for by one run.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django_tasks.base import Task

from goldenthread.config.tidying import tidy_up
from goldenthread.core.clock import LONDON
from goldenthread.notices.jobs import sweep
from goldenthread.people.jobs import drop_old_lists
from goldenthread.records.jobs import keep_schedule


@dataclass(frozen=True, slots=True)
class Every:
    """At regular moments, counted from midnight UTC of 1 January 1970.

    >>> Every(minutes=15).latest(datetime(2026, 11, 23, 9, 40, 12, tzinfo=UTC)).isoformat()
    '2026-11-23T09:30:00+00:00'
    """

    minutes: int

    def latest(self, now: datetime) -> datetime:
        """The last moment at which it was due."""
        step = self.minutes * 60
        return datetime.fromtimestamp(int(now.timestamp()) // step * step, UTC)


@dataclass(frozen=True, slots=True)
class Daily:
    """Each day at a time of the clock in London.

    >>> Daily(time(2, 30)).latest(datetime(2026, 7, 1, 1, 0, tzinfo=UTC)).isoformat()
    '2026-06-30T01:30:00+00:00'
    """

    at: time

    def latest(self, now: datetime) -> datetime:
        """The last moment at which it was due."""
        day = now.astimezone(LONDON).date()
        due = datetime.combine(day, self.at, LONDON).astimezone(UTC)
        if due > now:
            due = datetime.combine(day - timedelta(days=1), self.at, LONDON).astimezone(UTC)
        return due


@dataclass(frozen=True, slots=True)
class Recurring:
    """A job that is done again and again. Its name is kept in the database: never rename it."""

    name: str
    job: Task[..., None]
    when: Every | Daily


SCHEDULE: tuple[Recurring, ...] = (
    Recurring("tidy_up", tidy_up, Daily(time(2, 30))),
    Recurring("drop_old_lists_of_staff", drop_old_lists, Daily(time(2, 45))),
    Recurring("keep_schedule", keep_schedule, Daily(time(2, 45))),
    Recurring("sweep_outbox", sweep, Every(minutes=1)),
)
