"""All claims of a document, in reading order."""

from collections.abc import Callable, Iterable, Sequence

from goldenthread.checker.claims.benchmarks import benchmark
from goldenthread.checker.claims.cause import cause
from goldenthread.checker.claims.change import change
from goldenthread.checker.claims.ongoing import ongoing
from goldenthread.checker.claims.prediction import prediction
from goldenthread.checker.claims.saying import Saying, sayings
from goldenthread.checker.claims.significance import significant
from goldenthread.checker.claims.single_answers import single_answer
from goldenthread.checker.claims.strengths import strength
from goldenthread.checker.claims.targets import target
from goldenthread.checker.results import Claim, SetFound, Statement
from goldenthread.checker.source import Source

KINDS: tuple[Callable[[Saying], Claim | None], ...] = (
    change,
    cause,
    prediction,
    ongoing,
    significant,
    single_answer,
    benchmark,
    target,
)
"""The kinds that a sentence tells by itself; each finds at most one in a sentence."""


def claims(
    source: Source,
    statements: Sequence[Statement],
    sets: Sequence[SetFound],
    told: Sequence[tuple[Claim, ...]] | None = None,
) -> tuple[Claim, ...]:
    """Words that claim more than the figures beside them show, all of them queries.

    Headings, tables and what is not printed make no claims. ``told`` is what
    ``told_by_sentences`` finds, where that is known.
    """
    return tuple(_all(source, statements, sets, told))


def told_by_sentences(source: Source) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each sentence that need no figure to be told."""
    return tuple(map(_told, sayings(source)))


def _told(saying: Saying) -> tuple[Claim, ...]:
    return tuple(claim for kind in KINDS if (claim := kind(saying)))


def _all(
    source: Source,
    statements: Sequence[Statement],
    sets: Sequence[SetFound],
    told: Sequence[tuple[Claim, ...]] | None,
) -> Iterable[Claim]:
    for number, saying in enumerate(sayings(source)):
        yield from _told(saying) if told is None else told[number]
        found = strength(saying, statements, sets)
        if found:
            yield found
