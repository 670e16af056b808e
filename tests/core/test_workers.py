"""Jobs of a worker that was killed are taken up again; a job that kills workers is given up."""

from datetime import timedelta

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from goldenthread.core import clock
from goldenthread.core.jobs import enqueue, job
from goldenthread.core.models import WorkerBeat
from goldenthread.core.workers import (
    LEASE,
    MOST_TRIES,
    any_alive,
    beat,
    leave,
    take_up_abandoned,
)

pytestmark = pytest.mark.django_db
LONG_AGO = LEASE * 2


@job
def rest() -> None:
    """Do nothing."""


def running(
    worker: str, *, tries: int = 1, since: timedelta = LONG_AGO
) -> "DBTaskResult[..., None]":
    """A job that a worker has taken."""
    enqueue(rest)
    result: DBTaskResult[..., None] = DBTaskResult.objects.get()
    for number in range(tries):
        result.claim(f"{worker}-{number}" if number < tries - 1 else worker)
    DBTaskResult.objects.update(started_at=clock.now() - since)
    return result


def test_a_job_of_a_worker_that_is_silent_waits_again() -> None:
    beat("one")
    WorkerBeat.objects.update(seen_at=clock.now() - LONG_AGO)
    result = running("one")
    assert take_up_abandoned() == 1
    result.refresh_from_db()
    assert (result.status, result.started_at) == (TaskResultStatus.READY, None)


def test_a_job_of_a_worker_without_a_sign_of_life_waits_again() -> None:
    result = running("one")
    assert take_up_abandoned() == 1
    result.refresh_from_db()
    assert result.status == TaskResultStatus.READY


def test_a_long_job_of_a_worker_that_is_alive_is_left_to_it() -> None:
    result = running("one", since=timedelta(hours=3))
    beat("one")
    assert take_up_abandoned() == 0
    result.refresh_from_db()
    assert result.status == TaskResultStatus.RUNNING


def test_a_job_just_taken_is_left_alone() -> None:
    running("one", since=timedelta())
    assert take_up_abandoned() == 0


def test_a_job_that_every_worker_was_lost_with_is_given_up() -> None:
    result = running("one", tries=MOST_TRIES)
    assert take_up_abandoned() == 1
    result.refresh_from_db()
    assert result.status == TaskResultStatus.FAILED
    assert result.exception_class_path.endswith("WorkersLost")
    assert result.finished_at is not None


def test_a_worker_that_leaves_is_no_longer_alive() -> None:
    beat("one")
    beat("one")
    assert any_alive()
    leave("one")
    assert not any_alive()


def test_a_worker_seen_long_ago_is_not_alive() -> None:
    beat("one")
    WorkerBeat.objects.update(seen_at=clock.now() - LONG_AGO)
    assert not any_alive()
