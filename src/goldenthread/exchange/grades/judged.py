"""Judgements of a returns workbook put together into grades, one row of them for each audit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from goldenthread.analysis.facts import Reading
from goldenthread.analysis.grades import MISSING, Grades
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.grades.audits import GradedRows, audits_of, cells_of, put_together
from goldenthread.exchange.grades.long_rows import coded
from goldenthread.exchange.grades.names import Names, sorted_names


@dataclass(frozen=True, slots=True)
class Judged:
    """What one reading says of one category; ``level`` is ``None`` where it gave no grade."""

    case: str
    reading: Reading
    category: str
    level: str | None


def grades_of_judged(file: str, rows: Sequence[Judged], scale: Scale) -> Grades:
    """The grades, of every level of the scale. An audit is case × auditor × month.

    Raises ``UnreadableFile`` for more categories or grades than are read.
    """
    rank = {level.id: place for place, level in enumerate(scale.levels)}
    labels = tuple(level.label for level in scale.levels)
    understood = GradedRows(
        case=_names(row.case for row in rows),
        auditor=_names(row.reading.auditor for row in rows),
        category=_names(row.category for row in rows),
        team=_names(row.reading.team for row in rows),
        month=_names(row.reading.occurred_on.isoformat()[:7] for row in rows),
        condition=np.full(len(rows), MISSING, dtype=np.int8),
        grade=np.array(
            [MISSING if row.level is None else rank[row.level] for row in rows], dtype=np.int8
        ),
        labels=labels,
        values=numbers_of(labels),
        at=np.arange(len(rows)),
    )
    audits = audits_of(understood)
    return put_together(understood, audits, cells_of(understood, audits, file))


def _names(texts: Iterable[str]) -> Names:
    return sorted_names(coded("", texts))[0]


def numbers_of(labels: Sequence[str]) -> tuple[int, ...]:
    """The numbers of a scale that is made of numbers; words count from 1 at the worst.

    >>> numbers_of(["0", "1", "2"]), numbers_of(["Not met", "Met"])
    ((0, 1, 2), (1, 2))
    """
    if all(label.isdecimal() for label in labels):
        return tuple(map(int, labels))
    return tuple(range(1, len(labels) + 1))
