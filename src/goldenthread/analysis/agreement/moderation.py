"""What moderation changed: auditors' own grades against the grades they were moderated to.

*Raised* and *lowered* mean what they mean in ``analysis.reported``: the moderated grade is a
better, or a worse, level than the one first given. Where either reading gave no grade there is
nothing to compare; the figures of a brief count a category that a moderator left blank as
unchanged, so their base can be larger.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from goldenthread.analysis.agreement.ratings import Ints
from goldenthread.analysis.agreement.result import Table
from goldenthread.analysis.grades import MISSING, Grades


@dataclass(frozen=True, slots=True)
class Moves:
    """How many grades moderation compared, changed, raised and lowered.

    ``steps`` counts grades by how many levels they moved: above 0 raised, below 0 lowered, 0
    unchanged; only moves that were made are in it.
    """

    compared: int
    changed: int
    raised: int
    lowered: int
    steps: Mapping[int, int]
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Moderated:
    """Moves of all grades, of each category's and of each month's; ``audits`` were compared.

    ``table`` has the auditor's grade as its row and the moderated grade as its column.
    """

    audits: int
    overall: Moves
    by_category: Mapping[str, Moves]
    by_month: Mapping[str, Moves]
    table: Table


def moderated(first: Grades, after: Grades) -> Moderated:
    """Compare each auditor's grade in ``first`` with the moderated grade in ``after``.

    A moderated reading belongs to the first readings of the same case in the same month. Only
    categories graded in both are compared. Raises ``ValueError`` where the two were graded on
    different scales, or where a case was moderated twice in a month.
    """
    if first.levels != after.levels:
        raise ValueError("first and moderated readings are graded on different scales")
    audit, reading = _matched(first, after)
    columns = [(c, after.categories.index(name)) for c, name in _shared(first, after)]
    own, other = [c for c, _ in columns], [c for _, c in columns]
    before = first.grade[audit][:, own].astype(np.intp)
    then = after.grade[reading][:, other].astype(np.intp)
    row, column = np.nonzero((before != MISSING) & (then != MISSING))
    given, moved_to = before[row, column], then[row, column]
    category = np.asarray(own, dtype=np.intp)[column]
    month = first.month[audit][row]
    steps = moved_to - given
    return Moderated(
        audits=len(np.unique(row)),
        overall=_moves(steps),
        by_category={name: _moves(steps[category == c]) for c, name in enumerate(first.categories)},
        by_month={name: _moves(steps[month == m]) for m, name in enumerate(first.months)},
        table=_table(first.levels, given, moved_to),
    )


def _matched(first: Grades, after: Grades) -> tuple[Ints, Ints]:
    """Positions of first readings that were moderated, and of their moderated readings."""
    places: dict[tuple[str, str], int] = {}
    for place, key in enumerate(_keys(after)):
        if key in places:
            raise ValueError(f"{key[0]} was moderated twice in a month; keep the latest reading")
        places[key] = place
    pairs = [(audit, places[key]) for audit, key in enumerate(_keys(first)) if key in places]
    audits, readings = np.asarray(pairs, dtype=np.intp).reshape(-1, 2).T
    return audits, readings


def _keys(grades: Grades) -> list[tuple[str, str]]:
    """Case and month of each reading; no month is a month of its own."""
    months = (*grades.months, "")  # MISSING is -1, and so reads the last
    return [
        (grades.cases[case], months[month])
        for case, month in zip(grades.case, grades.month, strict=True)
    ]


def _shared(first: Grades, after: Grades) -> list[tuple[int, str]]:
    """Categories that occur in both, by their position in ``first``."""
    return [(c, name) for c, name in enumerate(first.categories) if name in after.categories]


def _moves(steps: Ints) -> Moves:
    size, count = np.unique(steps, return_counts=True)
    return Moves(
        compared=len(steps),
        changed=int((steps != 0).sum()),
        raised=int((steps > 0).sum()),
        lowered=int((steps < 0).sum()),
        steps={int(s): int(n) for s, n in zip(size, count, strict=True)},
        why_not=None if len(steps) else "no grade has been moderated",
    )


def _table(levels: tuple[str, ...], given: Ints, moved_to: Ints) -> Table:
    size = len(levels)
    counts = np.bincount(given * size + moved_to, minlength=size * size).reshape(size, size)
    return Table(levels, tuple(tuple(int(count) for count in row) for row in counts))
