"""What cases with several readings say of all parameters: Louis' information on the grid.

Complete-data scores of a reading are functions of what it sees: of its place, the expected total;
of a free coordinate of the steps, the expected number of its steps passed. ``given`` are their
expectations given the child's place, with the score of the log of the halo's sd. Information is
then what is complete, less the variance of scores given the child, less their variance between
places of the child, all weighed by the posterior.
"""

from dataclasses import dataclass
from types import ModuleType

import numpy as np
from scipy import sparse
from scipy.linalg import block_diag

from goldenthread.analysis.facets.compiled_arrays import SeveralFunctions, SeveralSums
from goldenthread.analysis.facets.curves import Floats, covariance_of_steps, with_own_grade
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.kernel import Kernel
from goldenthread.analysis.facets.moments import Moments, Spread, Steps, no_moments
from goldenthread.analysis.facets.sample import Ints, Readings
from goldenthread.analysis.facets.shared import (
    Part,
    SharedGrid,
    parts,
    reading_weights,
    shared_grid,
)
from goldenthread.analysis.facets.shared_score import (
    Mass,
    mass_of,
    no_mass,
    posterior_arrays,
    total_mass,
)
from goldenthread.analysis.facets.singles import sums_by

DOUBLES_AT_ONCE = 150_000
"""Numbers in one array worked on: a megabyte, so that some of them stay in the cache."""


@dataclass(slots=True, eq=False)
class SharedSums:
    """Sums over the nodes; ``rest`` is coordinates, then the log sds of case and halo."""

    place: Floats
    """Expected score of each reading's place, shape (readings,)."""
    places: Floats
    """Information of each reading on its place: less its variance given the child, and less the
    square of its score given the child."""
    between: Floats
    """Information of each reading's place with the rest, but for what is complete, shape
    (readings, rest)."""
    pairs: Floats
    """Covariance over the child's place of the scores of two readings' places."""
    information: Floats
    """Of the rest, but for the complete information of steps."""


def shared_moments(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> Moments:
    """What the cases with several readings say of all parameters."""
    if not len(readings):
        return no_moments(len(places), steps)
    on = shared_grid(readings, places, steps, spread)
    first, second = pairs_of_readings(on.first)
    loops = compiled(len(readings))
    sums = _no_sums(len(readings), len(first), steps)
    if loops:
        mass = _add_compiled(loops, sums, readings, on, _functions(on, steps), spread)
    else:
        mass = _add(sums, readings, on, steps, spread)
    count, place = len(places), readings.place
    own, covariance = _complete(loops, mass.seen, on.curves.at_least)
    values = -sums.pairs
    values[first == second] += sums.places
    between = sums_by(place, count) @ sums.between
    between[on.used, :-2] += own.reshape(len(own), -1) @ steps.design
    sums.information[:-2, :-2] += steps.design.T @ covariance @ steps.design
    rows = np.concatenate([place[first], on.used])
    columns = np.concatenate([place[second], on.used])
    values = np.concatenate([values, own.sum(axis=(1, 2))])
    return Moments(
        mass.score(on, readings, places, steps),
        sparse.csr_array((values, (rows, columns)), shape=(count, count)),
        between,
        sums.information,
    )


def pairs_of_readings(first: Ints) -> tuple[Ints, Ints]:
    """Every two readings of one case, each with itself too, in both orders, by case.

    ``first`` is the first reading of each case, and then how many readings there are.
    """
    times = np.diff(first)
    of_reading = np.repeat(times, times)
    one = np.repeat(np.arange(first[-1]), of_reading)
    start = np.repeat(np.repeat(first[:-1], times), of_reading)
    within = np.arange(len(one)) - np.repeat(np.cumsum(of_reading) - of_reading, of_reading)
    return one, start + within


def _no_sums(readings: int, pairs: int, steps: Steps) -> SharedSums:
    rest = steps.design.shape[1] + 2
    return SharedSums(
        np.zeros(readings),
        np.zeros(readings),
        np.zeros((readings, rest)),
        np.zeros(pairs),
        np.zeros((rest, rest)),
    )


def _functions(on: SharedGrid, steps: Steps) -> SeveralFunctions:
    """Scores of the place and of the free coordinates, of all places in use and nodes."""
    at_least = on.curves.at_least
    design = np.hstack([np.ones((len(steps.design), 1)), steps.design])
    return SeveralFunctions(
        at_least,
        at_least.reshape(*at_least.shape[:2], -1) @ design,
        design.reshape(*at_least.shape[2:], -1),
    )


def _complete(loops: ModuleType | None, mass: Floats, at_least: Floats) -> tuple[Floats, Floats]:
    """Complete information of the steps of all categories: with the place, and with one another.

    Shapes (places, categories, steps) and (categories × steps)².
    """
    if not loops:
        own = np.einsum("pqi,pqik->pik", mass, with_own_grade(at_least))
        return own, covariance_of_steps(mass, at_least)
    places, _, categories, steps = at_least.shape
    own, covariance = np.zeros((places, categories, steps)), np.zeros((categories, steps, steps))
    loops.complete_sums(mass, at_least, own, covariance)
    covariance += np.triu(covariance, 1).transpose(0, 2, 1)
    return own, block_diag(*covariance)


def _add_compiled(
    loops: ModuleType,
    sums: SharedSums,
    readings: Readings,
    on: SharedGrid,
    of: SeveralFunctions,
    spread: Spread,
) -> Mass:
    mass = no_mass(on)
    log_likelihood = loops.shared_sums(
        *posterior_arrays(readings, on, spread),
        mass,
        of,
        SeveralSums(sums.place, sums.places, sums.between, sums.pairs, sums.information),
    )
    return Mass(log_likelihood, total_mass(mass), mass.sds)


def _add(
    sums: SharedSums,
    readings: Readings,
    on: SharedGrid,
    steps: Steps,
    spread: Spread,
) -> Mass:
    of = _functions(on, steps)
    weights = np.empty((len(readings), len(on.nodes)))
    mass = Mass(0.0, np.zeros(0), np.zeros(2))
    done = 0
    for part in parts(
        readings, on, max(1, DOUBLES_AT_ONCE // (len(on.nodes) * of.scores.shape[2]))
    ):
        scores = _Scores(part, on, of, readings.pattern[part.rows])
        pairs = scores.add_to(sums, mass, spread)
        sums.pairs[done : done + len(pairs)] = pairs
        weights[part.rows] = scores.reading
        done += len(pairs)
    mass.seen = mass_of(weights, readings, on)
    return mass


class _Scores:
    """Scores of some cases on the grid."""

    def __init__(self, part: Part, on: SharedGrid, of: SeveralFunctions, pattern: Ints) -> None:
        self.part, self.on = part, on
        terms = on.listed.of(pattern)
        listed = on.curves.at_least[part.place[terms.row], :, terms.category]
        self.seen = of.scores[part.place]
        terms.add_to(self.seen, np.matmul(listed, of.design[terms.category]))
        self.reading = reading_weights(part, on)
        self.weight = part.of_case()
        self.given = self._given()

    def _given(self) -> Floats:
        """Expected scores given the child, and the halo's: (readings, nodes, functions + 1)."""
        part, kernel = self.part, self.on.kernel
        n, q, functions = self.seen.shape
        given = np.zeros((n, q, functions + 1))
        if kernel is None:
            given[:, :, :-1] = self.seen
            return given
        weighted = part.likelihood[:, :, None] * self.seen
        np.matmul(kernel.spread, weighted, out=given[:, :, :-1])
        given[:, :, -1] = part.likelihood @ kernel.sloped.T
        given /= part.given_child[:, :, None]
        return given

    def add_to(self, sums: SharedSums, mass: Mass, spread: Spread) -> Floats:
        """Add these cases; returns the covariances of pairs of readings."""
        part, rows, place = self.part, self.part.rows, self.given[:, :, 0]
        case = self._case(spread)
        mean = _expected(part.child, case)
        at_place = (self.weight * place).sum(axis=1)
        with_place = _expected(self.weight * place, self.given)
        within = with_place[:, :-1] - _expected(self.reading * self.seen[:, :, 0], self.seen)
        mass.log_likelihood += part.log_likelihood
        mass.sds += mean[:, -2:].sum(axis=0)
        sums.place[rows], sums.places[rows] = at_place, within[:, 0]
        between = at_place[:, None] * mean[part.case]
        between -= _expected(self.weight * place, case[part.case])
        between[:, :-2] += within[:, 1:]
        between[:, -1] += with_place[:, -1]
        if self.on.kernel:
            between[:, -1] -= self._with_halo(self.on.kernel, sums)
        sums.between[rows] = between
        sums.information += mean.T @ mean - _products(part.child, case)
        sums.information += self._within_rest()
        sums.information[-2, -2] += 2 * (part.child @ (self.on.nodes / spread.case) ** 2).sum()
        return self._pairs(place, at_place)

    def _pairs(self, place: Floats, at_place: Floats) -> Floats:
        """Covariances of every two readings of a case, in the order of ``pairs_of_readings``.

        Cases with as many readings as each other together: a product of matrices for each.
        """
        first, weighted = self.part.first, self.weight * place
        times = np.diff(np.append(first, len(place)))
        ends = np.cumsum(times**2)
        covariances = np.empty(ends[-1])
        for count in np.unique(times):
            cases = np.flatnonzero(times == count)
            rows = first[cases][:, None] + np.arange(count)
            both = np.matmul(weighted[rows], place[rows].transpose(0, 2, 1))
            both -= at_place[rows][:, :, None] * at_place[rows][:, None, :]
            at = (ends[cases] - count**2)[:, None] + np.arange(count**2)
            covariances[at] = both.reshape(len(cases), -1)
        return covariances

    def _case(self, spread: Spread) -> Floats:
        """Scores of the rest given the child, by case, shape (cases, nodes, rest)."""
        total: Floats = np.add.reduceat(self.given, self.part.first, axis=0)
        total[:, :, :-2] = total[:, :, 1:-1]
        total[:, :, -2] = (self.on.nodes / spread.case) ** 2 - 1
        return total

    def _within_rest(self) -> Floats:
        """Less the variance given the child of the scores of coordinates; the halo's beside."""
        n = self.given.shape[2]
        rest, given = np.zeros((n, n)), _products(self.weight, self.given)
        seen = _products(self.reading, self.seen)
        rest[:-2, :-2] = given[1:-1, 1:-1] - seen[1:, 1:]
        rest[:-2, -1] = rest[-1, :-2] = given[1:-1, -1]
        rest[-1, -1] = given[-1, -1]
        return rest

    def _with_halo(self, kernel: Kernel, sums: SharedSums) -> Floats:
        """Products given the child of the halo's score with those of places, by reading.

        Those with the coordinates, with itself, and its complete information are added.
        """
        part = self.part
        ratio = self.weight / part.given_child
        joint = _expected(part.likelihood * (ratio @ kernel.sloped), self.seen)
        squares = (part.likelihood * (ratio @ (kernel.sloped * kernel.slope))).sum()
        sums.information[:-2, -1] -= joint[:, 1:].sum(axis=0)
        sums.information[-1, :-2] -= joint[:, 1:].sum(axis=0)
        complete = 2 * (self.weight * self.given[:, :, -1]).sum()
        complete += (self.weight @ kernel.curvature).sum()
        sums.information[-1, -1] += complete - squares
        return joint[:, 0]


def _expected(weights: Floats, functions: Floats) -> Floats:
    """Sum over the nodes: (n, nodes) and (n, nodes, functions) to (n, functions)."""
    total: Floats = np.matmul(weights[:, None, :], functions)[:, 0, :]
    return total


def _products(weights: Floats, functions: Floats) -> Floats:
    """Weighted sum over everything of the products of functions with one another."""
    flat = functions.reshape(-1, functions.shape[2])
    product: Floats = (flat * weights.reshape(-1, 1)).T @ flat
    return product
