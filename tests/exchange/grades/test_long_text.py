"""A long table as text: separators, encodings, headings, quotation marks, blank lines."""

from pathlib import Path

import pytest
from tests.exchange.grades.files import HEADINGS, as_rows, read, refusal, wrong

TABLE = """\
case,auditor,category,grade
C2,AU1,risk,Good
C1,AU2,risk,Outstanding
C1,AU1,planning,Inadequate
"""
MEANT = {
    ("C2", "AU1", "", "risk"): "Good",
    ("C2", "AU1", "", "planning"): "",
    ("C1", "AU2", "", "risk"): "Outstanding",
    ("C1", "AU2", "", "planning"): "",
    ("C1", "AU1", "", "planning"): "Inadequate",
    ("C1", "AU1", "", "risk"): "",
}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_long_text_any_separator_encoding_and_line_end_reads_alike(
    tmp_path: Path, separator: str, encoding: str, line_end: str
) -> None:
    text = TABLE.replace(",", separator).replace("\n", line_end)
    assert as_rows(read(tmp_path, text.encode(encoding)).grades) == MEANT


def test_long_text_with_line_ends_of_two_kinds_has_all_its_rows(tmp_path: Path) -> None:
    first, second, *others = TABLE.splitlines()
    text = first + "\r" + second + "\r\n" + "\n".join(others)
    assert as_rows(read(tmp_path, text).grades) == MEANT


def test_long_text_codes_are_sorted_and_audits_in_their_order(tmp_path: Path) -> None:
    grades = read(tmp_path, TABLE).grades
    assert (grades.cases, grades.auditors) == (("C1", "C2"), ("AU1", "AU2"))
    assert grades.categories == ("planning", "risk")
    assert list(zip(grades.case.tolist(), grades.auditor.tolist(), strict=True)) == [
        (0, 0), (0, 1), (1, 0),
    ]  # fmt: skip
    assert grades.grade.tolist() == [[0, -1], [-1, 3], [-1, 2]]
    assert grades.grade.dtype == "int8"
    assert {grades.case.dtype, grades.team.dtype, grades.month.dtype} == {grades.auditor.dtype}
    assert (grades.team.tolist(), grades.condition.tolist()) == ([-1] * 3, [-1] * 3)


def test_long_text_without_mark_in_windows_1252_keeps_its_letters(tmp_path: Path) -> None:
    text = HEADINGS + "Zoë,AU1,Équipe,Good\nC1,AU1,Équipe,Good\n"
    assert read(tmp_path, text.encode("cp1252")).grades.cases == ("C1", "Zoë")


@pytest.mark.parametrize(
    "heading",
    [
        "Case,AUDITOR, Category ,grade",
        '"case","auditor","cate-gory","Grade."',
        " Case,Auditor ,CATEGORY,Gr ade",
    ],
)
def test_long_text_headings_in_any_capitals_and_spaces_are_known(
    tmp_path: Path, heading: str
) -> None:
    assert as_rows(read(tmp_path, TABLE.replace(HEADINGS, heading + "\n")).grades) == MEANT


def test_long_text_columns_in_any_order_and_others_beside_them_are_read(tmp_path: Path) -> None:
    text = "Notes;grade;Worker;category;auditor;case\n" + "".join(
        f'"a; b";{grade};W;{category};{auditor};{case}\n'
        for case, auditor, category, grade in (line.split(",") for line in TABLE.split()[1:])
    )
    found = read(tmp_path, text)
    assert as_rows(found.grades) == MEANT
    assert found.warnings == (
        "grades.csv has columns that are not needed here and not read: “Notes”, “Worker”.",
    )


def test_long_text_with_excels_separator_line_and_a_title_is_read(tmp_path: Path) -> None:
    text = "sep=;\nGrades of the year\n\n" + TABLE.replace(",", ";")
    assert as_rows(read(tmp_path, text).grades) == MEANT


def test_long_text_blank_lines_and_spaces_are_nothing(tmp_path: Path) -> None:
    text = TABLE.replace("\n", "\n\n   \n,,,\n").replace("Good", "  Good\u00a0 ")
    assert as_rows(read(tmp_path, text).grades) == MEANT


def test_long_text_quoted_cells_hold_separators_lines_and_quotation_marks(tmp_path: Path) -> None:
    text = HEADINGS + 'C1,AU1,"risk, ""now""",Good\nC1,AU1,"plan\nning",Good\n'
    assert read(tmp_path, text).grades.categories == ("plan ning", 'risk, "now"')


def test_long_text_problem_after_a_quoted_new_line_names_the_line_of_the_file(
    tmp_path: Path,
) -> None:
    text = 'case,auditor,category,grade,notes\n\nC1,AU1,risk,Good,"a\n\nb"\nC1,AU2,risk,Goood,\n'
    assert wrong(tmp_path, text)[0].startswith("grades.csv, line 6, column grade: “Goood”.")


def test_long_text_quotation_mark_not_closed_names_its_line(tmp_path: Path) -> None:
    said = refusal(tmp_path, HEADINGS + 'C1,AU1,risk,Good\nC1,AU2,"risk,Good\nC2,AU2,risk,RI\n')
    assert said.startswith("grades.csv, line 3: a quotation mark is not closed")


def test_long_text_line_with_too_many_cells_is_named(tmp_path: Path) -> None:
    text = HEADINGS + "C1,AU1,risk,Good,,\nC1,AU1,risk, now,Good\n"
    assert wrong(tmp_path, text)[0] == (
        "grades.csv, line 3: This line has 5 cells under 4 headings; put quotation marks round a "
        "cell that holds the separator."
    )


def test_long_text_many_lines_with_too_many_cells_are_counted(tmp_path: Path) -> None:
    said = wrong(tmp_path, HEADINGS + "C1,AU1,risk,now,Good\n" * 23)
    assert "grades.csv: So have 3 more lines." in said


def test_long_text_line_that_ends_early_asks_for_what_it_lacks(tmp_path: Path) -> None:
    said = wrong(tmp_path, HEADINGS + "C1,AU1,risk,Good\nC1,AU2")
    assert said == ("grades.csv, line 3, column category: Fill this in.",)


def test_long_text_spellings_that_differ_in_capitals_are_one_and_said(tmp_path: Path) -> None:
    text = HEADINGS + "C1,AU1,Risk,Good\nC2,au1,risk,RI\nC3,AU1,Risk,RI\n"
    found = read(tmp_path, text)
    assert (found.grades.auditors, found.grades.categories) == (("AU1",), ("Risk",))
    assert found.warnings == (
        "Column auditor: “AU1” and “au1” were read as one.",
        "Column category: “Risk” and “risk” were read as one.",
    )
