"""A folder of thirty one-audit workbooks, filled in four different ways."""

import os
from pathlib import Path

import pytest
from tests.exchange.adopt.makers import own_sheets
from tests.exchange.adopt.makers.back import grades_read, grades_true, read_back
from tests.exchange.adopt.makers.folders import folder_of_forms
from tests.exchange.adopt.makers.sheets import Rows, write
from tests.exchange.adopt.makers.truth import FRAMEWORK, SCALE, audits

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.adopt.adopting import adopt_again, adopt_first
from goldenthread.exchange.adopt.entries import Shape

pytestmark = pytest.mark.slow

AUDITS = audits(30)


def test_folder_of_forms_grades_come_back_as_they_were(tmp_path: Path) -> None:
    first = adopt_first(folder_of_forms(tmp_path / "audits", AUDITS), FRAMEWORK, SCALE)
    returns = read_back(first.adopted, tmp_path)
    assert first.proposal.source.shape is Shape.FORM_CELLS
    assert returns.problems == ()
    assert grades_read(returns) == grades_true(AUDITS)


def test_folder_of_forms_fields_come_back_from_every_variation(tmp_path: Path) -> None:
    four = AUDITS[:4]
    first = adopt_first(folder_of_forms(tmp_path / "audits", four), FRAMEWORK, SCALE)
    found = {row["Audit ref"]: row for row in first.adopted.rows["Readings"]}
    for audit in four:
        row = found[f"NM{audit.number:03d}"]
        assert (row["Child ref"], row["Team"]) == (audit.child, audit.team)
        assert (row["Completed on"], row["Plan type"]) == (audit.completed, audit.plan)


def test_folder_names_each_file_that_is_not_read_with_the_reason(tmp_path: Path) -> None:
    folder = folder_of_forms(tmp_path / "audits", AUDITS[:2])
    own_sheets.rows_with_totals(folder / "Register.xlsx", AUDITS[:5])
    os.mkfifo(folder / "Pipe.xlsx")
    adopted = adopt_first(folder, FRAMEWORK, SCALE).adopted
    said = {o.place.file: o.why for o in adopted.report.left_out if not o.place.sheet}
    assert said == {
        ".hidden.xlsx": "it is a hidden file",
        "~$Audit 99.xlsx": "it is the temporary file of an open workbook",
        "Guidance.docx": "it is no Excel workbook",
        "Pipe.xlsx": "it is no Excel workbook",
        "Broken.xlsx": "it is damaged or was only partly copied; fetch it again, or open it in "
        "Excel and save it",
        "Rota.xlsx": "it has no grid of categories and grades",
        "Register.xlsx": "it looks like a list of 5 audits: adopt it by itself",
    }
    doubtful = ["Broken.xlsx", "Register.xlsx", "Rota.xlsx"]
    assert [problem.sheet for problem in adopted.problems] == doubtful
    assert adopted.report.loud[0].startswith("FILES: 3 could not be understood")
    assert len(adopted.rows["Readings"]) == 2


def test_folder_reads_subfolders_and_keeps_an_open_file_for_later(tmp_path: Path) -> None:
    folder = folder_of_forms(tmp_path, AUDITS[:1])
    (folder / "East").mkdir()
    (folder / "Audit 01.xlsx").rename(folder / "East" / "Audit 01.xlsx")
    (folder / "~$Rota.xlsx").write_bytes(b"lock")
    adopted = adopt_first(folder, FRAMEWORK, SCALE).adopted
    assert len(adopted.rows["Readings"]) == 1
    said = {o.place.file: o.why for o in adopted.report.left_out}
    assert said["Rota.xlsx"].startswith("it is open in Excel")


def test_folder_again_with_its_map_gives_the_same_rows(tmp_path: Path) -> None:
    folder = folder_of_forms(tmp_path / "audits", AUDITS[:8])
    first = adopt_first(folder, FRAMEWORK, SCALE)
    again = adopt_again(folder, first.proposal.column_map, first.adopted.people)
    assert again.rows == first.adopted.rows
    assert again.people == first.adopted.people


def test_folder_without_audits_is_refused_in_one_sentence(tmp_path: Path) -> None:
    write(tmp_path / "Rota.xlsx", {"Rota": [["Week", "Who"], [1, "East"]]})
    with pytest.raises(UnreadableFile, match="is a one-audit workbook"):
        adopt_first(tmp_path, FRAMEWORK, SCALE)


def test_workbook_of_several_forms_reads_each_sheet_as_an_audit(tmp_path: Path) -> None:
    form: Rows = [
        ["Audit ref:", "N1"],
        ["Child ID:", "1042"],
        ["Date of audit:", "13/01/2026"],
        ["Category", "Grade"],
        ["Risk", "Good"],
        ["Assessment", "RI"],
        ["Supervision", "N/A"],
    ]
    other: Rows = [["Audit ref:", "N2"], *form[1:]]
    path = write(tmp_path / "forms.xlsx", {"One": form, "Two": other, "Notes": [["Read me"]]})
    adopted = adopt_first(path, FRAMEWORK, SCALE).adopted
    assert [row["Audit ref"] for row in adopted.rows["Readings"]] == ["N1", "N2"]
    assert "Notes: the sheet has no grid of categories and grades" in adopted.report.text()


def test_name_that_stands_alone_in_a_form_becomes_no_label_of_the_map(tmp_path: Path) -> None:
    form: Rows = [
        ["Ivy Adeyemi", "seen at home"],
        ["Audit ref:", "N1"],
        ["Setting", "home"],
        ["Category", "Grade"],
        ["Risk", "Good"],
        ["Assessment", "RI"],
        ["Supervision", "Good"],
    ]
    first = adopt_first(write(tmp_path / "f.xlsx", {"A": form}), FRAMEWORK, SCALE)
    assert first.adopted.report.not_mapped == ("Setting",)
    assert "Adeyemi" not in first.map_text + first.adopted.report.text()


def test_form_with_two_ticks_in_one_line_is_a_problem(tmp_path: Path) -> None:
    form: Rows = [
        ["Audit ref:", "N1"],
        ["Category", "Outstanding", "Good", "Requires improvement", "Inadequate"],
        ["Risk", None, "x", "x", None],
        ["Assessment", None, "x", None, None],
        ["Supervision", None, None, None, "x"],
    ]
    adopted = adopt_first(write(tmp_path / "f.xlsx", {"A": form}), FRAMEWORK, SCALE).adopted
    (reading,) = adopted.rows["Readings"]
    assert reading["Assessment"] == "Good"
    (problem,) = adopted.problems
    assert (problem.column, problem.value) == ("Risk / Grade", "Good; Requires improvement")
