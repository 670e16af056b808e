"""Months of audits, as a table writes them: ``2026-09``, or a day of that month."""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

_MONTH = re.compile(r"(?P<month>[0-9]{4}-[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[T ][0-9:.]+Z?)?)?")

HOW = "Write the month as year-month, such as 2026-09."


def month_of(text: str) -> str | None:
    """The month that a cell means; ``None`` for whatever is no month.

    >>> month_of("2026-09"), month_of("2026-09-30"), month_of("2026-13"), month_of("01/09/2026")
    ('2026-09', '2026-09', None, None)
    """
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    try:
        date.fromisoformat(f"{found['month']}-{found['day'] or '01'}")
    except ValueError:
        return None
    return found["month"]


def within(
    months: Sequence[str], code: NDArray[np.int32], since: date | None, until: date | None
) -> NDArray[np.bool_]:
    """Which months have a day from ``since`` to ``until``; a missing month has none.

    >>> months, code = ["2026-01", "2026-02"], np.array([0, 1, -1], np.int32)
    >>> within(months, code, date(2026, 1, 31), date(2026, 1, 31)).tolist()
    [True, False, False]
    """
    first = since.isoformat()[:7] if since else ""
    last = until.isoformat()[:7] if until else "9999-12"
    asked = [first <= month <= last for month in months]
    kept: NDArray[np.bool_] = np.array([*asked, False], dtype=np.bool_)[code]
    return kept


def period(since: date | None, until: date | None) -> str:
    """The dates that were asked for, in words.

    >>> period(date(2026, 1, 1), None), period(date(2026, 1, 1), date(2026, 3, 31))
    ('from 2026-01-01', 'from 2026-01-01 to 2026-03-31')
    """
    words = [f"from {since.isoformat()}"] if since else []
    return " ".join([*words, f"to {until.isoformat()}"] if until else words)
