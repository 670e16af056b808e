"""Headings that are missing, misspelt, or there twice: one sentence says what to write."""

from pathlib import Path

import pytest
from tests.exchange.grades.files import refusal

NEEDED = "grades.csv needs the columns case, auditor, category and grade"


def test_headings_other_words_are_named_with_what_they_may_mean(tmp_path: Path) -> None:
    text = "Child ref,Auditor code,Area,Judgement,Team\nC1,AU1,risk,Good,Alder\n"
    assert refusal(tmp_path, text) == (
        f"{NEEDED}; it has Child ref, Auditor code, Area, Judgement, Team and lacks case, auditor, "
        "category and grade: rename “Child ref” to case, “Auditor code” to auditor, “Area” to "
        "category and “Judgement” to grade, if that is what is meant."
    )


def test_headings_one_misspelt_is_named_alone(tmp_path: Path) -> None:
    said = refusal(tmp_path, "case,auditor,kategory,grade\nC1,AU1,risk,Good\n")
    assert said.endswith(
        "and lacks category: rename “kategory” to category, if that is what is meant."
    )


def test_headings_one_left_out_is_asked_for(tmp_path: Path) -> None:
    said = refusal(tmp_path, "case,auditor,grade\nC1,AU1,Good\n")
    assert said == f"{NEEDED}; it has case, auditor, grade and lacks category: add what is missing."


def test_headings_none_at_all_repeats_nothing_of_the_data(tmp_path: Path) -> None:
    said = refusal(tmp_path, "Jo Bloggs,AU1,risk,Good\nC2,AU1,risk,Good\n")
    assert said == f"{NEEDED}, and its first line has none of these headings; write them above it."


def test_headings_one_that_stands_twice_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, "case,auditor,category,grade,Grade\nC1,AU1,risk,Good,RI\n")
    assert said == "grades.csv has more than one column called grade; keep one of them."


@pytest.mark.parametrize("content", ["\n\n", " \n"])
def test_headings_of_a_file_of_blank_lines_says_it_holds_no_rows(
    tmp_path: Path, content: str
) -> None:
    assert refusal(tmp_path, content) == "grades.csv holds no rows; fill it in and try again."


def test_headings_alone_says_there_are_no_grades(tmp_path: Path) -> None:
    said = refusal(tmp_path, "case,auditor,category,grade\n\n")
    assert said == "grades.csv holds headings and no grades; fill it in."
