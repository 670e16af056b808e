"""Cases with several readings: given the child, readings are independent of one another.

Two grids of the same nodes: the child's place, and what each reading sees of it (child + halo).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log
from types import ModuleType

import numpy as np

from goldenthread.analysis.facets.curves import Curves, Floats, curves, total_of_steps
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.kernel import Kernel, kernel
from goldenthread.analysis.facets.moments import (
    LOG_ROOT_2PI,
    REACH,
    Spread,
    Steps,
    spacing,
)
from goldenthread.analysis.facets.patterns import Listed, listed
from goldenthread.analysis.facets.sample import Ints, Readings
from goldenthread.analysis.facets.singles import most_information

AT_ONCE = 2_000
"""Readings worked on together, whole cases: 2,000 × 60 nodes are 1 MB."""
FLOOR = -600.0
"""Log of the least likelihood of a reading beside its greatest: keeps all of them above 0."""
LEAST_STEP = 0.15
"""The grid is never finer for the sake of a small halo, in logits."""


@dataclass(frozen=True, eq=False)
class SharedGrid:
    """Nodes, the curves of every place in use on them, the kernel of the halo, and the prior."""

    nodes: Floats
    used: Ints
    """Places that shared readings have, ascending."""
    place: Ints
    """Position in ``used`` of each reading's place."""
    curves: Curves
    """Shapes begin with (used places, nodes)."""
    log_norm: Floats
    """Of all categories together, shape (used places, nodes)."""
    kernel: Kernel | None
    log_prior: Floats
    listed: Listed
    first: Ints
    """The first reading of each case, and then how many readings there are."""

    @cached_property
    def expected(self) -> Floats:
        """Expected total of all categories, shape (used places, nodes)."""
        total: Floats = self.curves.expected().sum(axis=2)
        return total


def shared_grid(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> SharedGrid:
    """The grid for ``readings``, where ``places`` holds the place of each kind of reading."""
    b = steps.difficulties()
    first = np.append(np.flatnonzero(np.diff(readings.case, prepend=-1)), len(readings))
    nodes = _nodes(readings, b, spread, int(np.diff(first).max()))
    used, place = np.unique(readings.place, return_inverse=True)
    tables = _tables(nodes, places[used], b, compiled(len(readings)))
    step = nodes[1] - nodes[0]
    density = -0.5 * (nodes / spread.case) ** 2 - LOG_ROOT_2PI - log(spread.case)
    return SharedGrid(
        nodes,
        used,
        place,
        tables,
        tables.log_norm @ np.ones(len(b)),
        kernel(nodes, spread.halo),
        density + log(step),
        listed(readings.patterns),
        first,
    )


def _tables(nodes: Floats, places: Floats, b: Floats, loops: ModuleType | None) -> Curves:
    """Curves of every place on the nodes."""
    shape = (len(places), len(nodes))
    if loops:
        of = Curves(np.empty((*shape, *b.shape)), np.empty((*shape, len(b))))
        loops.curve_tables(nodes, places, b, of.at_least, of.log_norm)
        return of
    at = curves((nodes - places[:, None]).ravel(), b)
    return Curves(at.at_least.reshape(*shape, *b.shape), at.log_norm.reshape(*shape, len(b)))


def _nodes(readings: Readings, b: Floats, spread: Spread, times: int) -> Floats:
    """Nodes for cases with at most so many ``times`` readings."""
    most = most_information(readings, b)
    halo = spread.halo or 0.0
    child = 1 / np.sqrt(times / (halo**2 + 1 / most) + 1 / spread.case**2)
    reading = 1 / np.sqrt(most + 1 / halo**2) if halo else child
    least = min(LEAST_STEP, spacing(1 / np.sqrt(most)))
    step = min(spacing(child), max(spacing(reading), least))
    reach = int(np.ceil(REACH * spread.reading / step))
    nodes: Floats = step * np.arange(-reach, reach + 1, dtype=float)
    return nodes


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some cases with all their readings, on the grid."""

    rows: slice
    case: Ints
    """Number of the case of each reading within the part."""
    first: Ints
    """The first reading of each case, within the part."""
    place: Ints
    """Among the places in use."""
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


def parts(readings: Readings, on: SharedGrid, at_once: int = AT_ONCE) -> Iterator[Part]:
    """All cases, some at a time: about ``at_once`` readings."""
    start, cases = 0, len(on.first) - 1
    while start < cases:
        stop = int(np.searchsorted(on.first, on.first[start] + at_once, side="right")) - 1
        stop = min(max(stop, start + 1), cases)
        yield _part(readings, on, on.first[start : stop + 1])
        start = stop


def _part(readings: Readings, on: SharedGrid, first: Ints) -> Part:
    rows = slice(int(first[0]), int(first[-1]))
    place, starts = on.place[rows], first[:-1] - first[0]
    terms = on.listed.of(readings.pattern[rows])
    norm = on.log_norm[place]
    terms.add_to(norm, on.curves.log_norm[place[terms.row], :, terms.category])
    logs = readings.total[rows, None] * on.nodes - norm
    top = logs.max(axis=1, keepdims=True)
    likelihood = np.exp(np.maximum(logs - top, FLOOR))
    given_child = on.kernel.forward(likelihood) if on.kernel else likelihood
    joint = np.add.reduceat(np.log(given_child), starts, axis=0) + on.log_prior
    most = joint.max(axis=1, keepdims=True)
    child = np.exp(joint - most)
    total = child.sum(axis=1, keepdims=True)
    return Part(
        rows,
        np.repeat(np.arange(len(starts)), np.diff(first)),
        starts,
        place,
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


def place_score_given(readings: Readings, part: Part, on: SharedGrid) -> Floats:
    """Score of each reading's place given the child's, but for its constant, (readings, nodes)."""
    expected = on.expected[part.place]
    terms = on.listed.of(readings.pattern[part.rows])
    listed_steps = on.curves.at_least[part.place[terms.row], :, terms.category]
    terms.add_to(expected, total_of_steps(listed_steps))
    weighted = part.likelihood * expected
    forward = on.kernel.forward(weighted) if on.kernel else weighted
    return forward / part.given_child
