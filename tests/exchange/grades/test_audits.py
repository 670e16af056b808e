"""An audit is case × auditor × month: what it may say once, and which months are kept."""

from datetime import date
from pathlib import Path

import pytest
from tests.exchange.grades.files import HEADINGS, as_rows, read, refusal, wrong

from goldenthread.exchange.grades import audits

FULL = "case,auditor,category,grade,team,month,condition\n"


def test_audits_same_case_and_auditor_in_two_months_are_two(tmp_path: Path) -> None:
    text = FULL + "C1,AU1,risk,Good,Alder,2026-01,with\nC1,AU1,risk,RI,Beech,2026-02,\n"
    grades = read(tmp_path, text).grades
    assert len(grades) == 2
    assert (grades.months, grades.month.tolist()) == (("2026-01", "2026-02"), [0, 1])
    assert (grades.teams, grades.team.tolist()) == (("Alder", "Beech"), [0, 1])
    assert grades.condition.tolist() == [1, -1]


def test_audits_rows_of_one_that_do_not_stand_together_are_one(tmp_path: Path) -> None:
    text = HEADINGS + "C1,AU1,risk,Good\nC2,AU1,risk,Good\nC1,AU1,voice,RI\n"
    assert len(read(tmp_path, text).grades) == 2


@pytest.mark.parametrize(
    "written", ["2026-09", "2026-09-30", "2026-09-30T12:00:00", "2026-09-01 00:00:00.000"]
)
def test_audits_month_is_a_month_or_a_day_of_it(tmp_path: Path, written: str) -> None:
    text = FULL + f"C1,AU1,risk,Good,,{written},\nC2,AU1,risk,Good,,,\n"
    grades = read(tmp_path, text).grades
    assert (grades.months, grades.month.tolist()) == (("2026-09",), [0, -1])


@pytest.mark.parametrize("written", ["01/09/2026", "2026-13", "2026-02-30", "Sept 2026", "46000"])
def test_audits_other_ways_of_writing_a_month_are_asked_about(tmp_path: Path, written: str) -> None:
    text = FULL + f"C1,AU1,risk,Good,,2026-09,\nC2,AU1,risk,Good,,{written},\n"
    assert wrong(tmp_path, text) == (
        (
            f"grades.csv, line 3, column month: “{written}”. Write the month as year-month, such "
            "as 2026-09."
        ),
    )


def test_audits_condition_that_is_neither_is_asked_about(tmp_path: Path) -> None:
    text = FULL + "C1,AU1,risk,Good,,,Without\nC2,AU1,risk,Good,,,half\n"
    assert wrong(tmp_path, text) == (
        (
            "grades.csv, line 3, column condition: “half”. Write with or without (the conversation "
            "with the worker), or leave it blank."
        ),
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["with", "without", ""], "is blank for 1 audit, which counts as without the"),
        (["with", "without", "", ""], "is blank for 2 audits, which count as without the"),
        (["with", ""], "says with or nothing, so that nothing is said of what the"),
        (["without", ""], "write with where that is meant."),
    ],
)
def test_audits_condition_left_blank_for_some_is_said(
    tmp_path: Path, written: list[str], said: str
) -> None:
    rows = [f"C{n},AU1,risk,Good,,,{each}\n" for n, each in enumerate(written)]
    (warning,) = read(tmp_path, FULL + "".join(rows)).warnings
    assert warning.startswith("grades.csv, column condition ")
    assert said in warning


@pytest.mark.parametrize("written", [["with", "without"], ["with", "with"], ["", ""]])
def test_audits_condition_stated_for_all_or_none_is_no_matter(
    tmp_path: Path, written: list[str]
) -> None:
    rows = [f"C{n},AU1,risk,Good,,,{each}\n" for n, each in enumerate(written)]
    assert read(tmp_path, FULL + "".join(rows)).warnings == ()


def test_audits_two_teams_in_one_name_both_lines(tmp_path: Path) -> None:
    text = (
        FULL
        + "C1,AU1,risk,Good,,2026-01,\n"
        + "C1,AU1,iro,RI,Alder,2026-01,\n"
        + "C1,AU1,voice,RI,Beech,2026-01,\n"
    )
    assert wrong(tmp_path, text) == (
        (
            "grades.csv, line 4, column team: “Beech”. Line 3 gives “Alder” for the same child, "
            "auditor and month; correct one of the two."
        ),
    )


def test_audits_two_conditions_in_one_without_months_suggest_the_column(tmp_path: Path) -> None:
    text = "case,auditor,category,grade,condition\nC1,AU1,risk,RI,with\nC1,AU1,iro,RI,without\n"
    assert wrong(tmp_path, text) == (
        (
            "grades.csv, line 3, column condition: “without”. Line 2 gives “with” for the same "
            "child, auditor and month; correct one of the two, or add the column month if these "
            "are two audits."
        ),
    )


def test_audits_blank_team_beside_a_team_is_that_team(tmp_path: Path) -> None:
    text = FULL + "C1,AU1,risk,Good,,,\nC1,AU1,voice,RI,Alder,,with\n"
    grades = read(tmp_path, text).grades
    assert (grades.team.tolist(), grades.condition.tolist()) == ([0], [1])


def test_audits_equal_duplicates_are_dropped_with_one_count(tmp_path: Path) -> None:
    text = HEADINGS + "C1,AU1,risk,Good\nC1,AU1,risk,good\nC2,AU1,risk,\nC2,AU1,risk,N/A\n"
    found = read(tmp_path, text)
    assert found.grades.grade.tolist() == [[2], [-1]]
    assert found.warnings == (
        "grades.csv: 2 lines say again what an earlier one says, and were left out.",
    )


@pytest.mark.parametrize(("second", "shown"), [("RI", "Requires improvement"), ("", "no grade")])
def test_audits_unequal_duplicates_name_both_lines(tmp_path: Path, second: str, shown: str) -> None:
    text = (
        FULL
        + "C1,AU1,risk,Good,,2026-01,\n"
        + "C9,AU1,risk,Good,,2026-01,\n"
        + f"C1,AU1,risk,{second},,2026-01,\n"
    )
    assert wrong(tmp_path, text) == (
        (
            f"grades.csv, line 4, column grade: “{shown}”. Line 2 gives “Good” for the same child, "
            "auditor, month and category; keep one of the two."
        ),
    )


def test_audits_problems_of_every_kind_are_told_at_once_in_order(tmp_path: Path) -> None:
    text = FULL + (
        "C1,AU1,risk,Good,Alder,2026-01,with\n"
        "C1,AU1,risk,RI,Beech,2026-01,\n"
        ",,risk,Goood,,June,maybe\n"
    )
    said = wrong(tmp_path, text)
    places = [sentence.partition(":")[0].removeprefix("grades.csv, ") for sentence in said]
    assert places == [
        "line 3, column team", "line 3, column grade", "line 4, column grade",
        "line 4, column case", "line 4, column auditor", "line 4, column month",
        "line 4, column condition",
    ]  # fmt: skip


def test_audits_within_dates_keep_the_months_that_overlap_them(tmp_path: Path) -> None:
    months = ("2025-12", "2026-01", "2026-02", "2026-03")
    text = FULL + "".join(f"C{m},AU-{m},c{m},Good,T{m},{m},\n" for m in months)
    grades = read(tmp_path, text, since=date(2026, 1, 31), until=date(2026, 2, 1)).grades
    assert grades.months == ("2026-01", "2026-02")
    assert (grades.cases, grades.auditors) == (
        ("C2026-01", "C2026-02"), ("AU-2026-01", "AU-2026-02"),
    )  # fmt: skip
    assert (grades.teams, grades.categories) == (
        ("T2026-01", "T2026-02"), ("c2026-01", "c2026-02"),
    )  # fmt: skip
    assert len(as_rows(grades)) == 4
    assert read(tmp_path, text, since=date(2026, 2, 28)).grades.months == months[2:]
    assert read(tmp_path, text, until=date(2026, 1, 1)).grades.months == months[:2]


def test_audits_asked_by_date_without_the_column_month_are_refused(tmp_path: Path) -> None:
    text = HEADINGS + "C1,AU1,risk,Good\nC2,AU1,risk,RI\n"
    assert refusal(tmp_path, text, since=date(2026, 1, 1), until=date(2026, 1, 31)) == (
        "grades.csv has no column month, so that audits from 2026-01-01 to 2026-01-31 cannot be "
        "told from the others; add it, or ask for all."
    )


def test_audits_asked_by_date_with_a_month_left_blank_name_the_line(tmp_path: Path) -> None:
    text = FULL + "C1,AU1,risk,Good,,2026-01,\nC2,AU1,risk,RI,,,\n"
    said = wrong(tmp_path, text, until=date(2026, 1, 31))
    assert said == ("grades.csv, line 3, column month: Fill this in.",)


def test_audits_none_within_dates_is_said(tmp_path: Path) -> None:
    text = FULL + "C1,AU1,risk,Good,,2026-01,\nC2,AU1,risk,RI,,2026-01,\n"
    said = refusal(tmp_path, text, since=date(2026, 5, 1))
    assert said == "grades.csv holds no audits from 2026-05-01."


def test_audits_too_many_categories_are_probably_the_wrong_column(tmp_path: Path) -> None:
    text = HEADINGS + "".join(f"C1,AU1,c{n},Good\n" for n in range(201))
    assert refusal(tmp_path, text) == (
        "grades.csv has 201 different categories, and more than 200 are not read; check that "
        "category is the right column."
    )


def test_audits_more_grades_than_memory_holds_are_refused_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audits, "MOST_CELLS", 3)
    text = HEADINGS + "C1,AU1,risk,Good\nC2,AU1,voice,Good\n"
    assert "2 audits of 2 categories, and more than 3 grades" in refusal(tmp_path, text)
