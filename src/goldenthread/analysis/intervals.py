"""Intervals: how far a share, or the difference of two, could be from what was seen.

All are 95% unless asked otherwise. Shares are proportions from 0 to 1.

Sources: Wilson EB (1927) *JASA* 22:209-212; Newcombe RG (1998) Two-sided confidence intervals for
the single proportion, *Stat Med* 17:857-872 (method 3 is Wilson's); Newcombe RG (1998b) Interval
estimation for the difference between independent proportions, *Stat Med* 17:873-890 (method 10);
for audits with many grades each, the effective sample size of Kish L (1965) *Survey Sampling*.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit, in the unit of what they are limits of."""

    lower: float
    upper: float

    def excludes(self, value: float) -> bool:
        """Whether ``value`` lies outside."""
        return not self.lower <= value <= self.upper


def wilson(count: int, base: int, confidence: float = CONFIDENCE) -> Interval:
    """Wilson score interval of ``count`` of ``base``, without continuity correction.

    The lower limit is exactly 0 when nothing was counted, the upper exactly 1 when all was.
    Raises ``ValueError`` unless ``0 <= count <= base`` and ``base >= 1``.

    >>> interval = wilson(10, 26)
    >>> round(interval.lower, 4), round(interval.upper, 4)
    (0.2243, 0.5747)
    """
    return wilson_clustered(count, base, float(base), confidence)


def wilson_clustered(
    count: int, base: int, effective: float, confidence: float = CONFIDENCE
) -> Interval:
    """Wilson score interval of the share ``count / base`` as if seen in ``effective`` units.

    For grades pooled over categories: sixteen grades of one audit are nearer to one judgement
    than to sixteen, so the interval is as wide as the number of independent units would make it
    (from ``effective_base``; need not be whole). Raises ``ValueError`` for an impossible share
    or ``effective <= 0``.
    """
    if base < 1 or not 0 <= count <= base or effective <= 0:
        raise ValueError(f"no interval for {count} of {base} (effective base {effective})")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, n = count / base, effective
    shrink = 1 + z * z / n
    middle = (share + z * z / (2 * n)) / shrink
    half_width = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink
    return Interval(
        lower=0.0 if count == 0 else middle - half_width,
        upper=1.0 if count == base else middle + half_width,
    )


def effective_base(clusters: Sequence[tuple[int, int]]) -> float:
    """How many independent units ``clusters`` of (count, base) are worth for their pooled share.

    ``p(1-p)`` divided by the linearised variance of the ratio ``sum(count) / sum(base)`` between
    clusters; never more than ``sum(base)`` and never less than 1. Where every unit is alike
    (p = 0 or 1) clusters show no variance, and each then counts as one unit: the cautious choice.
    Clusters with base 0 are left out. Raises ``ValueError`` when none is left.

    >>> effective_base([(4, 16), (4, 16), (4, 16)]), effective_base([(16, 16), (0, 16)])
    (48.0, 1.0)
    """
    used = [(count, base) for count, base in clusters if base > 0]
    if not used:
        raise ValueError("no cluster has a base")
    total = sum(base for _, base in used)
    share = sum(count for count, _ in used) / total
    if share in (0.0, 1.0) or len(used) == 1:
        return float(len(used))
    squares = sum((count - share * base) ** 2 for count, base in used)
    variance = len(used) / (len(used) - 1) * squares / total**2
    if variance == 0:
        return float(total)
    return min(float(total), max(1.0, share * (1 - share) / variance))


def newcombe_difference(
    first: tuple[int, int], second: tuple[int, int], confidence: float = CONFIDENCE
) -> Interval:
    """Interval of the difference of two independent shares, first minus second.

    ``first`` and ``second`` are (count, base). Newcombe's (1998b) method 10: the two Wilson
    intervals joined by ``difference``. Raises ``ValueError`` as ``wilson`` does.

    >>> interval = newcombe_difference((56, 70), (48, 80))
    >>> round(interval.lower, 4), round(interval.upper, 4)
    (0.0524, 0.3339)
    """
    (count_1, base_1), (count_2, base_2) = first, second
    one, two = wilson(count_1, base_1, confidence), wilson(count_2, base_2, confidence)
    return difference((count_1 / base_1, one), (count_2 / base_2, two))


def difference(first: tuple[float, Interval], second: tuple[float, Interval]) -> Interval:
    """Interval of first minus second, from each estimate and its own interval.

    The margins are joined by squares: Zou GY, Donner A (2008) *Stat Med* 27:1693-1702 ("MOVER"),
    which for two Wilson intervals is Newcombe's method 10, and holds for clustered ones too. The
    estimates must be independent.
    """
    (estimate_1, one), (estimate_2, two) = first, second
    below = sqrt((estimate_1 - one.lower) ** 2 + (two.upper - estimate_2) ** 2)
    above = sqrt((one.upper - estimate_1) ** 2 + (estimate_2 - two.lower) ** 2)
    return Interval(estimate_1 - estimate_2 - below, estimate_1 - estimate_2 + above)
