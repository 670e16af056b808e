"""What the ledger holds, as tests of services assert it."""

from typing import Any

from goldenthread.core.events import Event, from_data
from goldenthread.core.models import LedgerEntry


def written() -> int:
    """How many rows there are."""
    return LedgerEntry.objects.count()


def last() -> Event:
    """The newest row, as the event that it was."""
    entry = LedgerEntry.objects.order_by("-id")[0]
    return from_data(entry.kind, entry.data)


def last_actor() -> str:
    """Who is written in the newest row."""
    return LedgerEntry.objects.order_by("-id")[0].actor


def told(kind: type[Event], **fields: Any) -> bool:
    """Whether the newest row is this event."""
    return last() == kind(**fields)
