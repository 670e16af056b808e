"""Disposal: what an app holds that is due to go one day, how it goes, and what stays for a hold.

An app declares a :class:`Disposer` for each kind of record of the retention schedule, and an
:class:`Eraser` for each kind that goes with a child. The tables stand in ``config/disposal.py``;
`records` counts, asks two persons, and runs them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet

from goldenthread.core import clock
from goldenthread.core.readers import Reader

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Held:
    """Whom a legal hold protects today: every row of those children, and those users."""

    children: frozenset[UUID] = frozenset()
    users: frozenset[UUID] = frozenset()

    @property
    def ids(self) -> frozenset[UUID]:
        """All of them, for rows that hold ids of both."""
        return self.children | self.users


HOLDS: Reader[date, Held] = Reader("core.holds")
"""Whom legal holds protect on a day: asked by apps that purge by themselves."""


def held_now() -> Held:
    """Whom holds protect today, by all who know of any."""
    found = HOLDS.ask(clock.today())
    return Held(
        children=frozenset[UUID]().union(*(each.children for each in found)),
        users=frozenset[UUID]().union(*(each.users for each in found)),
    )


NOBODY = Q(pk__in=())
"""Rows that can concern nobody: none of them is ever held."""


def delete_rows(rows: Rows) -> int:
    """Delete rows, and say how many of the kind there were."""
    count: int = rows.count()
    rows.delete()
    return count


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposer:
    """How one kind of record of the retention schedule is found and disposed of.

    ``due`` gives the rows whose period ended before a moment, ``held`` which of any rows concern
    somebody under a hold, ``since`` the field from which their age is counted. ``dispose`` is
    given rows that are due and not held, and says how many went.
    """

    kind: str
    due: Callable[[datetime], Rows]
    held: Callable[[Held], Q]
    since: str
    dispose: Callable[[Rows], int] = delete_rows

    def free(self, before: datetime, held: Held) -> Rows:
        """Rows that are due and that no hold keeps."""
        return self.due(before).exclude(self.held(held))

    def kept(self, before: datetime, held: Held) -> Rows:
        """Rows that are due and stay because of a hold."""
        return self.due(before).filter(self.held(held))


@dataclass(frozen=True, slots=True, kw_only=True)
class Eraser:
    """How one kind of record that belongs to a child is found and deleted.

    ``rows`` is given every row of the child (after mergers), as ids. Counts of one label are told
    together, where one alone would tell too much.
    """

    label: str
    rows: Callable[[frozenset[UUID]], Rows]
    erase: Callable[[Rows], int] = delete_rows


def oldest(rows: Rows, since: str) -> datetime | None:
    """Since when the oldest of the rows has been there."""
    found: datetime | None = rows.aggregate(at=models.Min(since))["at"]
    return found
