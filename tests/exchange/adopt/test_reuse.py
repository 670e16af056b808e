"""Next month, with the same map: what changed is said, and nothing is guessed."""

from pathlib import Path

from tests.exchange.adopt.makers.forms_export import forms_export, headings
from tests.exchange.adopt.makers.sheets import Rows, write
from tests.exchange.adopt.makers.small import AUDIT, HEADINGS, small
from tests.exchange.adopt.makers.truth import FRAMEWORK, SCALE, audits

from goldenthread.exchange.adopt.adopting import adopt_again, adopt_first
from goldenthread.exchange.adopt.applying import Adopted
from goldenthread.exchange.adopt.map_reading import load_map
from goldenthread.exchange.adopt.mapping import Decision
from goldenthread.exchange.adopt.people import PeopleKey


def next_month(folder: Path, rows: Rows, people: PeopleKey | None = None) -> Adopted:
    """Adopt the ordinary small sheet, then these rows with its map."""
    column_map = small(folder, AUDIT).proposal.column_map
    return adopt_again(write(folder / "next.xlsx", {"Audits": rows}), column_map, people)


def test_unchanged_source_has_no_changes_to_report(tmp_path: Path) -> None:
    again = next_month(tmp_path, [HEADINGS, AUDIT])
    assert again.problems == ()
    assert "Changed since the map was written" not in again.report.text()


def test_column_that_vanished_is_a_problem_by_name(tmp_path: Path) -> None:
    again = next_month(tmp_path, [HEADINGS[:5], AUDIT[:5]])
    (problem,) = again.problems
    assert (problem.column, problem.mend[:10]) == ("Assessment", "it is gone")
    assert '"Assessment" is gone; it was Readings > Assessment.' in again.report.text()


def test_new_column_is_listed_with_lines_for_the_map_and_not_used(tmp_path: Path) -> None:
    rows: Rows = [[*HEADINGS, "Supervision"], [*AUDIT, "Good"]]
    again = next_month(tmp_path, rows)
    assert again.rows["Readings"][0]["Supervision"] == ""
    assert again.report.drift.new_columns == ("Supervision",)
    assert '  - column: "Supervision"\n    to: Readings > Supervision' in again.report.text()


def test_new_value_that_is_exact_is_read_and_said(tmp_path: Path) -> None:
    again = next_month(tmp_path, [HEADINGS, [*AUDIT[:4], "Req. Imp.", "RI"]])
    row = again.rows["Readings"][0]
    assert row["Identification of and response to risk"] == "Requires improvement"
    said = '"Req. Imp." is new among the grades, and was read as Requires improvement.'
    assert said in again.report.text()


def test_new_value_that_is_not_known_is_a_problem_and_never_a_grade(tmp_path: Path) -> None:
    again = next_month(tmp_path, [HEADINGS, [*AUDIT[:4], "Solid", "RI"]])
    row = again.rows["Readings"][0]
    assert row["Identification of and response to risk"] == "Solid ?"
    assert [(p.row, p.column, p.value) for p in again.problems] == [(2, "Risk", "Solid")]


def test_heading_with_other_spaces_and_capitals_is_the_same_column(tmp_path: Path) -> None:
    rows: Rows = [["audit ref ", "Child\u00a0ID", "AUDITOR", "Date of\naudit", "risk:",
                   "Assessment"], AUDIT]  # fmt: skip
    again = next_month(tmp_path, rows)
    assert again.problems == ()
    assert again.report.drift.new_columns == ()
    assert again.rows["Readings"][0]["Child ref"] == "1042"


def test_question_put_in_between_moves_no_reason_to_another_grade(tmp_path: Path) -> None:
    month = audits(3)
    column_map = adopt_first(
        forms_export(tmp_path / "forms.xlsx", month), FRAMEWORK, SCALE
    ).proposal.column_map
    shifted = headings()
    place = shifted.index("Reason for grade")
    shifted.insert(place, "Seen alone?")
    rows: list[list[object]] = [list(shifted)]
    for number in (1, 2):
        row: list[object] = [None] * len(shifted)
        row[0], row[6] = number, 1000 + number
        row[shifted.index("Supervision")] = "Good"
        row[place + 1] = "This explains the first grade."
        rows.append(row)
    again = adopt_again(write(tmp_path / "next.xlsx", {"Sheet1": rows}), column_map)
    assert [line.column for line in again.report.drift.moved] == ["Reason for grade"]
    assert "no longer follows" in again.report.text()
    assert "Reasons" not in again.rows


def test_column_left_out_on_purpose_is_not_listed_again(tmp_path: Path) -> None:
    first = small(tmp_path, [*AUDIT, "Late"], headings=[*HEADINGS, "Remarks"])
    assert first.adopted.report.not_mapped == ("Remarks",)
    text = first.map_text.replace("to: not mapped", f"to: {Decision.LEAVE_OUT.value}")
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    again = adopt_again(tmp_path / "small.xlsx", load_map(tmp_path / "map.yaml"))
    assert again.report.not_mapped == ()


def test_people_keep_their_codes_next_month_in_whatever_order_they_come(tmp_path: Path) -> None:
    first = small(tmp_path, AUDIT, ["N2", "1043", "owen@northmoor.example", *AUDIT[3:]])
    rows: Rows = [
        HEADINGS,
        ["N3", "1044", "new@northmoor.example", *AUDIT[3:]],
        ["N4", "1045", "OWEN@northmoor.example ", *AUDIT[3:]],
        ["N5", "1046", "priya@northmoor.example", *AUDIT[3:]],
    ]
    again = next_month(tmp_path, rows, first.adopted.people)
    assert [row["Auditor code"] for row in again.rows["Readings"]] == ["A03", "A02", "A01"]


def test_map_of_another_layout_is_said_loudly(tmp_path: Path) -> None:
    column_map = small(tmp_path, AUDIT).proposal.column_map
    forms = forms_export(tmp_path / "forms.xlsx", audits(2))
    again = adopt_again(forms, column_map)
    assert any(line.startswith("LAYOUT:") for line in again.report.loud)
