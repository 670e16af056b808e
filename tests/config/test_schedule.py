"""Recurring jobs: when they are due, and once for each moment."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from goldenthread.config.schedule import SCHEDULE, Daily, Every, Recurring
from goldenthread.config.scheduling import enqueue_due
from goldenthread.config.tidying import KEEP_RUNS, tidy_up
from goldenthread.core import clock
from goldenthread.core.jobs import job
from goldenthread.core.models import ScheduledRun, WorkerBeat

MONDAY = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)


@job
def nothing() -> None:
    """Do nothing."""


DAILY = (Recurring("nightly", nothing, Daily(time(2, 30))),)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> "type[At]":
    """Set the clock."""
    At.patch = monkeypatch
    return At


class At:
    """A moment that the service takes for now."""

    patch: pytest.MonkeyPatch

    def __init__(self, moment: datetime) -> None:
        self.patch.setattr(clock, "now", lambda: moment)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-23T02:29:59+00:00", "2026-11-22T02:30:00+00:00"),
        ("2026-11-23T02:30:00+00:00", "2026-11-23T02:30:00+00:00"),
        ("2026-07-01T01:30:00+00:00", "2026-07-01T01:30:00+00:00"),  # summer time
        ("2026-07-01T01:29:00+00:00", "2026-06-30T01:30:00+00:00"),
        ("2026-03-29T03:00:00+00:00", "2026-03-29T01:30:00+00:00"),  # clocks go on at 01:00 UTC
        ("2026-10-25T03:00:00+00:00", "2026-10-25T02:30:00+00:00"),  # clocks go back
    ],
)
def test_a_daily_job_is_due_by_the_clock_in_london(now: str, due: str) -> None:
    assert Daily(time(2, 30)).latest(datetime.fromisoformat(now)) == datetime.fromisoformat(due)


def test_a_regular_job_is_due_at_round_moments() -> None:
    assert Every(minutes=5).latest(MONDAY) == MONDAY
    assert Every(minutes=5).latest(MONDAY + timedelta(minutes=4, seconds=59)) == MONDAY


def test_names_of_recurring_jobs_are_their_own() -> None:
    assert len({each.name for each in SCHEDULE}) == len(SCHEDULE)


@pytest.mark.django_db
def test_a_job_is_enqueued_once_for_each_moment(at: type[At]) -> None:
    at(MONDAY)
    assert enqueue_due(DAILY) == ["nightly"]
    assert enqueue_due(DAILY) == []
    at(MONDAY + timedelta(days=1))
    assert enqueue_due(DAILY) == ["nightly"]
    assert DBTaskResult.objects.count() == ScheduledRun.objects.count() == 2


@pytest.mark.django_db
def test_runs_that_were_missed_are_made_up_for_by_one(at: type[At]) -> None:
    at(MONDAY)
    enqueue_due(DAILY)
    at(MONDAY + timedelta(days=9))
    assert enqueue_due(DAILY) == ["nightly"]
    assert enqueue_due(DAILY) == []
    assert DBTaskResult.objects.count() == 2


@pytest.mark.django_db
def test_a_clock_set_back_repeats_nothing(at: type[At]) -> None:
    at(MONDAY)
    enqueue_due(DAILY)
    at(MONDAY - timedelta(days=2))
    assert enqueue_due(DAILY) == []


@pytest.mark.django_db
def test_whoever_comes_second_at_the_same_moment_enqueues_nothing(
    at: type[At], monkeypatch: pytest.MonkeyPatch
) -> None:
    at(MONDAY)
    enqueue_due(DAILY)
    seen = ScheduledRun.objects.none()  # the other's row is not yet to be seen
    monkeypatch.setattr(ScheduledRun.objects, "filter", lambda **_: seen)
    assert enqueue_due(DAILY) == []
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_tidying_keeps_what_is_new_and_what_is_needed(at: type[At]) -> None:
    at(MONDAY)
    for days in (1, 2):
        ScheduledRun.objects.create(name="nightly", due_at=MONDAY - KEEP_RUNS * days * 2)
    WorkerBeat.objects.create(worker="gone", seen_at=MONDAY - timedelta(days=3))
    WorkerBeat.objects.create(worker="here", seen_at=MONDAY)
    tidy_up.call()
    assert ScheduledRun.objects.get().due_at == MONDAY - KEEP_RUNS * 2  # the newest of its name
    assert WorkerBeat.objects.get().worker == "here"
