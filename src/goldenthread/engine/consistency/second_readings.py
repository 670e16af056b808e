"""Which second readings of the latest children would tell most of how auditors differ."""

from dataclasses import dataclass, replace
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import MISSING, Grades
from goldenthread.analysis.linkage import Assignment, Month, Variation, choose_second_readings
from goldenthread.analysis.linkage.design import Design
from goldenthread.analysis.phrases.consistency_agreement import enough_read_twice
from goldenthread.engine.consistency.names import shown
from goldenthread.engine.consistency.readers import readers
from goldenthread.engine.consistency.run import Consistency

MOST_PEOPLE = 500
"""Auditors, and children of a month, up to which a choice takes no time that a reader notices."""
ENOUGH_CHOICE = 20
"""Children read once from which a choice is worth making."""
FEWEST, USUAL_PART = 4, 0.15
"""Second readings that a month has room for: so many, or this part of its audits."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Second readings of children audited in a month or since; ``since`` is empty where no month
    is given."""

    since: str
    design: Design


def suggested(found: Consistency) -> Suggested | None:
    """Second readings of the latest children whom one auditor has read so far.

    ``None`` where there is nobody to choose from, or far more than is ever chosen from at once.
    """
    grades = found.grades
    since, rows = _latest(grades)
    if not 0 < len(rows) <= MOST_PEOPLE or not 1 < len(grades.auditors) <= MOST_PEOPLE:
        return None
    once = [
        Assignment(grades.cases[grades.case[row]], grades.auditors[grades.auditor[row]])
        for row in rows
    ]
    allowed = np.ones((len(once), len(grades.auditors)), dtype=bool)
    month = Month(tuple(once), grades.auditors, allowed)
    room = max(FEWEST, ceil(USUAL_PART * len(once)))
    design = choose_second_readings(found.network, month, room, variation=_variation(found))
    choices = tuple(replace(choice, case=shown(choice.case)) for choice in design.choices)
    return Suggested(since, replace(design, choices=choices))


def _latest(grades: Grades) -> tuple[str, NDArray[np.intp]]:
    """Audits of children with one reader, one a child: of the latest month, or of as many months
    as it takes to have enough to choose from."""
    once = np.flatnonzero((readers(grades)[grades.case] == 1) & grades.graded().any(axis=1))
    months = np.unique(grades.month[once])[::-1]
    rows, since = once[:0], MISSING
    for since in months:
        rows = once[grades.month[once] >= since]
        if len(rows) >= ENOUGH_CHOICE:
            break
    _, first = np.unique(grades.case[rows], return_index=True)
    return (grades.months[since] if since != MISSING else ""), rows[first]


def _variation(found: Consistency) -> Variation:
    """How far readings differ, where enough of them tell; otherwise what planning takes."""
    known = found.fit.variances if found.fit and found.fit.converged else None
    if known is None or not (known.halo and known.auditor and enough_read_twice(found.agreement)):
        return Variation()
    return Variation(halo=sqrt(known.halo), auditor=sqrt(known.auditor))
