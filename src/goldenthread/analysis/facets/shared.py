"""Cases with several readings: given the child, readings are independent of one another.

Two grids of the same nodes: the child's place, and what each reading sees of it (child + halo).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

import numpy as np
from scipy import sparse
from scipy.linalg import block_diag

from goldenthread.analysis.facets.curves import Curves, Floats, curves
from goldenthread.analysis.facets.kernel import Kernel, kernel
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
from goldenthread.analysis.facets.sample import Ints, Readings
from goldenthread.analysis.facets.singles import most_information, sums_by

AT_ONCE = 400
"""Readings worked on together, whole cases: 400 × 60 nodes × 48 steps are 9 MB."""
FLOOR = -600.0
"""Log of the least likelihood of a reading beside its greatest: keeps all of them above 0."""
LEAST_STEP = 0.15
"""The grid is never finer for the sake of a small halo, in logits."""


@dataclass(frozen=True, slots=True, eq=False)
class SharedGrid:
    """Nodes, the curves of every place on them, the kernel of the halo, and the prior."""

    nodes: Floats
    curves: Curves
    """Shapes begin with (places, nodes)."""
    kernel: Kernel | None
    log_prior: Floats


def shared_grid(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> SharedGrid:
    """The grid for ``readings``."""
    b = steps.difficulties()
    nodes = _nodes(readings, b, spread)
    at = curves((nodes - places[:, None]).ravel(), b)
    shape = (len(places), len(nodes))
    tables = Curves(at.at_least.reshape(*shape, *b.shape), at.log_norm.reshape(*shape, b.shape[0]))
    step = nodes[1] - nodes[0]
    density = -0.5 * (nodes / spread.case) ** 2 - LOG_ROOT_2PI - log(spread.case)
    return SharedGrid(nodes, tables, kernel(nodes, spread.halo), density + log(step))


def _nodes(readings: Readings, b: Floats, spread: Spread) -> Floats:
    most = most_information(readings, b)
    halo = spread.halo or 0.0
    times = int(np.unique(readings.case, return_counts=True)[1].max())
    child = 1 / np.sqrt(times / (halo**2 + 1 / most) + 1 / spread.case**2)
    reading = 1 / np.sqrt(most + 1 / halo**2) if halo else child
    step = min(spacing(child), max(spacing(reading), LEAST_STEP))
    half = step * np.ceil(REACH * spread.reading / step)
    return grid(-half, half, step)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some cases with all their readings, on the grid."""

    rows: slice
    case: Ints
    """Number of the case of each reading within the part."""
    place: Ints
    mask: Floats
    """Which steps of which categories were graded, shape (readings, categories × steps)."""
    likelihood: Floats
    """Of each reading at what it sees, shape (readings, nodes), with a maximum of 1."""
    given_child: Floats
    """The same given the child's place, shape (readings, nodes)."""
    child: Floats
    """Posterior weight of the child's place, shape (cases, nodes)."""
    log_likelihood: float

    def of_case(self) -> Floats:
        """Posterior weight of the child's place for each reading."""
        return self.child[self.case]


def parts(readings: Readings, on: SharedGrid) -> Iterator[Part]:
    """All cases, some at a time."""
    _, first = np.unique(readings.case, return_index=True)
    ends = np.append(first[1:], len(readings))
    start = 0
    for i, end in enumerate(ends):
        if i + 1 == len(ends) or ends[i + 1] - start > AT_ONCE:
            yield _part(readings, slice(start, end), on)
            start = end


def _part(readings: Readings, rows: slice, on: SharedGrid) -> Part:
    place, graded = readings.place[rows], readings.patterns[readings.pattern[rows]]
    _, case = np.unique(readings.case[rows], return_inverse=True)
    logs = readings.total[rows, None] * on.nodes
    logs -= np.einsum("nqi,ni->nq", on.curves.log_norm[place], graded)
    top = logs.max(axis=1, keepdims=True)
    likelihood = np.exp(np.maximum(logs - top, FLOOR))
    given_child = on.kernel.forward(likelihood) if on.kernel else likelihood
    _, first = np.unique(case, return_index=True)
    joint = np.add.reduceat(np.log(given_child), first, axis=0) + on.log_prior
    most = joint.max(axis=1, keepdims=True)
    child = np.exp(joint - most)
    total = child.sum(axis=1, keepdims=True)
    return Part(
        rows,
        case,
        place,
        np.repeat(graded, on.curves.at_least.shape[-1], axis=1).astype(float),
        likelihood,
        given_child,
        child / total,
        float(top.sum() + most.sum() + np.log(total).sum()),
    )


def reading_weights(part: Part, on: SharedGrid) -> Floats:
    """Posterior weight of what each reading sees, shape (readings, nodes)."""
    if on.kernel is None:
        return part.of_case()
    ratio = part.of_case() / part.given_child
    weights: Floats = part.likelihood * (ratio @ on.kernel.spread)
    return weights


def place_score_given(part: Part, on: SharedGrid) -> Floats:
    """Score of each reading's place given the child's, but for its constant, (readings, nodes)."""
    n, q = part.likelihood.shape
    passing = on.curves.at_least[part.place].reshape(n, q, -1)
    weighted = part.likelihood * np.matmul(passing, part.mask[:, :, None])[:, :, 0]
    forward = on.kernel.forward(weighted) if on.kernel else weighted
    return forward / part.given_child


def shared_moments(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> Moments:
    """What the cases with several readings say of all parameters."""
    if not len(readings):
        return no_moments(len(places), steps)
    on = shared_grid(readings, places, steps, spread)
    total = no_moments(len(places), steps)
    for part in parts(readings, on):
        total = total + _Scores(part, on, steps, spread).moments(readings.total[part.rows], places)
    return total


class _Scores:
    """Complete-data scores of some cases on the grid, and what Louis makes of them.

    ``seen`` are functions of what a reading sees: its place's score, then those of the free
    coordinates. ``given`` are their expectations given the child's place.
    """

    def __init__(self, part: Part, on: SharedGrid, steps: Steps, spread: Spread) -> None:
        self.part, self.on, self.steps, self.spread = part, on, steps, spread
        n, q = part.likelihood.shape
        self.passing = on.curves.at_least[part.place].reshape(n, q, -1) * part.mask[:, None, :]
        self.expected = self.passing.reshape(n, q, steps.categories, -1).sum(axis=3)
        place = self.expected.sum(axis=2, keepdims=True)
        self.seen = np.concatenate([place, self.passing @ steps.design], axis=2)
        self.weighted = part.likelihood[:, :, None] * self.seen
        self.given = self._forward(self.weighted)
        self.reading = reading_weights(part, on)
        self.rest = self._rest_given_child()

    def _forward(self, functions: Floats) -> Floats:
        forward = self.on.kernel.forward(functions) if self.on.kernel else functions
        return forward / self.part.given_child[:, :, None]

    def _rest_given_child(self) -> Floats:
        """Scores of steps, log sd of case and of halo given the child, (readings, nodes, rest)."""
        n, q = self.part.likelihood.shape
        halo = np.zeros((n, q))
        if self.on.kernel:
            slope = self.on.kernel.spread * self.on.kernel.slope
            halo = (self.part.likelihood @ slope.T) / self.part.given_child
        return np.concatenate([self.given[:, :, 1:], np.zeros((n, q, 1)), halo[:, :, None]], axis=2)

    def moments(self, totals: Ints, places: Floats) -> Moments:
        """Louis: complete information, less the variance of scores given and between children."""
        part, count = self.part, len(places)
        to_place = sums_by(part.place, count)
        weight = part.of_case()
        place_mean = (weight * self.given[:, :, 0]).sum(axis=1)
        apart = self.given[:, :, 0] - place_mean[:, None]
        case_rest = self._case_rest()
        case_mean = _expected(part.child, case_rest)
        centred = case_rest - case_mean[:, None, :]
        within = self._within(weight)
        between = within.between - _expected(weight * apart, centred[part.case])
        return Moments(
            part.log_likelihood - float(totals @ places[part.place]),
            to_place @ (place_mean - totals),
            case_mean.sum(axis=0),
            _places_information(part, within.places, apart, count),
            to_place @ between,
            within.rest - _products(part.child, centred) + self._complete_rest(),
        )

    def _case_rest(self) -> Floats:
        """Scores of the rest given the child, by case, shape (cases, nodes, rest)."""
        _, first = np.unique(self.part.case, return_index=True)
        total: Floats = np.add.reduceat(self.rest, first, axis=0)
        total[:, :, -2] = (self.on.nodes / self.spread.case) ** 2 - 1
        return total

    def _within(self, weight: Floats) -> "_Within":
        """Information of each reading given the child; of the halo's score its variance alone."""
        place, steps = self.seen[:, :, 0], self.seen[:, :, 1:]
        n, rest_count = len(self.seen), self.rest.shape[2]
        variance = _expected(self.reading * place, self.seen)
        variance -= _expected(weight * self.given[:, :, 0], self.given)
        between, rest = np.zeros((n, rest_count)), np.zeros((rest_count,) * 2)
        by_step = self._complete_by_step()
        between[:, :-2] = by_step @ self.steps.design - variance[:, 1:]
        rest[:-2, :-2] = _products(weight, self.given[:, :, 1:]) - _products(self.reading, steps)
        if self.on.kernel:
            with_halo, of_halo = self._halo_within(weight, self.on.kernel)
            between[:, -1] = -with_halo[:, 0]
            rest[:-2, -1] = rest[-1, :-2] = -with_halo[:, 1:].sum(axis=0)
            rest[-1, -1] = -of_halo
        return _Within(by_step.sum(axis=1) - variance[:, 0], between, rest)

    def _halo_within(self, weight: Floats, halo: Kernel) -> tuple[Floats, float]:
        """Covariance given the child of the halo's score with the others, and its variance."""
        slope = halo.spread * halo.slope
        joint = np.matmul(slope, self.weighted) / self.part.given_child[:, :, None]
        own = self.rest[:, :, -1]
        with_halo = _expected(weight, joint) - _expected(weight * own, self.given)
        squares = self.part.likelihood @ (slope * halo.slope).T / self.part.given_child
        return with_halo, float((weight * (squares - own**2)).sum())

    def _complete_by_step(self) -> Floats:
        """Covariance of passing a step with the category's grade, (readings, all steps)."""
        n, steps = len(self.seen), self.on.curves.at_least.shape[-1]
        passed = _expected(self.reading, self.passing).reshape(n, -1, steps)
        later = np.maximum.outer(np.arange(steps), np.arange(steps))
        with_grade = passed[:, :, later].sum(axis=3).reshape(n, -1)
        products = self.passing * np.repeat(self.expected, steps, axis=2)
        covariance: Floats = with_grade - _expected(self.reading, products)
        return covariance

    def _complete_rest(self) -> Floats:
        """Complete information on steps, log sd of case and log sd of halo."""
        n = self.rest.shape[2]
        complete = np.zeros((n, n))
        design, child = self.steps.design, self.part.child
        complete[:-2, :-2] = design.T @ self._complete_steps() @ design
        complete[-2, -2] = 2 * (child @ (self.on.nodes / self.spread.case) ** 2).sum()
        if self.on.kernel:
            weight = self.part.of_case()
            complete[-1, -1] = 2 * (weight * self.rest[:, :, -1]).sum()
            complete[-1, -1] += (weight @ self.on.kernel.curvature).sum()
        return complete

    def _complete_steps(self) -> Floats:
        """Covariance of passing two steps of one category, summed over readings."""
        categories, steps = self.on.curves.at_least.shape[-2:]
        passing = self.passing.reshape(-1, categories, steps)
        weight = self.reading.ravel()
        passed = (weight @ passing.reshape(len(weight), -1)).reshape(categories, steps)
        blocks = np.empty((categories, steps, steps))
        for k in range(steps):
            for m in range(k, steps):
                both = passed[:, m] - weight @ (passing[:, :, k] * passing[:, :, m])
                blocks[:, k, m] = blocks[:, m, k] = both
        return np.asarray(block_diag(*blocks), dtype=float)


def _expected(weights: Floats, functions: Floats) -> Floats:
    """Sum over the nodes: (n, nodes) and (n, nodes, functions) to (n, functions)."""
    total: Floats = np.matmul(weights[:, None, :], functions)[:, 0, :]
    return total


def _products(weights: Floats, functions: Floats) -> Floats:
    """Weighted sum over everything of the products of functions with one another."""
    flat = functions.reshape(-1, functions.shape[2])
    product: Floats = (flat * weights.reshape(-1, 1)).T @ flat
    return product


@dataclass(frozen=True, slots=True, eq=False)
class _Within:
    """Information given the child: of places, of places with the rest, of the rest."""

    places: Floats
    between: Floats
    rest: Floats


def _places_information(part: Part, within: Floats, apart: Floats, count: int) -> sparse.csr_array:
    """Information on the places of readings, and of pairs of readings of one case."""
    cases = part.case[:, None] == part.case[None, :]
    first, second = np.nonzero(cases)
    weight = part.child[part.case[first]]
    both = -(weight * apart[first] * apart[second]).sum(axis=1)
    both[first == second] += within
    at = (part.place[first], part.place[second])
    return sparse.csr_array((both, at), shape=(count, count))
