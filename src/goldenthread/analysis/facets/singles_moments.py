"""What cases with one reading say of all parameters: Louis' information on the grid."""

from dataclasses import dataclass
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.analysis.facets.compiled_arrays import (
    Lists,
    OneGrid,
    OnePosterior,
    OneReading,
    OneSums,
)
from goldenthread.analysis.facets.curves import Floats, covariance_of_steps
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.moments import Moments, Score, Spread, Steps, no_moments
from goldenthread.analysis.facets.patterns import listed
from goldenthread.analysis.facets.sample import Ints, Readings
from goldenthread.analysis.facets.singles import (
    SinglesGrid,
    Weights,
    posteriors,
    singles_grid,
    sums_by,
)


def singles_moments(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> Moments:
    """What the single readings say of all parameters.

    With ``y = v + place`` the complete-data scores are ``-y / sd²`` for the place,
    ``y² / sd² - 1`` for the log of ``sd`` and the probabilities of passing for the steps.
    """
    if not len(readings):
        return no_moments(len(places), steps)
    on = singles_grid(readings, places, steps, spread)
    sums = SinglesSums.zero(len(places), steps.design, len(readings.patterns), len(on.nodes))
    if loops := compiled(len(readings)):
        _add_compiled(loops, sums, readings, on, places)
    else:
        for part in posteriors(readings, on):
            sums.add(part, readings, on, places)
    return _moments(sums, on, readings, steps, spread)


def _add_compiled(
    loops: ModuleType, sums: "SinglesSums", readings: Readings, on: SinglesGrid, places: Floats
) -> None:
    of, at_least = listed(readings.patterns), on.curves.at_least
    squares = np.zeros_like(sums.on_nodes)
    sums.log_likelihood, sums.sd_with[1] = loops.single_sums(
        OneReading(readings.place, on.distinct, readings.pattern),
        OneGrid(
            OnePosterior(on.likelihood, on.log_scale, on.prior),
            on.nodes + places[:, None],
            at_least,
            at_least.reshape(len(at_least), -1) @ sums.design,
            sums.design.reshape(*at_least.shape[1:], -1),
            on.sd,
        ),
        Lists(of.full, of.start, of.category),
        OneSums(sums.score, sums.covariance, sums.outer, sums.on_nodes, squares),
    )
    sums.readings += np.bincount(readings.place, minlength=len(places))
    by_step = np.einsum("qi,qik->ik", squares.T @ readings.patterns, at_least)
    sums.sd_with[2:] = by_step.ravel() @ sums.design


@dataclass(slots=True, eq=False)
class SinglesSums:
    """Sums over readings of their complete-data scores: place, log sd, then free coordinates."""

    design: Floats
    log_likelihood: float
    readings: Floats
    """How many are in each place."""
    score: Floats
    """Expected scores by place, shape (places, scores)."""
    covariance: Floats
    """Of the place's score with every score, by place, shape (places, scores)."""
    outer: Floats
    """Products of the expected scores with one another, shape (scores, scores)."""
    sd_with: Floats
    """Expected product of the score of log sd with every score, shape (scores,)."""
    on_nodes: Floats
    """Posterior weight by pattern of categories, shape (patterns, nodes)."""

    @classmethod
    def zero(cls, places: int, design: Floats, patterns: int, nodes: int) -> "SinglesSums":
        """Of no readings."""
        n = 2 + design.shape[1]
        by_place = (np.zeros((places, n)), np.zeros((places, n)))
        return cls(
            design,
            0.0,
            np.zeros(places),
            *by_place,
            np.zeros((n, n)),
            np.zeros(n),
            np.zeros((patterns, nodes)),
        )

    def add(self, part: Weights, readings: Readings, on: SinglesGrid, places: Floats) -> None:
        """Add some readings."""
        place, pattern = readings.place[part.rows], readings.pattern[part.rows]
        to_place, to_pattern = sums_by(place, len(places)), sums_by(pattern, len(self.on_nodes))
        moments = _deviations(part.weights, on.nodes, places[place])
        passing = self._passing(part.weights, on, readings.patterns[pattern])
        with_y = self._passing(part.weights * on.nodes, on, readings.patterns[pattern])
        with_y += places[place][:, None] * passing
        y, y2, y3, y4 = moments
        variance = on.sd**2
        score = np.column_stack([-y / variance, y2 / variance - 1, passing])
        covariance = np.column_stack(
            [
                (y2 - y * y) / variance**2,
                -(y3 - y * y2) / variance**2,
                -(with_y - y[:, None] * passing) / variance,
            ]
        )
        self.log_likelihood += part.log_likelihood
        self.readings += np.bincount(place, minlength=len(places))
        self.score += to_place @ score
        self.covariance += to_place @ covariance
        self.outer += score.T @ score
        self.on_nodes += to_pattern @ part.weights
        self.sd_with[1] += (y4 / variance**2 - 2 * y2 / variance + 1).sum()
        self.sd_with[2:] += self._sd_with_steps(part.weights, on, places[place], readings, pattern)

    def _passing(self, weights: Floats, on: SinglesGrid, mask: NDArray[np.bool_]) -> Floats:
        """Expected scores of the free coordinates, shape (readings, coordinates)."""
        at_least = on.curves.at_least
        expected = weights @ at_least.reshape(len(at_least), -1)
        expected *= np.repeat(mask, at_least.shape[2], axis=1)
        scores: Floats = expected @ self.design
        return scores

    def _sd_with_steps(
        self, weights: Floats, on: SinglesGrid, place: Floats, readings: Readings, pattern: Ints
    ) -> Floats:
        squares = weights * (((on.nodes + place[:, None]) / on.sd) ** 2 - 1)
        on_categories = squares.T @ readings.patterns[pattern]
        by_step = np.einsum("qi,qik->ik", on_categories, on.curves.at_least)
        expected: Floats = by_step.ravel() @ self.design
        return expected


def _deviations(weights: Floats, nodes: Floats, place: Floats) -> tuple[Floats, ...]:
    """Expected powers 1 to 4 of ``v + place``, each of shape (readings,)."""
    v1, v2, v3, v4 = (weights @ np.stack([nodes**k for k in range(1, 5)], axis=1)).T
    p = place
    return (
        v1 + p,
        v2 + p * (2 * v1 + p),
        v3 + p * (3 * v2 + p * (3 * v1 + p)),
        v4 + p * (4 * v3 + p * (6 * v2 + p * (4 * v1 + p))),
    )


def _moments(
    sums: SinglesSums, on: SinglesGrid, readings: Readings, steps: Steps, spread: Spread
) -> Moments:
    """Moments of Louis from the sums, with log sd split into case and halo."""
    variance = on.sd**2
    places = sums.readings / variance - sums.covariance[:, 0]
    between = -sums.covariance[:, 1:]
    between[:, 0] += 2 * sums.score[:, 0]
    rest = _information_rest(sums, on, readings, steps)
    score = sums.score.sum(axis=0)[1:]
    case, halo = spread.case**2 / variance, (spread.halo or 0.0) ** 2 / variance
    tie = np.zeros((len(score), steps.design.shape[1] + 2))
    tie[1:, :-2] = np.eye(steps.design.shape[1])
    tie[0, -2:] = case, halo
    information = tie.T @ rest @ tie
    information[-2:, -2:] -= 2 * case * halo * score[0] * np.array([[1.0, -1.0], [-1.0, 1.0]])
    return Moments(
        Score(sums.log_likelihood, sums.score[:, 0], score @ tie),
        sparse.csr_array(sparse.diags_array(places)),
        between @ tie,
        information,
    )


def _information_rest(
    sums: SinglesSums, on: SinglesGrid, readings: Readings, steps: Steps
) -> Floats:
    """Information on log sd and free coordinates, shape (1 + coordinates, 1 + coordinates)."""
    n = 1 + steps.design.shape[1]
    expected = np.zeros((n, n))
    complete = np.zeros((n, n))
    expected[0, :] = expected[:, 0] = sums.sd_with[1:]
    expected[1:, 1:], complete[1:, 1:] = _steps_information(sums, on, readings, steps.design)
    complete[0, 0] = 2 * (sums.score[:, 1].sum() + sums.readings.sum())
    return complete - expected + sums.outer[1:, 1:]


def _steps_information(
    sums: SinglesSums, on: SinglesGrid, readings: Readings, design: Floats
) -> tuple[Floats, Floats]:
    """Expected outer product of the scores of the coordinates, and their complete information."""
    at_least = on.curves.at_least
    nodes, categories, steps = at_least.shape
    graded = readings.patterns.astype(float)
    both = (graded[:, :, None] * graded[:, None, :]).reshape(len(graded), -1)
    pairs = (sums.on_nodes.T @ both).reshape(nodes, categories, categories)
    outer = np.zeros((categories, steps, categories, steps))
    for k in range(steps):
        weighted = pairs * at_least[:, :, k, None]
        for m in range(steps):
            outer[:, k, :, m] = np.einsum("qij,qj->ij", weighted, at_least[:, :, m])
    size = categories * steps
    within = covariance_of_steps(sums.on_nodes.T @ graded, at_least)
    return design.T @ outer.reshape(size, size) @ design, design.T @ within @ design
