"""Whether the day or the month stands first in typed dates: shown by the source, never guessed."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from goldenthread.exchange.adopt.reading.grids import Cell, text_of
from goldenthread.exchange.workbook.reading.dates import NotADate, day_of


class DateOrder(StrEnum):
    """How a typed date such as 03/04/2026 is read."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNDECIDED = "undecided"


_NUMBERS = re.compile(
    r"(?<!\d)(\d{1,2})(\s*[-/. ]\s*)(\d{1,2})(?=\s*[-/. ]\s*(?:\d{4}|\d{2})(?!\d))"
)
"""Two numbers before a year: the day and the month, in one order or the other."""

_YEAR_FIRST = re.compile(r"\d{4}[-/.]")


def date_of(value: Cell, order: DateOrder) -> date | None:
    """The day that a cell gives; ``None`` when it gives none, or not without knowing the order.

    Times are dropped. A bare number is no date: Excel's serial numbers are not guessed at.

    >>> date_of("3 March 2026", DateOrder.UNDECIDED)
    datetime.date(2026, 3, 3)
    >>> date_of("03/04/2026", DateOrder.MONTH_FIRST), date_of("03/04/2026", DateOrder.UNDECIDED)
    (datetime.date(2026, 3, 4), None)
    >>> date_of("13/04/2026", DateOrder.UNDECIDED)
    datetime.date(2026, 4, 13)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _day_first(text_of(value), order) if isinstance(value, str) else None
    try:
        return day_of(text) if text else None
    except NotADate:
        return None


def order_of(values: Iterable[Cell]) -> DateOrder | None:
    """The order that typed dates show; ``None`` when no date leaves a doubt, or none is typed.

    A single day above 12 decides for all. Days above 12 in both places, or in neither, leave it
    undecided.

    >>> order_of(["03/04/2026", "27/04/2026"]), order_of(["03/04/2026"]), order_of(["2026-04-03"])
    (<DateOrder.DAY_FIRST: 'day first'>, <DateOrder.UNDECIDED: 'undecided'>, None)
    """
    shown: set[DateOrder] = set()
    doubtful = False
    for value in values:
        numbers = _numbers(text_of(value)) if isinstance(value, str) else None
        if numbers is None:
            continue
        first, second = numbers
        if first > 12 or second > 12:
            shown.add(DateOrder.DAY_FIRST if first > 12 else DateOrder.MONTH_FIRST)
        elif first != second:
            doubtful = True
    if len(shown) == 1:
        return shown.pop()
    return DateOrder.UNDECIDED if shown or doubtful else None


def _numbers(text: str) -> tuple[int, int] | None:
    """The two numbers before a year, if the text is such a date."""
    match = None if _YEAR_FIRST.match(text) else _NUMBERS.search(text)
    return (int(match[1]), int(match[3])) if match else None


def _day_first(text: str, order: DateOrder) -> str | None:
    """The same date with the day first; ``None`` when the order is not known or does not fit."""
    numbers = _numbers(text)
    if numbers is None or numbers[0] == numbers[1]:
        return text
    first, second = numbers
    if first > 12 or second > 12:
        shown = DateOrder.DAY_FIRST if first > 12 else DateOrder.MONTH_FIRST
        order = shown if order in (shown, DateOrder.UNDECIDED) else DateOrder.UNDECIDED
    if order is DateOrder.MONTH_FIRST:
        return _NUMBERS.sub(r"\3\2\1", text, count=1)
    return text if order is DateOrder.DAY_FIRST else None
