"""Work of this app off the request."""

from uuid import UUID

from goldenthread.core.actors import System
from goldenthread.core.jobs import job
from goldenthread.records.models import Erasure, SubjectAccess
from goldenthread.records.rules.states import AccessState, ErasureState
from goldenthread.records.services import accesses, erasures, retention


@job
def keep_schedule() -> None:
    """Run the retention schedule; once a night."""
    retention.run(by=System("retention"))


@job
def erase_child(erasure: UUID) -> None:
    """Do an erasure that was approved; a second run finds it done."""
    found = Erasure.objects.filter(id=erasure, state=ErasureState.APPROVED.value).first()
    if found is not None:
        erasures.erase(erasure=found, by=System("erasure"))


@job
def gather_access(access: UUID) -> None:
    """Gather what is held about a child; a second run finds it gathered."""
    found = SubjectAccess.objects.filter(id=access, state=AccessState.ASKED.value).first()
    if found is not None:
        accesses.gather(access=found, by=System("subject_access"))


@job
def make_access(access: UUID) -> None:
    """Make the document; a second run finds it made."""
    found = SubjectAccess.objects.filter(id=access, state=AccessState.MAKING.value).first()
    if found is not None:
        accesses.make(access=found, by=System("subject_access"))
