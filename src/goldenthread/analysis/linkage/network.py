"""Who can be compared with whom: auditors linked by the cases that they both graded.

Two auditors are linked by a case when at least one category of it was graded by both. Auditors
who are linked, directly or through others, make a component (a *subset* in Linacre 1989, §5.4, and
in FACETS): only within a component do grades alone say who grades lower or higher.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from goldenthread.analysis.grades import Grades

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Auditors (nodes, with audits) and the cases that two of them share (edges, with weight).

    Arrays over auditors hold one entry for each of ``auditors``, those without audits included;
    arrays over edges one for each row of ``pairs``.
    """

    auditors: tuple[str, ...]
    audits: Ints
    """Audits of each auditor with at least one grade."""
    links: Ints
    """How many cases each auditor shares with at least one other."""
    components: tuple[tuple[int, ...], ...]
    """Positions of auditors, ascending; components by their least auditor."""
    component: Ints
    """Of each auditor: position in ``components``."""
    pairs: Ints
    """Two auditors who share cases, shape (edges, 2): the lesser position first, rows ascending."""
    shared: Ints
    """How many cases each pair shares."""
    worth: Floats
    """The cases of each pair in cases read by those two alone: one read by m auditors is 2/m."""


@dataclass(frozen=True, slots=True, eq=False)
class _Edges:
    """As the arrays over edges of ``Network``, but the same pair may come several times."""

    pair: Ints
    shared: Ints
    worth: Floats


def network(grades: Grades) -> Network:
    """Who shares cases with whom, and how many; as fast as sorting the audits.

    The same auditor reading a case again is no link, and neither is a case of which two auditors
    graded no category in common.
    """
    graded = grades.graded()
    of_use = graded.any(axis=1)
    auditor = grades.auditor[of_use].astype(np.int64)
    audits = np.bincount(auditor, minlength=len(grades.auditors))
    packed = np.packbits(graded[of_use], axis=1)
    rows = _paired(grades.case[of_use].astype(np.int64), auditor, packed)
    readers = _unique_rows(np.concatenate((rows[:, :2], rows[:, ::2])))
    readers_of_case = np.bincount(readers[:, 0])
    links = np.bincount(readers[:, 1], minlength=len(grades.auditors))
    edges = _Edges(rows[:, 1:], np.ones(len(rows), np.int64), 2 / readers_of_case[rows[:, 0]])
    return _joined(grades.auditors, audits, links, edges)


def with_shared_cases(
    before: Network, readers: Iterable[Sequence[str]], auditors: Iterable[str] = ()
) -> Network:
    """The network once more cases were read: ``readers`` are the codes of all who read each.

    ``auditors`` who are not in it yet are added; what they audit has not come in, so ``audits``
    stay as they were. Raises ``KeyError`` for a reader who is in neither.
    """
    codes = tuple(sorted({*before.auditors, *auditors}))
    place = {code: position for position, code in enumerate(codes)}
    moved = np.array([place[code] for code in before.auditors], dtype=np.int64)
    groups = [sorted(place[code] for code in group) for group in readers if len(group) > 1]
    added = [(*pair, 2 / len(group)) for group in groups for pair in combinations(group, 2)]
    new = np.array(added, dtype=float).reshape(-1, 3)
    audits, links = np.zeros((2, len(codes)), dtype=np.int64)
    audits[moved], links[moved] = before.audits, before.links
    np.add.at(links, [reader for group in groups for reader in group], 1)
    edges = _Edges(
        pair=np.concatenate((moved[before.pairs], new[:, :2].astype(np.int64))),
        shared=np.concatenate((before.shared, np.ones(len(new), dtype=np.int64))),
        worth=np.concatenate((before.worth, new[:, 2])),
    )
    return _joined(codes, audits, links, edges)


def shared_by(of: Network, some: Ints, others: Ints) -> Ints:
    """How many cases each of ``some`` shares with each of ``others``, by position."""
    size = len(of.auditors)
    upper = coo_array((of.shared, (of.pairs[:, 0], of.pairs[:, 1])), shape=(size, size)).tocsr()
    shared: Ints = (upper + upper.T)[some][:, others].toarray().astype(np.int64)
    return shared


def _paired(case: Ints, auditor: Ints, packed: NDArray[np.uint8]) -> Ints:
    """Rows of case and two auditors, each once, where a category was graded by both.

    Audits are ordered by case, and each is set beside the next, then the next but one, and so on
    for as long as any case goes: once or twice, unless everybody read the same case.
    """
    again = np.flatnonzero(np.bincount(case)[case] > 1)
    order = again[np.lexsort((auditor[again], case[again]))]
    case, auditor, packed = case[order], auditor[order], packed[order]
    found = [np.zeros((0, 3), dtype=np.int64)]
    first, apart = np.arange(len(case)), 0
    while len(first):
        apart += 1
        first = first[first + apart < len(case)]
        first = first[case[first] == case[first + apart]]
        second = first + apart
        both = (packed[first] & packed[second]).any(axis=1) & (auditor[first] != auditor[second])
        found.append(np.column_stack((case[first], auditor[first], auditor[second]))[both])
    return _unique_rows(np.concatenate(found))


def _unique_rows(rows: Ints) -> Ints:
    """Rows in order, each once: faster than ``numpy.unique`` along an axis."""
    rows = rows[np.lexsort(rows.T[::-1])]
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    return rows[new]


def _joined(auditors: tuple[str, ...], audits: Ints, links: Ints, edges: _Edges) -> Network:
    """The network with each pair once."""
    size = len(auditors)
    key, edge = np.unique(edges.pair[:, 0] * size + edges.pair[:, 1], return_inverse=True)
    pairs = np.column_stack(np.divmod(key, max(size, 1)))
    component = _components(size, pairs)
    return Network(
        auditors=auditors,
        audits=audits,
        links=links,
        components=_members(component),
        component=component,
        pairs=pairs,
        shared=np.bincount(edge, edges.shared, len(pairs)).astype(np.int64),
        worth=np.bincount(edge, edges.worth, len(pairs)).astype(np.float64),
    )


def _components(size: int, pairs: Ints) -> Ints:
    """The component of each auditor, numbered by its least auditor."""
    edges = coo_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(size, size))
    _, label = connected_components(edges, directed=False)
    _, first, inverse = np.unique(label, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].astype(np.int64)


def _members(component: Ints) -> tuple[tuple[int, ...], ...]:
    order = np.argsort(component, kind="stable")
    ends = np.cumsum(np.bincount(component))[:-1]
    return tuple(tuple(part.tolist()) for part in np.split(order, ends)) if len(order) else ()


def _nobody() -> Network:
    none = np.zeros(0, dtype=np.int64)
    return _joined((), none, none, _Edges(none.reshape(0, 2), none, none.astype(float)))


NOBODY = _nobody()
"""The network before anybody has audited."""
