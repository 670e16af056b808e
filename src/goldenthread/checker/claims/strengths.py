"""Strengths of which a third or more is below good."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.checker.claims.saying import Saying
from goldenthread.checker.figures.sets.grade_words import Label, labels_in
from goldenthread.checker.figures.verdicts.arithmetic import percent
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.checker.results import Claim, SetFound, Severity, Statement
from goldenthread.definitions import library

A_THIRD = Fraction(1, 3)

_OF_STRENGTHS = re.compile(
    r"\b(?:positives?|strengths?|strong|(?:working|going|went|gone|done|do|did)\swell|good\spractice"
    r"|best\spractice|celebrat\w+|success(?:es)?|proud|what\sworks)\b",
    re.IGNORECASE,
)
_OF_WORRIES = re.compile(
    r"\b(?:worr\w+|concern\w*|improve\w*|develop\w*|weakness\w*|challenges?|not\s\w+\swell|less)\b",
    re.IGNORECASE,
)
_FAR = 50
_CLOSE = 5
"""A number further than this before a grade, or after it, does not count it."""


@dataclass(frozen=True, slots=True)
class _Split:
    """How many are below good, of how many: in counts, or in percentage points."""

    below: Fraction
    total: Fraction
    in_counts: bool


def strength(
    saying: Saying, statements: Sequence[Statement], sets: Sequence[SetFound]
) -> Claim | None:
    """Grades under a heading of strengths, of which a third or more is below good.

    Counts are read with the grade that follows them; for percentages alone, the sets and
    statements found in the sentence are used. Source: domain.md §0: 11 of 26 "requires
    improvement", printed among the positive findings.
    """
    heading = _heading_of_strengths(saying)
    if not heading:
        return None
    split = _counted(saying.text) or _counted(saying.nearby) or _of_sets(saying, sets)
    if split is None and len(saying.headings) == 1:
        split = _of_statements(saying, statements)
    if split is None or not labels_in(saying.text) or split.below < split.total * A_THIRD:
        return None
    return Claim(
        "strength",
        saying.text,
        saying.where,
        Severity.QUERY,
        f"This stands under “{heading}”, and {_in_words(split)} are below good. Say both "
        "sides: how many were good or better, and how many not yet.",
    )


def _heading_of_strengths(saying: Saying) -> str:
    """The heading of strengths that it stands under, unless one of worries stands there too."""
    if any(_OF_WORRIES.search(heading) for heading in saying.headings):
        return ""
    return next((h for h in saying.headings if _OF_STRENGTHS.search(h)), "")


def _is_below(label: Label) -> bool | None:
    """Whether all of its grades are below good; ``None`` where that cannot be told."""
    if not label.parting.is_certain:
        return None
    scale = library.scale(label.parting.id)
    good = {scale.is_good(level) for level in label.levels}
    return None if len(good) > 1 else not good.pop()


def _split(parts: Sequence[tuple[Label, Fraction]], in_counts: bool) -> _Split | None:
    """Both sides of good, where no grade is named twice."""
    named = [level for label, _ in parts for level in label.levels]
    sides = [_is_below(label) for label, _ in parts]
    if len(named) != len(set(named)) or set(sides) != {True, False}:
        return None
    below = sum((value for (_, value), side in zip(parts, sides, strict=True) if side), Fraction(0))
    total = sum((value for _, value in parts), Fraction(0))
    return _Split(below, total, in_counts) if total else None


def _counted(text: str) -> _Split | None:
    """Each grade with its count: "14 graded ‘good’", or else "good in 14 audits"."""
    numbers = numbers_in(text)
    parts: list[tuple[Label, Fraction]] = []
    end = 0
    for label in labels_in(text):
        before = [
            n for n in numbers if end <= n.start and label.start - _FAR <= n.end <= label.start
        ]
        after = [n for n in numbers if label.end < n.start <= label.end + _CLOSE]
        if before or after:
            parts.append((label, Fraction((before[-1:] or after)[0].value)))
        end = label.end
    return _split(parts, in_counts=True)


def _of_sets(saying: Saying, sets: Sequence[SetFound]) -> _Split | None:
    for found in sets:
        inside = found.where == saying.where and all(i.text in saying.text for i in found.items)
        named = [(labels_in(item.text), item) for item in found.items]
        if not inside or any(len(labels) != 1 for labels, _ in named):
            continue
        if all(item.count is not None for _, item in named):
            counts = [(labels[0], Fraction(item.count or 0)) for labels, item in named]
            return _split(counts, in_counts=True)
        if all(item.percent is not None for _, item in named):
            percents = [(labels[0], Fraction(item.percent or "0")) for labels, item in named]
            return _split(percents, in_counts=False)
    return None


def _of_statements(saying: Saying, statements: Sequence[Statement]) -> _Split | None:
    """One percentage of a sentence that names one grade, which is below good."""
    labels = labels_in(saying.text)
    here = [s for s in statements if s.part == saying.part and s.text in saying.text]
    if len(labels) != 1 or len(here) != 1 or not _is_below(labels[0]):
        return None
    printed = here[0].percent
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,9})?", printed):
        return None
    return _Split(Fraction(printed), Fraction(100), in_counts=False)


def _in_words(split: _Split) -> str:
    if split.in_counts:
        below, total = int(split.below), int(split.total)
        return f"{below} of {total} ({percent(below, total)}%)"
    return f"{float(split.below):g}%"
