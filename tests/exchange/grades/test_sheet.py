"""A long table on a sheet of a workbook."""

from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from tests.exchange.grades.files import as_rows

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades.read import read_grades
from goldenthread.exchange.grades.result import Best, WrongRows

Cells = list[list[Any]]

HEADINGS = ["Case", "Auditor", "Category", "Grade", "Month"]


def workbook(folder: Path, **sheets: Cells) -> Path:
    """A workbook with these sheets; dates are written as dates."""
    path = folder / "grades.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_grades(path, best=Best.HIGH)
    return str(caught.value)


def test_sheet_numbers_and_dates_are_read_as_they_look(tmp_path: Path) -> None:
    rows = [[101, "AU1", "risk", 3, date(2026, 9, 3)], [102.0, "AU1", "risk", 2.0, "2026-10"]]
    path = workbook(tmp_path, Notes=[["Our audits"]], Grades=[["2026"], [], HEADINGS, *rows])
    grades = read_grades(path, best=Best.HIGH).grades
    assert as_rows(grades) == {
        ("101", "AU1", "2026-09", "risk"): "3", ("102", "AU1", "2026-10", "risk"): "2",
    }  # fmt: skip


def test_sheet_wrong_cells_are_named_by_row_as_excel_counts(tmp_path: Path) -> None:
    rows: Cells = [["C1", "AU1", "risk", "Good"], [], ["C1", "AU2", "risk", 2.5]]
    path = workbook(tmp_path, Grades=[HEADINGS, *rows])
    with pytest.raises(WrongRows) as caught:
        read_grades(path)
    assert caught.value.sentences[0].startswith("Grades, row 4, column Grade: “2.5”. Write Out")


def test_sheet_numbers_too_long_and_times_are_asked_about_like_other_words(tmp_path: Path) -> None:
    rows: Cells = [["C1", "AU1", "risk", 1e20], ["C1", "AU2", "risk", 3], ["C1", "AU3", "risk"]]
    path = workbook(tmp_path, Grades=[HEADINGS, *rows, ["C1", "AU4", "risk", time(9, 30)]])
    with pytest.raises(WrongRows) as caught:
        read_grades(path, best=Best.HIGH)
    assert [(one.row, one.column, one.value) for one in caught.value.problems] == [
        (2, "Grade", "1e+20"), (5, "Grade", "09:30:00"),
    ]  # fmt: skip


def test_sheet_a_cell_that_shows_an_error_is_no_blank(tmp_path: Path) -> None:
    path = workbook(
        tmp_path, Grades=[HEADINGS, ["C1", "AU1", "risk", "Good"], ["C1", "AU2", "iro"]]
    )
    book = openpyxl.load_workbook(path)
    book["Grades"]["D3"] = "#N/A"  # openpyxl writes an error, not a text
    book.save(path)
    with pytest.raises(WrongRows) as caught:
        read_grades(path)
    assert "Grades, row 3, column Grade: “#N/A”." in str(caught.value)


def test_sheet_rows_struck_through_are_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "grades.xlsx"
    with xlsxwriter.Workbook(path) as book:
        struck = book.add_format({"font_strikeout": True})
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, HEADINGS)
        for number, auditor in enumerate(("AU1", "AU2", "AU3"), start=1):
            cells = ["C1", auditor, "risk", "Good"]
            sheet.write_row(number, 0, cells, struck if auditor == "AU2" else None)
    found = read_grades(path)
    assert found.grades.auditors == ("AU1", "AU3")
    assert found.warnings == (
        "grades.xlsx, sheet Grades: what is struck through was left out (row 3).",
    )


def test_sheet_a_struck_cell_and_merged_cells_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "grades.xlsx"
    with xlsxwriter.Workbook(path) as book:
        struck = book.add_format({"font_strikeout": True})
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, HEADINGS)
        for number, category in enumerate(("risk", "plan", "voice"), start=1):
            sheet.write_row(number, 0, ["C1", "AU1", category, "Good"])
        sheet.write(1, 3, "Good", struck)
        sheet.merge_range(2, 3, 3, 3, "Good")
    with pytest.raises(WrongRows) as caught:
        read_grades(path)
    assert caught.value.sentences == (
        (
            "Grades, row 2, column Grade: This is struck through, and the rest of its row is not; "
            "delete it, or take the line away."
        ),
        (
            "Grades, row 3, column Grade: This cell is merged with others; unmerge them and write "
            "in each what it holds."
        ),
    )


def test_sheet_merged_titles_and_notes_beside_the_table_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "grades.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Grades")
        sheet.merge_range(0, 0, 0, 4, "Our audits")
        sheet.write_row(1, 0, [*HEADINGS, "Notes"])
        sheet.write_row(2, 0, ["C1", "AU1", "risk", "Good"])
        sheet.write_row(3, 0, ["C2", "AU1", "risk", "Good"])
        sheet.merge_range(2, 5, 3, 5, "both read in June")
    assert len(read_grades(path).grades) == 2


def test_sheet_more_than_twenty_struck_cells_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "grades.xlsx"
    with xlsxwriter.Workbook(path) as book:
        struck = book.add_format({"font_strikeout": True})
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, HEADINGS)
        for number in range(1, 31):
            sheet.write_row(number, 0, [f"C{number}", "AU1", "risk"])
            sheet.write(number, 3, "Good", struck)
    with pytest.raises(WrongRows) as caught:
        read_grades(path)
    assert len(caught.value.sentences) == 21
    assert caught.value.sentences[-1] == "Grades: 10 more cells are merged or struck through."


def test_sheet_hidden_rows_and_columns_are_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "grades.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, HEADINGS)
        for number in range(1, 5):
            sheet.write_row(number, 0, [f"C{number}", "AU1", "risk", "Good"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
    found = read_grades(path)
    assert len(found.grades) == 4
    assert found.warnings == (
        "grades.xlsx, sheet Grades: rows 3-4 are hidden, perhaps by a filter, and were read.",
        "grades.xlsx, sheet Grades: column Auditor is hidden, and was read.",
    )


def test_sheet_that_is_hidden_is_not_read_and_said(tmp_path: Path) -> None:
    path = workbook(tmp_path, Notes=[["Ours"]], Grades=[HEADINGS, ["C1", "AU1", "risk", "Good"]])
    book = openpyxl.load_workbook(path)
    book["Grades"].sheet_state = "hidden"
    book.save(path)
    assert refused(path) == (
        "grades.xlsx has grades on a hidden sheet only (Grades); show that sheet."
    )


def test_sheet_several_with_grades_are_refused_by_name(tmp_path: Path) -> None:
    rows: Cells = [HEADINGS, ["C1", "AU1", "risk", 1]]
    assert refused(workbook(tmp_path, January=rows, February=rows)) == (
        "grades.xlsx has grades on several sheets (January, February); put them under one another "
        "on one sheet."
    )


def test_sheet_without_the_columns_says_which_are_needed(tmp_path: Path) -> None:
    path = workbook(tmp_path, Notes=[["Our audits"]], Audits=[["Case", "Auditor", "Score"], [1, 2]])
    assert refused(path).startswith(
        "grades.xlsx needs the columns case, auditor, category and grade; it has Case, Auditor, "
        "Score and lacks category and grade: rename “Score” to grade,"
    )


def test_sheet_with_headings_only_says_there_are_no_grades(tmp_path: Path) -> None:
    said = refused(workbook(tmp_path, Grades=[HEADINGS]))
    assert said == "grades.xlsx, sheet Grades holds headings and no grades; fill it in."


def test_sheet_without_any_rows_says_so(tmp_path: Path) -> None:
    assert refused(workbook(tmp_path, Grades=[])).startswith("grades.xlsx holds no rows")
