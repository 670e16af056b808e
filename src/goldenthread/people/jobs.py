"""Work of this app off the request."""

from goldenthread.core import clock
from goldenthread.core.actors import System
from goldenthread.core.disposal import held_now
from goldenthread.core.jobs import job
from goldenthread.people.models import StaffImport
from goldenthread.people.services import staff_imports


@job
def drop_old_lists() -> None:
    """Delete what lists of staff held that waited for a week. Once a day is enough.

    A list that somebody under a legal hold uploaded stays.
    """
    waiting = StaffImport.objects.filter(ended_at=None, expires_at__lte=clock.now())
    for staff_import in waiting.exclude(uploaded_by_id__in=held_now().users):
        staff_imports.expire(staff_import=staff_import, by=System("people"))
