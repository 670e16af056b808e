"""What a chart shows. Geometry comes from counts; every printed number is a figure's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """One grade of one row. ``count`` is ``None`` when suppressed, and ``text`` then says so."""

    level: str
    count: int | None
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One category. ``base`` is the number graded; ``note`` stands at the row's end."""

    label: str
    segments: tuple[Segment, ...]
    base: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LevelKey:
    """A level in the legend, and on which side of the middle line it is drawn."""

    level: str
    label: str
    rank: int
    good: bool


@dataclass(frozen=True, slots=True)
class DivergingBars:
    """Stacked bars of grades around a middle line: not yet good to the left, good to the right.

    Rows whose bases differ are drawn as shares of their own base, so that they compare.
    ``direction`` says in words which side is better.
    """

    title: str
    levels: tuple[LevelKey, ...]
    rows: tuple[BarRow, ...]
    direction: str


@dataclass(frozen=True, slots=True)
class DotRow:
    """Answers to one question by one kind of respondent; each answer is one dot."""

    label: str
    question: str
    answers: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerDots:
    """Dots of answers on a line from 0 to 10; never averaged across respondents."""

    title: str
    rows: tuple[DotRow, ...]
    low: str
    """What 0 means, in words."""
    high: str
    """What 10 means, in words."""


Chart = DivergingBars | AnswerDots
