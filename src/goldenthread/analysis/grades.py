"""Grades as arrays: what agreement, facets and linkage are computed from.

In this part of ``analysis`` a child whose record was read is a *case*, as in the literature: a
statistical unit. Everything people see says child.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MISSING = -1
"""Not graded, not applicable, not evidenced; also: no team, no month, no condition stated."""

WITHOUT, WITH = 0, 1
"""Read without, or with, the conversation with the worker."""


@dataclass(frozen=True, slots=True, eq=False)
class Grades:
    """Audits with their grades: a row an audit (case × auditor × month), a column a category.

    Codes are sorted; arrays hold positions in them. ``grade`` counts from 0 at the worst level
    and is ``MISSING`` where nothing was graded. ``values`` are the numbers that interval and
    ratio measures use for the levels: as the file gives them, or from 1 at the worst.
    """

    cases: tuple[str, ...]
    auditors: tuple[str, ...]
    categories: tuple[str, ...]
    levels: tuple[str, ...]
    """What the levels are called, worst first."""
    values: tuple[int, ...]
    teams: tuple[str, ...]
    months: tuple[str, ...]
    """``YYYY-MM``."""
    case: NDArray[np.int32]
    auditor: NDArray[np.int32]
    team: NDArray[np.int32]
    month: NDArray[np.int32]
    condition: NDArray[np.int8]
    """``WITHOUT``, ``WITH`` or ``MISSING``."""
    grade: NDArray[np.int8]
    """Shape (audits, categories)."""

    def __len__(self) -> int:
        """How many audits there are."""
        return len(self.case)

    def graded(self) -> NDArray[np.bool_]:
        """Which cells hold a grade, shape (audits, categories)."""
        graded: NDArray[np.bool_] = self.grade != MISSING
        return graded
