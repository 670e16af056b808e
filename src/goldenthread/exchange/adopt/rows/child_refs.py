"""Child references: a number of the case system passes; a name or a date of birth is refused."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

LONGEST = 24
"""Characters in a reference; anything longer is a sentence."""

HARMLESS_WORDS = frozenset(
    {"azeus", "care", "caredirector", "child", "cin", "client", "cla", "cp", "eclipse", "family",
     "icl", "id", "lac", "lcs", "liquidlogic", "mosaic", "no", "number", "pathway", "person", "pin",
     "ref", "reference", "ssid", "swift", "yp"}
)  # fmt: skip
"""Words that systems put before a number; any other word of three letters may be a name."""

_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"(?<!\d)\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}(?!\d)")
_MONTH = re.compile(r"\d\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


class Refusal(StrEnum):
    """Why a value cannot stand for a child. The value itself is never repeated."""

    NAME = "it looks like a name or initials"
    BIRTH = "it looks like a date of birth"
    SENTENCE = "it is too long for a reference"


def refused(value: object) -> Refusal | None:
    """Why ``value`` may not be a child reference, or ``None`` when it may.

    >>> refused("1042"), refused("MOSAIC 204471"), refused("YP-17")
    (None, None, None)
    >>> refused("Callum P"), refused("JS"), refused("12/03/2014")
    (<Refusal.NAME: ...>, <Refusal.NAME: ...>, <Refusal.BIRTH: ...>)
    """
    if isinstance(value, date | datetime):
        return Refusal.BIRTH
    text = str(value).strip()
    if len(text) > LONGEST:
        return Refusal.SENTENCE
    if _DATE.search(text) or _MONTH.search(text) or _is_birth_in_eight_digits(text):
        return Refusal.BIRTH
    return Refusal.NAME if _may_be_a_name(text) else None


def mostly_six_digit_births(values: Sequence[str]) -> bool:
    """Whether a column of six-digit numbers reads as ``ddmmyy``.

    One in thirty true six-digit references does by chance, so a column is judged as a whole: at
    least four values, more than half of them dates.
    """
    dates = sum(_is_birth_in_six_digits(value.strip()) for value in values)
    return len(values) >= 4 and dates * 2 > len(values)


def _may_be_a_name(text: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(text)]
    strange = [word for word in words if len(word) >= 3 and word not in HARMLESS_WORDS]
    return bool(strange) or not any(letter.isdigit() for letter in text)


def _is_birth_in_eight_digits(text: str) -> bool:
    if not re.fullmatch(r"\d{8}", text):
        return False
    day_first = (int(text[4:]), int(text[2:4]), int(text[:2]))
    year_first = (int(text[:4]), int(text[4:6]), int(text[6:]))
    return any(_is_recent_day(*parts) for parts in (day_first, year_first))


def _is_birth_in_six_digits(text: str) -> bool:
    if not re.fullmatch(r"\d{6}", text):
        return False
    return _is_recent_day(2000 + int(text[4:]), int(text[2:4]), int(text[:2]))


def _is_recent_day(year: int, month: int, day: int) -> bool:
    """Whether a child or young person known to the service now can have been born then."""
    if not 1995 <= year <= 2040:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
