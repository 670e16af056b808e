"""Which grades are compared: the same category of the same case, graded by different auditors."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, Grades

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Ratings:
    """Ratings one below another. What is rated is a *unit*; who rates it is a *rater*.

    ``unit``, ``rater`` and ``level`` have one entry a rating; ``case`` has one a unit and holds
    what the unit belongs to, from 0 without gaps. No rater rates a unit twice.
    """

    levels: int
    raters: int
    case: Ints
    unit: Ints
    rater: Ints
    level: Ints

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.case)

    @property
    def cases(self) -> int:
        """How many cases the units belong to."""
        return int(self.case[-1]) + 1 if self.units else 0

    @cached_property
    def counts(self) -> Floats:
        """How many raters gave each level, shape (units, levels)."""
        cell = self.unit * self.levels + self.level
        counts = np.bincount(cell, minlength=self.units * self.levels)
        return counts.reshape(self.units, self.levels).astype(np.float64)

    @cached_property
    def kinds(self) -> tuple[Floats, Ints, Ints]:
        """Units with equal counts are of one kind: the counts of each, of which kind every unit
        is, and how many units there are of each."""
        base = int(self.counts.max(initial=0)) + 1
        codes = self.counts @ float(base) ** np.arange(self.levels)
        _, first, kind, many = np.unique(
            codes, return_index=True, return_inverse=True, return_counts=True
        )
        return self.counts[first], kind, many

    @cached_property
    def compared(self) -> NDArray[np.bool_]:
        """Whether a case has a unit that two raters or more have rated, shape (cases,)."""
        twice = np.bincount(self.unit, minlength=self.units) >= 2
        return np.bincount(self.case, weights=twice, minlength=self.cases) > 0

    def rated_twice(self) -> "Ratings":
        """The units that two raters or more have rated, and the raters who rated them."""
        times = np.bincount(self.unit, minlength=self.units)
        twice = times >= 2
        if twice.all():
            return self
        kept = twice[self.unit]
        raters, rater = np.unique(self.rater[kept], return_inverse=True)
        return Ratings(
            levels=self.levels,
            raters=len(raters),
            case=_without_gaps(self.case[twice]),
            unit=(np.cumsum(twice) - 1)[self.unit[kept]],
            rater=rater,
            level=self.level[kept],
        )


def in_rows(rows: NDArray[np.integer], levels: int) -> Ratings:
    """Ratings from a table: a row a unit, which is its own case; a column a rater.

    ``rows`` holds levels from 0, or ``MISSING``; rows without any rating are left out.

    >>> in_rows(np.array([[0, 1], [2, -1], [-1, -1]]), levels=3).counts
    array([[1., 1., 0.],
           [0., 0., 1.]])
    """
    rated = rows[(rows != MISSING).any(axis=1)]
    unit, column = np.nonzero(rated != MISSING)
    raters, rater = np.unique(column, return_inverse=True)
    level = rated[unit, column].astype(np.intp)
    return Ratings(levels, len(raters), np.arange(len(rated)), unit, rater, level)


def all_readings(grades: Grades) -> Ratings:
    """Every case × category that an auditor graded.

    Those that only one graded say nothing of agreement, and something of how often each level is
    given: Gwet's chance agreement, and his program, count them. Of two audits of one case by one
    auditor the one of the later month counts.
    """
    audits = _latest(grades)
    _, case = np.unique(grades.case[audits], return_inverse=True)
    grade = grades.grade[audits]
    row, category = np.nonzero(grade != MISSING)
    cell = case[row] * grade.shape[1] + category
    cells, unit = np.unique(cell, return_inverse=True)
    raters, rater = np.unique(grades.auditor[audits][row], return_inverse=True)
    return Ratings(
        levels=len(grades.levels),
        raters=len(raters),
        case=_without_gaps(cells // max(grade.shape[1], 1)),
        unit=unit,
        rater=rater,
        level=grade[row, category].astype(np.intp),
    )


def _latest(grades: Grades) -> Ints:
    """Positions of the latest audit of each case by each auditor."""
    order = np.lexsort((grades.month, grades.auditor, grades.case))
    case, auditor = grades.case[order], grades.auditor[order]
    last = np.ones(len(order), dtype=np.bool_)
    last[:-1] = (case[1:] != case[:-1]) | (auditor[1:] != auditor[:-1])
    return order[last]


def _without_gaps(codes: Ints) -> Ints:
    """The same codes in the same order, renumbered from 0."""
    return np.unique(codes, return_inverse=True)[1]
