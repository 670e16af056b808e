"""Amounts in words: parts of a grade in quarters, parts of a whole in plain fractions.

What a model says is known to a quarter of a grade at best, and a reader hears more than that in
a decimal. Everything is rounded half up, once.
"""

from dataclasses import dataclass
from math import floor

from goldenthread.analysis.phrases.pieces import FigurePart, Pieces
from goldenthread.analysis.rounding import rounded_percent

_QUARTERS = ("", "a quarter", "half", "three-quarters")
_WHOLES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FRACTIONS = (
    (0.1, "one-tenth"),
    (0.2, "one-fifth"),
    (0.25, "one-quarter"),
    (1 / 3, "one-third"),
    (0.4, "two-fifths"),
    (0.5, "half"),
    (0.6, "three-fifths"),
    (2 / 3, "two-thirds"),
    (0.75, "three-quarters"),
    (0.8, "four-fifths"),
    (0.9, "nine-tenths"),
)
_HARDLY_ANY = 0.05


@dataclass(frozen=True, slots=True)
class Estimated:
    """A part of a whole, or a difference in grades, with its range."""

    value: float
    lower: float
    upper: float

    @property
    def told_apart(self) -> bool:
        """Whether the range leaves out nought."""
        return not self.lower <= 0 <= self.upper


def quarters(grades: float) -> int:
    """So many grades, either way, in quarters of a grade.

    >>> quarters(0.375), quarters(-0.6), quarters(0.1)
    (2, 2, 0)
    """
    return floor(4 * abs(grades) + 0.5)


def grades_in_words(grades: float) -> str:
    """So many grades, either way, to the nearest quarter.

    >>> [grades_in_words(x) for x in (0.05, -0.25, 0.5, 0.8)]
    ['less than a quarter of a grade', 'a quarter of a grade', 'half a grade', \
'three-quarters of a grade']
    >>> [grades_in_words(x) for x in (1, -1.3, 1.6, 2)]
    ['a whole grade', 'one and a quarter grades', 'one and a half grades', 'two grades']
    """
    whole, part = divmod(quarters(grades), 4)
    if whole == 0:
        of = {0: "less than a quarter of a grade", 2: "half a grade"}
        return of.get(part, f"{_QUARTERS[part]} of a grade")
    if (whole, part) == (1, 0):
        return "a whole grade"
    number = _WHOLES[whole] if whole < len(_WHOLES) else f"{whole:,}"
    return (
        f"{number}{f' and {_QUARTERS[part]}'.replace('and half', 'and a half') * (part > 0)} grades"
    )


def range_in_words(low: float, high: float) -> str:
    """A range of differences in grades, below 0 for lower; first what is nearer to no difference.

    >>> range_in_words(-1.02, -0.2), range_in_words(0.1, 0.6)
    ('a quarter lower to a whole grade lower', 'barely higher to half a grade higher')
    >>> range_in_words(-0.5, 0.3), range_in_words(-0.1, 0.6)
    ('half a grade lower to a quarter higher', 'no different to half a grade higher')
    >>> range_in_words(0.4, 0.6), range_in_words(-0.1, 0.1)
    ('the same to the nearest quarter', 'less than a quarter either way')
    """
    first, last = (high, low) if high <= 0 else (low, high)
    if not quarters(first) and not quarters(last):
        return "less than a quarter either way" if low < 0 < high else "less than a quarter"
    one, other = (_end(end, apart=low * high > 0) for end in (first, last))
    return "the same to the nearest quarter" if one == other else f"{one} to {other}"


def _end(grades: float, *, apart: bool) -> str:
    """One end; where all of the range is ``apart`` from no difference, no end says none."""
    way = "lower" if grades < 0 else "higher"
    if not quarters(grades):
        return f"barely {way}" if apart else "no different"
    amount = grades_in_words(grades)
    if quarters(grades) in (1, 3):
        amount = amount.removesuffix(" of a grade")
    return f"{amount} {way}"


def part_in_words(part: float) -> str:
    """A part of a whole as a plain fraction.

    >>> [part_in_words(x) for x in (0.01, 0.3, 0.66, 0.97)]
    ['hardly any', 'about one-third', 'about two-thirds', 'nearly all']
    """
    if part < _HARDLY_ANY:
        return "hardly any"
    if part > 1 - _HARDLY_ANY:
        return "nearly all"
    nearest = min(_FRACTIONS, key=lambda each: abs(each[0] - part))
    return f"about {nearest[1]}"


def percent(part: float) -> str:
    """An estimated part in whole per cents; nothing is printed as none or all that is not.

    >>> percent(0.665), percent(0.004), percent(0.997), percent(1.0)
    ('67%', 'under 1%', 'over 99%', '100%')
    """
    rounded = floor(100 * part + 0.5)
    if rounded < 1 and part > 0:
        return "under 1%"
    return "over 99%" if rounded >= 100 and part < 1 else f"{rounded}%"


def hundredths(part: float) -> int:
    """An estimated part in whole parts of a hundred, at least 1 and at most 99.

    >>> hundredths(0.665), hundredths(0.999)
    (67, 99)
    """
    return min(max(floor(100 * part + 0.5), 1), 99)


def percent_of(count: int, base: int) -> str:
    """A counted part in whole per cents, however large its base.

    >>> percent_of(322, 883), percent_of(1, 900)
    ('36%', 'under 1%')
    """
    rounded = rounded_percent(count, base)
    if rounded in (0, 100) and count not in (0, base):
        return percent(count / base)
    return f"{rounded}%"


def count_part(key: str, number: int) -> FigurePart:
    """A number as a piece that knows its figure."""
    return FigurePart(f"consistency.{key}", (), "count", f"{number:,}", number)


def share_part(key: str, count: int, base: int, of: str = "") -> FigurePart:
    """A counted part with its base and per cent as a piece; ``of`` names what the base counts.

    >>> share_part("pairs_same", 322, 883, " pairs of grades").text
    '322 of 883 pairs of grades (36%)'
    """
    text = f"{count:,} of {base:,}{of} ({percent_of(count, base)})"
    return FigurePart(f"consistency.{key}", (), "words" if of else "text", text, count, base)


def text_part(key: str, text: str) -> FigurePart:
    """An estimate, already in words or per cents, as such a piece."""
    return FigurePart(f"consistency.{key}", (), "text", text)


def percents_between(key: str, low: float, high: float) -> Pieces:
    """Both ends of an estimated part, each in per cents.

    >>> from goldenthread.analysis.phrases.pieces import plain_text
    >>> plain_text(percents_between("share", 0.53, 0.775))
    '53% to 78%'
    """
    ends = (text_part(f"{key}.lower", percent(low)), text_part(f"{key}.upper", percent(high)))
    return (ends[0], " to ", ends[1])


def hundredths_between(key: str, low: float, high: float) -> Pieces:
    """Both ends of an estimated part, in whole parts of a hundred.

    A brief keeps per cents for what was counted, and prints them with their count and base.

    >>> from goldenthread.analysis.phrases.pieces import plain_text
    >>> plain_text(hundredths_between("share", 0.53, 0.775))
    '53 to 78'
    """
    ends = (
        text_part(f"{key}.lower", f"{hundredths(low)}"),
        text_part(f"{key}.upper", f"{hundredths(high)}"),
    )
    return (ends[0], " to ", ends[1])
