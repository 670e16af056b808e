"""Log-likelihood, score and information of a group of cases, before parameters are tied together.

Parameters here are the *place* of each reading (severity, plus the effect of the condition, less
the mean of the team), then the coordinates of the steps, then the log standard deviations of case
and halo. Information is observed information by Louis (1982, *J R Stat Soc B* 44:226-233): the
complete-data information expected, less the variance of the complete-data score, given the data.
"""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from scipy import sparse

from goldenthread.analysis.facets.curves import Floats

REACH = 6.0
"""Standard deviations of the prior that the grid covers: 2e-9 of it lies outside."""
FINE = 0.85
"""Spacing of the grid in standard deviations of the narrowest posterior: the trapezoid rule then
errs by about 2 exp(-2 pi^2 / 0.85^2) = 3e-12 of it."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Standard deviations, in logits. A halo of ``None`` is not in the model."""

    case: float
    halo: float | None
    auditor: float | None

    @property
    def reading(self) -> float:
        """Of what is random in one reading but for the auditor: case and halo together."""
        return sqrt(self.case**2 + (self.halo or 0.0) ** 2)


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Step difficulties as a linear map of free coordinates: ``difficulties = design @ free``."""

    design: Floats
    """Shape (categories × steps, coordinates)."""
    free: Floats
    """Shape (coordinates,)."""
    categories: int

    def difficulties(self) -> Floats:
        """Shape (categories, steps)."""
        return (self.design @ self.free).reshape(self.categories, -1)


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """Log-likelihood of a group of cases, and its slopes in the order of ``Moments``."""

    log_likelihood: float
    places: Floats
    rest: Floats

    def __add__(self, other: "Score") -> "Score":
        """Of both groups."""
        return Score(
            self.log_likelihood + other.log_likelihood,
            self.places + other.places,
            self.rest + other.rest,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """What a group of cases says: places first, then the rest (steps, log sd of case, of halo)."""

    score: Score
    information_places: sparse.csr_array
    """Shape (places, places)."""
    information_between: Floats
    """Shape (places, rest)."""
    information_rest: Floats

    def __add__(self, other: "Moments") -> "Moments":
        """Of both groups."""
        return Moments(
            self.score + other.score,
            sparse.csr_array(self.information_places + other.information_places),
            self.information_between + other.information_between,
            self.information_rest + other.information_rest,
        )


def no_score(places: int, steps: Steps) -> Score:
    """Of no readings at all."""
    return Score(0.0, np.zeros(places), np.zeros(steps.design.shape[1] + 2))


def no_moments(places: int, steps: Steps) -> Moments:
    """Of no readings at all."""
    score = no_score(places, steps)
    n = len(score.rest)
    none = sparse.csr_array((places, places))
    return Moments(score, none, np.zeros((places, n)), np.zeros((n, n)))


def spacing(narrowest: float) -> float:
    """Of a grid for posteriors whose least standard deviation is ``narrowest``."""
    return FINE * narrowest


def grid(low: float, high: float, step: float) -> Floats:
    """Equally spaced nodes that cover ``low`` to ``high``."""
    count = int(np.ceil((high - low) / step)) + 1
    return low + step * np.arange(count, dtype=float)


LOG_ROOT_2PI = log(sqrt(2 * np.pi))
