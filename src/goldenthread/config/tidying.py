"""What gathers in the database by itself, concerns nobody, and is of no use after a while.

Sessions and jobs, which concern somebody, go by the retention schedule (`records`).
"""

from datetime import timedelta

from django.db.models import Max

from goldenthread.core import clock
from goldenthread.core.jobs import job
from goldenthread.core.models import ScheduledRun, WorkerBeat

KEEP_RUNS = timedelta(days=2)
KEEP_BEATS = timedelta(days=1)


@job
def tidy_up() -> None:
    """Remove old runs and workers that are no more."""
    now = clock.now()
    WorkerBeat.objects.filter(seen_at__lt=now - KEEP_BEATS).delete()
    latest = ScheduledRun.objects.order_by().values("name").annotate(at=Max("due_at"))
    for each in latest:  # the newest of each name stays: by it the next run is known
        old = ScheduledRun.objects.filter(name=each["name"], due_at__lt=each["at"])
        old.filter(due_at__lt=now - KEEP_RUNS).delete()
