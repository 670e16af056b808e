"""Grades in words or as whole numbers; everything else is asked about."""

from pathlib import Path

import pytest
from tests.exchange.grades.files import HEADINGS, as_rows, read, refusal, wrong

from goldenthread.exchange.grades.result import Best

FOUR = ("Inadequate", "Requires improvement", "Good", "Outstanding")


def table(*grades: str) -> str:
    return HEADINGS + "".join(f"C{n},AU1,risk,{grade}\n" for n, grade in enumerate(grades, 1))


@pytest.mark.parametrize(
    "spelling",
    [
        "RI",
        "ri",
        "R.I.",
        "Requires improvement to be good",
        "RI to be good",
        " requires  IMPROVEMENT",
    ],
)
def test_levels_words_are_matched_as_everywhere_else(tmp_path: Path, spelling: str) -> None:
    grades = read(tmp_path, table(spelling, "OUTSTANDING")).grades
    assert grades.grade.tolist() == [[1], [3]]
    assert (grades.levels, grades.values) == (FOUR, (1, 2, 3, 4))


@pytest.mark.parametrize(
    "blank", ["", "  ", "Not applicable", "N/A", "n/a", "not evidenced", "Not graded", "NA"]
)
def test_levels_reasons_for_no_grade_and_blanks_are_missing(tmp_path: Path, blank: str) -> None:
    assert read(tmp_path, table("Good", blank)).grades.grade.tolist() == [[2], [-1]]


def test_levels_words_of_another_shipped_scale_are_known(tmp_path: Path) -> None:
    grades = read(tmp_path, table("Met", "Partly", "N/A")).grades
    assert grades.levels == ("Not met", "Partly met", "Met")
    assert grades.grade.tolist() == [[2], [1], [-1]]


def test_levels_word_outside_the_scale_says_line_value_and_what_is_allowed(tmp_path: Path) -> None:
    assert wrong(tmp_path, table("Good", "Goood", "-")) == (
        (
            "grades.csv, line 3, column grade: “Goood”. Is Good meant? Write Outstanding, Good, "
            "Requires improvement, Inadequate, Not applicable, Not evidenced or Not graded, or "
            "leave it blank."
        ),
        (
            "grades.csv, line 4, column grade: “-”. Write Outstanding, Good, Requires improvement, "
            "Inadequate, Not applicable, Not evidenced or Not graded, or leave it blank."
        ),
    )


def test_levels_long_text_in_the_grade_is_not_repeated_whole(tmp_path: Path) -> None:
    story = "She told the social worker that " + "and then " * 40
    assert len(wrong(tmp_path, table("Good", story))[0]) < 300


def test_levels_whole_numbers_best_high_run_from_the_least_to_the_greatest(tmp_path: Path) -> None:
    grades = read(tmp_path, table("1", "4.0", "2."), best=Best.HIGH).grades
    assert (grades.levels, grades.values) == (("1", "2", "3", "4"), (1, 2, 3, 4))
    assert grades.grade.tolist() == [[0], [3], [1]]


def test_levels_whole_numbers_best_low_turn_the_order_and_keep_the_values(tmp_path: Path) -> None:
    grades = read(tmp_path, table("1", "4", "-0", ""), best=Best.LOW).grades
    assert (grades.levels, grades.values) == (("4", "3", "2", "1", "0"), (4, 3, 2, 1, 0))
    assert grades.grade.tolist() == [[3], [0], [4], [-1]]


def test_levels_negative_numbers_are_whole_numbers_too(tmp_path: Path) -> None:
    assert read(tmp_path, table("-1", "+1"), best=Best.HIGH).grades.values == (-1, 0, 1)


def test_levels_whole_numbers_without_best_say_what_to_add(tmp_path: Path) -> None:
    assert refusal(tmp_path, table("1", "4")) == (
        "grades.csv grades with the numbers 1 to 4, and scales run both ways: add --best high if "
        "the highest number is the best, or --best low if the lowest is."
    )


def test_levels_broken_number_and_stray_word_among_numbers_are_named(tmp_path: Path) -> None:
    assert wrong(tmp_path, table("1", "2.5", "x", "1,5".join('""')), best=Best.HIGH) == (
        (
            "grades.csv, line 3, column grade: “2.5”. A grade is a whole number; write one, or "
            "leave it blank."
        ),
        (
            "grades.csv, line 4, column grade: “x”. The other grades are whole numbers; write one, "
            "Not applicable, or leave it blank."
        ),
        (
            "grades.csv, line 5, column grade: “1,5”. A grade is a whole number; write one, or "
            "leave it blank."
        ),
    )


def test_levels_words_and_numbers_together_are_refused_with_a_line_of_each(tmp_path: Path) -> None:
    assert refusal(tmp_path, table("Good", "3"), best=Best.HIGH) == (
        "grades.csv, column grade holds words (line 2: “Good”) and numbers (line 3: “3”); write "
        "all grades in words, or all as numbers."
    )


@pytest.mark.parametrize(("least", "greatest"), [("0", "100"), ("1", "21"), ("0", "999999999")])
def test_levels_more_than_twenty_is_probably_the_wrong_column(
    tmp_path: Path, least: str, greatest: str
) -> None:
    said = refusal(tmp_path, table(least, greatest), best=Best.HIGH)
    assert said == (
        f"grades.csv, column grade: the grades run from {least} to {greatest}; more than 20 "
        "different grades are not read; check that it is the right column."
    )


def test_levels_column_of_a_thousand_different_texts_is_the_wrong_one(tmp_path: Path) -> None:
    said = refusal(tmp_path, table(*[f"story {n}" for n in range(1_001)]))
    assert said.startswith("grades.csv, column grade holds 1,001 different values; more than 20 ")


def test_levels_twenty_are_read(tmp_path: Path) -> None:
    assert len(read(tmp_path, table("1", "20"), best=Best.HIGH).grades.levels) == 20


def test_levels_a_number_of_many_digits_is_no_grade(tmp_path: Path) -> None:
    assert len(wrong(tmp_path, table("1", "9" * 5_000), best=Best.HIGH)) == 1


def test_levels_all_equal_is_a_scale_of_one(tmp_path: Path) -> None:
    assert read(tmp_path, table("3", "3"), best=Best.HIGH).grades.levels == ("3",)


def test_levels_best_given_for_words_is_said_to_change_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, table("Good", "RI"), best=Best.LOW).warnings == (
        "grades.csv grades in words, so that --best low changes nothing.",
    )


def test_levels_none_in_the_whole_file_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, table("", " "))
    assert said == "grades.csv holds no grade: column grade is blank."
    said = refusal(tmp_path, table("", "N/A"))
    assert said == (
        "grades.csv holds no grade: column grade says of everything that it was not graded."
    )


@pytest.mark.parametrize("grade", ["2.5", '"2,5"', "75%", "3/4", "-0.5", '"1,000"'])
def test_levels_numbers_that_are_not_whole_are_refused_as_numbers(
    tmp_path: Path, grade: str
) -> None:
    shown = grade.strip('"')
    assert refusal(tmp_path, table("N/A", grade, "?")) == (
        f"grades.csv, column grade holds numbers that are no grades (line 3: “{shown}”); write "
        "words of a scale, or whole numbers."
    )


def test_levels_a_minus_sign_and_a_decimal_comma_make_whole_numbers_too(tmp_path: Path) -> None:
    assert read(tmp_path, table("−1", '"1,0"'), best=Best.HIGH).grades.values == (-1, 0, 1)


def test_levels_prose_in_the_column_is_not_repeated(tmp_path: Path) -> None:
    prose = "Jamie told the worker that he was afraid to go home."
    (said,) = wrong(tmp_path, table("Good", prose))
    assert said.startswith(
        "grades.csv, line 3, column grade: This is a text of 52 characters. Write Outstanding,"
    )
    assert "Jamie" not in said


def test_levels_many_wrong_ones_are_named_in_part_and_counted(tmp_path: Path) -> None:
    said = wrong(tmp_path, table("Good", *["Wrong"] * 30))
    assert len(said) == 21
    assert said[-1] == "grades.csv, column grade: 10 more lines have such a problem."


def test_levels_category_never_graded_stays_where_it_stands_blank(tmp_path: Path) -> None:
    grades = read(tmp_path, HEADINGS + "C1,AU1,risk,Good\nC1,AU1,iro,\nC2,AU1,iro,N/A\n").grades
    assert grades.categories == ("iro", "risk")
    assert not grades.graded()[:, 0].any()
    assert as_rows(grades)["C1", "AU1", "", "risk"] == "Good"
