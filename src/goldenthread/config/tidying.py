"""What gathers in the database by itself and is of no use after a while."""

from datetime import timedelta

from django.core.management import call_command
from django.db.models import Max
from django_tasks_db.models import DBTaskResult

from goldenthread.core import clock
from goldenthread.core.jobs import job
from goldenthread.core.models import ScheduledRun, WorkerBeat

KEEP_DONE = timedelta(days=7)
KEEP_FAILED = timedelta(days=30)
KEEP_RUNS = timedelta(days=2)
KEEP_BEATS = timedelta(days=1)


@job
def tidy_up() -> None:
    """Remove sessions that ended, jobs that are done, old runs and workers that are no more."""
    now = clock.now()
    call_command("clearsessions")
    DBTaskResult.objects.successful().filter(finished_at__lt=now - KEEP_DONE).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - KEEP_FAILED).delete()
    WorkerBeat.objects.filter(seen_at__lt=now - KEEP_BEATS).delete()
    latest = ScheduledRun.objects.order_by().values("name").annotate(at=Max("due_at"))
    for each in latest:  # the newest of each name stays: by it the next run is known
        old = ScheduledRun.objects.filter(name=each["name"], due_at__lt=each["at"])
        old.filter(due_at__lt=now - KEEP_RUNS).delete()
