"""Whether a document is likely to change practice: 24 criteria, each decided by a sentence."""

from collections.abc import Mapping, Sequence
from datetime import date

from goldenthread.checker.effect.brief import Brief
from goldenthread.checker.effect.criteria import CRITERIA, OF_CHECKS, Criterion
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
    decided: Mapping[int, Effect] | None = None,
) -> tuple[Effect, ...]:
    """Decide the 24 criteria, in order.

    ``statements`` and ``sets`` are what the figure checks found, ``hits`` and ``access`` what
    disclosure and access found; ``None`` means that nobody looked, and their criteria cannot be
    told. ``issued_on`` serves where the document prints no day of issue. There is no clock.
    ``decided`` is what ``effect_of_words`` finds, where that is known.

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
    known = decided or {}
    return tuple(known.get(one.number) or _effect(one, brief) for one in CRITERIA)


def effect_of_words(source: Source, issued_on: date | None) -> dict[int, Effect]:
    """The criteria that nothing but the words decides, by number."""
    brief = Brief(source, issued_on=issued_on)
    return {one.number: _effect(one, brief) for one in CRITERIA if one.number not in OF_CHECKS}


def _effect(criterion: Criterion, brief: Brief) -> Effect:
    decision = criterion.decide(brief)
    return Effect(criterion.number, decision.verdict, decision.because)
