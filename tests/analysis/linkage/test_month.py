import numpy as np
import pytest

from goldenthread.analysis.linkage import Assignment, Month, month_across_teams, month_where

CASES = (Assignment("C1", "A", "Alder"), Assignment("C2", "B", "Beech"), Assignment("C3", "C"))


def test_month_across_teams_lets_nobody_read_what_their_own_team_did() -> None:
    month = month_across_teams(CASES, {"A": "Alder", "B": "Beech", "outside": ""})
    assert month.readers == ("A", "B", "outside")
    assert month.may_read.tolist() == [
        [False, True, True],
        [True, False, True],
        [True, True, True],
    ]
    assert month.people == {"A", "B", "C", "outside"}


def test_month_across_teams_of_nobody_is_empty() -> None:
    assert month_across_teams([], {}).may_read.shape == (0, 0)
    assert month_across_teams(CASES, {}).may_read.shape == (3, 0)


def test_month_where_asks_of_every_case_and_reader() -> None:
    month = month_where(CASES, ("A", "B"), lambda case, reader: case.auditor != reader)
    assert month.may_read.tolist() == [[False, True], [True, False], [True, True]]


def test_month_with_a_case_or_reader_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="case C1 is given twice"):
        Month((CASES[0], CASES[0]), ("A",), np.ones((2, 1), dtype=bool))
    with pytest.raises(ValueError, match="reader A is given twice"):
        Month(CASES[:1], ("A", "A"), np.ones((1, 2), dtype=bool))


def test_month_with_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="not \\(3, 1\\)"):
        Month(CASES, ("A",), np.ones((2, 1), dtype=bool))
