"""Whether a document is likely to change practice: 24 criteria, each decided by a sentence."""

from collections.abc import Sequence
from datetime import date

from goldenthread.checker.effect.brief import Brief
from goldenthread.checker.effect.criteria import CRITERIA, Criterion
from goldenthread.checker.results import AccessFinding, Effect, Hit, SetFound, Statement
from goldenthread.checker.source import Source


def effect(
    source: Source,
    statements: Sequence[Statement] = (),
    sets: Sequence[SetFound] = (),
    *,
    issued_on: date | None = None,
    hits: Sequence[Hit] | None = None,
    access: Sequence[AccessFinding] | None = None,
) -> tuple[Effect, ...]:
    """Decide the 24 criteria, in order.

    ``statements`` and ``sets`` are what the figure checks found, ``hits`` and ``access`` what
    disclosure and access found; ``None`` means that nobody looked, and their criteria cannot be
    told. ``issued_on`` serves where the document prints no day of issue. There is no clock.

    >>> from goldenthread.checker.source import FileKind, Passage
    >>> vague = Passage("We will review this in due course.", "line 1")
    >>> effect(Source("a.txt", FileKind.TEXT, (vague,)))[9].verdict.value
    'fail'
    """
    brief = Brief(
        source,
        statements=tuple(statements),
        sets=tuple(sets),
        issued_on=issued_on,
        hits=None if hits is None else tuple(hits),
        access=None if access is None else tuple(access),
    )
    return tuple(_effect(criterion, brief) for criterion in CRITERIA)


def _effect(criterion: Criterion, brief: Brief) -> Effect:
    decision = criterion.decide(brief)
    return Effect(criterion.number, decision.verdict, decision.because)
