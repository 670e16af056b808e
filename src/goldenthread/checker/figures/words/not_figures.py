"""Numbers and percentages in running text that say nothing about how many of how many.

Years, ages, dates, times, law, telephone numbers and money are recognised by the literals that
publications share (``definitions.literals``); targets, growth, ranges, rates, scaling answers and
numbers of pages are added here, because a publication may not type those but a report may.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from goldenthread.checker.figures.model import Number
from goldenthread.checker.figures.words.marking import (
    FIGURES,
    TEXTS_REMEMBERED,
    Span,
    marked,
)
from goldenthread.checker.figures.words.no_figure_words import ON_MARKS, SCORING
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.checker.figures.words.sentences import sentences
from goldenthread.checker.figures.words.shares import PrintedShare, shares_in
from goldenthread.definitions.literals import MONTH, literal_spans

_SHARED_KINDS = frozenset(
    {
        *("link", "date", "time", "age", "duration", "law", "telephone", "address"),
        *("identifier", "money", "target", "list number"),
    }
)


@dataclass(frozen=True, slots=True)
class NotFigure:
    """A stretch that is no figure, and what it is instead."""

    kind: str
    start: int
    end: int


_BEGINS = rf"(?=[\w{FIGURES}£])(?:\b|(?=[{FIGURES}£]))"
"""A word, a figure or money: where all of them begin. Within words, none of their ways is tried."""

_MARKED = tuple(
    (kind, re.compile(f"{_BEGINS}(?:{pattern})", re.IGNORECASE | re.VERBOSE), mark)
    for kind, pattern, mark in ON_MARKS
)

_LINKED = r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/[^\s<>]*"
_FILE = r"(?<![\w%.-])[\w%.-]{1,120}\.(?:docx?|pdf|xlsx?|pptx?|csv|html?|txt|png|jpe?g|md)\b"
_TWO_MONTHS = rf"\b{MONTH}\s\d{{1,2}}\s?(?:&|-|–|,|and|to)\s?{MONTH}\s\d{{1,2}}\b"
_MONTH_OF_AUDITS = (
    rf"\b{MONTH}\s[’']?\d{{2}}(?=\s(?:audit|case|practice)s?\s"
    r"(?:findings|results|report|cycle|round|brief|programme|outcomes|data|summary)\b)"
)
_EVEN = r"(?<!\d)50/50(?!\d)"
_OF_TEN = rf"\b(?:10|\d)(?:\s?/\s?|\sout\sof\s)10\b(?=[^.;%]{{1,40}}\b{SCORING}\b)"
_OF_THE_SPEAKER = r"“(?=[^”“]{0,300}\b(?:I|me|my|we)\b)[^”“]{0,600}”"
_ONE_OF_THEM = r"\b(?:ha(?:ve|s|d)|needs?|needed|want|wanted|without|this|each)\sone(?=\s?[(\[,.;])"
_ON_WORDS = (
    ("link", _LINKED, "/"),
    ("file name", _FILE, "."),
    ("date", f"{_TWO_MONTHS}|{_MONTH_OF_AUDITS}", ""),
    ("idiom", _EVEN, "50/50"),
    ("score", _OF_TEN, "10"),
    ("quotation", _OF_THE_SPEAKER, "“"),
    ("pronoun", _ONE_OF_THEM, " one"),
)
_WORDED = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), holds) for kind, pattern, holds in _ON_WORDS
)


@lru_cache(TEXTS_REMEMBERED)
def not_figures(text: str) -> tuple[NotFigure, ...]:
    """Stretches of a text that are no figures, by where they begin. They may overlap.

    >>> [text for text in ("by 18 December", "rose by 12%", "20-25%", "page 4", "gave 9/10")
    ...  if not not_figures(text)]
    []
    >>> not_figures("10 of 26 audits (38%)")
    ()
    """
    return tuple(sorted(_not_figures(text), key=lambda found: (found.start, found.end)))


def _not_figures(text: str) -> Iterator[NotFigure]:
    numbers, shares = _spans(numbers_in(text)), _spans(shares_in(text))
    with_marks = marked(text, numbers, shares)
    for start, end in sentences(text):
        if not _HOLDS_A_NUMBER.search(with_marks, start, end):
            continue
        for begin, stop, kind in literal_spans(text, _SHARED_KINDS, start, end):
            if not _ends_in_a_figure(text, kind, stop, shares):
                yield NotFigure(kind, begin, stop)
        yield from _matches(_WORDED, text, (start, end))
        yield from _matches(_MARKED, with_marks, (start, end))


_OF_A_BASE = re.compile(r"\s(?:out\s)?of\s(?:(?:the|our|these|all)\s)?\d|\s?\(\d[\d.]{0,4}\s?%")


_MONTH_AND_DAY = re.compile(r"[A-Za-z]\s\d{1,2}$")


def _ends_in_a_figure(text: str, kind: str, stop: int, shares: Iterable[Span]) -> bool:
    """Whether what reads as no figure runs into one: "last year 54%", "in June 6 of 13"."""
    if any(start < stop < end for start, end in shares):
        return True
    ends_in_a_day = kind == "date" and _MONTH_AND_DAY.search(text, 0, stop) is not None
    return ends_in_a_day and _OF_A_BASE.match(text, stop) is not None


_HOLDS_A_NUMBER = re.compile(rf"[\d{FIGURES}]")


def _spans(found: Iterable[Number | PrintedShare]) -> list[Span]:
    return [(one.start, one.end) for one in found]


def _matches(
    patterns: Iterable[tuple[str, re.Pattern[str], str]], text: str, span: Span
) -> Iterator[NotFigure]:
    for kind, pattern, holds in patterns:
        if text.find(holds, *span) >= 0:
            for match in pattern.finditer(text, *span):
                yield NotFigure(kind, match.start(), match.end())
