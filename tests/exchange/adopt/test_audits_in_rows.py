"""What a row says beyond its grades: what became of it, second readings, moderation, safety."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from tests.exchange.adopt.makers.back import read_back
from tests.exchange.adopt.makers.sheets import Rows
from tests.exchange.adopt.makers.small import AUDIT, HEADINGS, small, with_columns
from tests.exchange.adopt.makers.truth import FRAMEWORK, SCALE

from goldenthread.exchange.adopt.adopting import adopt_again, adopt_first
from goldenthread.exchange.adopt.map_reading import read_map
from goldenthread.exchange.adopt.rows.workbook_rows import REMINDER

RISK = "Identification of and response to risk"


@pytest.mark.slow
def test_allocations_end_with_a_reminder_that_stops_every_brief(tmp_path: Path) -> None:
    adopted = small(tmp_path, AUDIT).adopted
    assert adopted.rows["Allocations"][-1] == {"Auditor code": REMINDER}
    assert adopted.report.loud[0].startswith("ALLOCATIONS were made from the 1 first reading that")
    returns = read_back(adopted, tmp_path, completed=False)
    assert ("Allocations", "Audit ref") in {(p.sheet, p.column) for p in returns.problems}


@pytest.mark.slow
def test_row_without_grades_and_date_is_allocated_and_not_returned(tmp_path: Path) -> None:
    adopted = small(tmp_path, AUDIT, ["N2", "1043", "x@y.example", None, None, None]).adopted
    assert [row["Audit ref"] for row in adopted.rows["Readings"]] == ["N1"]
    assert [r.get("Audit ref") for r in adopted.rows["Allocations"]] == ["N1", "N2", None]
    assert adopted.report.counts.not_returned == 1
    returns = read_back(adopted, tmp_path)
    assert returns.problems == ()
    assert len(returns.facts.allocations) == 2


def test_status_tells_returned_from_exempt_and_exemptions_are_to_fill_in(tmp_path: Path) -> None:
    rows: Rows = [
        [*AUDIT, "Complete"],
        ["N2", "1043", "x@y.example", None, None, None, "Exempt"],
        ["N3", "1044", "x@y.example", None, None, None, "Overdue"],
    ]
    adopted = small(tmp_path, *rows, headings=[*HEADINGS, "Audit status"]).adopted
    (exempt,) = adopted.rows["Exemptions"]
    assert exempt["Audit ref"] == "N2"
    assert (exempt["Reason"], exempt["Approved on"]) == ("", None)
    assert any(line.startswith("Exemptions:") for line in adopted.report.to_fill_in)
    assert len(adopted.rows["Allocations"]) == 4


def test_grades_in_a_row_that_is_said_not_returned_are_a_problem(tmp_path: Path) -> None:
    adopted = with_columns(tmp_path, Audit_status="Outstanding").adopted
    (problem,) = adopted.problems
    assert (problem.column, problem.value) == ("Audit status", "not returned")


def test_second_reading_joins_the_one_first_reading_of_its_child(tmp_path: Path) -> None:
    rows = [[*AUDIT, "First"], ["N9", *AUDIT[1:5], "Good", "2nd"]]
    adopted = small(tmp_path, *rows, headings=[*HEADINGS, "Purpose"]).adopted
    assert [(r["Audit ref"], r["Purpose"]) for r in adopted.rows["Readings"]] == [
        ("N1", "first"),
        ("N1", "second"),
    ]
    assert len(adopted.rows["Allocations"]) == 2
    assert adopted.problems == ()


def test_second_reading_without_a_first_is_a_problem(tmp_path: Path) -> None:
    adopted = small(tmp_path, [*AUDIT, "second"], headings=[*HEADINGS, "Purpose"]).adopted
    assert [problem.value for problem in adopted.problems] == ["N1"]


@pytest.mark.slow
def test_moderated_grade_in_the_same_row_becomes_a_reading_where_changed(tmp_path: Path) -> None:
    adopted = with_columns(
        tmp_path,
        Moderated_risk_grade="RI",
        Moderated_assessment_grade="RI",
        Moderated_by="zofia@northmoor.example",
        Date_moderated=date(2026, 1, 20),
    ).adopted
    first, moderated = adopted.rows["Readings"]
    assert (first[RISK], first["Assessment"]) == ("Good", "Requires improvement")
    assert (moderated[RISK], moderated["Assessment"]) == ("Requires improvement", "")
    assert moderated["Purpose"] == "moderated"
    assert moderated["Auditor code"] == "A02"
    assert moderated["Completed on"] == date(2026, 1, 20)
    assert read_back(adopted, tmp_path).problems == ()


def test_two_first_readings_with_one_reference_are_a_problem(tmp_path: Path) -> None:
    adopted = small(tmp_path, AUDIT, AUDIT).adopted
    assert len(adopted.rows["Readings"]) == 2
    (problem,) = adopted.problems
    assert "row 2 has this reference too" in problem.mend


def test_child_with_two_first_readings_is_noted(tmp_path: Path) -> None:
    adopted = small(tmp_path, AUDIT, ["N2", *AUDIT[1:]]).adopted
    assert adopted.problems == ()
    assert "Child 1042 has 2 first readings (N1, N2)" in adopted.report.text()


def test_source_without_references_gets_them_from_its_rows_and_says_so(tmp_path: Path) -> None:
    adopted = small(tmp_path, AUDIT[1:], AUDIT[1:], headings=HEADINGS[1:]).adopted
    assert [row["Audit ref"] for row in adopted.rows["Readings"]] == ["R002", "R003"]
    assert "made from row numbers" in adopted.report.text()


@pytest.mark.parametrize(
    ("heading", "value", "raised"),
    [
        ("Was an escalation needed?", "Yes", True),
        ("Was an escalation needed?", "No", False),
        ("Is the child safe?", "No", True),
        ("Is the child safe?", "Yes", False),
        ("Escalation reason", "Bruise not followed up", True),
        ("Escalation reason", "None", False),
    ],
)
def test_child_who_may_not_be_safe_is_never_lost(
    heading: str, value: str, raised: bool, tmp_path: Path
) -> None:
    adopted = small(tmp_path, [*AUDIT, value], headings=[*HEADINGS, heading]).adopted
    assert ("Escalations" in adopted.rows) is raised
    assert any(line.startswith("ESCALATIONS") for line in adopted.report.loud) is raised


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "blanks", "answers"),
    [
        (7, "nobody was asked", [7]),
        ("8/10", "nobody was asked", [8]),
        (None, "nobody was asked", []),
        (None, "asked, not answered", [""]),
        ("declined", "nobody was asked", [""]),
        ("not contacted", "asked, not answered", []),
    ],
)
def test_feedback_keeps_asked_apart_from_answered(
    cell: object, blanks: str, answers: list[object], tmp_path: Path
) -> None:
    question = "How safe does the child feel, 0-10?"
    rows = [[*AUDIT, 5], ["N2", "1043", *AUDIT[2:], cell]]
    first = small(tmp_path, *rows, headings=[*HEADINGS, question])
    text = first.map_text.replace("blank_answers: nobody was asked", f"blank_answers: {blanks}")
    adopted = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    mine = [row for row in adopted.rows["Feedback"] if row["Audit ref"] == "N2"]
    assert [row["Answer"] for row in mine] == answers


def test_comment_goes_with_the_answer_before_it(tmp_path: Path) -> None:
    question = "How safe does the child feel, 0-10?"
    headings = [*HEADINGS, question, "In their words"]
    first = small(tmp_path, [*AUDIT, 9, "I sleep now"], headings=headings)
    text = first.map_text.replace("to: not mapped", "to: Feedback > child > Comment")
    adopted = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    (row,) = adopted.rows["Feedback"]
    assert (row["Answer"], row["Comment"]) == (9, "I sleep now")


def test_comment_goes_with_the_question_that_the_map_names(tmp_path: Path) -> None:
    safe, heard = "How safe does the child feel, 0-10?", "How heard does the child feel, 0-10?"
    headings = [*HEADINGS, safe, heard, "In their words"]
    first = small(tmp_path, [*AUDIT, 9, 3, "I sleep now"], headings=headings)
    named = f'to: Feedback > child > Comment\n    question: "{safe}"'
    text = first.map_text.replace("to: not mapped", named)
    adopted = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    assert [(row["Answer"], row["Comment"]) for row in adopted.rows["Feedback"]] == [
        (9, "I sleep now"),
        (3, ""),
    ]


def test_timescale_is_read_when_the_map_names_its_rule(tmp_path: Path) -> None:
    first = with_columns(tmp_path, Placed_on="05/01/2026", Care_plan_done="20/01/2026")
    text = first.map_text.replace(
        '"Placed on"\n    to: not mapped',
        '"Placed on"\n    to: Timeliness > Decision on a referral > Trigger',
    ).replace(
        '"Care plan done"\n    to: not mapped',
        '"Care plan done"\n    to: Timeliness > Decision on a referral > Done',
    )
    adopted = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    (row,) = adopted.rows["Timeliness"]
    assert (row["Trigger"], row["Done"]) == (date(2026, 1, 5), date(2026, 1, 20))


@pytest.mark.slow
def test_date_that_can_be_read_both_ways_is_a_problem_here_and_in_the_workbook(
    tmp_path: Path,
) -> None:
    adopted = small(tmp_path, [*AUDIT[:3], "03/04/2026", *AUDIT[4:]]).adopted
    (problem,) = adopted.problems
    assert problem.mend.startswith("it can be read both ways")
    assert adopted.rows["Readings"][0]["Completed on"] == "03/04/2026 ?"
    returns = read_back(adopted, tmp_path)
    assert "Completed on" in {problem.column for problem in returns.problems}


@pytest.mark.slow
def test_grade_that_the_map_calls_unknown_is_unknown_to_the_workbook_too(tmp_path: Path) -> None:
    first = small(tmp_path, AUDIT)
    text = first.map_text.replace('"Good": "Good"', '"Good": unknown')
    adopted = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    assert adopted.rows["Readings"][0][RISK] == "Good ?"
    assert RISK in {problem.column for problem in read_back(adopted, tmp_path).problems}


@pytest.mark.slow
def test_exact_age_is_carried_as_its_band_only(tmp_path: Path) -> None:
    bands = {0: "Under 1", 4: "1-4", 9: "5-9", 15: "10-15", 17: "16-17", 19: "18-25"}
    for age, band in bands.items():
        adopted = with_columns(tmp_path, Age=age).adopted
        assert adopted.rows["Readings"][0]["Age band"] == band


def test_two_columns_that_contradict_each_other_are_a_problem(tmp_path: Path) -> None:
    first = with_columns(tmp_path, Other_team="West", Team="East")
    text = first.map_text.replace("to: not mapped", "to: Readings > Team")
    adopted = adopt_again(tmp_path / "small.xlsx", read_map(text.encode(), "map.yaml"))
    assert [problem.value for problem in adopted.problems] == ["West / East"]


def test_struck_through_and_error_cells_are_said(tmp_path: Path) -> None:
    path = tmp_path / "marks.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEADINGS, AUDIT, ("N2", *AUDIT[1:]), ("N3", *AUDIT[1:4], "#N/A", "RI")):
        sheet.append(row)
    for cell in sheet[3]:
        cell.font = Font(strike=True)
    book.save(path)
    adopted = adopt_first(path, FRAMEWORK, SCALE).adopted
    assert "row 3: it is struck through" in adopted.report.text()
    assert [(p.row, p.value) for p in adopted.problems] == [(4, "#N/A")]
