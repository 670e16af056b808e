"""Comparison of a figure with the earlier cycle's: what the two numbers together can bear.

The rule is fixed before anybody looks: *higher* or *lower* only where both shares have a base of
ten or more and the 95% interval of their difference (``intervals.difference``) leaves out nought.
Anything else is one of the ways of not knowing. No rule ever says better, worse or still.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import isclose

from goldenthread.analysis.figure import Figure, Kind
from goldenthread.analysis.intervals import Interval, difference, wilson
from goldenthread.analysis.rounding import has_percentage


class Verdict(StrEnum):
    """What may be said of this cycle's figure beside the earlier one."""

    NOTHING = "nothing"
    """One of the two is missing, suppressed, or has nothing to count."""
    SIDE_BY_SIDE = "side_by_side"
    """The two may stand side by side, and no more: too few, or no interval."""
    CANNOT_TELL_APART = "cannot_tell_apart"
    """Chance alone could make this difference."""
    HIGHER = "higher"
    """Higher than chance alone usually makes it."""
    LOWER = "lower"
    """Lower than chance alone usually makes it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict, and the interval of the difference (this minus earlier) where there is one."""

    verdict: Verdict
    difference: Interval | None = None


def compare(now: Figure | None, earlier: Figure | None) -> Comparison:
    """Compare a figure with the same figure of the earlier cycle.

    >>> from goldenthread.analysis.figure import Selector
    >>> def share(count: int, base: int) -> Figure:
    ...     interval = wilson(count, base)
    ...     return Figure("risk.inadequate", Kind.SHARE, "audits", "", "", "", "1", Selector(""),
    ...                   count / base, count, base, interval.lower, interval.upper)
    >>> compare(share(4, 26), share(2, 21)).verdict.value
    'cannot_tell_apart'
    >>> compare(share(16, 26), share(2, 21)).verdict.value
    'higher'
    """
    if now is None or earlier is None or not (_is_known(now) and _is_known(earlier)):
        return Comparison(Verdict.NOTHING)
    intervals = _intervals(now, earlier)
    if intervals is None or now.value is None or earlier.value is None:
        return Comparison(Verdict.SIDE_BY_SIDE)
    interval = difference((now.value, intervals[0]), (earlier.value, intervals[1]))
    if not interval.excludes(0):
        return Comparison(Verdict.CANNOT_TELL_APART, interval)
    return Comparison(Verdict.HIGHER if interval.lower > 0 else Verdict.LOWER, interval)


def _is_known(figure: Figure) -> bool:
    return figure.suppressed_because is None and figure.value is not None


def _intervals(now: Figure, earlier: Figure) -> tuple[Interval, Interval] | None:
    """Both intervals, or ``None`` where the two may only stand side by side."""
    if now.kind is not Kind.SHARE or earlier.kind is not Kind.SHARE:
        return None
    if not has_percentage(now.denominator or 0) or not has_percentage(earlier.denominator or 0):
        return None
    mine = _interval(now)
    # An earlier figure given as counts alone has no interval: it gets Wilson's where this one has
    # that too. A clustered share cannot be compared with counts alone: how alike the grades of
    # one audit were is not known.
    theirs = _interval(earlier) or (_wilson(earlier) if mine and _is_wilson(now, mine) else None)
    return (mine, theirs) if mine and theirs else None


def _interval(figure: Figure) -> Interval | None:
    if figure.lower is None or figure.upper is None:
        return None
    return Interval(figure.lower, figure.upper)


def _wilson(figure: Figure) -> Interval:
    return wilson(figure.numerator or 0, figure.denominator or 0)


def _is_wilson(figure: Figure, interval: Interval) -> bool:
    exact = _wilson(figure)
    return isclose(exact.lower, interval.lower) and isclose(exact.upper, interval.upper)
