"""Own spreadsheets: titles above, totals below, two-line headings, sideways, a sheet a month."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from tests.exchange.adopt.makers import own_sheets
from tests.exchange.adopt.makers.back import grades_read, grades_true, read_back
from tests.exchange.adopt.makers.sheets import Rows, write
from tests.exchange.adopt.makers.truth import AUDITORS, CHILDREN, FRAMEWORK, SCALE, audits

from goldenthread.definitions import library
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.adopt.adopting import adopt_again, adopt_first
from goldenthread.exchange.adopt.entries import Shape

pytestmark = pytest.mark.slow

AUDITS = audits(26)


@pytest.mark.parametrize(
    ("make", "shape", "overall"),
    [
        (own_sheets.rows_with_totals, Shape.ROWS, True),
        (own_sheets.grades_and_reasons, Shape.ROWS, False),
        (own_sheets.columns, Shape.COLUMNS, True),
    ],
)
def test_own_sheet_grades_come_back_as_they_were(
    make: Callable[..., Path], shape: Shape, overall: bool, tmp_path: Path
) -> None:
    first = adopt_first(make(tmp_path / "own.xlsx", AUDITS), FRAMEWORK, SCALE)
    returns = read_back(first.adopted, tmp_path)
    assert first.proposal.source.shape is shape
    assert first.adopted.problems == ()
    assert returns.problems == ()
    found = grades_read(returns)
    if not overall:
        found = {key: grade for key, grade in found.items() if key[1] != "overall"}
    assert found == grades_true(AUDITS, overall=overall)


def test_own_sheet_context_comes_back_as_it_was(tmp_path: Path) -> None:
    first = adopt_first(own_sheets.columns(tmp_path / "own.xlsx", AUDITS), FRAMEWORK, SCALE)
    readings = {r.audit: r for r in read_back(first.adopted, tmp_path).facts.readings}
    for audit in AUDITS:
        reading = readings[f"NM{audit.number:03d}"]
        assert (reading.child, reading.team) == (audit.child, audit.team)
        assert reading.occurred_on == audit.completed


def test_own_sheet_names_what_is_no_audit(tmp_path: Path) -> None:
    path = own_sheets.rows_with_totals(tmp_path / "own.xlsx", AUDITS)
    source = adopt_first(path, FRAMEWORK, SCALE).proposal.source
    said = {(one.place.sheet, one.place.at): one.why for one in source.left_out}
    assert said == {
        ("Audits", "row 1"): "it stands above the headings",
        ("Audits", "row 2"): "it stands above the headings",
        ("Audits", "row 31"): "it reads as a total",
        ("Audits", "row 32"): "only one cell is filled",
        ("Summary", ""): "the sheet counts grades and holds no audits",
        ("Lists", ""): "no column of the sheet holds grades under headings",
    }


def test_own_sheet_childs_name_is_blotted_out_of_the_reasons(tmp_path: Path) -> None:
    path = own_sheets.grades_and_reasons(tmp_path / "own.xlsx", AUDITS)
    adopted = adopt_first(path, FRAMEWORK, SCALE).adopted
    reasons = [str(row["Reason"]) for row in adopted.rows["Reasons"]]
    assert all(reason.startswith("[child] was seen") for reason in reasons)
    written = repr(adopted.rows)
    for name in (*CHILDREN, *(first.split()[0] for first in CHILDREN), *(n for n, _ in AUDITORS)):
        assert name not in written


def test_sheet_a_month_makes_no_allocations_until_the_cycle_is_said(tmp_path: Path) -> None:
    path = own_sheets.sheet_a_month(tmp_path / "own.xlsx", AUDITS)
    first = adopt_first(path, FRAMEWORK, SCALE)
    assert len(first.adopted.rows["Readings"]) == 26
    assert "Allocations" not in first.adopted.rows
    assert first.adopted.report.loud[0].startswith("CYCLES: the source has audits of December 2025")
    january = replace(first.proposal.column_map, cycle="January 2026")
    again = adopt_again(path, january)
    in_january = [f"NM{a.number:03d}" for a in AUDITS if a.completed.month == 1]
    assert [r.get("Audit ref") for r in again.rows["Allocations"]] == [*in_january, None]
    assert len(again.rows["Readings"]) == 26


def test_sheet_a_month_reads_back_with_the_other_months_as_history(tmp_path: Path) -> None:
    path = own_sheets.sheet_a_month(tmp_path / "own.xlsx", AUDITS)
    first = adopt_first(path, FRAMEWORK, SCALE)
    again = adopt_again(path, replace(first.proposal.column_map, cycle="January 2026"))
    returns = read_back(again, tmp_path)
    assert returns.problems == ()
    assert {r.cycle for r in returns.facts.readings} == {"December 2025", "January 2026"}


def test_sheet_left_out_by_the_map_is_not_read_and_said(tmp_path: Path) -> None:
    path = own_sheets.sheet_a_month(tmp_path / "own.xlsx", AUDITS)
    column_map = adopt_first(path, FRAMEWORK, SCALE).proposal.column_map
    again = adopt_again(path, replace(column_map, left_out_sheets=("december 2025",)))
    assert {row["Cycle"] for row in again.rows["Readings"]} == {"January 2026"}
    assert "the map leaves this sheet out" in again.report.text()


def test_one_audit_in_a_row_is_a_table_of_one(tmp_path: Path) -> None:
    path = own_sheets.rows_with_totals(tmp_path / "own.xlsx", AUDITS[:1])
    assert len(adopt_first(path, FRAMEWORK, SCALE).adopted.rows["Readings"]) == 1


def test_group_headings_above_tell_columns_of_one_name_apart(tmp_path: Path) -> None:
    rows: Rows = [
        ["About", None, None, "Risk", None, "Planning", None],
        ["Audit ref", "Child ID", "Date of audit", "Grade", "Comments", "Grade", "Comments"],
        ["N1", "1042", "13/01/2026", "Good", "Seen twice", "RI", "No dates"],
    ]
    first = adopt_first(write(tmp_path / "own.xlsx", {"Audits": rows}), FRAMEWORK, SCALE)
    (reading,) = first.adopted.rows["Readings"]
    assert reading["Identification of and response to risk"] == "Good"
    assert reading["Planning (CIN/CP/care/pathway plan)"] == "Requires improvement"
    reasons = {r["Category"]: r["Reason"] for r in first.adopted.rows["Reasons"]}
    assert reasons["Planning (CIN/CP/care/pathway plan)"] == "No dates"


def test_workbook_without_any_headings_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "numbers.xlsx", {"Sheet1": [[1, 2], [3, 4]]})
    with pytest.raises(UnreadableFile, match=r"No sheet of numbers\.xlsx looks like audits"):
        adopt_first(path, FRAMEWORK, SCALE)


def test_twelve_categories_on_a_scale_of_ten_need_no_other_code(tmp_path: Path) -> None:
    framework = library.framework("core_12").model_copy(update={"scale": "zero_to_ten"})
    scale = library.scale("zero_to_ten")
    labels = [category.label for category in framework.categories]
    rows = [
        ["Audit ref", "Child ID", "Auditor", "Date of audit", *labels, "How safe, says mum, 0-10"],
        *(
            [f"N{n}", f"104{n}", "a@b.example", f"2{n}/01/2026", *range(11), 10, 7]
            for n in range(2)
        ),
    ]
    path = write(tmp_path / "ten.xlsx", {"Audits": rows})
    adopted = adopt_first(path, framework, scale).adopted
    expected = [*(str(n) for n in range(11)), "10"]
    assert [adopted.rows["Readings"][0][label] for label in labels] == expected
    assert [row["Respondent"] for row in adopted.rows["Feedback"]] == ["parent", "parent"]
    assert adopted.problems == ()


def test_merged_headings_and_merged_team_are_read_in_each_of_their_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Audit ref", "Child ID", "Team", "Date of audit", "Risk", None],
        [None, None, None, None, "Grade", "Reason"],
        ["N1", "1042", "East", "13/01/2026", "Good", "Seen"],
        ["N2", "1043", None, "14/01/2026", "RI", "Not seen"],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "C3:C4"):
        sheet.merge_cells(cells)
    sheet.row_dimensions[4].hidden = True
    book.save(tmp_path / "merged.xlsx")
    adopted = adopt_first(tmp_path / "merged.xlsx", FRAMEWORK, SCALE).adopted
    rows = adopted.rows["Readings"]
    assert [(row["Audit ref"], row["Team"]) for row in rows] == [("N1", "East"), ("N2", "East")]
    assert [row["Reason"] for row in adopted.rows["Reasons"]] == ["Seen", "Not seen"]
    assert adopted.report.notes[0].startswith("Hidden rows or columns were read like the others")
