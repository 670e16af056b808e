"""What a returns workbook says of moderation: the auditor's grade and the one reported."""

from datetime import date
from pathlib import Path

import pytest
from tests.exchange.grades.files import as_rows
from tests.exchange.grades.test_workbook import CURRENT, FRAMEWORK, written

from goldenthread.analysis.agreement import moderated
from goldenthread.exchange.grades.read import read_grades
from goldenthread.exchange.grades.result import ModeratedGrades

RISK = FRAMEWORK.category("risk").label


def read(path: Path) -> ModeratedGrades:
    found = read_grades(path).moderated
    assert found is not None
    return found


def test_workbook_gives_auditors_grades_and_those_reported(tmp_path: Path) -> None:
    found = read(written(tmp_path, CURRENT))
    first, reported = as_rows(found.first), as_rows(found.reported)
    changed = {key: (first[key], reported[key]) for key in first if first[key] != reported[key]}
    assert {(audit, category): both for (audit, _, _, category), both in changed.items()} == {
        ("A206", "direct_work"): ("Outstanding", "Good"),
        ("A223", "risk"): ("Requires improvement", "Inadequate"),
        ("A226", "management"): ("Requires improvement", "Good"),
    }
    assert {audit for audit, *_ in first} == {"A206", "A215", "A223", "A226"}
    assert "overall" in found.first.categories


def test_blank_moderated_reading_leaves_every_grade(tmp_path: Path) -> None:
    labels = {category.label for category in FRAMEWORK.categories}
    blank = [
        {k: v for k, v in row.items() if k not in labels} if row["Purpose"] == "moderated" else row
        for row in CURRENT["Readings"]
    ]
    found = read(written(tmp_path, {**CURRENT, "Readings": blank}))
    assert as_rows(found.first) == as_rows(found.reported)


def test_moderation_of_another_month_belongs_to_its_audit(tmp_path: Path) -> None:
    """The audits are of September and October, and all were moderated in November."""
    found = read(written(tmp_path, CURRENT))
    assert found.first.months == found.reported.months == ("2026-09", "2026-10")
    assert moderated(found.first, found.reported).overall.compared == 63


def test_dates_are_those_of_the_audits(tmp_path: Path) -> None:
    path = written(tmp_path, CURRENT)
    october = read_grades(path, since=date(2026, 10, 1), until=date(2026, 10, 31)).moderated
    assert october is not None
    assert october.first.months == ("2026-10",)
    assert read_grades(path, since=date(2026, 11, 1)).moderated is None


@pytest.mark.parametrize(
    ("answer", "compared", "lowered"),
    [("Not applicable", 62, 1), ("Not evidenced", 62, 1), ("", 63, 1), ("Inadequate", 63, 2)],
)
def test_grade_taken_back_is_not_compared(
    tmp_path: Path, answer: str, compared: int, lowered: int
) -> None:
    changed = [
        {**row, RISK: answer}
        if (row["Audit ref"], row["Purpose"]) == ("A223", "moderated")
        else row
        for row in CURRENT["Readings"]
    ]
    found = read(written(tmp_path, {**CURRENT, "Readings": changed}))
    moves = moderated(found.first, found.reported).overall
    assert (moves.compared, moves.lowered) == (compared, lowered)


def test_workbook_without_moderated_readings_has_none(tmp_path: Path) -> None:
    first = [row for row in CURRENT["Readings"] if row["Purpose"] != "moderated"]
    assert read_grades(written(tmp_path, {**CURRENT, "Readings": first})).moderated is None
