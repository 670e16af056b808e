"""Running text from end to end: shares of the printed passages of a document, with their bases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.checker.figures.bases.binding import bind
from goldenthread.checker.figures.bases.governing import bases_of_passage
from goldenthread.checker.figures.model import BaseMention, Bound, Mention
from goldenthread.checker.figures.words.mentions import mentions
from goldenthread.checker.source import Part, Passage, printed_passages


@dataclass(frozen=True, slots=True)
class Said:
    """Shares and bases of printed passages, as each passage by itself says, in reading order."""

    mentions: tuple[Mention, ...] = ()
    bases: tuple[BaseMention, ...] = ()

    def followed_by(self, rest: "Said") -> "Said":
        """Both, where ``rest`` is of the passages that follow."""
        return Said(self.mentions + rest.mentions, self.bases + rest.bases)


def said_in(passages: Iterable[tuple[int, Passage]]) -> Said:
    """What passages say, given with the numbers of their parts."""
    found: list[Mention] = []
    bases: list[BaseMention] = []
    for number, passage in passages:
        found += mentions(passage.text, number)
        bases += bases_of_passage(passage, number)
    return Said(tuple(found), tuple(bases))


def bound_figures(parts: Sequence[Part], said: Said | None = None) -> tuple[Bound, ...]:
    """Every percentage and fraction in printed passages, with count and base, in reading order.

    ``parts`` are those of a ``Source``: tables and what is not printed are passed over. ``said``
    is what their printed passages say, where that is known.

    >>> from goldenthread.checker.source import Passage
    >>> said = ("The findings are based on 26 audits.", "16 cases, 39%, were inadequate.")
    >>> [(b.count, b.base, b.stated) for b in bound_figures([Passage(t, "") for t in said])]
    [(16, 26, False)]
    """
    said = said or said_in(printed_passages(parts))
    return bind(said.mentions, said.bases, parts) if said.mentions else ()


def governing_bases(parts: Sequence[Part], said: Said | None = None) -> tuple[BaseMention, ...]:
    """The bases that govern a document or its sections, in reading order."""
    said = said or said_in(printed_passages(parts))
    return tuple(base for base in said.bases if base.governs)
