"""The ledger as it is read: narrowed, newest first; and who opened what about a child."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.core.clock import LONDON
from goldenthread.core.models import LedgerEntry, ReadEntry
from goldenthread.people.scope import Scope
from goldenthread.records.visibility import visible_entries, visible_readings

THE_SERVICE = "service"
"""Instead of a person: what the service did by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFilter:
    """What narrows the ledger; what is empty narrows nothing."""

    kind: str = ""
    person: str = ""
    subject: UUID | None = None
    from_on: date | None = None
    to_on: date | None = None
    """The last day that is shown."""


def entries(scope: Scope, wanted: LedgerFilter) -> QuerySet[LedgerEntry]:
    """Rows that fit, newest first."""
    rows = visible_entries(scope).order_by("-id")
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.person == THE_SERVICE:
        rows = rows.filter(actor__startswith="system:")
    elif wanted.person:
        rows = rows.filter(actor=f"user:{wanted.person}")
    if wanted.subject is not None:
        rows = rows.filter(subject=wanted.subject)
    if wanted.from_on is not None:
        rows = rows.filter(at__gte=_begin(wanted.from_on))
    if wanted.to_on is not None:
        rows = rows.filter(at__lt=_begin(wanted.to_on + timedelta(days=1)))
    return rows


def in_batches(scope: Scope, wanted: LedgerFilter, size: int) -> Iterator[list[LedgerEntry]]:
    """All rows that fit, some at a time: each batch begins below the last of the one before."""
    rows, below = entries(scope, wanted), None
    while batch := list((rows if below is None else rows.filter(id__lt=below))[:size]):
        yield batch
        below = batch[-1].pk


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def entries_about(scope: Scope, subjects: Iterable[UUID]) -> QuerySet[LedgerEntry]:
    """Rows about some ids, oldest first."""
    return visible_entries(scope).filter(subject__in=list(subjects)).order_by("id")


def readings(scope: Scope, rows: Iterable[UUID]) -> QuerySet[ReadEntry]:
    """Who opened what about a child, given all its rows; newest first."""
    return visible_readings(scope).filter(child__in=list(rows)).order_by("-id")
