"""The period that a document is about, and the day on which it was issued, as it prints them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from goldenthread.checker.effect.brief import Brief, Line

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split("|"), start=1)}
MONTH = rf"(?:{_MONTHS}|(?:{_SHORT})\b\.?)"
"""The name of a month, whole or short, for use in other patterns (lower case)."""

_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)"
_YEAR = r"(?:(?:19|20)\d\d|['‘]?\d\d(?![\d/:.]))"

_RANGE = re.compile(
    rf"\b{_DAY}?{MONTH}(?:,?\s{_YEAR})?\s?(?:and|&|to|until|-|–|—|/)\s?"
    rf"(?P<day>{_DAY})?(?P<month>{MONTH}),?\s(?P<year>{_YEAR})\b"
)
"""Two months: "September and October 2026", "DECEMBER 18 & JANUARY 19", "1 May to 30 June 2026"."""

_FINANCIAL_QUARTER = re.compile(
    r"\b(?:q|quarter\s)(?P<quarter>[1-4])\b(?:\sof)?[\s,:(–-]{0,3}(?P<year>20\d\d)\s?[/–-]\s?\d\d(?:\d\d)?\b"
)
_ONE_MONTH = re.compile(rf"(?<!\d )(?<!\dth )\b(?P<month>{MONTH})\s(?P<year>(?:19|20)\d\d)\b")
_WHOLE_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{MONTH}),?\s(?P<year>20\d\d)\b"
)
_IN_FIGURES = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>20\d\d)\b")
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_ISSUED = re.compile(
    r"\b(?:issued|published|publication date|date of issue|issue date|date|dated|sent)"
    r"(?:\son)?\s?:?\s(?=\d)"
)
_OF_A_PERIOD = re.compile(
    r"\b(?:period|covers?|covering|findings|feedback for|audits? (?:in|from|completed|carried out)"
    r"|audited|quarter)\b"
)
_OTHER_DAY = re.compile(r"\b(?:issued|published|next|due|by|version|updated)\b")
_TOP = 12


@dataclass(frozen=True, slots=True)
class Period:
    """The last day of the period, and the line that says so."""

    end: date
    line: Line


def period_of(brief: Brief) -> Period | None:
    """The period printed near the top, or in a sentence about what was audited.

    >>> from goldenthread.checker.source import FileKind, Passage, Source
    >>> top = Passage("DECEMBER 18 & JANUARY 19 audit findings", "line 1")
    >>> period_of(Brief(Source("a.txt", FileKind.TEXT, (top,)))).end
    datetime.date(2019, 1, 31)
    """
    top = [*brief.headings[:_TOP], *brief.paragraphs[:_TOP]]
    title = [Line(brief.source.title, "title")] if brief.source.title else []
    for line in [*top, *title]:
        end = _end_of_period(line.lower)
        if end:
            return Period(end, line)
    for line in brief.matching(_OF_A_PERIOD):
        end = _end_of_period(line.lower)
        if end:
            return Period(end, line)
    return None


def _end_of_period(lower: str) -> date | None:
    found = _RANGE.search(lower)
    if found:
        day = re.sub(r"\D", "", found["day"] or "")
        return _last_day(found["month"], found["year"], day)
    found = _FINANCIAL_QUARTER.search(lower)
    if found:
        return _end_of_quarter(int(found["quarter"]), int(found["year"]))
    found = None if _OTHER_DAY.search(lower) else _ONE_MONTH.search(lower)
    return _last_day(found["month"], found["year"], "") if found else None


def _end_of_quarter(quarter: int, year: int) -> date:
    """Quarters of the year that begins on 1 April.

    >>> _end_of_quarter(4, 2025)
    datetime.date(2026, 3, 31)
    """
    month = (3 * quarter + 2) % 12 + 1
    year += quarter == 4
    return date(year, month, calendar.monthrange(year, month)[1])


def _last_day(month: str, year: str, day: str) -> date | None:
    return _date(day or "31", _month(month), year, clip=not day)


def _month(name: str) -> int:
    return _NUMBERS[name[:3]]


def _date(day: str, month: int, year: str, *, clip: bool = False) -> date | None:
    """A date from its parts, or ``None``; ``clip`` takes the last day of a shorter month."""
    number = int(re.sub(r"\D", "", year))
    number += 2000 if number < 100 else 0
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(number, month)[1]
    chosen = min(int(day), last) if clip else int(day)
    return date(number, month, chosen) if 1 <= chosen <= last else None


@dataclass(frozen=True, slots=True)
class Issue:
    """The day of issue, and the line that says so; no line where the caller knew it."""

    on: date
    line: Line | None


def issue_of(brief: Brief) -> Issue | None:
    """The day of issue that the document prints, else the one that the caller knows."""
    for line in [*brief.paragraphs, *brief.headings[:_TOP]]:
        lower = line.lower
        said = _ISSUED.search(lower)
        if said:
            day = _day_in(lower[said.end() :][:40])
            if day:
                return Issue(day, line)
    for line in brief.paragraphs[:_TOP]:
        day = _day_in(line.lower)
        if day and len(line.text) < 30:
            return Issue(day, line)
    return Issue(brief.issued_on, None) if brief.issued_on else None


def _day_in(lower: str) -> date | None:
    """The day that a text begins with or is.

    >>> _day_in("3 march 2026"), _day_in("03/03/2026"), _day_in("2026-03-03")
    (datetime.date(2026, 3, 3), datetime.date(2026, 3, 3), datetime.date(2026, 3, 3))
    """
    found = _WHOLE_DATE.match(lower)
    if found:
        return _date(found["day"], _month(found["month"]), found["year"])
    found = _IN_FIGURES.match(lower) or _ISO.match(lower)
    return _date(found["day"], int(found["month"]), found["year"]) if found else None
