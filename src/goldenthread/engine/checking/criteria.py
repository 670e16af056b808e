"""The marks of effect, those to work on first."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.checker.effect.criteria import CRITERIA
from goldenthread.checker.results import Effect, EffectVerdict

_WORDS = {
    EffectVerdict.FAIL: "not met",
    EffectVerdict.PARTLY: "partly met",
    EffectVerdict.CANNOT_TELL: "cannot be told from this file",
    EffectVerdict.PASS: "met",
}
"""In the order in which a person should read them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One criterion by its name, and what decided it."""

    number: int
    name: str
    because: str


def marks(found: Iterable[Effect]) -> dict[EffectVerdict, tuple[Mark, ...]]:
    """The marks by verdict, worst first; only verdicts that were given."""
    names = {criterion.number: criterion.name for criterion in CRITERIA}
    by_verdict: dict[EffectVerdict, list[Mark]] = {verdict: [] for verdict in _WORDS}
    for one in found:
        by_verdict[one.verdict].append(Mark(one.criterion, names[one.criterion], one.because))
    return {verdict: tuple(these) for verdict, these in by_verdict.items() if these}


def in_words(verdict: EffectVerdict) -> str:
    """A verdict as people read it.

    >>> in_words(EffectVerdict.FAIL)
    'not met'
    """
    return _WORDS[verdict]


def score(found: Iterable[Effect]) -> str:
    """How many marks are met."""
    verdicts = [one.verdict for one in found]
    met = verdicts.count(EffectVerdict.PASS)
    verb = "is" if met == 1 else "are"
    return f"{met} of {len(verdicts)} marks of feedback that changes practice {verb} met"
