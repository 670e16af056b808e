"""Reading: what people do to a workbook is borne, and nothing is lost unsaid."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from goldenthread.analysis.facts import Answered, Judgement, Purpose
from goldenthread.definitions import library
from goldenthread.definitions.example import loading as example
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.problems import Problem
from goldenthread.exchange.workbook.declared.audits import READINGS
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.result import Returns
from goldenthread.exchange.workbook.write import write_workbook

Row = dict[str, object]
Rows = dict[str, list[Row]]
Read = Callable[[Rows], Returns]
Edited = Callable[[Rows, Callable[[Any], None]], Returns]
Write = Callable[[Mapping[str, Sequence[Mapping[str, object]]]], Path]


def said(found: tuple[Problem, ...], sheet: str, column: str = "") -> list[Problem]:
    """Problems or warnings of a sheet, of a column where one is named."""
    return [one for one in found if one.sheet == sheet and column in ("", one.column)]


def audits(returns: Returns) -> list[str]:
    return [reading.audit for reading in returns.facts.readings]


def tally(returns: Returns, sheet: str) -> tuple[int, int, int, int]:
    """Rows, read, reported, left out."""
    (found,) = [one for one in returns.tallies if one.sheet == sheet]
    assert found.rows == found.read + found.reported + found.left_out
    return found.rows, found.read, found.reported, found.left_out


def grades(returns: Returns, category: str) -> dict[str, Judgement]:
    return {
        one.audit: one
        for one in returns.facts.judgements
        if one.category == category and one.purpose is Purpose.FIRST
    }


def test_read_returns_tidy_workbook_has_no_problem(rows: Rows, read: Read) -> None:
    returns = read(rows)
    assert returns.problems == ()
    assert returns.warnings == ()
    assert audits(returns) == ["A1", "A2", "A3"]
    assert tally(returns, "Readings") == (3, 3, 0, 0)
    assert tally(returns, "Allocations") == (4, 4, 0, 0)
    assert returns.cycle is not None
    assert returns.cycle.period_to == date(2026, 1, 31)
    assert returns.framework is not None
    assert returns.framework.id == "core_16"


@pytest.mark.slow
def test_read_returns_example_has_no_problem_and_reads_every_row(written: Write) -> None:
    returns = read_returns(written(example.rows()))
    assert returns.problems == ()
    for one in returns.tallies:
        expected = len(example.rows()[one.sheet]) if one.sheet != "Cycle" else 13
        assert (one.sheet, one.read) == (one.sheet, expected)


def test_read_returns_text_knows_where_it_came_from(written: Write) -> None:
    finding = read_returns(written(example.rows())).findings[1]
    assert finding.text.origin == "sheet Findings, row 3, column Text"
    assert finding.text.text


def test_read_returns_blank_category_is_not_applicable_only_where_the_framework_says_so(
    rows: Rows, read: Read
) -> None:
    """The IRO category does not apply to a child in need; planning applies to every child."""
    returns = read(rows)
    assert grades(returns, "iro")["A1"].answered is Answered.NOT_APPLICABLE
    assert grades(returns, "planning")["A1"].answered is Answered.NOT_GRADED
    assert grades(returns, "supervision")["A1"].answered is Answered.NOT_EVIDENCED
    assert grades(returns, "risk")["A1"].level == "requires_improvement"
    assert len(grades(returns, "overall")) == 3
    assert len(returns.facts.judgements) == 3 * 17


def test_read_returns_blank_category_without_a_plan_type_is_not_graded(
    rows: Rows, read: Read
) -> None:
    rows["Readings"][0]["Plan type"] = None
    assert grades(read(rows), "iro")["A1"].answered is Answered.NOT_GRADED


def test_read_returns_moderated_row_holds_only_what_changed(rows: Rows, read: Read) -> None:
    rows["Readings"].append(
        {
            "Audit ref": "A1",
            "Child ref": "C1",
            "Purpose": "moderated",
            "Auditor code": "M1",
            "Completed on": date(2026, 2, 2),
            "Assessment": "Requires improvement",
        }
    )
    returns = read(rows)
    assert returns.problems == ()
    moderated = [one for one in returns.facts.judgements if one.purpose is Purpose.MODERATED]
    assert [(one.category, one.level) for one in moderated] == [
        ("assessment", "requires_improvement")
    ]


def test_read_returns_grade_that_does_not_apply_is_kept_with_a_warning(
    rows: Rows, read: Read
) -> None:
    rows["Readings"][1]["IRO / CP chair footprint and challenge"] = "Good"
    returns = read(rows)
    assert grades(returns, "iro")["A2"].level == "good"
    (warning,) = said(returns.warnings, "Readings")
    assert (warning.row, warning.value) == (3, "Good")


def test_read_returns_columns_in_any_order_and_extra_ones(rows: Rows, edited: Edited) -> None:
    def shuffle(book: Any) -> None:
        sheet = book["Readings"]
        table = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for number, row in enumerate(table, start=1):
            for column, value in enumerate(reversed(row), start=1):
                sheet.cell(number, column).value = value
        sheet.cell(1, 40, "Mood")
        sheet.cell(2, 40, "sunny")

    returns = edited(rows, shuffle)
    assert returns.problems == ()
    assert audits(returns) == ["A1", "A2", "A3"]
    (warning,) = said(returns.warnings, "Readings")
    assert warning.value == "Mood"
    assert "were not read" in warning.mend


@pytest.mark.parametrize("above", [1, 5, 9])
def test_read_returns_headings_further_down_are_found(
    rows: Rows, edited: Edited, above: int
) -> None:
    def move_down(book: Any) -> None:
        book["Readings"].insert_rows(1, above)
        book["Readings"]["A1"] = "Audits of January"

    returns = edited(rows, move_down)
    assert returns.problems == ()
    assert audits(returns) == ["A1", "A2", "A3"]
    (warning,) = said(returns.warnings, "Readings")
    assert f"stand in row {above + 1}" in warning.mend


def test_read_returns_without_headings_reports_every_row(rows: Rows, edited: Edited) -> None:
    returns = edited(rows, lambda book: book["Readings"].delete_rows(1))
    (problem, *_) = said(returns.problems, "Readings")
    assert "No row of headings was found" in problem.mend
    assert tally(returns, "Readings") == (3, 0, 3, 0)


@pytest.mark.parametrize(
    ("heading", "typed"),
    [
        ("Audit ref", " AUDIT\u00a0REF * "),
        ("Audit ref", "Audit number"),
        ("Completed on", "Date\ncompleted"),
        ("Look-back (months)", "look back months"),
        ("Overall", "Overall judgement"),
        ("Identification of and response to risk", "risk"),
        ("Assessment", "ASSESSMENT:"),
    ],
)
def test_read_returns_heading_in_other_words_is_known(
    rows: Rows, edited: Edited, heading: str, typed: str
) -> None:
    def rename(book: Any) -> None:
        (cell,) = [cell for cell in book["Readings"][1] if cell.value == heading]
        cell.value = typed

    returns = edited(rows, rename)
    assert returns.problems == ()
    assert returns.warnings == ()


def rename_heading(sheet: str, heading: str, to: str | None) -> Callable[[Any], None]:
    def rename(book: Any) -> None:
        for cell in book[sheet][1]:
            if cell.value == heading:
                cell.value = to

    return rename


def test_read_returns_missing_column_that_must_be_there_is_one_problem(
    rows: Rows, edited: Edited
) -> None:
    returns = edited(rows, rename_heading("Readings", "Purpose", "Why"))
    (problem,) = said(returns.problems, "Readings")
    assert (problem.row, problem.column) == (None, "Purpose")
    assert problem.mend == "Add a column headed Purpose."
    assert tally(returns, "Readings") == (3, 0, 3, 0)


def test_read_returns_missing_column_of_grades_is_a_problem(rows: Rows, edited: Edited) -> None:
    returns = edited(rows, rename_heading("Readings", "Assessment", "Quality"))
    (problem,) = said(returns.problems, "Readings")
    assert problem.column == "Assessment"
    assert said(returns.warnings, "Readings")[0].value == "Quality"


@pytest.mark.parametrize(
    ("sheet", "heading", "typed"),
    [
        ("Readings", "Assessment", "Assesment"),
        ("Readings", "Completed on", "Complete date"),
        ("Escalations", "Closed", "Date close"),
        ("Escalations", "Child safe", "Childsafe?"),
    ],
)
def test_read_returns_heading_nearly_right_is_asked_about(
    rows: Rows, edited: Edited, sheet: str, heading: str, typed: str
) -> None:
    """Left out with a warning, its values would be lost: every escalation would be an open one."""
    day = date(2026, 1, 21)
    rows["Escalations"] = [
        {"Audit ref": "A1", "Reason": "Child unsafe now", "Raised": day, "To": "Head of service",
         "Child safe": "yes", "Closed": day}
    ]  # fmt: skip
    returns = edited(rows, rename_heading(sheet, heading, typed))
    (problem,) = returns.problems
    assert (problem.sheet, problem.row, problem.column) == (sheet, 1, typed)
    assert f"If this is {heading}, head it so" in problem.mend
    assert said(returns.warnings, sheet) == []


def test_read_returns_heading_nearly_right_of_an_empty_column_does_no_harm(
    rows: Rows, edited: Edited
) -> None:
    def add_heading(book: Any) -> None:
        book["Exemptions"].cell(1, 5, "Approved onn")

    rows["Exemptions"] = []
    returns = edited(rows, add_heading)
    assert returns.problems == ()


def test_read_returns_note_under_the_table_is_one_problem(rows: Rows, edited: Edited) -> None:
    returns = edited(rows, lambda book: book["Readings"].append(["Note: see the e-mail of Monday"]))
    (problem,) = returns.problems
    assert (problem.row, problem.value) == (5, "Note: see the e-mail of Monday")
    assert "move the note away" in problem.mend
    assert tally(returns, "Readings") == (4, 3, 1, 0)


def test_read_returns_without_readings_does_not_ask_about_each_finding(
    rows: Rows, edited: Edited
) -> None:
    rows["Findings"] = [
        {"Finding ref": "F1", "Kind": "worry", "Audit refs": "A1, A2", "Text": "Plans drift."}
    ]

    def rename(book: Any) -> None:
        book["Readings"].title = "Readings (2)"

    (problem,) = edited(rows, rename).problems
    assert problem.mend == "Add a sheet called Readings."


def test_read_returns_without_a_framework_does_not_ask_about_each_category(
    rows: Rows, read: Read
) -> None:
    rows["Cycle"][9]["Value"] = "core_61"
    rows["Reasons"] = [{"Audit ref": "A1", "Category": "Assessment", "Reason": "Out of date."}]
    (problem,) = read(rows).problems
    assert (problem.sheet, problem.value) == ("Cycle", "core_61")


def test_read_returns_without_escalations_says_what_a_brief_will_say(
    rows: Rows, edited: Edited
) -> None:
    def remove(book: Any) -> None:
        del book["Escalations"]

    (warning,) = edited(rows, remove).warnings
    assert warning.sheet == "Escalations"
    assert "no child's audit raised alarm" in warning.mend


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"])
def test_read_returns_marks_of_writing_direction_make_no_other_name(
    rows: Rows, read: Read, mark: str
) -> None:
    rows["Readings"][0] |= {"Audit ref": f"A1{mark}", "Team": f"{mark}Alder"}
    returns = read(rows)
    assert (returns.problems, returns.warnings) == ((), ())
    assert {one.team for one in returns.facts.readings} == {"Alder", "Beech"}


def test_read_returns_not_graded_in_a_moderated_row_is_said_to_change_nothing(
    rows: Rows, read: Read
) -> None:
    rows["Readings"].append(
        {"Audit ref": "A1", "Child ref": "C1", "Purpose": "moderated", "Auditor code": "AU2",
         "Completed on": date(2026, 1, 28), "Assessment": "Not graded"}
    )  # fmt: skip
    (warning,) = read(rows).warnings
    assert (warning.row, warning.column) == (5, "Assessment")
    assert "unchanged" in warning.mend


def test_read_returns_two_columns_of_one_heading_is_a_problem(rows: Rows, edited: Edited) -> None:
    def twice(book: Any) -> None:
        book["Readings"].cell(1, 40, "Team ")
        book["Readings"].cell(2, 40, "Beech")

    returns = edited(rows, twice)
    (problem,) = said(returns.problems, "Readings")
    assert "Two columns have this heading" in problem.mend


def test_read_returns_sheets_in_any_order_and_case(rows: Rows, edited: Edited) -> None:
    def muddle(book: Any) -> None:
        book.move_sheet("Readings", 1)
        book["Readings"].title = " READINGS "
        book["Allocations"].title = "allocation"

    returns = edited(rows, muddle)
    assert returns.problems == ()
    assert returns.warnings == ()
    assert audits(returns) == ["A1", "A2", "A3"]


def test_read_returns_unknown_sheet_is_said_not_to_be_read(rows: Rows, edited: Edited) -> None:
    def add(book: Any) -> None:
        book.create_sheet("Holidays")["A1"] = "August"
        book.create_sheet("Nothing")

    (warning,) = edited(rows, add).warnings
    assert (warning.sheet, warning.row) == ("Holidays", None)
    assert "was not read" in warning.mend


@pytest.mark.parametrize("sheet", ["Cycle", "Readings", "Allocations"])
def test_read_returns_sheet_that_must_be_there_is_missed(
    rows: Rows, edited: Edited, sheet: str
) -> None:
    def remove(book: Any) -> None:
        del book[sheet]

    mends = [one.mend for one in said(edited(rows, remove).problems, sheet)]
    assert f"Add a sheet called {sheet}." in mends


def test_read_returns_other_workbook_says_that_it_is_none(path: Path, rows: Rows) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Shopping")["A1"] = "Milk"
    book.save(path)
    with pytest.raises(UnreadableFile, match="not a returns workbook"):
        read_returns(path)


def test_read_returns_hidden_rows_columns_and_sheets_are_read_and_named(
    rows: Rows, edited: Edited
) -> None:
    def hide(book: Any) -> None:
        sheet = book["Readings"]
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["H"].hidden = True
        book["Allocations"].sheet_state = "hidden"

    returns = edited(rows, hide)
    assert audits(returns) == ["A1", "A2", "A3"]
    assert {one.age_band for one in returns.facts.readings} == {"5-9"}
    told = [(one.sheet, one.column, one.value) for one in returns.warnings]
    assert told == [
        ("Readings", "", "rows 3-4"),
        ("Readings", "Age band", ""),
        ("Allocations", "", ""),
    ]


@pytest.mark.parametrize("label", ["Total", "TOTALS:", "Grand total", "Count 3", "Average"])
def test_read_returns_totals_row_is_left_out_and_named(
    rows: Rows, edited: Edited, label: str
) -> None:
    def total(book: Any) -> None:
        book["Readings"]["A5"] = label
        book["Readings"]["L5"] = 3

    returns = edited(rows, total)
    assert audits(returns) == ["A1", "A2", "A3"]
    assert tally(returns, "Readings") == (4, 3, 0, 1)
    (warning,) = said(returns.warnings, "Readings")
    assert warning.row == 5
    assert "row of totals" in warning.mend


def test_read_returns_notice_about_totals_is_a_notice(rows: Rows, read: Read) -> None:
    rows["Notices"] = [{"Title": "Totals"}]
    assert [one.title.text for one in read(rows).notices] == ["Totals"]


def test_read_returns_struck_row_is_left_out_and_named(rows: Rows, edited: Edited) -> None:
    def strike(book: Any) -> None:
        for cell in book["Readings"][3]:
            cell.font = Font(strike=True)

    returns = edited(rows, strike)
    assert audits(returns) == ["A1", "A3"]
    assert tally(returns, "Readings") == (3, 2, 0, 1)
    (warning,) = said(returns.warnings, "Readings")
    assert "struck through" in warning.mend


def test_read_returns_struck_cell_is_a_problem(rows: Rows, edited: Edited) -> None:
    def strike(book: Any) -> None:
        book["Readings"]["L3"].font = Font(strike=True)

    returns = edited(rows, strike)
    (problem,) = returns.problems
    assert (problem.sheet, problem.row, problem.column, problem.value) == (
        "Readings", 3, "Overall", "Good",
    )  # fmt: skip
    assert tally(returns, "Readings") == (3, 2, 1, 0)


def test_read_returns_blank_rows_do_not_count(rows: Rows, edited: Edited) -> None:
    def space_out(book: Any) -> None:
        book["Readings"].insert_rows(3, 2)
        book["Readings"]["B3"] = " \u00a0"

    returns = edited(rows, space_out)
    assert returns.problems == ()
    assert tally(returns, "Readings") == (3, 3, 0, 0)


def test_read_returns_note_beside_the_table_is_left_out_and_named(
    rows: Rows, edited: Edited
) -> None:
    def note(book: Any) -> None:
        book["Allocations"]["K7"] = "ask Niamh"

    returns = edited(rows, note)
    assert tally(returns, "Allocations") == (5, 4, 0, 1)
    assert "beside the table" in said(returns.warnings, "Allocations")[0].mend


def test_read_returns_merged_context_applies_to_every_row(rows: Rows, edited: Edited) -> None:
    def merge(book: Any) -> None:
        book["Readings"].merge_cells("E2:E4")

    returns = edited(rows, merge)
    assert returns.problems == ()
    assert {one.team for one in returns.facts.readings} == {"Alder"}
    assert "E2:E4 are merged" in said(returns.warnings, "Readings", "Team")[0].mend


@pytest.mark.parametrize("cells", ["L2:L4", "D2:E2", "D2:E3"])
def test_read_returns_merged_grades_or_columns_are_a_problem(
    rows: Rows, edited: Edited, cells: str
) -> None:
    returns = edited(rows, lambda book: book["Readings"].merge_cells(cells))
    (problem, *_) = said(returns.problems, "Readings")
    assert f"The cells {cells} are merged; unmerge them" in problem.mend
    assert problem.row == 2


def test_read_returns_banner_merged_above_the_headings_does_no_harm(
    rows: Rows, edited: Edited
) -> None:
    def banner(book: Any) -> None:
        sheet = book["Readings"]
        sheet.insert_rows(1)
        sheet["A1"] = "Larkshire: January"
        sheet.merge_cells("A1:H1")

    assert edited(rows, banner).problems == ()


def test_read_returns_formula_never_saved_is_one_sentence(rows: Rows, edited: Edited) -> None:
    def formula(book: Any) -> None:
        book["Readings"]["L2"] = '=IF(1,"Good","RI")'

    with pytest.raises(UnreadableFile, match=r"never saved \(sheet Readings, cell L2\)"):
        edited(rows, formula)


def test_read_returns_error_in_a_cell_is_a_problem(rows: Rows, edited: Edited) -> None:
    def spoil(book: Any) -> None:
        book["Readings"]["L2"].value = "#N/A"
        book["Readings"]["L2"].data_type = "e"

    (problem,) = edited(rows, spoil).problems
    assert (problem.row, problem.column, problem.value) == (2, "Overall", "#N/A")


def test_read_returns_all_problems_come_at_once_with_place_value_and_mend(
    rows: Rows, read: Read
) -> None:
    rows["Readings"][0]["Assessment"] = "Goood"
    rows["Readings"][1]["Purpose"] = None
    rows["Readings"][2]["Completed on"] = "9/25/2026"
    rows["Readings"][2]["Overall"] = 2
    rows["Feedback"] = [{"Respondent": "child", "Question as asked": "How?", "Answer": 11}]
    returns = read(rows)
    places = [(one.sheet, one.row, one.column, one.value) for one in returns.problems]
    assert places == [
        ("Readings", 2, "Assessment", "Goood"),
        ("Readings", 3, "Purpose", ""),
        ("Readings", 4, "Completed on", "9/25/2026"),
        ("Readings", 4, "Overall", "2"),
        ("Feedback", 2, "Answer", "11"),
    ]
    assert returns.problems[0].mend == "Write Good."
    assert all(one.mend.endswith((".", "?")) for one in returns.problems)
    assert tally(returns, "Readings") == (3, 0, 3, 0)
    assert tally(returns, "Feedback") == (1, 0, 1, 0)


def test_read_returns_age_band_that_excel_made_a_date_is_a_problem(rows: Rows, read: Read) -> None:
    rows["Readings"][0]["Age band"] = date(2026, 9, 5)
    (problem,) = read(rows).problems
    assert problem.column == "Age band"
    assert "Excel has made a date" in problem.mend


def test_read_returns_day_as_a_number_is_read_and_said(rows: Rows, edited: Edited) -> None:
    """46,042 is Excel's number for 20 January 2026 in a cell with a general format."""

    def general(book: Any) -> None:
        book["Readings"]["J2"].value = 46042
        book["Readings"]["J2"].number_format = "General"

    returns = edited(rows, general)
    assert returns.problems == ()
    assert returns.facts.readings[0].occurred_on == date(2026, 1, 20)
    (warning,) = said(returns.warnings, "Readings", "Completed on")
    assert "20/01/2026" in warning.mend


def test_read_returns_references_survive_as_typed(rows: Rows, read: Read) -> None:
    for number, reference in enumerate(("001", "1/2", "12")):
        rows["Readings"][number]["Audit ref"] = reference
        rows["Allocations"][number]["Audit ref"] = reference
    returns = read(rows)
    assert returns.problems == ()
    assert audits(returns) == ["001", "1/2", "12"]


def test_read_returns_references_differing_in_case_and_space_are_one(
    rows: Rows, read: Read
) -> None:
    rows["Readings"][0]["Audit ref"] = " a1\u00a0"
    rows["Readings"][0]["Child ref"] = "c1"
    returns = read(rows)
    assert returns.problems == ()
    assert returns.facts.readings[0].audit == "A1"


def test_read_returns_team_spelled_in_two_ways_is_one_team_and_said(rows: Rows, read: Read) -> None:
    rows["Readings"][1]["Team"] = "ALDER"
    rows["Readings"][2]["Team"] = "Alder"
    returns = read(rows)
    assert {one.team for one in returns.facts.readings} == {"Alder"}
    (warning,) = said(returns.warnings, "Readings", "Team")
    assert warning.value == "ALDER, Alder"


def test_read_returns_reading_of_another_cycle_is_kept_as_history(rows: Rows, read: Read) -> None:
    rows["Readings"].append(
        {**rows["Readings"][0], "Audit ref": "A90", "Child ref": "C90", "Cycle": "December 2025",
         "Completed on": date(2025, 6, 1)}
    )  # fmt: skip
    rows["Readings"][1]["Cycle"] = "january  2026"
    returns = read(rows)
    assert returns.problems == ()
    assert [one.cycle for one in returns.facts.readings] == [
        "", "January 2026", "", "December 2025",
    ]  # fmt: skip
    (warning,) = said(returns.warnings, "Readings", "Cycle")
    assert (warning.row, warning.value) == (5, "A90")
    assert "is in no figure" in warning.mend


@pytest.mark.parametrize(
    ("item", "value", "words"),
    [
        ("Cut-off date", "soon", "Cut-off date: Write a date"),
        ("Cut-off date", None, "Fill in Cut-off date"),
        ("Cycle", date(2026, 1, 1), "Cycle: Excel has made a date"),
        ("Framework", "core_17", "Choose one of core_12, core_16"),
        ("Framework", "ours.yaml", "there is no such file"),
        ("Framework", "../ours.yaml", "beside the workbook"),
        ("Period to", date(2025, 12, 1), "Period to is before Period from"),
        ("Cut-off date", date(2026, 2, 1), "Cut-off date is before Due date"),
    ],
)
def test_read_returns_problem_of_the_cycle_names_the_item(
    rows: Rows, read: Read, item: str, value: object, words: str
) -> None:
    for row in rows["Cycle"]:
        if row["Item"] == item:
            row["Value"] = value
    problems = said(read(rows).problems, "Cycle")
    assert any(words in one.mend for one in problems)
    assert all(one.row is not None for one in problems)


def test_read_returns_typed_dates_in_the_cycle(rows: Rows, read: Read) -> None:
    for row in rows["Cycle"]:
        if row["Item"] == "Cut-off date":
            row["Value"] = "Sat 7th February 2026"
    returns = read(rows)
    assert returns.cycle is not None
    assert returns.cycle.cut_off_on == date(2026, 2, 7)


def test_read_returns_unknown_item_is_left_out_and_said(rows: Rows, edited: Edited) -> None:
    def add(book: Any) -> None:
        book["Cycle"]["A20"] = "Weather"
        book["Cycle"]["B20"] = "rain"
        book["Cycle"]["B21"] = "more rain"

    returns = edited(rows, add)
    assert said(returns.warnings, "Cycle")[0].value == "Weather"
    assert said(returns.problems, "Cycle")[0].row == 21
    assert tally(returns, "Cycle") == (15, 13, 1, 1)


@pytest.mark.parametrize("named", ["Core 16", "CORE_16", "Core practice audit (16 categories)"])
def test_read_returns_framework_by_its_label(rows: Rows, read: Read, named: str) -> None:
    for row in rows["Cycle"]:
        if row["Item"] == "Framework":
            row["Value"] = named
    framework = read(rows).framework
    assert framework is not None
    assert framework.id == "core_16"


SHORT = resources.files("goldenthread.definitions").joinpath("data/frameworks/short.yaml")


def own_framework(rows: Rows, written: Write, text: str) -> Returns:
    """Read a workbook whose framework is a file beside it."""
    for row in rows["Cycle"]:
        if row["Item"] == "Framework":
            row["Value"] = "ours.yaml"
    path = written(rows)
    path.with_name("ours.yaml").write_text(text, encoding="utf-8")
    return read_returns(path)


def test_read_returns_framework_of_a_file_beside_the_workbook(rows: Rows, written: Write) -> None:
    text = SHORT.read_text(encoding="utf-8").replace("\nid: short\n", "\nid: ours\n")
    framework = own_framework(rows, written, text).framework
    assert framework is not None
    assert framework.id == "ours"


def test_read_returns_framework_that_cannot_be_used_says_where(rows: Rows, written: Write) -> None:
    text = SHORT.read_text(encoding="utf-8").replace("scale: met_3", "scale: met_4")
    (problem, *_) = said(own_framework(rows, written, text).problems, "Cycle")
    assert problem.value == "ours.yaml"
    assert problem.mend.startswith("In ours.yaml, line ")
    assert "met_4" in problem.mend


def test_read_returns_numbers_are_grades_on_a_scale_of_numbers(rows: Rows, path: Path) -> None:
    """A framework of twelve categories on 0 to 10 needs no other code."""
    framework = library.framework("core_12")
    first, second = framework.categories[:2]
    rows["Cycle"] = [
        {**row, "Value": "core_12"} if row["Item"] == "Framework" else row for row in rows["Cycle"]
    ]
    fixed = {column.heading for column in READINGS.columns}
    rows["Readings"] = [
        {heading: value for heading, value in row.items() if heading in fixed}
        | {first.label: 7, second.label: "10"}
        for row in rows["Readings"]
    ]
    path.write_bytes(write_workbook(framework, library.scale("zero_to_ten"), rows))
    returns = read_returns(path)
    assert returns.problems == ()
    assert grades(returns, first.id)["A1"].level == "7"
    assert grades(returns, second.id)["A1"].level == "10"
