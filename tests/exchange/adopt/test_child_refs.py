"""Child references: numbers pass, names and dates of birth are refused, and never repeated."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.adopt.makers.small import AUDIT, small

from goldenthread.exchange.adopt.rows.child_refs import (
    Refusal,
    mostly_six_digit_births,
    refused,
)


@pytest.mark.parametrize(
    "value", ["1042", "MOSAIC-204471", "LCS 88123", "YP17", "C/1042/A", "0009911", "child 12"]
)
def test_reference_of_a_case_system_passes(value: str) -> None:
    assert refused(value) is None


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("Callum Price", Refusal.NAME),
        ("Callum", Refusal.NAME),
        ("CP", Refusal.NAME),
        ("Ivy A 12", Refusal.NAME),
        ("Adeyemi2014", Refusal.NAME),
        ("12/03/2014", Refusal.BIRTH),
        ("JS 12.3.14", Refusal.BIRTH),
        ("12 March 2014", Refusal.BIRTH),
        ("12032014", Refusal.BIRTH),
        ("20140312", Refusal.BIRTH),
        (date(2014, 3, 12), Refusal.BIRTH),
        ("The second child of the family, aged 4", Refusal.SENTENCE),
    ],
)
def test_name_or_birth_in_place_of_a_reference_is_refused(value: object, why: Refusal) -> None:
    assert refused(value) is why


@pytest.mark.slow
@given(st.integers(min_value=1, max_value=9_999_999))
def test_plain_number_of_up_to_seven_digits_always_passes(number: int) -> None:
    assert refused(str(number)) is None


def test_column_of_six_digit_births_is_told_by_the_whole_of_it() -> None:
    assert mostly_six_digit_births(["120314", "010509", "311210", "204471"])
    assert not mostly_six_digit_births(["204471", "204508", "120314", "204545"])
    assert not mostly_six_digit_births(["120314"])


def test_refused_reference_is_left_blank_and_not_shown_anywhere(tmp_path: Path) -> None:
    first = small(tmp_path, ["N1", "Ivy Adeyemi", *AUDIT[2:]], ["N2", "1043", *AUDIT[2:]])
    assert [row["Child ref"] for row in first.adopted.rows["Readings"]] == ["", "1043"]
    (problem,) = first.adopted.problems
    assert (problem.row, problem.column, problem.value) == (2, "Child ID", "(not shown)")
    said = repr(first.adopted.rows) + first.map_text + first.adopted.report.text()
    assert "Adeyemi" not in said + repr(first.adopted.problems)


def test_name_in_place_of_an_audit_reference_is_refused_too(tmp_path: Path) -> None:
    adopted = small(tmp_path, ["Ivy Adeyemi", *AUDIT[1:]]).adopted
    assert adopted.rows["Readings"][0]["Audit ref"] == ""
    assert adopted.problems[0].value == "(not shown)"
