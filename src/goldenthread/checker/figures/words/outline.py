"""What a passage holds before anything is bound: its sentences, numbers and shares, in marks."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from goldenthread.checker.figures.model import Number
from goldenthread.checker.figures.words.marking import TEXTS_REMEMBERED, Span, marked
from goldenthread.checker.figures.words.not_figures import not_figures
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.checker.figures.words.sentences import sentences
from goldenthread.checker.figures.words.shares import PrintedShare, shares_in

_LONGEST_WORD = 8
_SMALL = frozenset({"by", "in", "for", "with", "at", "from", "to"})


@dataclass(frozen=True, slots=True)
class Outline:
    """A passage in marks; ``numbers`` and ``shares`` by where they begin.

    Years, ages, targets and the like are neither: they are marks that no pattern binds.
    """

    text: str
    marks: str
    sentences: tuple[Span, ...]
    numbers: MappingProxyType[int, Number]
    shares: MappingProxyType[int, PrintedShare]
    number_places: tuple[int, ...]
    share_places: tuple[int, ...]

    def sentence_of(self, position: int) -> int:
        """Number of the sentence that a position of the text stands in."""
        place = bisect_left(self.sentences, position + 1, key=lambda span: span[1])
        return min(place, len(self.sentences) - 1)

    def numbers_between(self, start: int, end: int) -> tuple[int, ...]:
        """Where the numbers of a stretch begin, in order."""
        return _between(self.number_places, start, end)

    def are_told_alike(self, one: int, other: int) -> bool:
        """Whether the same small word stands before two figures: "by 40% and by 33%"."""
        words = [self.text[max(0, n - _LONGEST_WORD) : n].casefold().split() for n in (one, other)]
        return (
            bool(words[0] and words[1]) and words[0][-1] in _SMALL and words[0][-1] == words[1][-1]
        )

    def has_share(self, start: int, end: int) -> bool:
        """Whether a stretch holds a share."""
        return bool(_between(self.share_places, start, end))


def _between(places: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    return places[bisect_left(places, start) : bisect_left(places, end)]


@lru_cache(TEXTS_REMEMBERED)
def outline_of(text: str) -> Outline:
    """The outline of a passage.

    >>> sorted(outline_of("In 2025, 9 of 26 (35%) rose by 3%").numbers)
    [9, 14]
    """
    aside = [(found.start, found.end) for found in not_figures(text)]
    hidden = _inside(aside, len(text))
    shares = [s for s in shares_in(text) if not any(hidden[s.start : s.end])]
    taken = _inside([(s.start, s.end) for s in shares], len(text))
    numbers = [
        n
        for n in numbers_in(text)
        if not any(hidden[n.start : n.end]) and not any(taken[n.start : n.end])
    ]
    return Outline(
        text,
        marked(
            text, [(n.start, n.end) for n in numbers], [(s.start, s.end) for s in shares], aside
        ),
        sentences(text),
        MappingProxyType({n.start: n for n in numbers}),
        MappingProxyType({s.start: s for s in shares}),
        tuple(n.start for n in numbers),
        tuple(s.start for s in shares),
    )


def _inside(spans: Iterable[Span], length: int) -> bytearray:
    places = bytearray(length)
    for start, end in spans:
        places[start:end] = b"\x01" * (end - start)
    return places
