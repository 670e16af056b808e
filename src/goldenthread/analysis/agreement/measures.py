"""The coefficients that are reported: how each is computed, and why it may not be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from goldenthread.analysis.agreement import coefficients, standard_errors, weights
from goldenthread.analysis.agreement.coefficients import Distances
from goldenthread.analysis.agreement.ratings import Floats, Ratings
from goldenthread.analysis.agreement.sums import Sums

ALL_THE_SAME = "every grade that can be compared is the same, so chance alone explains agreement"
ONE_LEVEL = "the scale has only one grade, so chance alone explains agreement"
BELOW_NOUGHT = "a grade counts as less than 0, and ratios need numbers from 0 upwards"


@dataclass(frozen=True, slots=True)
class Measure:
    """A coefficient: from sums, its standard error from ratings, and why it may be undefined."""

    value: Callable[[Sums], Floats]
    se: Callable[[Ratings, Sums], float | None]
    undefined: str


def measures(levels: int, values: Sequence[int]) -> Mapping[str, Measure]:
    """Every coefficient reported, by its name.

    ``values`` are the numbers that the levels count as in interval and ratio measures.
    """
    same, quadratic = weights.identity(levels), weights.quadratic(levels)
    return {
        "exact": _share(same),
        "within_one": _share(weights.within_one(levels)),
        "alpha_nominal": _alpha(weights.nominal_distances),
        "alpha_ordinal": _alpha(weights.ordinal_distances),
        "alpha_interval": _alpha(_fixed(weights.interval_distances(values))),
        "alpha_ratio": _ratio(values),
        "ac1": _gwet(same),
        "ac2_quadratic": _gwet(quadratic),
        "kappa_quadratic": Measure(
            value=partial(coefficients.kappa, weights=quadratic),
            se=partial(standard_errors.of_kappa, weights=quadratic),
            undefined=ALL_THE_SAME,
        ),
    }


def _share(agreed: Floats) -> Measure:
    return Measure(
        value=partial(coefficients.share, weights=agreed),
        se=partial(standard_errors.of_share, weights=agreed),
        undefined="nothing can be compared",
    )


def _gwet(agreed: Floats) -> Measure:
    return Measure(
        value=partial(coefficients.gwet, weights=agreed),
        se=partial(standard_errors.of_gwet, weights=agreed),
        undefined=ONE_LEVEL,
    )


def _alpha(distances: Distances) -> Measure:
    return Measure(
        value=partial(coefficients.alpha, distances=distances),
        se=partial(standard_errors.of_alpha, distances=distances),
        undefined=ALL_THE_SAME,
    )


def _fixed(distance: Floats) -> Distances:
    """Distances that do not depend on how often each level is given."""
    return lambda shares: distance


def _ratio(values: Sequence[int]) -> Measure:
    if min(values, default=0) >= 0:
        return _alpha(_fixed(weights.ratio_distances(values)))
    return Measure(
        value=lambda sums: np.full(sums.units.shape, np.nan),
        se=lambda ratings, sums: None,
        undefined=BELOW_NOUGHT,
    )
