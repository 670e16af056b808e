"""Shares of a sentence with the counts and bases that words join to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from goldenthread.checker.figures.words.joins import JOINS, LISTS, TWO_SHARES
from goldenthread.checker.figures.words.marking import (
    NUMBER,
    NUMBER_MARK,
    SHARE,
    SHARE_MARK,
    TAKEN_MARK,
    TEXTS_REMEMBERED,
    Span,
)
from goldenthread.checker.patterns import Late

_FIGURE = re.compile(f"{NUMBER}|{SHARE}")
_NUMBER = re.compile(NUMBER)
_SHARE = re.compile(SHARE)


@dataclass(frozen=True, slots=True)
class Joined:
    """Where a share begins in a text, and the count and base that belong to it, if any."""

    share: int
    count: int | None = None
    base: int | None = None


@lru_cache(TEXTS_REMEMBERED)
def joined_in(marks: str, sentence: Span, wholes: frozenset[int]) -> tuple[Joined, ...]:
    """Every share of one sentence of a marked text, in order, with what is joined to it.

    ``wholes`` are where numbers begin that are known to be bases ("Of the 26"): none is a count.
    """
    start, end = sentence
    left = _without(marks[start:end], [place - start for place in wholes if start <= place < end])
    found: dict[int, Joined] = {}
    left = _take(_listed(left), left, found)
    for join in JOINS:
        if SHARE_MARK not in left or NUMBER_MARK not in left:
            break
        left = _take(_joined(join, left), left, found)
    found.update({share.start(): Joined(share.start()) for share in _SHARE.finditer(left)})
    return tuple(_moved(found[place], start) for place in sorted(found))


def _take(new: Iterator[Joined], marks: str, found: dict[int, Joined]) -> str:
    """What is left of the marks once what is newly found is taken out."""
    places: list[int] = []
    for joined in new:
        found[joined.share] = joined
        figures = (joined.share, joined.count, joined.base)
        places += [place for place in figures if place is not None]
    return _without(marks, places)


def _joined(join: Late, marks: str) -> Iterator[Joined]:
    for match in join.finditer(marks):
        roles = match.lastgroup or ""
        figures = _FIGURE.finditer(marks, match.start(), match.end())
        place = {role: figure.start() for role, figure in zip(roles, figures, strict=True)}
        yield Joined(place["s"], place.get("c"), place.get("b"))


def _listed(marks: str) -> Iterator[Joined]:
    if TWO_SHARES.search(marks) is None:
        return
    for pattern in LISTS:
        for match in pattern.finditer(marks):
            yield from _in_their_order(marks, match)


def _in_their_order(marks: str, match: re.Match[str]) -> Iterator[Joined]:
    """Counts and shares of two lists; where they are not equally many, the shares stand alone."""
    numbers = [figure.start() for figure in _NUMBER.finditer(marks, *match.span("numbers"))]
    shares = [figure.start() for figure in _SHARE.finditer(marks, *match.span("shares"))]
    base = match.start("base") if match["base"] else None
    if len(numbers) != len(shares):
        yield from map(Joined, shares)
        return
    for number, share in zip(numbers, shares, strict=True):
        yield Joined(share, number, base)


def _moved(joined: Joined, by: int) -> Joined:
    return replace(
        joined,
        share=joined.share + by,
        count=None if joined.count is None else joined.count + by,
        base=None if joined.base is None else joined.base + by,
    )


def _without(marks: str, places: list[int]) -> str:
    """Marks in which some figures are out of reach."""
    left = list(marks)
    for place in places:
        figure = _FIGURE.match(marks, place)
        if figure is not None:
            left[place : figure.end()] = TAKEN_MARK * (figure.end() - place)
    return "".join(left) if places else marks
