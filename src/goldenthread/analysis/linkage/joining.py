"""The most components that a month's second readings can join, when choosing one by one fell short.

Each case may be read a second time once, so that a reading spent on one join may be missing for
another. The most joins are a largest forest (of components) with at most one edge of each case:
a largest common independent set of two matroids, found by augmenting paths (Edmonds 1970; Lawler
1975).
"""

from collections import deque
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from goldenthread.analysis.linkage.network import Ints
from goldenthread.analysis.linkage.openings import Openings

Joins = dict[int, int]
"""The component that each case joins to its auditor's own."""


def planned_joins(
    component: Ints, openings: Openings, made: Mapping[int, int], affordable: int
) -> NDArray[np.bool_] | None:
    """Readers of cases that join more components than those ``made`` do, or ``None``.

    ``made`` gives the readers (positions in ``openings``) that were chosen to join components.
    The answer has the shape of ``openings.may_read``.
    """
    if len(made) == affordable:
        return None
    size = int(component.max(initial=-1)) + 1
    near, far = component[openings.auditor], component[openings.reader]
    reach = np.zeros((len(near), size), dtype=bool)
    cases, readers = np.nonzero(openings.may_read)
    reach[cases, far[readers]] = True
    ends = np.nonzero(reach)
    possible = size - len(np.unique(_groups(size, near[ends[0]], ends[1])))
    joins = {case: int(far[reader]) for case, reader in made.items()}
    while len(joins) < min(possible, affordable):
        more = _one_more(joins, near, reach)
        if more is None:
            break
        joins = more
    if len(joins) == len(made):
        return None
    plan = np.zeros_like(openings.may_read)
    for case, target in joins.items():
        plan[case] = openings.may_read[case] & (far == target)
    return plan


def _one_more(joins: Joins, near: Ints, reach: NDArray[np.bool_]) -> Joins | None:
    """Joins of one case more, some of the others joining elsewhere; ``None`` if there are none.

    Breadth first: which cases could join two groups if the case at hand were given up (at first:
    none is)? One that joins nothing yet ends the search, and the others are given up in turn.
    """
    came_from: dict[int, tuple[int | None, int]] = {}
    waiting: deque[int | None] = deque([None])
    while waiting:
        given_up = waiting.popleft()
        kept = np.array([case for case in joins if case != given_up], dtype=np.int64)
        ends = np.array([joins[case] for case in kept.tolist()], dtype=np.int64)
        group = _groups(reach.shape[1], near[kept], ends)
        joining = reach & (group[near][:, None] != group)
        for case in map(int, np.flatnonzero(joining.any(axis=1))):
            if case in came_from:
                continue
            came_from[case] = (given_up, int(joining[case].argmax()))
            if case not in joins:
                return _swapped(joins, case, came_from)
            waiting.append(case)
    return None


def _swapped(joins: Joins, last: int, came_from: Mapping[int, tuple[int | None, int]]) -> Joins:
    swapped, case = dict(joins), last
    while True:
        given_up, swapped[case] = came_from[case]
        if given_up is None:
            return swapped
        case = given_up


def _groups(size: int, one: Ints, other: Ints) -> Ints:
    """Which group each component is in when those of each edge are joined."""
    edges = coo_array((np.ones(len(one)), (one, other)), shape=(size, size))
    return connected_components(edges, directed=False)[1].astype(np.int64)
