"""What the sample says of itself."""

import numpy as np
from tests.analysis.facets.drawn import grades

from goldenthread.analysis.facets.options import Options
from goldenthread.analysis.facets.sample import sample


def test_a_child_whom_one_auditor_read_twice_is_shared_by_nobody() -> None:
    case = np.array([0, 0, 1, 1, 2, 3])
    auditor = np.array([0, 0, 0, 1, 1, 0])
    grade = np.array([[0, 1], [1, 2], [2, 1], [1, 1], [0, 2], [2, 0]])
    found = sample(grades(case, auditor, grade), Options())
    assert found.shared_cases == 1
