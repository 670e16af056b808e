"""Which children are offered for a second reading."""

from pathlib import Path

import pytest
from tests.engine.consistency import years

from goldenthread.engine.consistency.run import Consistency, ConsistencyRequest, consistency
from goldenthread.engine.consistency.second_readings import suggested


def found(path: Path, rows: list[str]) -> Consistency:
    return consistency(ConsistencyRequest(years.written(path / "grades.csv", rows)))


def row(case: str, auditor: str, month: str, grade: str = "Good") -> str:
    return f"{case},{auditor},Risk,{grade},,{month},"


@pytest.mark.slow
def test_children_of_the_latest_month_are_offered_where_there_are_enough(tmp_path: Path) -> None:
    rows = [
        row(f"{month}{n:02d}", "AB"[n % 2], f"2026-0{month}", years.GRADES[n % 4])
        for month in (1, 2)
        for n in range(25)
    ]
    choice = suggested(found(tmp_path, rows))
    assert choice is not None
    assert choice.since == "2026-02"
    assert {each.case[0] for each in choice.design.choices} == {"2"}
    assert len(choice.design.choices) == 4


@pytest.mark.slow
def test_earlier_months_are_added_where_the_latest_has_few(tmp_path: Path) -> None:
    rows = [
        row(f"{month}{n}", "AB"[n % 2], f"2026-0{month}", years.GRADES[n % 4])
        for month in range(1, 6)
        for n in range(8)
    ]
    choice = suggested(found(tmp_path, rows))
    assert choice is not None
    assert choice.since == "2026-03"


def test_a_child_read_twice_is_not_offered_again(tmp_path: Path) -> None:
    rows = [row(f"c{n}", who, "") for n in range(6) for who in "AB"]
    assert suggested(found(tmp_path, rows)) is None


def test_files_without_months_offer_all_children_read_once(tmp_path: Path) -> None:
    rows = [row("c1", "A", ""), row("c1", "B", ""), row("c2", "A", "", "Inadequate")]
    choice = suggested(found(tmp_path, rows))
    assert choice is not None
    assert choice.since == ""
    assert [(each.case, each.reader) for each in choice.design.choices] == [("c2", "B")]
