"""Erasures, and what one would delete."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.scope import Scope
from goldenthread.records.models import Erasure
from goldenthread.records.queries.holds import family
from goldenthread.records.queries.retention import erasers
from goldenthread.records.visibility import visible_erasures


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of one kind."""

    label: str
    rows: int


def would_go(scope: Scope, child: UUID) -> list[Counted]:
    """The dry run: how many rows of each kind an erasure would delete now."""
    del scope  # counts only, for whoever may see erasures
    children = family(child)
    counts: Counter[str] = Counter()
    for eraser in erasers():
        counts[eraser.label] += eraser.rows(children).count()
    return [Counted(label, rows) for label, rows in counts.items()]


def erasures(scope: Scope) -> QuerySet[Erasure]:
    """Erasures, newest first."""
    rows = visible_erasures(scope).select_related("asked_by", "approved_by")
    return rows.prefetch_related("lines")


def erasure(scope: Scope, which: UUID) -> Erasure:
    """An erasure. Raises :class:`NotFoundInScope`."""
    found = erasures(scope).filter(id=which).first()
    if found is None:
        raise NotFoundInScope
    return found
