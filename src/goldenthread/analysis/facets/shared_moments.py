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

from goldenthread.analysis.facets.compiled_arrays import (
    Halo,
    Lists,
    Several,
    SeveralGrid,
    SeveralSums,
)
from goldenthread.analysis.facets.curves import Floats, covariance_of_steps, with_own_grade
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.kernel import Kernel
from goldenthread.analysis.facets.moments import Moments, Spread, Steps, no_moments
from goldenthread.analysis.facets.patterns import Terms
from goldenthread.analysis.facets.sample import Ints, Readings
from goldenthread.analysis.facets.shared import (
    Part,
    SharedGrid,
    parts,
    reading_weights,
    shared_grid,
)
from goldenthread.analysis.facets.singles import sums_by

DOUBLES_AT_ONCE = 150_000
"""Numbers in one array worked on: a megabyte, so that some of them stay in the cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Functions of what a reading of all categories sees, shape (places, nodes, 1 + coordinates).

    The first is of the place, the others of the free coordinates.
    """

    design: Floats
    """What each step of a category adds to the functions, (categories, steps, 1 + coordinates)."""
    scores: Floats
    complete: Floats
    """Complete information of the place with the functions."""
    with_grade: Floats
    """Covariance of passing each step with the grade, (places, nodes, categories, steps)."""


def tables(on: SharedGrid, steps: Steps, loops: ModuleType | None = None) -> Tables:
    """The tables of all places in use; ``loops`` are the compiled ones."""
    at_least = on.curves.at_least
    shape = (*at_least.shape[:2], -1)
    design = np.hstack([np.ones((len(steps.design), 1)), steps.design])
    with_grade = (loops.with_own_grade if loops else with_own_grade)(at_least)
    return Tables(
        design.reshape(*at_least.shape[2:], -1),
        at_least.reshape(*shape) @ design,
        with_grade.reshape(*shape) @ design,
        with_grade,
    )


@dataclass(slots=True, eq=False)
class SharedSums:
    """Sums over the nodes; ``rest`` is coordinates, then the log sds of case and halo."""

    log_likelihood: float
    place: Floats
    """Expected score of each reading's place, shape (readings,)."""
    places: Floats
    """Information of each reading on its place, but for its variance between children."""
    between: Floats
    """Information of each reading's place with the rest, shape (readings, rest)."""
    pairs: Floats
    """Covariance over the child's place of the scores of two readings' places."""
    score: Floats
    """Of the rest."""
    information: Floats
    """Of the rest, but for the complete information of steps."""
    weights: Floats
    """Posterior weight of what each reading sees, shape (readings, nodes)."""


def shared_moments(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> Moments:
    """What the cases with several readings say of all parameters."""
    if not len(readings):
        return no_moments(len(places), steps)
    on = shared_grid(readings, places, steps, spread)
    first, second = pairs_of_readings(on.first)
    of = tables(on, steps, compiled(len(readings)))
    sums = _sums(readings, on, of, spread, (first, second))
    count, place = len(places), readings.place
    to_place = sums_by(place, count)
    sums.information[:-2, :-2] += (
        steps.design.T @ _complete_steps(readings, on, sums) @ steps.design
    )
    own = first == second
    values = -sums.pairs
    values[own] += sums.places
    return Moments(
        sums.log_likelihood - float(readings.total @ places[place]),
        to_place @ (sums.place - readings.total),
        sums.score,
        sparse.csr_array((values, (place[first], place[second])), shape=(count, count)),
        to_place @ sums.between,
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


def _sums(
    readings: Readings, on: SharedGrid, of: Tables, spread: Spread, pairs: tuple[Ints, Ints]
) -> SharedSums:
    n, q, functions = len(readings), len(on.nodes), of.scores.shape[2]
    rest = functions + 1
    sums = SharedSums(
        0.0,
        np.zeros(n),
        np.zeros(n),
        np.zeros((n, rest)),
        np.zeros(len(pairs[0])),
        np.zeros(rest),
        np.zeros((rest, rest)),
        np.zeros((n, q)),
    )
    if loops := compiled(len(readings)):
        _add_compiled(loops, sums, readings, on, of, spread)
        return sums
    done = 0
    for part in parts(readings, on, max(1, DOUBLES_AT_ONCE // (q * functions))):
        stop = int(np.searchsorted(pairs[0], part.rows.stop))
        some = slice(done, stop)
        two = (pairs[0][some] - part.rows.start, pairs[1][some] - part.rows.start)
        terms = on.listed.of(readings.pattern[part.rows])
        sums.pairs[some] = _Scores(part, on, of, terms).add_to(sums, spread, two)
        done = stop
    return sums


def _add_compiled(
    loops: ModuleType,
    sums: SharedSums,
    readings: Readings,
    on: SharedGrid,
    of: Tables,
    spread: Spread,
) -> None:
    halo = Halo(np.zeros((0, 0, 0)), np.zeros(0))
    if on.kernel:
        spread_, sloped = on.kernel.spread, on.kernel.sloped
        steep = sloped * on.kernel.slope
        stack = np.stack([spread_, sloped, spread_.T, sloped.T, steep.T])
        halo = Halo(stack, on.kernel.curvature)
    lists = on.listed
    sums.log_likelihood = loops.shared_sums(
        Several(readings.total, on.place, readings.pattern, on.first),
        SeveralGrid(
            on.nodes,
            on.log_norm,
            on.curves.log_norm,
            on.curves.at_least,
            of.with_grade,
            of.scores,
            of.complete,
            of.design,
            on.log_prior,
            spread.case,
        ),
        Lists(lists.full, lists.start, lists.category),
        halo,
        SeveralSums(
            sums.place,
            sums.places,
            sums.between,
            sums.pairs,
            sums.score,
            sums.information,
            sums.weights,
        ),
    )


class _Scores:
    """Scores of some cases on the grid."""

    def __init__(self, part: Part, on: SharedGrid, of: Tables, terms: Terms) -> None:
        self.part, self.on, self.of, self.terms = part, on, of, terms
        self.listed = on.curves.at_least[part.place[terms.row], :, terms.category]
        self.seen = of.scores[part.place]
        terms.add_to(self.seen, np.matmul(self.listed, of.design[terms.category]))
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

    def add_to(self, sums: SharedSums, spread: Spread, pairs: tuple[Ints, Ints]) -> Floats:
        """Add these cases; returns the covariances of pairs of readings."""
        part, rows, place = self.part, self.part.rows, self.given[:, :, 0]
        case = self._case(spread)
        mean = _expected(part.child, case)
        at_place = (self.weight * place).sum(axis=1)
        with_place = _expected(self.weight * place, self.given)
        within = self._complete() - _expected(self.reading * self.seen[:, :, 0], self.seen)
        sums.log_likelihood += part.log_likelihood
        sums.place[rows], sums.weights[rows] = at_place, self.reading
        sums.places[rows] = within[:, 0] + with_place[:, 0]
        between = at_place[:, None] * mean[part.case]
        between -= _expected(self.weight * place, case[part.case])
        between[:, :-2] += within[:, 1:] + with_place[:, 1:-1]
        between[:, -1] += with_place[:, -1]
        if self.on.kernel:
            between[:, -1] -= self._with_halo(self.on.kernel, sums)
        sums.between[rows] = between
        sums.score += mean.sum(axis=0)
        sums.information += mean.T @ mean - _products(part.child, case)
        sums.information += self._within_rest()
        sums.information[-2, -2] += 2 * (part.child @ (self.on.nodes / spread.case) ** 2).sum()
        first, second = pairs
        products = (self.weight[first] * place[first] * place[second]).sum(axis=1)
        covariances: Floats = products - at_place[first] * at_place[second]
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

    def _complete(self) -> Floats:
        """Complete information of the place with the scores, shape (readings, functions)."""
        terms, complete = self.terms, _expected(self.reading, self.of.complete[self.part.place])
        by_step = _expected(self.reading[terms.row], with_own_grade(self.listed))
        of_listed = np.matmul(by_step[:, None, :], self.of.design[terms.category])[:, 0, :]
        terms.add_to(complete, of_listed)
        return complete


def _complete_steps(readings: Readings, on: SharedGrid, sums: SharedSums) -> Floats:
    """Complete information of the steps of all categories, summed over readings."""
    at_least = on.curves.at_least
    places, q, categories, _ = at_least.shape
    terms = on.listed.of(readings.pattern)
    full = sums_by(on.place, places) @ (terms.full[:, None] * sums.weights)
    of_terms = sparse.csr_array(
        (terms.sign, (terms.category * places + on.place[terms.row], terms.row)),
        shape=(categories * places, len(readings)),
    )
    mass = (of_terms @ sums.weights).reshape(categories, places, q) + full
    return covariance_of_steps(mass.transpose(1, 2, 0), at_least)


def _expected(weights: Floats, functions: Floats) -> Floats:
    """Sum over the nodes: (n, nodes) and (n, nodes, functions) to (n, functions)."""
    total: Floats = np.matmul(weights[:, None, :], functions)[:, 0, :]
    return total


def _products(weights: Floats, functions: Floats) -> Floats:
    """Weighted sum over everything of the products of functions with one another."""
    flat = functions.reshape(-1, functions.shape[2])
    product: Floats = (flat * weights.reshape(-1, 1)).T @ flat
    return product
