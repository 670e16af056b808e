"""Which records a scope may see."""

from django.db.models import QuerySet

from goldenthread.children.visibility import visible_children
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.people.scope import Scope
from goldenthread.records.models import Erasure, LegalHold, RetentionRun, SubjectAccess
from goldenthread.records.rules import acts


def visible_entries(scope: Scope) -> QuerySet[LedgerEntry]:
    """Rows of the ledger: all, or none."""
    seen = scope.has(*acts.SEE_LEDGER.roles)
    return LedgerEntry.objects.all() if seen else LedgerEntry.objects.none()


def visible_readings(scope: Scope) -> QuerySet[ReadEntry]:
    """Rows of the read log: of children whom the scope may open."""
    if not scope.has(*acts.SEE_READINGS.roles):
        return ReadEntry.objects.none()
    return ReadEntry.objects.filter(child__in=visible_children(scope).values("id"))


def visible_holds(scope: Scope) -> QuerySet[LegalHold]:
    """Legal holds: that they stand is shown also to who may not open the child."""
    seen = scope.has(*acts.HOLD.roles)
    return LegalHold.objects.all() if seen else LegalHold.objects.none()


def visible_runs(scope: Scope) -> QuerySet[RetentionRun]:
    """Runs of the retention schedule."""
    seen = scope.has(*acts.KEEP_SCHEDULE.roles)
    return RetentionRun.objects.all() if seen else RetentionRun.objects.none()


def visible_accesses(scope: Scope) -> QuerySet[SubjectAccess]:
    """Exports of children whom the scope may open."""
    if not scope.has(*acts.SUBJECT_ACCESS.roles):
        return SubjectAccess.objects.none()
    return SubjectAccess.objects.filter(child__in=visible_children(scope).values("id"))


def visible_erasures(scope: Scope) -> QuerySet[Erasure]:
    """Erasures: they hold counts only, and the second person need not open the child."""
    seen = scope.has(*acts.APPROVE_ERASURE.roles)
    return Erasure.objects.all() if seen else Erasure.objects.none()
