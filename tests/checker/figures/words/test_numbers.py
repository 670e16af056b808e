"""Whole numbers in the wording of reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.words.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("26 audits were returned", [26]),
        ("1,204 children and 12,000 contacts", [1204, 12000]),
        ("1 204 children", [1, 204]),
        ("nine audits, twenty-six records and ninety-nine visits", [9, 26, 99]),
        ("twenty‑six audits", [26]),
        ("sixty five children", [65]),
        ("a hundred and four plans", [104]),
        ("two hundred children and three thousand contacts", [200, 3000]),
        ("one hundred and ninety", [190]),
        ("None were graded inadequate", [0]),
        ("None of the audits", [0]),
        ("no audits were graded inadequate", [0]),
        ("no good audits", [0]),
        ("no evidence of drift", []),
        ("There is no plan", []),
        ("nil returns", [0]),
        ("zero tolerance", []),
        ("39% of cases", []),
        ("39 % of cases, 7.5 per cent and 40 percent", []),
        ("seventy per cent of parents", []),
        ("most schools3 agreed", []),
        ("the 2nd of 26 audits", [26]),
        ("section 4.2", []),
        ("at 9:30", []),
        ("£250 for 3 families", [3]),
        ("4/26 records", [4, 26]),
        ("no one knew", []),
        ("they help one another", []),
        ("one-to-one work with one child", [1]),
        ("a one-off visit", []),
        ("two and a half years", [2]),
        ("good (12), inadequate (4).", [12, 4]),
        ("12, 4 and 1.", [12, 4, 1]),
        ("CIN2 and v4", []),
        ("", []),
    ],
)
def test_numbers_in_wording_of_reports_are_read(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers_in(text)] == values


def test_a_number_stands_where_it_says() -> None:
    text = "Of the 78, sixty-nine did"
    assert [text[n.start : n.end] for n in numbers_in(text)] == ["78", "sixty-nine"]


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_with_thousands_commas_is_read_whole(value: int) -> None:
    assert [n.value for n in numbers_in(f"and {value:,} audits")] == [value]


@given(st.text(max_size=200))
def test_numbers_never_overlap_and_hold_their_text(text: str) -> None:
    end = 0
    for number in numbers_in(text):
        assert end <= number.start < number.end
        assert text[number.start : number.end] == number.text
        end = number.end
