"""Days and lists in words."""

from collections.abc import Iterable
from datetime import date, datetime

from goldenthread.core.clock import LONDON
from goldenthread.people.models import Period


def day(on: date | datetime) -> str:
    """A day as people write it.

    >>> day(date(2026, 11, 3))
    '3 November 2026'
    """
    local = on.astimezone(LONDON) if isinstance(on, datetime) else on
    return f"{local:%-d %B %Y}"


def moment(at: datetime) -> str:
    """A moment of London's clock.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 7, 1, 13, 5, 9, tzinfo=UTC))
    '1 July 2026 at 14:05:09'
    """
    return f"{day(at)} at {at.astimezone(LONDON):%H:%M:%S}"


def period(row: Period) -> str:
    """From when until when."""
    return f"{day(row.from_on)} to {day(row.to_on)}" if row.to_on else f"Since {day(row.from_on)}"


def listed(texts: Iterable[str]) -> str:
    """Several in one cell.

    >>> listed(["North", "South"])
    'North, South'
    """
    return ", ".join(texts)
