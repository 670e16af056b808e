"""The worker: takes jobs one after the other, and keeps house beside them.

Beside the jobs a thread says every few seconds that the worker is alive, takes up jobs of workers
that are not, and enqueues what is due. SIGTERM or Ctrl-C: the job in hand is finished, then the
worker ends. Ctrl-C again ends it at once, and another worker takes the job up; SIGTERM again does
nothing, as a whole group of processes may be told twice.
"""

import secrets
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import FrameType
from typing import TYPE_CHECKING

import structlog
from django.db import DatabaseError, connections

from goldenthread.config.start import require_database, start

if TYPE_CHECKING:
    from django_tasks_db.management.commands.db_worker import Worker

log = structlog.get_logger(__name__)

BETWEEN_JOBS = 1.0
"""Seconds after which a worker without work looks for some."""
BETWEEN_BEATS = 15.0
"""Seconds; far fewer than the lease, so that a slow database costs no job."""


def run(*, batch: bool = False) -> None:
    """Work until SIGTERM or Ctrl-C; with ``batch`` until no job waits. Raises ``Failure``."""
    start()
    require_database()
    worker = _worker(batch=batch)
    worker.configure_signals()
    try:
        with _housekeeping(worker.worker_id):
            worker.run()
    except Exception:
        log.exception("worker_failed")  # its kind and places; the command line tells neither
        raise


def _worker(*, batch: bool) -> "Worker":
    """The worker of django-tasks, which Django must be ready for."""
    from django_tasks_db.management.commands.db_worker import Worker

    class HouseWorker(Worker):
        """One that is told to end by more than one SIGTERM, and minds the first."""

        def shutdown(self, signum: int, frame: FrameType | None) -> None:
            """End after the job in hand."""
            if self.running or signum != signal.SIGTERM:
                super().shutdown(signum, frame)

    return HouseWorker(
        queue_names=["*"],
        interval=BETWEEN_JOBS,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=secrets.token_hex(16),
        excluded_queue_names=[],
    )


@contextmanager
def _housekeeping(worker: str) -> Iterator[None]:
    """Keep house in a thread of its own; at the end, say that this worker is no more."""
    from goldenthread.core.workers import leave

    stop = Event()
    keep_house(worker)
    thread = Thread(target=_keep_house_until, args=(worker, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        leave(worker)


def _keep_house_until(worker: str, stop: Event) -> None:
    while not stop.wait(BETWEEN_BEATS):
        try:
            keep_house(worker)
        except DatabaseError:
            log.exception("housekeeping_failed")
        finally:
            connections.close_all()


def keep_house(worker: str) -> None:
    """Say that the worker is alive, take up what others left, enqueue what is due."""
    from goldenthread.config.scheduling import enqueue_due
    from goldenthread.core.workers import beat, take_up_abandoned

    beat(worker)
    if lost := take_up_abandoned():
        log.warning("jobs_taken_up_again", count=lost)
    enqueue_due()
