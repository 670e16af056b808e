"""Moments, days and kinds in words."""

from datetime import date, datetime

from goldenthread.core.clock import LONDON


def day(on: date | datetime | None) -> str:
    """A day as people write it; empty for none.

    >>> day(date(2026, 11, 3))
    '3 November 2026'
    """
    if on is None:
        return ""
    local = on.astimezone(LONDON) if isinstance(on, datetime) else on
    return f"{local:%-d %B %Y}"


def moment(at: datetime) -> str:
    """A moment by the clock in London.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 7, 1, 8, 5, tzinfo=UTC))
    '1 July 2026 at 9:05am'
    """
    there = at.astimezone(LONDON)
    return f"{day(there)} at {there:%-I:%M}{there:%p}".replace("AM", "am").replace("PM", "pm")


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(2, "row"), counted(0, "entry", "entries")
    ('1 row', '2 rows', '0 entries')
    """
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def short(which: object) -> str:
    """The first digits of an id, by which people tell rows apart.

    >>> from uuid import UUID
    >>> short(UUID(int=1 << 96))
    '00000001'
    """
    return str(which)[:8]
