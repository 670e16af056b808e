"""What the ledger holds, as tests of services assert it."""

from typing import Any

from django.db.models import QuerySet

from goldenthread.core.events import Event, from_data
from goldenthread.core.models import LedgerEntry


def _own() -> QuerySet[LedgerEntry]:
    """Rows of this app, the newest first: who reacts to its events writes rows of their own."""
    return LedgerEntry.objects.filter(kind__startswith="people.").order_by("-id")


def written() -> int:
    """How many rows there are."""
    return _own().count()


def last() -> Event:
    """The newest row, as the event that it was."""
    entry = _own()[0]
    return from_data(entry.kind, entry.data)


def last_actor() -> str:
    """Who is written in the newest row."""
    return _own()[0].actor


def told(kind: type[Event], **fields: Any) -> bool:
    """Whether the newest row is this event."""
    return last() == kind(**fields)
