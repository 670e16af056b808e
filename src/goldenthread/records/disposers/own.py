"""What this app itself keeps for a time, and what of it goes with a child."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from goldenthread.core.disposal import Disposer, Eraser, Held, Rows
from goldenthread.records.models import LegalHold, Passage, SubjectAccess
from goldenthread.records.rules.states import AccessState


def _exports(before: datetime) -> Rows:
    """Documents made so long ago, and those that were asked for and never made."""
    open_still = SubjectAccess.objects.exclude(
        state__in=(AccessState.EXPIRED.value, AccessState.WITHDRAWN.value)
    )
    return open_still.filter(Q(made_at__lte=before) | Q(made_at=None, created_at__lte=before))


def _of_export(held: Held) -> Q:
    return Q(child__in=held.children) | Q(asked_by_id__in=held.users)


def _empty(rows: Rows) -> int:
    """That there was an export stays, with what was decided; what it said goes."""
    ids = list(rows.values_list("id", flat=True))
    Passage.objects.filter(access__in=ids).update(sealed_text=b"")
    exports = SubjectAccess.objects.filter(id__in=ids)
    return exports.update(content=b"", state=AccessState.EXPIRED.value)


def _reasons(before: datetime) -> Rows:
    return LegalHold.objects.filter(released_at__lte=before).exclude(sealed_reason=b"")


def _of_reason(held: Held) -> Q:
    """Another hold on the same child or person keeps the reason of the first."""
    return Q(subject__in=held.ids) | Q(placed_by_id__in=held.users)


def _take_reasons(rows: Rows) -> int:
    return LegalHold.objects.filter(id__in=list(rows.values_list("id", flat=True))).update(
        sealed_reason=b""
    )


DISPOSERS = (
    Disposer(
        kind="subject_access",
        due=_exports,
        held=_of_export,
        since="created_at",
        dispose=_empty,
    ),
    Disposer(
        kind="hold_reasons",
        due=_reasons,
        held=_of_reason,
        since="released_at",
        dispose=_take_reasons,
    ),
)


def _accesses_of(children: frozenset[UUID]) -> Rows:
    return SubjectAccess.objects.filter(child__in=children)


def _holds_of(children: frozenset[UUID]) -> Rows:
    return LegalHold.objects.filter(subject__in=children).exclude(sealed_reason=b"")


ERASERS = (
    Eraser(label="Exports of what is held", rows=_accesses_of),
    Eraser(label="Reasons of legal holds that ended", rows=_holds_of, erase=_take_reasons),
)
