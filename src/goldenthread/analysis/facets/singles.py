"""Cases with one reading: child and halo are one normal variable.

On the scale ``v = child + halo - place`` the likelihood of a reading depends on nothing but its
total and which categories were graded, so one table serves all readings of all auditors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.analysis.facets.compiled_arrays import Lists, OneGrid, OneReading, OneSums
from goldenthread.analysis.facets.curves import Curves, Floats, covariance_of_steps, curves
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.moments import (
    LOG_ROOT_2PI,
    REACH,
    Moments,
    Spread,
    Steps,
    grid,
    no_moments,
    spacing,
)
from goldenthread.analysis.facets.patterns import listed
from goldenthread.analysis.facets.sample import Ints, Readings

LEAST_CATEGORIES = 4
"""Categories from which the spacing of the grid follows from information alone, to 1e-10."""
AT_ONCE = 20_000
"""Readings worked on together: 20,000 × 60 nodes are 10 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class SinglesGrid:
    """Nodes, curves and the two factors of every posterior: likelihood and prior."""

    nodes: Floats
    curves: Curves
    likelihood: Floats
    """Shape (distinct readings, nodes), each with a maximum of 1."""
    log_scale: Floats
    """What ``likelihood`` was divided by, in logs, shape (distinct readings,)."""
    distinct: Ints
    """Row of ``likelihood`` for each reading."""
    prior: Floats
    """Shape (places, nodes): normal densities times the spacing."""
    sd: float


def singles_grid(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> SinglesGrid:
    """The grid for ``readings``, where ``places`` holds the place of each kind of reading."""
    sd = spread.reading
    used = -places[np.unique(readings.place)]
    b = steps.difficulties()
    most = most_information(readings, b)
    step = spacing(1 / np.sqrt(most + 1 / sd**2))
    nodes = grid(used.min() - REACH * sd, used.max() + REACH * sd, step)
    at = curves(nodes, b)
    likelihood, log_scale, distinct = _likelihood(readings, nodes, at)
    distance = (nodes + places[:, None]) / sd
    prior = np.exp(-0.5 * distance**2 - LOG_ROOT_2PI - log(sd) + log(step))
    return SinglesGrid(nodes, at, likelihood, log_scale, distinct, prior, sd)


def most_information(readings: Readings, b: Floats) -> float:
    """The greatest information that one reading can give on ``v``: its variance of the total.

    A reading of few categories counts as one of ``LEAST_CATEGORIES``: its likelihood is far from
    normal, and the trapezoid rule wants nodes nearer to each other than its width asks for.
    """
    nodes = np.linspace(b.min() - 1, b.max() + 1, 41)
    variance = curves(nodes, b).variance()
    of_readings = (variance @ readings.patterns.T).max(initial=0.0)
    return float(max(of_readings, LEAST_CATEGORIES * variance.max()))


def _likelihood(readings: Readings, nodes: Floats, at: Curves) -> tuple[Floats, Floats, Ints]:
    width = int(readings.total.max()) + 1
    kinds, distinct = np.unique(readings.pattern * width + readings.total, return_inverse=True)
    total, pattern = kinds % width, kinds // width
    norm = readings.patterns @ at.log_norm.T
    logs = total[:, None] * nodes - norm[pattern]
    top = logs.max(axis=1)
    return np.exp(logs - top[:, None]), top, distinct


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Posterior weights of some readings over the nodes, shape (readings, nodes)."""

    rows: slice
    weights: Floats
    log_likelihood: float


def posteriors(readings: Readings, on: SinglesGrid) -> Iterator[Weights]:
    """Posterior weights of all readings, some at a time."""
    for start in range(0, len(readings), AT_ONCE):
        rows = slice(start, min(start + AT_ONCE, len(readings)))
        distinct = on.distinct[rows]
        weights = on.likelihood[distinct] * on.prior[readings.place[rows]]
        total = weights.sum(axis=1)
        weights /= total[:, None]
        yield Weights(rows, weights, float((np.log(total) + on.log_scale[distinct]).sum()))


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
    scores = at_least.reshape(len(at_least), -1) @ sums.design
    design = sums.design.reshape(*at_least.shape[1:], -1)
    deviation = on.nodes + places[:, None]
    sums.log_likelihood, sums.sd_with[1] = loops.single_sums(
        OneReading(readings.place, on.distinct, readings.pattern),
        OneGrid(on.likelihood, on.log_scale, on.prior, deviation, at_least, scores, design, on.sd),
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


def sums_by(group: Ints, groups: int) -> sparse.csr_array:
    """Matrix, shape (groups, rows), that sums rows by their group."""
    n = len(group)
    return sparse.csr_array((np.ones(n), (group, np.arange(n))), shape=(groups, n))


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
        sums.log_likelihood,
        sums.score[:, 0],
        score @ tie,
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
