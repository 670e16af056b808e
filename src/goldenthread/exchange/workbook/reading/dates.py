"""Dates as people type them: day first, never guessed."""

import re
from datetime import date, datetime, timedelta

from goldenthread.exchange.book import Value

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip

_WEEKDAY = r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_TIME = r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?Z?)?$"
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME, re.IGNORECASE)
_NUMBERS = re.compile(
    _WEEKDAY + r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})" + _TIME, re.IGNORECASE
)
_DAY_MONTH = re.compile(
    _WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[-\s,]*([a-z]+)\.?[-\s,]*(\d{4}|\d{2})" + _TIME,
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    _WEEKDAY + r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME, re.IGNORECASE
)

_EXCEL_DAY_0 = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 73_050
"""Excel's numbers for the days from 1990 to 2099."""

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)


class NotADate(ValueError):
    """The message is an instruction for whoever wrote the cell."""


def day_of(value: Value) -> date:
    """The day that a cell means. Raises ``NotADate``.

    Typed dates are day first (3/9/26 is 3 September 2026); two figures of a year are 2000-2099.
    A number is Excel's count of days, as a date looks in a cell with a general format.

    >>> day_of("3/9/26"), day_of("3rd September 2026"), day_of("2026-09-03")
    (datetime.date(2026, 9, 3), datetime.date(2026, 9, 3), datetime.date(2026, 9, 3))
    >>> day_of(46268.0)
    datetime.date(2026, 9, 3)
    """
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    elif isinstance(value, float):
        day = _from_serial(value)
    elif isinstance(value, str):
        day = _typed(value)
    else:
        raise NotADate(_HOW)
    if not EARLIEST <= day <= LATEST:
        raise NotADate(f"The year {day.year} cannot be meant; write the whole date again.")
    return day


_HOW = "Write a date as day/month/year, such as 03/09/2026."


def _from_serial(number: float) -> date:
    if not _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        raise NotADate(_HOW)
    return _EXCEL_DAY_0 + timedelta(days=int(number))


def _typed(text: str) -> date:
    """``text`` has no spaces around it."""
    if found := _ISO.match(text):
        return _day(int(found[3]), int(found[2]), found[1])
    if found := _NUMBERS.match(text):
        return _day(int(found[1]), int(found[2]), found[3])
    if found := _DAY_MONTH.match(text):
        return _day(int(found[1]), _month(found[2]), found[3])
    if found := _MONTH_DAY.match(text):
        return _day(int(found[2]), _month(found[1]), found[3])
    raise NotADate(_HOW)


def _month(name: str) -> int:
    """Number of a month, from its name or its first three letters or more."""
    lower = name.lower()
    for number, month in enumerate(_MONTHS, start=1):
        if len(lower) >= 3 and month.startswith(lower):
            return number
    raise NotADate(_HOW)


def _day(day: int, month: int, year: str) -> date:
    whole_year = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole_year, month, day)
    except ValueError:
        raise NotADate(_mend(day, month, whole_year)) from None


def _mend(day: int, month: int, year: int) -> str:
    """Say what is wrong: a month above twelve is usually the American order."""
    if 12 < month <= 31 and day <= 12:
        return (
            f"Dates are read day first, and there is no month {month}; "
            f"if {month}/{day:02}/{year} is meant, write that, and look at the other typed dates."
        )
    return f"There is no such day. {_HOW}"
