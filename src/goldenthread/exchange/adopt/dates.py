"""Dates as people type them, and whether the day or the month stands first."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from goldenthread.exchange.adopt.grids import Cell, text_of


class DateOrder(StrEnum):
    """How a typed date such as 03/04/2026 is read."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNDECIDED = "undecided"


_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d.*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:,? \d{1,2}:\d.*)?")
_DAY_AND_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(\d{4}|\d{2})")
_NAME_AND_DAY = re.compile(r"([a-z]{3,9})[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? ")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip


def date_of(value: Cell, order: DateOrder) -> date | None:
    """The day that a cell gives; ``None`` when it gives none, or not without knowing the order.

    Times are dropped. A bare number is no date: Excel's serial numbers are not guessed at.

    >>> date_of("3 March 2026", DateOrder.UNDECIDED)
    datetime.date(2026, 3, 3)
    >>> date_of("03/04/2026", DateOrder.DAY_FIRST), date_of("03/04/2026", DateOrder.UNDECIDED)
    (datetime.date(2026, 4, 3), None)
    >>> date_of("13/04/2026", DateOrder.UNDECIDED)
    datetime.date(2026, 4, 13)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _typed(text_of(value).casefold(), order) if isinstance(value, str) else None


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
        match = _YEAR_LAST.fullmatch(text_of(value)) if isinstance(value, str) else None
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        if first > 12 or second > 12:
            shown.add(DateOrder.DAY_FIRST if first > 12 else DateOrder.MONTH_FIRST)
        elif first != second:
            doubtful = True
    if len(shown) == 1:
        return shown.pop()
    return DateOrder.UNDECIDED if shown or doubtful else None


def _typed(text: str, order: DateOrder) -> date | None:
    text = _WEEKDAY.sub("", text)
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.fullmatch(text):
        return _ordered(int(match[1]), int(match[2]), _year(match[3]), order)
    if match := _DAY_AND_NAME.fullmatch(text):
        return _day(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _NAME_AND_DAY.fullmatch(text):
        return _day(_year(match[3]), _month(match[1]), int(match[2]))
    return None


def _ordered(first: int, second: int, year: int, order: DateOrder) -> date | None:
    if first == second or (first > 12 and order is not DateOrder.MONTH_FIRST):
        return _day(year, second, first)
    if second > 12 and order is not DateOrder.DAY_FIRST:
        return _day(year, first, second)
    if order is DateOrder.UNDECIDED:
        return None
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return _day(year, month, day)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month(name: str) -> int:
    """The month's number, 0 for a word that is no month or could be two."""
    matches = [n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name)]
    if name == "sept":
        return 9
    return matches[0] if len(matches) == 1 else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
