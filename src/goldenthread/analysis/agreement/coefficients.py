"""Coefficients of agreement, from sums over units: NaN where the data leave one undefined.

Sources: Krippendorff K (2011) *Computing Krippendorff's Alpha-Reliability*; Gwet KL (2014)
*Handbook of Inter-Rater Reliability*, 4th ed. (share that agrees, AC1, AC2); Cohen J (1968)
*Psychol Bull* 70:213-220 (two raters) and Conger AJ (1980) *Psychol Bull* 88:322-328 (more).
"""

from collections.abc import Callable

import numpy as np

from goldenthread.analysis.agreement.ratings import Floats
from goldenthread.analysis.agreement.sums import Sums

Distances = Callable[[Floats], Floats]
"""From shares of the levels, shape (..., levels), to distances that broadcast to
(..., levels, levels)."""

NO_DIFFERENCE = 1e-12
"""Differences below this are rounding errors of the sums."""


def share(sums: Sums, weights: Floats) -> Floats:
    """Share of pairs within a unit that agree, averaged over units; ``weights`` say how much.

    >>> from goldenthread.analysis.agreement.sums import of_tables
    >>> from goldenthread.analysis.agreement.weights import identity
    >>> float(share(of_tables(np.array([[0.5, 0.125], [0.125, 0.25]])), identity(2)))
    0.75
    """
    return _ratio((weights * sums.pairs).sum(axis=(-2, -1)), sums.paired)


def alpha(sums: Sums, distances: Distances) -> Floats:
    """Krippendorff's alpha: 1 less disagreement seen over disagreement expected by chance.

    Expected over all pairs of the pairable ratings without replacement; with replacement for a
    table of expected shares, which stands for endlessly many.
    """
    all_pairs = sums.coincidences.sum(axis=(-2, -1))
    seen = _ratio(sums.coincidences, all_pairs[..., np.newaxis, np.newaxis])
    values = seen.sum(axis=-1)
    distance = distances(values)
    observed = (seen * distance).sum(axis=(-2, -1))
    together = values[..., :, np.newaxis] * values[..., np.newaxis, :]
    expected = (together * distance).sum(axis=(-2, -1))
    without_replacement = 1 - _ratio(np.ones_like(all_pairs), sums.pairable)
    return 1 - _ratio(observed * without_replacement, expected)


def gwet(sums: Sums, weights: Floats) -> Floats:
    """Gwet's AC1 with identity weights, AC2 with others."""
    return _beyond_chance(share(sums, weights), gwet_chance(sums, weights))


def gwet_chance(sums: Sums, weights: Floats) -> Floats:
    """Gwet's chance agreement; NaN where the scale has one level only."""
    levels = len(weights)
    mean = _ratio(sums.shares, sums.units[..., np.newaxis])
    hard = weights.sum() * (mean * (1 - mean)).sum(axis=-1)
    return _ratio(hard, np.full_like(hard, levels * (levels - 1)))


def kappa(sums: Sums, weights: Floats) -> Floats:
    """Weighted kappa: Cohen's for two raters, Conger's for more.

    Raters without a rating, as a bootstrap replicate can leave them, are not counted.
    """
    return _beyond_chance(share(sums, weights), kappa_chance(sums, weights))


def kappa_chance(sums: Sums, weights: Floats) -> Floats:
    """Mean over all pairs of raters of the agreement that their own marginals would give."""
    times = sums.by_rater.sum(axis=-1)
    own = np.divide(
        sums.by_rater,
        times[..., np.newaxis],
        out=np.zeros_like(sums.by_rater),
        where=times[..., np.newaxis] > 0,
    )
    raters = (times > 0).sum(axis=-1)
    everyone = own.sum(axis=-2)
    all_pairs = ((everyone @ weights) * everyone).sum(axis=-1)
    with_oneself = (np.swapaxes(own, -1, -2) @ own * weights).sum(axis=(-2, -1))
    return _ratio(all_pairs - with_oneself, (raters * (raters - 1)).astype(np.float64))


def _beyond_chance(seen: Floats, chance: Floats) -> Floats:
    return _ratio(seen - chance, 1 - chance)


def _ratio(part: Floats, whole: Floats) -> Floats:
    """``part / whole``, NaN where ``whole`` is nothing."""
    shape = np.broadcast_shapes(part.shape, whole.shape)
    undefined = np.full(shape, np.nan)
    ratio: Floats = np.divide(part, whole, out=undefined, where=np.abs(whole) > NO_DIFFERENCE)
    return ratio
