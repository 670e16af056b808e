"""Rows of single grades, understood, put together into audits: case × auditor × month."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, Grades
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.long_rows import Codes
from goldenthread.exchange.grades.names import Names

MOST_CATEGORIES = 200
MOST_CELLS = 500_000_000
"""Audits × categories: a byte each in memory, and another while they are put together."""


@dataclass(frozen=True, slots=True, eq=False)
class GradedRows:
    """Rows that are understood. ``at`` is each row's place in the table that it came from."""

    case: Names
    auditor: Names
    category: Names
    team: Names
    month: Names
    condition: NDArray[np.int8]
    grade: NDArray[np.int8]
    labels: tuple[str, ...]
    values: tuple[int, ...]
    at: NDArray[np.int64]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.grade)

    def only(self, keep: NDArray[np.bool_]) -> "GradedRows":
        """The rows for which ``keep`` is true."""
        if keep.all():
            return self
        return replace(
            self,
            case=self.case.only(keep),
            auditor=self.auditor.only(keep),
            category=self.category.only(keep),
            team=self.team.only(keep),
            month=self.month.only(keep),
            condition=self.condition[keep],
            grade=self.grade[keep],
            at=self.at[keep],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Audits:
    """Which audit each row belongs to, counted in the order of case, auditor and month."""

    number: NDArray[np.int64]
    first: NDArray[np.int64]
    """A row of each audit."""

    def __len__(self) -> int:
        """How many audits there are."""
        return len(self.first)


def audits_of(rows: GradedRows) -> Audits:
    """The audits. Rows of one audit mostly stand together, so that runs of them are sorted."""
    starts = _starts_of_runs(rows)
    key = rows.case.code[starts].astype(np.int64)
    key = key * len(rows.auditor.texts) + rows.auditor.code[starts]
    key = key * (len(rows.month.texts) + 1) + rows.month.code[starts] + 1
    _, first, of_run = np.unique(key, return_index=True, return_inverse=True)
    lengths = np.diff(starts, append=len(rows))
    return Audits(np.repeat(of_run.astype(np.int64), lengths), starts[first])


def _starts_of_runs(rows: GradedRows) -> NDArray[np.int64]:
    """Rows that are of another audit than the row before."""
    changes = np.ones(len(rows), dtype=np.bool_)
    changes[1:] = False
    for code in (rows.case.code, rows.auditor.code, rows.month.code):
        changes[1:] |= code[1:] != code[:-1]
    return np.flatnonzero(changes)


def cells_of(rows: GradedRows, audits: Audits, source: str) -> NDArray[np.int64]:
    """Each row's cell of the table audit × category, counted row by row.

    Raises ``UnreadableFile`` for more categories or cells than are read.
    """
    categories = len(rows.category.texts)
    if categories > MOST_CATEGORIES:
        raise UnreadableFile(
            f"{source} has {categories:,} different categories, and more than {MOST_CATEGORIES} "
            "are not read; check that category is the right column."
        )
    if len(audits) * categories > MOST_CELLS:
        raise UnreadableFile(
            f"{source} has {len(audits):,} audits of {categories} categories, and more than "
            f"{MOST_CELLS:,} grades are not read; give a shorter period."
        )
    cells: NDArray[np.int64] = audits.number * categories + rows.category.code
    return cells


def constant(codes: NDArray[np.integer], audits: Audits) -> NDArray[np.int32]:
    """One code for each audit: that of its first row that has one, else ``MISSING``."""
    found = np.full(len(audits), MISSING, dtype=np.int32)
    known = np.flatnonzero(codes >= 0)[::-1]  # of several rows the last one assigned stays
    found[audits.number[known]] = codes[known]
    return found


def put_together(rows: GradedRows, audits: Audits, cells: NDArray[np.int64]) -> Grades:
    """The arrays. Codes that no row has any more are left out; categories keep theirs."""
    grade = np.full((len(audits), len(rows.category.texts)), MISSING, dtype=np.int8)
    grade.reshape(-1)[cells] = rows.grade
    present = np.zeros(grade.shape[1], dtype=np.bool_)
    present[rows.category.code] = True
    case, cases = _used(rows.case, rows.case.code[audits.first])
    auditor, auditors = _used(rows.auditor, rows.auditor.code[audits.first])
    team, teams = _used(rows.team, constant(rows.team.code, audits))
    month, months = _used(rows.month, rows.month.code[audits.first])
    return Grades(
        cases=cases,
        auditors=auditors,
        categories=tuple(np.array(rows.category.texts, dtype=object)[present]),
        levels=rows.labels,
        values=rows.values,
        teams=teams,
        months=months,
        case=case,
        auditor=auditor,
        team=team,
        month=month,
        condition=constant(rows.condition, audits).astype(np.int8),
        grade=grade if present.all() else np.ascontiguousarray(grade[:, present]),
    )


def _used(names: Names, code: Codes) -> tuple[Codes, tuple[str, ...]]:
    """Codes of audits, and the names that they stand for, without those that none has."""
    present = np.zeros(len(names.texts) + 1, dtype=np.bool_)
    present[code] = True
    present[-1] = False
    if present[:-1].all():
        return code, names.texts
    lookup = np.append(np.cumsum(present[:-1]) - 1, MISSING).astype(np.int32)
    return lookup[code], tuple(names.texts[place] for place in np.flatnonzero(present))
