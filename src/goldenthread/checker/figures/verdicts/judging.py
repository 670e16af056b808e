"""What can be said of one printed share: verdict and severity, as design.md §10.3 has them."""

from goldenthread.checker.figures.model import Bound, Judgement, Share
from goldenthread.checker.figures.verdicts import messages
from goldenthread.checker.figures.verdicts.arithmetic import (
    band,
    fits_bases,
    fits_counts,
    percent,
    truncation_band,
)
from goldenthread.checker.results import Severity, Verdict

_WITH_BASE = {
    Verdict.AGREES: Severity.OK,
    Verdict.POSSIBLE: Severity.OK,
    Verdict.TRUNCATED: Severity.NOTE,
    Verdict.POSSIBLE_IF_TRUNCATED: Severity.NOTE,
    Verdict.DISAGREES: Severity.ERROR,
    Verdict.IMPOSSIBLE: Severity.ERROR,
}
_BETTER_FIRST = (Verdict.AGREES, Verdict.TRUNCATED)


def judge(bound: Bound) -> Judgement:
    """Judge a share by its count and base.

    Where several bases could govern, one that makes count and share agree is the base. Without
    such a base, an error becomes a query.
    """
    base = _governing(bound)
    share, count = bound.mention.share, bound.count
    verdict = verdict_of(share, count, base)
    severity = _severity(verdict, base, bound.others)
    return Judgement(
        verdict=verdict,
        severity=severity,
        computed=_computed(share, count, base),
        fits_counts=() if base is None else fits_counts(share, base),
        fits_bases=() if count is None else fits_bases(share, count),
        message=messages.message(verdict, bound, base),
        base=base,
    )


def verdict_of(share: Share, count: int | None, base: int | None) -> Verdict:
    """What arithmetic says of a share of this count and this base, each as far as it is known.

    >>> from fractions import Fraction
    >>> str(verdict_of(Share("39", Fraction(39, 100), 0), 16, 26))
    'disagrees'
    """
    if base is None:
        return Verdict.NO_BASE if count is None else _by_count(share, count)
    cut = truncation_band(share)
    if count is None:
        if band(share).counts(base):
            return Verdict.POSSIBLE
        return Verdict.POSSIBLE_IF_TRUNCATED if cut and cut.counts(base) else Verdict.IMPOSSIBLE
    if count in band(share).counts(base):
        return Verdict.AGREES
    return Verdict.TRUNCATED if cut and count in cut.counts(base) else Verdict.DISAGREES


def _by_count(share: Share, count: int) -> Verdict:
    if band(share).bases(count):
        return Verdict.POSSIBLE
    cut = truncation_band(share)
    return Verdict.POSSIBLE_IF_TRUNCATED if cut and cut.bases(count) else Verdict.IMPOSSIBLE


def _governing(bound: Bound) -> int | None:
    """The base to judge by: of several, the first that agrees, then the first that truncates."""
    share, count, base = bound.mention.share, bound.count, bound.base
    if count is None:
        return base
    for wanted in _BETTER_FIRST:
        for candidate in (base, *bound.others):
            if candidate is not None and verdict_of(share, count, candidate) is wanted:
                return candidate
    return base


def _severity(verdict: Verdict, base: int | None, others: tuple[int, ...]) -> Severity:
    wrong = verdict in (Verdict.DISAGREES, Verdict.IMPOSSIBLE)
    if wrong:
        return Severity.QUERY if others else Severity.ERROR
    return Severity.QUERY if base is None else _WITH_BASE[verdict]


def _computed(share: Share, count: int | None, base: int | None) -> str:
    if count is None or base is None or not 0 <= count <= base or base < 1:
        return ""
    return percent(count, base, share.places or 0)
