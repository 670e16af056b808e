"""Running text from end to end: shares of the printed passages of a document, with their bases."""

from collections.abc import Sequence

from goldenthread.checker.figures.bases.binding import bind
from goldenthread.checker.figures.bases.governing import base_mentions, bases_of_passage
from goldenthread.checker.figures.model import BaseMention, Bound, Mention
from goldenthread.checker.figures.words.mentions import mentions
from goldenthread.checker.source import Part, printed_passages


def bound_figures(parts: Sequence[Part]) -> tuple[Bound, ...]:
    """Every percentage and fraction in printed passages, with count and base, in reading order.

    ``parts`` are those of a ``Source``: tables and what is not printed are passed over.

    >>> from goldenthread.checker.source import Passage
    >>> said = ("The findings are based on 26 audits.", "16 cases, 39%, were inadequate.")
    >>> [(b.count, b.base, b.stated) for b in bound_figures([Passage(t, "") for t in said])]
    [(16, 26, False)]
    """
    found: list[Mention] = []
    bases: list[BaseMention] = []
    for number, passage in printed_passages(parts):
        found += mentions(passage.text, number)
        bases += bases_of_passage(passage, number)
    return bind(found, bases, parts) if found else ()


def governing_bases(parts: Sequence[Part]) -> tuple[BaseMention, ...]:
    """The bases that govern a document or its sections, in reading order."""
    return tuple(base for base in base_mentions(parts) if base.governs)
