"""Standard errors as Gwet's program irrCAC prints them: each unit counts as independent.

Right for one category; too small where several categories of one case are stacked, which is why
intervals come from resampling cases. Sources: Gwet KL (2014) *Handbook of Inter-Rater
Reliability*, 4th ed.; for two raters' kappa Fleiss JL, Cohen J, Everitt BS (1969) *Psychol Bull*
72:323-327. ``None`` where fewer than two units, or an undefined coefficient,
leave none. ``sums`` are always those of ``ratings``.
"""

from dataclasses import dataclass
from math import isfinite, sqrt

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.agreement import coefficients
from goldenthread.analysis.agreement.coefficients import Distances
from goldenthread.analysis.agreement.ratings import Floats, Ints, Ratings
from goldenthread.analysis.agreement.sums import Sums


def of_share(ratings: Ratings, sums: Sums, weights: Floats) -> float | None:
    """Of the share of pairs that agree, among the units that have a pair."""
    counts, _, many = ratings.rated_twice().kinds
    agreed = _Influences(counts, np.zeros(len(many)), many).agreed(weights)
    if many.sum() < 2:
        return None
    return _of_mean(agreed, float(coefficients.share(sums, weights)), many)


def of_gwet(ratings: Ratings, sums: Sums, weights: Floats) -> float | None:
    """Of Gwet's AC1 or AC2."""
    levels = ratings.levels
    if levels < 2 or not ratings.units:
        return None
    counts, _, many = ratings.kinds
    chance = float(coefficients.gwet_chance(sums, weights))
    rarity: Floats = weights.sum() / (levels * (levels - 1)) * (1 - sums.shares / sums.units)
    pull = counts @ rarity / counts.sum(axis=1) - chance
    return _linearised(sums, weights, chance, _Influences(counts, pull, many))


def of_kappa(ratings: Ratings, sums: Sums, weights: Floats) -> float | None:
    """Of weighted kappa: Cohen's for two raters who rated every unit, Conger's otherwise."""
    if ratings.raters == 2 and float(sums.paired) == ratings.units:
        return _of_cohens(ratings, sums, weights)
    raters, times = ratings.raters, sums.by_rater.sum(axis=1)
    if raters < 2:
        return None
    own = sums.by_rater / times[:, np.newaxis]
    others = (own.sum(axis=0) - own) @ weights
    usual = (own * others).sum(axis=1)
    scale = ratings.units / (raters * (raters - 1) * times)
    pulls = scale[ratings.rater] * (others[ratings.rater, ratings.level] - usual[ratings.rater])
    chance = float(coefficients.kappa_chance(sums, weights))
    pull = np.bincount(ratings.unit, weights=pulls, minlength=ratings.units)
    counts, kind, _ = ratings.kinds
    each = np.ones(ratings.units, dtype=np.intp)
    influences = _Influences(counts, pull.astype(np.float64), each, kind)
    return _linearised(sums, weights, chance, influences)


def of_alpha(ratings: Ratings, sums: Sums, distances: Distances) -> float | None:
    """Of Krippendorff's alpha (Gwet 2014), distances taken as given."""
    twice = ratings.rated_twice()
    if twice.units < 2:
        return None
    distance = distances(sums.coincidences.sum(axis=-1) / sums.coincidences.sum())
    if not distance.max() > 0:
        return None
    counts, _, many = twice.kinds
    times = counts.sum(axis=1)
    weights = 1 - distance / distance.max()
    mean = _mean(times, many)
    seen = (counts * (counts @ weights - 1)).sum(axis=1) / (mean * (times - 1))
    all_seen = _mean(seen, many)
    correction = 1 / (times @ many)
    agreed = (1 - correction) * all_seen + correction
    shares = (many @ counts) / many.sum() / mean
    chance = shares @ weights @ shares
    if chance >= 1:
        return None
    excess = (times - mean) / mean
    value = (all_seen - chance) / (1 - chance)
    by_unit = counts @ (weights @ shares) / mean - chance * excess
    influence = seen - agreed * excess - chance - 2 * (1 - value) * (by_unit - chance)
    return _of_mean(influence / (1 - chance), value, many)


def _of_cohens(ratings: Ratings, sums: Sums, weights: Floats) -> float | None:
    """The large-sample standard error of Fleiss, Cohen and Everitt (1969)."""
    order = np.lexsort((ratings.rater, ratings.unit))
    level = ratings.level[order].reshape(-1, 2)
    kappa = float(coefficients.kappa(sums, weights))
    if ratings.units < 2 or not isfinite(kappa):
        return None
    chance = float(coefficients.kappa_chance(sums, weights))
    first, second = sums.by_rater / ratings.units
    pull = (weights @ second)[level[:, 0]] + (weights @ first)[level[:, 1]]
    squares = (weights[level[:, 0], level[:, 1]] - (1 - kappa) * pull) ** 2
    variance = squares.mean() - (kappa - chance * (1 - kappa)) ** 2
    return sqrt(max(variance, 0.0) / ratings.units) / (1 - chance)


@dataclass(frozen=True, slots=True, eq=False)
class _Influences:
    """What units add to a coefficient: of each kind of unit or, with ``kind``, of each unit.

    ``counts`` has a row a kind. ``pull`` is how far a unit's own chance agreement is from that of
    all; ``many`` is how many units are like it.
    """

    counts: Floats
    pull: Floats
    many: Ints
    kind: Ints | None = None

    def agreed(self, weights: Floats) -> Floats:
        """Share of the unit's pairs that agree; 0 where there are none."""
        times = self.counts.sum(axis=1)
        pairs = np.maximum(times * (times - 1), 1)
        agreed: Floats = (self.counts * (self.counts @ weights - 1)).sum(axis=1) / pairs
        return agreed if self.kind is None else agreed[self.kind]

    def paired(self) -> NDArray[np.bool_]:
        """Whether the unit has a pair."""
        paired: NDArray[np.bool_] = self.counts.sum(axis=1) >= 2
        return paired if self.kind is None else paired[self.kind]


def _linearised(
    sums: Sums, weights: Floats, chance: float, influences: _Influences
) -> float | None:
    """Gwet's: the spread of what each unit adds to a coefficient, its pull on chance included."""
    units = float(sums.units)
    if units < 2 or not sums.paired > 0 or not chance < 1:
        return None
    value = (float(coefficients.share(sums, weights)) - chance) / (1 - chance)
    seen = influences.agreed(weights) - chance * influences.paired()
    influence = units / float(sums.paired) * seen - 2 * (1 - value) * influences.pull
    return _of_mean(influence / (1 - chance), value, influences.many)


def _of_mean(influence: Floats, value: float, many: Ints) -> float:
    """Standard error of a mean of ``influence``, spread being taken about ``value``."""
    units = int(many.sum())
    return sqrt(float(many @ (influence - value) ** 2) / (units * (units - 1)))


def _mean(of_kinds: Floats, many: Ints) -> float:
    return float(many @ of_kinds) / int(many.sum())
