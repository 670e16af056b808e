"""From an empty template to a brief with each framework that ships, filled in as in Excel."""

import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from goldenthread.definitions import library

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow

CYCLE: Mapping[str, str | date] = {
    "Authority": "Northmoor Council",
    "Cycle": "Autumn",
    "Period from": date(2026, 9, 1),
    "Period to": date(2026, 9, 30),
    "Issue date": date(2026, 10, 20),
    "Due date": date(2026, 10, 1),
    "Cut-off date": date(2026, 10, 5),
    "Author": "Audit lead",
}
LAYOUTS = "learning-brief,one-page,seven-minute,signs-of-safety"
AUDITS = 12


def fill(path: Path, framework_id: str) -> None:
    """Twelve audits, whose grades go round the scale, and one worry with a figure."""
    book = openpyxl.load_workbook(path)
    for row in book["Cycle"].iter_rows(min_row=2):
        row[1].value = CYCLE.get(str(row[0].value), row[1].value)
    framework = library.framework(framework_id)
    levels = [level.label for level in library.scale(framework.scale).levels]
    grades = [int(label) if label.isdigit() else label for label in levels]
    labels = ["Overall"] * framework.overall + [c.label for c in framework.categories]
    for number in range(AUDITS):
        audit = {"Audit ref": f"Q{number}", "Child ref": f"K{number}", "Auditor code": "AU1"}
        reading = audit | {"Purpose": "first", "Completed on": date(2026, 9, 10)}
        for place, label in enumerate(labels):
            reading[label] = grades[(number + place) % len(grades)]
        write(book["Readings"], number + 2, reading)
        write(book["Allocations"], number + 2, audit)
    category = framework.categories[0]
    worry = {"Finding ref": "W1", "Kind": "worry", "Audit refs": "Q1, Q2"}
    worry["Text"] = f"Better is possible: {{{category.id}.good_or_better}}."
    write(book["Findings"], 2, worry)
    book.save(path)


def write(sheet: Worksheet, row: int, values: Mapping[str, Any]) -> None:
    headings = [cell.value for cell in sheet[1]]
    for heading, value in values.items():
        sheet.cell(row, headings.index(heading) + 1, value)


@pytest.mark.parametrize(
    ("framework", "share"),
    [
        ("core_12", "4 of 12 (33%)"),  # 7 and better: audits 7 to 10 of 0 to 11
        ("core_16", "6 of 12 (50%)"),
        ("short", "4 of 12 (33%)"),
    ],
)
def test_template_filled_in_becomes_a_brief_in_every_layout(
    goldenthread: Run, tmp_path: Path, framework: str, share: str
) -> None:
    assert goldenthread("template", "--framework", framework).returncode == 0
    fill(tmp_path / "returns.xlsx", framework)
    made = goldenthread("brief", "returns.xlsx", "--layout", LAYOUTS, "--format", "md,docx")
    assert (made.returncode, made.stderr) == (0, "")
    for layout in LAYOUTS.split(","):
        assert "Northmoor Council" in (tmp_path / "brief" / f"{layout}.md").read_text()
    text = (tmp_path / "brief/learning-brief.md").read_text()
    assert "Better is possible:" in text
    assert "counted up to 5 October 2026" in text


def test_grades_of_another_tool_are_not_compared(
    goldenthread: Run, returns: Path, tmp_path: Path
) -> None:
    """Both tools ask for the child's voice, but "met" is not "good or better"."""
    goldenthread("template", "--framework", "short", "-o", "short.xlsx")
    fill(tmp_path / "short.xlsx", "short")
    book = openpyxl.load_workbook(returns)
    for row in book["Findings"].iter_rows(min_row=2):
        row[7].value = "Children are heard." if row[7].value else None
    book.save(returns)
    result = goldenthread("brief", returns, "--previous", "short.xlsx", "--format", "md")
    assert result.returncode == 0
    assert "grades are not compared" in result.stderr
    assert "Beside last time" not in (tmp_path / "brief/learning-brief.md").read_text()
