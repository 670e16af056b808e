"""Counts and shares of a sentence, each as it stands, before anything is paired with a grade."""

import re
from dataclasses import dataclass

from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.words.not_figures import not_figures
from goldenthread.checker.figures.words.numbers import numbers_in
from goldenthread.checker.figures.words.shares import shares_in


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count or a share in a sentence. ``is_base`` is true where the words say "of the 26"."""

    start: int
    end: int
    count: int | None = None
    share: Share | None = None
    is_base: bool = False


_OF = re.compile(
    r"(?:\b(?:of|out\sof)\s(?:(?:the|these|those|our|all|a\stotal\sof)\s){0,2}"
    r"|\b(?:from|across|among|in)\s(?:all\s)?(?:the|these|those|our|all)\s|\bn\s?=\s?|/\s?)$",
    re.IGNORECASE,
)
"""What stands before a base."""


def quantities_in(text: str) -> list[Quantity]:
    """Counts and shares of a sentence in order, without numbers that are no figures.

    >>> [(q.count, q.is_base) for q in quantities_in("Of the 26 audits of 2019, 8 (31%) were RI")]
    [(26, True), (8, False), (None, False)]
    """
    shares, taken = shares_in(text), bytearray(len(text))
    for other in not_figures(text):
        taken[other.start : other.end] = b"\1" * (other.end - other.start)
    found = [
        Quantity(share.start, share.end, share=share.share)
        for share in shares
        if not any(taken[share.start : share.end])
    ]
    for share in shares:
        taken[share.start : share.end] = b"\1" * (share.end - share.start)
    found.extend(
        Quantity(number.start, number.end, number.value, is_base=_is_base(text, number.start))
        for number in numbers_in(text)
        if not any(taken[number.start : number.end])
    )
    return sorted(found, key=lambda quantity: quantity.start)


def _is_base(text: str, start: int) -> bool:
    return _OF.search(text[max(0, start - 40) : start]) is not None
