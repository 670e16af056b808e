"""Printed percentages, fractions in words, and proportions such as "one in five"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from goldenthread.checker.figures.model import Closeness, Share
from goldenthread.checker.figures.words.marking import TEXTS_REMEMBERED
from goldenthread.definitions.numerals import (
    BELOW_HUNDRED,
    HYPHEN,
    ONE_TO_NINE,
    value_in_words,
)


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A share and its stretch of the text, sign included."""

    share: Share
    start: int
    end: int


PER_CENT_SIGN = r"(?:\s?%(?!\d)|\s?per\s?-?\s?cent\b|\s?percent\b)"
"""The sign or the words; "per- cent" is what a line's end makes of it."""

_NO_PERCENTAGE = r"(?!age|\s?points?\b|\s?pts?\b|ile)"
_PERCENTAGE = rf"""
    (?<![\w£$€+±−%])(?<!\d[.,:/])(?<!\s-)(?<!\(-)
    (?P<percent>\d{{1,3}}(?:[.·]\d{{1,4}})?|(?:a\shundred|one\shundred|{BELOW_HUNDRED}|zero|nil))
    {PER_CENT_SIGN}{_NO_PERCENTAGE}
"""

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ONE_PART = "|".join(part for part in _PARTS if part != "half")
_NO_WHOLE = (
    r"(?:years?|terms?|days?|hours?|minutes?|mornings?|afternoons?|weeks?|months?|quarters?"
    r"|centur\w+|decades?|sessions?|meetings?\slater|way|battle|period|term|semester|pounds?"
    r"|(?:school|financial|academic|calendar|reporting|working)\s(?:year|period|day|week)"
    r"|(?:19|20)\d\d|price|costs?|budgets?|time|spend(?:ing)?|funding|money|point|million|mile)"
)
"""What a half or a quarter can be of without being a share of people or audits."""

_OF_A_WHOLE = rf"\sof\s(?!(?:an?\s|one\s|the\s|this\s|that\s|each\s|their\s)?{_NO_WHOLE}\b)"
_DOES = (
    r"(?:were|had|have|are|did|do|said|told|felt|received|showed|met|lacked|needed|live[ds]?"
    r"|reported|agreed|described|could|knew|attended|came|moved|involved?|contained|included"
    r"|trusted|wanted|used|thought|believed|liked|gave|got|made|saw|named|recorded|held|scored"
    r"|rated|answered|spoke|understood|found|enjoyed|preferred|chose|completed|took)"
)
_ENDS = r"\s?(?:\(\s?(?:\d|n\s?=)|[,.;:)]|$)"
_GRADE = r"(?:outstanding|good|(?:require|requires|requiring)\simprovement|inadequate)"
_NEXT_IN_LINE = r"[a-z]{2,12}ed\s[a-z]{2,15}(?<!s)\s(?:had|has|was|is|will|did|led|me[a-z]{2,3})\b"
_GOES_ON = rf"\s(?!{_NEXT_IN_LINE})(?:about\s[a-z]|[a-z]{{2,12}}ed\b)"
"""A verb: "a third agreed". "A third planned move had to wait" is the one after the second."""

_STANDS_ALONE = rf"(?={_OF_A_WHOLE}|\s{_DOES}\b|\s{_GRADE}\b|{_GOES_ON}|{_ENDS})"
_BEFORE_A_PERIOD = (
    r"(?<!last\s)(?<!past\s)(?<!first\s)(?<!previous\s)(?<!next\s)(?<!these\s)(?<!those\s)"
    r"(?<!all\s)(?<!for\s)(?<!successive\s)(?<!consecutive\s)"
)
_NOT_A_PART_OF_TIME = (
    r"(?<!first\s)(?<!second\s)(?<!latter\s)(?<!last\s)(?<!other\s)(?<!top\s)(?<!bottom\s)"
    r"(?<!better\s)(?<!and\sa\s)(?<!my\s)(?<!this\s)(?<!final\s)(?<!each\s)(?<![-\w‐‑])"
)
_HALF = rf"""
    {_NOT_A_PART_OF_TIME}(?P<half>(?:one\s|a\s)?half)
    (?=(?:\s(?:the|these|those|our|all)\s(?!{_NO_WHOLE}\b|(?:\w+\s)?{_NO_WHOLE}\b)\w)
       |{_OF_A_WHOLE}|\s{_DOES}\b|{_ENDS})
"""
_NO_MAJORITY = rf"(?!\s(?:majority|of\s(?:an?\s|the\s|this\s|their\s)?{_NO_WHOLE})\b)"
_PART_IN_WORDS = rf"""
    \b(?P<one>(?:a|one)(?:\s|{HYPHEN})(?P<one_part>{_ONE_PART})){_STANDS_ALONE}
  | {_BEFORE_A_PERIOD}\b(?P<many>(?P<times>{ONE_TO_NINE})(?:\s|{HYPHEN})
    (?P<parts>{_ONE_PART})s)\b(?:(?<!quarters){_NO_MAJORITY}|{_STANDS_ALONE})
  | (?<![\d/.,])(?P<figures>(?P<top>[1-9])/(?P<bottom>[2-9]|10))(?=\sof\s(?:the|all|our|these)\b)
"""
_SMALL = rf"(?:{ONE_TO_NINE}|ten|\d{{1,2}})"
_PROPORTION = rf"""
    (?<![\d.,/£-])\b(?P<proportion>(?P<some>{_SMALL})\sin\s(?:every\s)?
    (?P<every>{_SMALL}|twenty|a\shundred|100))
    (?![\w/%-]|[.,:]\d|\s?%|\sper\s?cent)
  | \b(?P<one_of>one)\s(?:child|young\sperson|parent|carer|family|pupil|girl|boy|audit|record|case
      |plan|visit|school|worker|household)\sin\s(?:every\s)?(?P<in_every>{_SMALL}|twenty)(?=\s[a-z])
  | (?:\A|(?<=[.;:,]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\bthan\s))
    (?P<some_of>{ONE_TO_NINE})\sout\sof\s(?:every\s)?(?P<of_every>five|ten)
    (?=\s[a-z])(?![^.;]{{1,60}}\d\s?%)
"""
"""One in five, and nine out of ten where it opens a clause: elsewhere that is a score."""
_PROPORTIONS_ARE_OF = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100})
"""Bases that read as a proportion: "1 in 26" says how many of how many, "1 in 4" says a share."""

_BEGINS = r"(?:\b|(?=\d/))"
"""Where a share begins: a word, or a fraction. To ask that first saves a third of the time."""

_WAYS = "|".join((_PERCENTAGE, _HALF, _PART_IN_WORDS, _PROPORTION))
_SHARE = re.compile(f"{_BEGINS}(?:{_WAYS})", re.IGNORECASE | re.VERBOSE)

_BELOW = r"almost|nearly|just\s(?:under|below|short\sof)|close\sto|approaching|not\squite"
_UNDER = r"under|below|fewer\sthan|less\sthan|up\sto"
_ABOVE = (
    r"(?:just|slightly|a\slittle|well)\s(?:over|above)|over|above|more\sthan|at\sleast"
    r"|in\sexcess\sof|upwards\sof"
)
_ABOUT = r"about|around|roughly|approximately|approx\.?|some|circa|c\.|in\sthe\sregion\sof"
_CLOSE = (
    (Closeness.BELOW, _BELOW),
    (Closeness.UNDER, _UNDER),
    (Closeness.ABOVE, _ABOVE),
    (Closeness.ABOUT, _ABOUT),
)
_CLOSENESS = tuple(
    (closeness, re.compile(rf"\b(?:{words})\s?(?:a\s)?$", re.IGNORECASE))
    for closeness, words in _CLOSE
)
_LONGEST_CLOSENESS = 24


@lru_cache(TEXTS_REMEMBERED)
def shares_in(text: str) -> tuple[PrintedShare, ...]:
    """Percentages and fractions of a text, in order. What is no figure is not yet taken out.

    "The majority" and "most" say no number.

    >>> [(p.share.printed, str(p.share.value), p.share.places) for p in shares_in(
    ...     "27.3% of plans, two thirds of visits and one in five children")]
    [('27.3', '273/1000', 1), ('two thirds', '2/3', None), ('one in five', '1/5', None)]
    >>> shares_in("nearly 40 per cent")[0].share.closeness.value
    'below'
    """
    return tuple(_shares(text))


def _shares(text: str) -> Iterator[PrintedShare]:
    for match in _SHARE.finditer(text):
        value = _value(match)
        if value is None:
            continue
        printed = match["percent"] or match.group()
        share = Share(printed, value, _places(match["percent"]), _closeness(text, match.start()))
        yield PrintedShare(share, match.start(), match.end())


def _value(match: re.Match[str]) -> Fraction | None:
    if match["percent"]:
        return _percent_value(match["percent"]) / 100
    if match["half"]:
        return Fraction(1, 2)
    if match["one"]:
        return Fraction(1, _PARTS[match["one_part"].casefold()])
    if match["many"]:
        return Fraction(value_in_words(match["times"]), _PARTS[match["parts"].casefold()])
    if match["figures"]:
        return Fraction(int(match["top"]), int(match["bottom"]))
    some = match["some"] or match["some_of"] or match["one_of"]
    every = match["every"] or match["of_every"] or match["in_every"]
    return _proportion(_whole(some), _whole(every))


def _proportion(some: int, every: int) -> Fraction | None:
    reads_as_one = 0 < some < every and every in _PROPORTIONS_ARE_OF
    return Fraction(some, every) if reads_as_one else None


@lru_cache(maxsize=1_024)
def _percent_value(printed: str) -> Fraction:
    """A percentage as a number. A report prints the same ones often, and reading one is slow."""
    if printed[0].isdecimal():
        return Fraction(printed.replace("·", "."))
    return Fraction(_whole(printed))


def _whole(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    return 0 if printed.casefold() in {"zero", "nil"} else value_in_words(printed)


def _places(percent: str | None) -> int | None:
    if percent is None:
        return None
    return len(percent.replace("·", ".").partition(".")[2])


def _closeness(text: str, start: int) -> Closeness:
    before = text[max(0, start - _LONGEST_CLOSENESS) : start]
    for closeness, pattern in _CLOSENESS:
        if pattern.search(before):
            return closeness
    return Closeness.AS_PRINTED
