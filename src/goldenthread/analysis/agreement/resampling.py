"""Intervals clustered by case: BCa bootstrap (Efron B 1987, *JASA* 82:171-185).

Whole cases are drawn, because the categories of one case are graded by the same two people in one
sitting and are not independent.
"""

from collections.abc import Callable, Mapping
from statistics import NormalDist

import numpy as np

from goldenthread.analysis.agreement.ratings import Floats, Ints, Ratings
from goldenthread.analysis.agreement.sums import Sums, of_parts, parts
from goldenthread.analysis.intervals import CONFIDENCE, Interval

REPLICATES = 2_000
SEED = 1987
GROUPS = 400
"""Of more cases than this, groups of equal size are drawn instead: as wide to within 4%, and the
time no longer grows."""
MOST_UNDEFINED = 0.05
"""Share of replicates that may leave a coefficient undefined."""

_AT_ONCE = 4_000_000
"""Numbers held at once."""
_ROUNDING = 1e-12
_NORMAL = NormalDist()
_ENDS = ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2)

Values = Mapping[str, Callable[[Sums], Floats]]
"""How each coefficient is computed, by name."""


def intervals(ratings: Ratings, values: Values) -> dict[str, Interval | None]:
    """95% interval of each coefficient.

    Replicates that leave a coefficient undefined are left out; it has no interval where over 5%
    of them do. The same ratings give the same intervals.
    """
    every = parts(ratings, _groups(ratings)[ratings.case])
    alone, rows = every[0], every[1:]
    total = every.sum(axis=0)
    levels = ratings.levels
    one_out = _values(total - rows, levels, values)
    replicates = _replicates(rows, alone, levels, values)
    seen = _values(total, levels, values)
    return {name: bca(float(seen[name]), replicates[name], one_out[name]) for name in values}


def bca(value: float, replicates: Floats, one_out: Floats) -> Interval | None:
    """Bias-corrected and accelerated interval of ``value``.

    ``replicates`` are of resampled data, ``one_out`` of the data without one case each; both may
    hold NaN. Replicates equal to ``value`` count half as below it: coefficients of few grades
    repeat themselves.
    """
    drawn = replicates[np.isfinite(replicates)]
    if len(drawn) < (1 - MOST_UNDEFINED) * len(replicates) or not np.isfinite(value):
        return None
    below = (drawn < value - _ROUNDING).sum() + (np.abs(drawn - value) <= _ROUNDING).sum() / 2
    least = 0.5 / len(drawn)
    bias = _NORMAL.inv_cdf(min(max(float(below) / len(drawn), least), 1 - least))
    speed = acceleration(one_out)
    shares = [_corrected(share, bias, speed) for share in _ENDS]
    lower, upper = np.quantile(drawn, shares)
    return Interval(float(lower), float(upper))


def _corrected(share: float, bias: float, speed: float) -> float:
    """Where among the replicates the limit lies that ``share`` of them should be below."""
    limit = bias + _NORMAL.inv_cdf(share)
    return _NORMAL.cdf(bias + limit / max(1 - speed * limit, _ROUNDING))


def acceleration(one_out: Floats) -> float:
    """How fast the standard error changes with the value: a sixth of the jackknife's skewness."""
    defined = one_out[np.isfinite(one_out)]
    if len(defined) == 0:
        return 0.0
    pull = defined.mean() - defined
    spread = float((pull**2).sum())
    return float((pull**3).sum()) / (6 * spread**1.5) if spread > _ROUNDING**2 else 0.0


def of_draws(draws: Floats) -> Interval | None:
    """The middle 95% of a model's draws; ``None`` where over 5% of them are undefined."""
    defined = draws[np.isfinite(draws)]
    if len(defined) == 0 or len(defined) < (1 - MOST_UNDEFINED) * len(draws):
        return None
    lower, upper = np.quantile(defined, _ENDS)
    return Interval(float(lower), float(upper))


def _groups(ratings: Ratings) -> Ints:
    """The group that each case is drawn with: its own, unless there are too many.

    Group 0 holds the cases that one rater rated: how many are read twice is chosen, not chance.
    """
    compared = int(ratings.compared.sum())
    numbers = np.arange(compared)
    if compared > GROUPS:
        numbers = np.random.default_rng(SEED).permutation(numbers) % GROUPS
    groups = np.zeros(ratings.cases, dtype=np.intp)
    groups[ratings.compared] = numbers + 1
    return groups


def _replicates(rows: Floats, alone: Floats, levels: int, values: Values) -> dict[str, Floats]:
    """Each coefficient in every replicate, shape (replicates,)."""
    generator = np.random.default_rng(SEED)
    drawn = generator.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=REPLICATES)
    at_once = max(1, _AT_ONCE // rows.shape[1])
    blocks = [
        _values(alone + drawn[start : start + at_once].astype(np.float64) @ rows, levels, values)
        for start in range(0, REPLICATES, at_once)
    ]
    return {name: np.concatenate([block[name] for block in blocks]) for name in values}


def _values(total: Floats, levels: int, values: Values) -> dict[str, Floats]:
    sums = of_parts(total, levels)
    return {name: value(sums) for name, value in values.items()}
