"""What a cell of a table or chart holds: a count, a percentage, both, words, or nothing known."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.definitions.literals import counts_something


class Says(StrEnum):
    """What a header says of the numbers below it or beside it."""

    NOTHING = "nothing"
    COUNT = "count"
    PERCENT = "percent"
    COUNT_THEN_PERCENT = "count (percent)"
    PERCENT_THEN_COUNT = "percent (count)"
    RATE = "rate"
    """A rate: a share where it has a sign, and never counted where it has none."""
    NO_FIGURE = "no figure"
    """Years, rates, averages, targets, money, points: never counted or added."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed. ``row`` and ``column`` count from nought in the grid.

    ``is_known`` is false for an empty cell and for one that hides or lacks its number.
    ``bare`` is true where numbers stand without a sign, so that headers must say what they are.
    """

    text: str
    row: int
    column: int
    count: int | None = None
    base: int | None = None
    share: Share | None = None
    is_known: bool = True
    bare: bool = False

    @property
    def has_number(self) -> bool:
        """Whether it holds a count or a percentage."""
        return self.count is not None or self.share is not None


_COUNT = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
_PERCENT = r"\d{1,3}(?:\.\d{1,6})?"
_SIGN = r"\s?(?:%|per\s?cent)"
_LINK = r"(?:\s?[,;:/|–—-]\s?\(?|\s?\(|\s)\s?(?:or\s|n\s?=\s?)?"
"""What stands between a count and its percentage: a bracket, a comma, a stroke, "or"."""

_OF = r"\s?(?:/|(?:out\s)?of(?:\sthe)?)\s?"
_UNIT = r"(?:\s[a-z]{3,20}){0,2}"
_END = r"\s?\)?"

_CELL = re.compile(
    rf"(?P<count>{_COUNT})(?:{_OF}(?P<base>{_COUNT}))?(?P<unit>{_UNIT})"
    rf"(?:{_LINK}(?P<percent>{_PERCENT}){_SIGN}{_END})?"
    rf"|(?P<percent_first>{_PERCENT}){_SIGN}"
    rf"(?:{_LINK}(?P<count_after>{_COUNT})(?:{_OF}(?P<base_after>{_COUNT}))?{_UNIT}{_END})?"
)
"""One count, one percentage, or the two of them in either order: "10", "38%", "10/26 (38%)"."""

_DECIMAL = re.compile(r"\d{1,9}\.\d{1,6}")
_BARE_PERCENT = re.compile(_PERCENT)
_TWO_BARE = re.compile(rf"(?P<first>{_PERCENT})\s?[(/|]\s?(?P<second>{_PERCENT})\s?\)?")
"""Two numbers without a sign, "10 (38)": only a header can tell which is which."""

_UNKNOWN = re.compile(
    r"[-–—.:…*~^]{0,3}|[cxzkuw]|\[[a-z]\]|n\s?/?\s?[akr]|nil\sreturn|low|not\s\w{1,20}"
    r"|(?:<|≤|under|below|(?:fewer|less)\sthan|up\sto)\s?\w{1,6}"
    r"|\d\s?(?:-|–|to)\s?\d{1,2}|suppressed|unknown|missing|none?\sgiven",
    re.IGNORECASE,
)
"""Signs for a number that is absent or hidden; the letters are those of official statistics."""

_FOOTNOTE = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,3}$")
_LARGEST = 2
"""No slip makes a share larger than 200%."""

_LONGEST = 60
"""No number in a cell is longer; what is, is prose."""


def cell_of(text: str, row: int, column: int) -> Cell:
    """Read a cell without regard to its headers.

    >>> cell_of("10 (38%)", 1, 1).count, cell_of("38% (10)", 1, 1).count
    (10, 10)
    >>> cell_of("10/26", 1, 1).base, cell_of("<5", 1, 1).is_known, cell_of("2.4", 1, 1).has_number
    (26, False, False)
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        return Cell(text, row, column)
    if _UNKNOWN.fullmatch(stripped):
        return Cell(text, row, column, is_known=False)
    printed = _FOOTNOTE.sub("", stripped).rstrip()
    match = _CELL.fullmatch(printed)
    if match is None:
        if _DECIMAL.fullmatch(printed) or _TWO_BARE.fullmatch(printed):
            return Cell(text, row, column, bare=True)
        return _in_words(text, printed, row, column)
    return _matched(text, match, row, column)


def as_headers_say(cell: Cell, says: Says) -> Cell:
    """Read the cell anew, now that its headers tell what its bare numbers are.

    >>> as_headers_say(cell_of("38", 1, 2), Says.PERCENT).share.printed
    '38'
    >>> as_headers_say(cell_of("10 (38)", 1, 2), Says.COUNT_THEN_PERCENT).count
    10
    """
    if says is Says.NO_FIGURE or (says is Says.RATE and cell.share is None):
        return Cell(cell.text, cell.row, cell.column)
    printed = _FOOTNOTE.sub("", cell.text.strip()).rstrip()
    if says is Says.PERCENT and _BARE_PERCENT.fullmatch(printed):
        return Cell(cell.text, cell.row, cell.column, share=percent_share(printed), bare=True)
    if says in (Says.COUNT_THEN_PERCENT, Says.PERCENT_THEN_COUNT):
        pair = _TWO_BARE.fullmatch(printed)
        if pair:
            return _of_two(cell, pair, says)
    return cell


@lru_cache(maxsize=4096)
def percent_share(printed: str) -> Share | None:
    """A percentage from its digits; ``None`` far above 100, which is growth and no share."""
    value = Fraction(printed) / 100
    if value > _LARGEST:
        return None
    return Share(printed, value, len(printed.partition(".")[2]))


def _matched(text: str, match: re.Match[str], row: int, column: int) -> Cell:
    unit = match["unit"] or ""
    if unit and not counts_something(unit) and not match["percent"]:
        return Cell(text, row, column)
    count, base = match["count"] or match["count_after"], match["base"] or match["base_after"]
    percent = match["percent"] or match["percent_first"]
    return Cell(
        text,
        row,
        column,
        count=_whole(count),
        base=_whole(base),
        share=percent_share(percent) if percent else None,
        bare=bool(count) and not (base or percent or unit),
    )


def _whole(digits: str | None) -> int | None:
    return int(digits.replace(",", "")) if digits else None


def _in_words(text: str, printed: str, row: int, column: int) -> Cell:
    """A number in words that fills its cell: "nine", "nil"."""
    if printed[:1].isalpha():
        numbers = numbers_in(printed)
        if len(numbers) == 1 and numbers[0].text == printed:
            return Cell(text, row, column, count=numbers[0].value)
    return Cell(text, row, column)


def _of_two(cell: Cell, pair: re.Match[str], says: Says) -> Cell:
    count, percent = pair["first"], pair["second"]
    if says is Says.PERCENT_THEN_COUNT:
        count, percent = percent, count
    if not count.isdigit():
        return cell
    share = percent_share(percent)
    return Cell(cell.text, cell.row, cell.column, count=int(count), share=share)
