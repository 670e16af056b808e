"""What a second process can find out about a long document, as the first one asks for it.

None of it needs what the first process finds. What is not known from elsewhere is found where it
is needed, so that the findings are the same with and without a second process.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from goldenthread.checker.figures.bases.running import Said
from goldenthread.checker.results import AccessFinding, Claim, Effect, Hit
from goldenthread.checker.source import Part, printed_passages

_LONG = 150_000
"""Letters, some fifty pages: below it, a second process takes as long to start as it saves."""
_OF_THE_SECOND = 1 / 3
"""Of the passages, those whose figures the second process reads, besides checking all words."""


@dataclass(frozen=True, slots=True)
class OfWords:
    """What words tell, whatever the figures beside them are; ``None`` is what is not known.

    ``claims`` are those of each sentence in order; ``effect`` is by number of the criterion.
    """

    hits: tuple[Hit, ...] | None = None
    access: tuple[AccessFinding, ...] | None = None
    claims: tuple[tuple[Claim, ...], ...] | None = None
    effect: Mapping[int, Effect] = field(default_factory=dict)


class Elsewhere(Protocol):
    """What is being found out in another process. Both wait for it."""

    def said_in_rest(self) -> Said | None:
        """The figures and bases of the passages from ``rest_from`` on."""

    def of_words(self) -> OfWords:
        """What all words tell."""


def is_long(parts: Sequence[Part]) -> bool:
    """Whether two processes check a document sooner than one."""
    return sum(len(passage.text) for _, passage in printed_passages(parts)) >= _LONG


def rest_from(parts: Sequence[Part]) -> int:
    """The number of the part at which the rest begins: a third of the letters.

    >>> from goldenthread.checker.source import Passage
    >>> rest_from([Passage(text, "page 1") for text in ("One.", "Two.", "Three.")])
    2
    """
    passages = list(printed_passages(parts))
    left = _OF_THE_SECOND * sum(len(passage.text) for _, passage in passages)
    for number, passage in reversed(passages):
        left -= len(passage.text)
        if left <= 0:
            return number
    return 0
