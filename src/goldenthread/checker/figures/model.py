"""Figures as somebody wrote them: numbers, shares, and what the words bind together."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from goldenthread.checker.results import SetItem, SetVerdict, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number in a text, in figures or in words: "1,204", "nine", "twenty-six"."""

    text: str
    value: int
    start: int
    end: int


class Closeness(StrEnum):
    """How exactly the words say that a share is meant."""

    AS_PRINTED = "as printed"
    ABOUT = "about"
    """about, around, roughly, approximately, some"""
    BELOW = "below"
    """almost, nearly, just under"""
    ABOVE = "above"
    """over, more than, just over, at least"""
    UNDER = "under"
    """under, below, fewer than, less than, up to: any less, where "almost" is only a little less"""


@dataclass(frozen=True, slots=True)
class Share:
    """A printed percentage or fraction.

    ``printed`` has no sign: "39", "70.0", "two thirds", "one in five". ``value`` is what it says
    as a number from nought to one (39% is 39/100). ``places`` are decimals of a percentage; it is
    ``None`` for a fraction in words.
    """

    printed: str
    value: Fraction
    places: int | None
    closeness: Closeness = Closeness.AS_PRINTED


class Nature(StrEnum):
    """What kind of share it is: decides which base may govern it."""

    SHARE = "share"
    RETURN_RATE = "return rate"
    """Of what was asked for: the base of the findings is its count."""
    ELSEWHERE = "elsewhere"
    """Of another time, place or group ("31% last time"): no base of this document governs it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A share, with the count and base that stand in the same sentence and belong to it.

    ``part`` is the number of the part of the source, ``start`` and ``end`` its stretch there;
    ``text`` is that stretch. ``unit`` is the noun that is counted, singular and lower case
    ("audit"), or empty.
    """

    share: Share
    count: int | None
    base: int | None
    text: str
    part: int
    start: int
    end: int
    unit: str = ""
    nature: Nature = Nature.SHARE


@dataclass(frozen=True, slots=True)
class BaseMention:
    """Words that say how many there are in all: "Findings are based on 26 audits".

    ``governs`` is true for words that say so of a whole section or document, and false for a base
    that stands with one share only.
    """

    base: int
    unit: str
    part: int
    start: int
    text: str
    governs: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A mention with its base. ``others`` are further bases that could as well govern it.

    ``stated`` is true when the base stands in the same sentence or table.
    """

    mention: Mention
    base: int | None
    stated: bool
    others: tuple[int, ...] = ()
    count: int | None = None
    """The mention's count, or the one that governs a return rate."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What arithmetic says of one share (design.md §10.3)."""

    verdict: Verdict
    severity: Severity
    computed: str
    fits_counts: tuple[int, ...]
    fits_bases: tuple[tuple[int, int], ...]
    message: str
    base: int | None = None
    """The base it was judged by: the bound's own, or the one of its others that agrees."""


@dataclass(frozen=True, slots=True)
class SetMember:
    """One part of a set before it is judged."""

    text: str
    count: int | None
    share: Share | None
    label: str = ""
    """What is counted, such as a grade: "good"."""


@dataclass(frozen=True, slots=True)
class SetJudgement:
    """What arithmetic says of the parts of a whole."""

    items: tuple[SetItem, ...]
    sum_counts: int | None
    sum_percents: str | None
    verdict: SetVerdict
    severity: Severity
    message: str
