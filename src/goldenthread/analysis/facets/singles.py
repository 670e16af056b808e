"""Cases with one reading: child and halo are one normal variable.

On the scale ``v = child + halo - place`` the likelihood of a reading depends on nothing but its
total and which categories were graded, so one table serves all readings of all auditors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

import numpy as np
from scipy import sparse

from goldenthread.analysis.facets.curves import Curves, Floats, curves
from goldenthread.analysis.facets.moments import LOG_ROOT_2PI, REACH, Spread, Steps, grid, spacing
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


def sums_by(group: Ints, groups: int) -> sparse.csr_array:
    """Matrix, shape (groups, rows), that sums rows by their group."""
    n = len(group)
    return sparse.csr_array((np.ones(n), (group, np.arange(n))), shape=(groups, n))
