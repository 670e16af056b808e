"""Printed percentages and fractions, in the wording of reports."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.model import Closeness
from goldenthread.checker.figures.words.shares import shares_in


@pytest.mark.parametrize(
    ("text", "printed", "value", "places"),
    [
        ("39% of records", "39", "39/100", 0),
        ("39 % of records", "39", "39/100", 0),
        ("39\u00a0% of records", "39", "39/100", 0),
        ("70.0% of records", "70.0", "7/10", 1),
        ("27.3% of plans", "27.3", "273/1000", 1),
        ("6.25% of plans", "6.25", "1/16", 2),
        ("7.5 per cent of plans", "7.5", "3/40", 1),
        ("40 percent of plans", "40", "2/5", 0),
        ("40 per- cent of plans", "40", "2/5", 0),
        ("seventy per cent of parents", "seventy", "7/10", 0),
        ("Thirty-nine per cent of parents", "Thirty-nine", "39/100", 0),
        ("a hundred per cent of visits", "a hundred", "1", 0),
        ("100% of visits", "100", "1", 0),
        ("0% of visits", "0", "0", 0),
        ("nought, then 0.5% of visits", "0.5", "1/200", 1),
        ("two thirds of visits", "two thirds", "2/3", None),
        ("two-thirds were late", "two-thirds", "2/3", None),
        ("a third of children", "a third", "1/3", None),
        ("one-third of children", "one-third", "1/3", None),
        ("three-quarters of audits", "three-quarters", "3/4", None),
        ("three quarters (20) had one", "three quarters", "3/4", None),
        ("a quarter of children", "a quarter", "1/4", None),
        ("one fifth of children", "one fifth", "1/5", None),
        ("two fifths said so", "two fifths", "2/5", None),
        ("a tenth of plans", "a tenth", "1/10", None),
        ("Half of the audits", "Half", "1/2", None),
        ("half the audits", "half", "1/2", None),
        ("half were good", "half", "1/2", None),
        ("half (13) were good", "half", "1/2", None),
        ("one in five children", "one in five", "1/5", None),
        ("1 in 4 children", "1 in 4", "1/4", None),
        ("nine in ten parents", "nine in ten", "9/10", None),
        ("one in every four", "one in every four", "1/4", None),
        ("2/3 of the plans", "2/3", "2/3", None),
    ],
)
def test_a_share_is_read_with_its_value_and_places(
    text: str, printed: str, value: str, places: int | None
) -> None:
    (found,) = shares_in(text)
    assert (found.share.printed, found.share.value, found.share.places) == (
        printed,
        Fraction(value),
        places,
    )


@pytest.mark.parametrize(
    "text",
    [
        "the majority of plans",
        "nearly all of the plans",
        "most children",
        "a quarter of 2025",
        "Quarter 3",
        "in the last three quarters",
        "the first quarter of the year",
        "after half-term",
        "half an hour late",
        "half of the year",
        "the second half of the year",
        "one and a half days",
        "a third party",
        "a third visit was made",
        "A third planned move had been put off",
        "a third cancelled visit means that the plan is looked at again",
        "one-third hearing",
        "the third of May",
        "a quarter of an hour",
        "quarterly reports",
        "four percentage points",
        "4 percentage points",
        "4 per cent points",
        "the 75th percentile",
        "a percentage of plans",
        "1 in 26 audits",
        "1 in 2025",
        "12 in one-to-one sessions",
        "a two-thirds majority",
        "half the time",
        "half-sister",
        "(-4%)",
        "+4%",
    ],
)
def test_words_without_a_share_give_none(text: str) -> None:
    assert shares_in(text) == ()


@pytest.mark.parametrize(
    ("text", "closeness"),
    [
        ("39% of records", Closeness.AS_PRINTED),
        ("about 39%", Closeness.ABOUT),
        ("approx. 39%", Closeness.ABOUT),
        ("around a third of plans", Closeness.ABOUT),
        ("roughly two thirds of plans", Closeness.ABOUT),
        ("almost 40%", Closeness.BELOW),
        ("nearly half of the plans", Closeness.BELOW),
        ("just under 40%", Closeness.BELOW),
        ("fewer than half were", Closeness.UNDER),
        ("below 40%", Closeness.UNDER),
        ("not quite half of the plans", Closeness.BELOW),
        ("over 40%", Closeness.ABOVE),
        ("more than a third of plans", Closeness.ABOVE),
        ("just over half of the plans", Closeness.ABOVE),
        ("at least 40%", Closeness.ABOVE),
    ],
)
def test_words_before_a_share_say_how_close_it_is(text: str, closeness: Closeness) -> None:
    (found,) = shares_in(text)
    assert found.share.closeness is closeness


@given(st.integers(min_value=0, max_value=100), st.integers(min_value=0, max_value=9))
def test_a_percentage_with_one_place_is_read_exactly(whole: int, tenth: int) -> None:
    (found,) = shares_in(f"and {whole}.{tenth}% of plans")
    assert found.share.value == Fraction(10 * whole + tenth, 1000)


@given(st.text(max_size=200))
def test_shares_of_any_text_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for found in shares_in(text):
        assert end <= found.start < found.end
        end = found.end


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Seven out of ten would speak to a teacher first.", ["Seven out of ten"]),
        ("They gave it seven out of ten for kindness.", []),
        ("Nine out of ten audits were good (90%).", ["90"]),
        ("Half of the contacts were new and a quarter about neglect.", ["Half", "a quarter"]),
    ],
)
def test_proportion_out_of_ten_is_a_share_only_where_it_opens_a_clause(
    text: str, printed: list[str]
) -> None:
    assert [found.share.printed for found in shares_in(text)] == printed
