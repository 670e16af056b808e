"""Pieces of a sentence: our own words, and numbers that know their figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.analysis.figure import Slice


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure as it stands in a sentence.

    ``form`` says which form ``text`` is (``text``, ``count``, ``words``, …; of the earlier cycle's
    figure with ``@previous``). ``count`` and ``base`` are k and N where ``text`` tells them.
    """

    key: str
    slice: Slice
    form: str
    text: str
    count: int | None = None
    base: int | None = None


Pieces = tuple[str | FigurePart, ...]
"""A sentence, or part of one."""

_SINGULARS = {"children": "child", "people": "person"}


def plain_text(pieces: Pieces) -> str:
    """The sentence as text."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def joined(items: Sequence[Pieces]) -> Pieces:
    """Items as a list in words.

    >>> plain_text(joined([("4",), ("9",), ("10",)]))
    '4, 9 and 10'
    """
    result: list[str | FigurePart] = []
    for place, item in enumerate(items):
        if place:
            result.append(" and " if place == len(items) - 1 else ", ")
        result.extend(item)
    return tuple(result)


def singular(unit: str) -> str:
    """One of a unit that is given in the plural.

    >>> [singular(unit) for unit in ("audits", "children", "categories", "answers")]
    ['audit', 'child', 'category', 'answer']
    """
    if unit in _SINGULARS:
        return _SINGULARS[unit]
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit.removesuffix("s")


def units(number: int | None, unit: str) -> str:
    """The unit as it follows a number; plural where the number is not told."""
    return singular(unit) if number == 1 else unit


def was(number: int | None) -> str:
    """*was* for one, *were* otherwise."""
    return "was" if number == 1 else "were"


def are(number: int | None) -> str:
    """*is* for one, *are* otherwise."""
    return "is" if number == 1 else "are"


def capitalised(pieces: Pieces) -> Pieces:
    """The pieces with a capital at the start."""
    if not pieces:
        return ()
    first, *rest = pieces
    if isinstance(first, str):
        return (first[:1].upper() + first[1:], *rest)
    text = first.text[:1].upper() + first.text[1:]
    return (FigurePart(first.key, first.slice, first.form, text, first.count, first.base), *rest)
