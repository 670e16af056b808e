"""Workers that were killed: who is alive, and what became of the jobs of those who are not.

A worker says every few seconds that it is alive (:func:`beat`). A job that is running while its
worker has been silent for longer than the lease is put back for another worker. So a job may be
run twice, where a worker was only held up, and none is ever lost; a job that stops worker after
worker is given up.
"""

from datetime import timedelta

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from goldenthread.core import clock
from goldenthread.core.models import WorkerBeat

LEASE = timedelta(minutes=2)
"""How long a worker may be silent before its job is taken up again."""
MOST_TRIES = 3
"""How many workers may be lost with a job in hand before it is given up."""

GIVEN_UP = "goldenthread.core.workers.WorkersLost"


class WorkersLost(Exception):
    """A job was given up: every worker that took it was stopped before it was done."""


def beat(worker: str) -> None:
    """Say that a worker is alive."""
    WorkerBeat.objects.update_or_create(worker=worker, defaults={"seen_at": clock.now()})


def leave(worker: str) -> None:
    """Say that a worker ends in good order."""
    WorkerBeat.objects.filter(worker=worker).delete()


def any_alive() -> bool:
    """Whether some worker has been seen within the lease."""
    return WorkerBeat.objects.filter(seen_at__gt=clock.now() - LEASE).exists()


def take_up_abandoned() -> int:
    """Put jobs of silent workers back, or give them up. Returns how many there were."""
    silent_since = clock.now() - LEASE
    alive = set(
        WorkerBeat.objects.filter(seen_at__gt=silent_since).values_list("worker", flat=True)
    )
    with transaction.atomic():
        running = DBTaskResult.objects.running().filter(started_at__lt=silent_since)
        lost = [
            job
            for job in running.select_for_update(skip_locked=True)
            if not job.worker_ids or job.worker_ids[-1] not in alive
        ]
        for job in lost:
            _take_up(job)
    return len(lost)


def _take_up(job: "DBTaskResult[..., None]") -> None:
    if len(job.worker_ids) < MOST_TRIES:
        job.status, job.started_at = TaskResultStatus.READY, None
    else:
        job.status, job.finished_at = TaskResultStatus.FAILED, clock.now()
        job.exception_class_path = GIVEN_UP
    job.save(update_fields=["status", "started_at", "finished_at", "exception_class_path"])
