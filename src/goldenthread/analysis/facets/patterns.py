"""Which categories a reading graded, as what it lacks: most readings grade nearly all.

A sum over the graded categories is the sum over all less those that lack, or, where most lack, the
sum over the few that are there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.analysis.facets.sample import Ints

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """Categories that are added to, or taken from, the sum over all of them.

    Of pattern ``p`` they are ``category[start[p] : start[p + 1]]``.
    """

    full: Floats
    """1 where the sum begins with all categories, 0 where it begins with none, by pattern."""
    start: Ints
    category: Ints

    @property
    def sign(self) -> Floats:
        """What the listed categories count, by pattern: -1 where the sum begins with all."""
        signs: Floats = 1 - 2 * self.full
        return signs

    def of(self, pattern: Ints) -> "Terms":
        """The terms of readings with these patterns."""
        count = self.start[pattern + 1] - self.start[pattern]
        row = np.repeat(np.arange(len(pattern)), count)
        within = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        category = self.category[self.start[pattern][row] + within]
        return Terms(self.full[pattern], row, category, self.sign[pattern][row])


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """The sums of some readings: whether of all categories, and signed terms."""

    full: Floats
    row: Ints
    category: Ints
    sign: Floats

    def add_to(self, sums: Floats, terms: Floats) -> None:
        """Make ``sums`` over all categories, (readings, ...), those over the graded ones."""
        if not self.full.all():
            sums *= self.full.reshape(-1, *[1] * (sums.ndim - 1))
        if len(self.row):
            shape = (len(sums), len(self.row))
            matrix = sparse.csr_array((self.sign, (self.row, np.arange(len(self.row)))), shape)
            sums += np.asarray(matrix @ terms.reshape(len(self.row), -1)).reshape(sums.shape)


def listed(patterns: NDArray[np.bool_]) -> Listed:
    """What is listed of patterns, shape (patterns, categories).

    >>> of = listed(np.array([[True, True, False], [False, True, False]]))
    >>> of.full.tolist(), of.start.tolist(), of.category.tolist()
    ([1.0, 0.0], [0, 1, 2], [2, 1])
    """
    full = 2 * patterns.sum(axis=1) >= patterns.shape[1]
    row, category = np.nonzero(patterns ^ full[:, None])
    start = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=len(patterns)))])
    return Listed(full.astype(float), start, category)
