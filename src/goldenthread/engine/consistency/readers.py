"""How many auditors have graded each child."""

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.grades import Grades


def readers(grades: Grades) -> NDArray[np.int64]:
    """Different auditors who gave each child at least one grade, shape (children,)."""
    of_use = grades.graded().any(axis=1)
    pairs = np.unique(np.column_stack((grades.case, grades.auditor))[of_use], axis=0)
    return np.bincount(pairs[:, 0], minlength=len(grades.cases)).astype(np.int64)
