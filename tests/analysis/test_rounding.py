from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis import rounding


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    base = draw(st.integers(1, 20_000))
    return draw(st.integers(0, base)), base


@pytest.mark.parametrize(
    ("count", "base", "printed"),
    [
        # The 2019 brief with its faults mended (stats.md section 2, worked by hand).
        (16, 26, "62%"),
        (10, 26, "38%"),
        (9, 26, "35%"),
        (12, 26, "46%"),
        (4, 26, "15%"),
        (1, 26, "4%"),
        (26, 30, "87%"),
        (26, 32, "81%"),
    ],
)
def test_percent_text_of_the_2019_brief_is_right(count: int, base: int, printed: str) -> None:
    assert rounding.percent_text(count, base) == printed


@pytest.mark.parametrize(
    ("count", "base", "printed"),
    [(1, 8, "13%"), (5, 8, "63%"), (1, 40, "3%"), (1, 200, "1%"), (3, 2000, "0.2%")],
)
def test_percent_text_of_an_exact_half_goes_up(count: int, base: int, printed: str) -> None:
    assert rounding.percent_text(count, base) == printed


@pytest.mark.parametrize(
    ("count", "base", "printed"),
    [
        (0, 26, "0%"),
        (26, 26, "100%"),
        (1, 201, "under 1%"),
        (200, 201, "over 99%"),
        (0, 1500, "0%"),
        (1500, 1500, "100%"),
        (1, 2001, "under 0.1%"),
        (2000, 2001, "over 99.9%"),
    ],
)
def test_percent_text_at_the_ends_keeps_nought_and_all_for_nought_and_all(
    count: int, base: int, printed: str
) -> None:
    assert rounding.percent_text(count, base) == printed


def test_percent_text_has_one_decimal_from_a_thousand() -> None:
    assert rounding.percent_text(350, 999) == "35%"
    assert rounding.percent_text(350, 1000) == "35.0%"


def test_has_percentage_begins_at_ten() -> None:
    assert [rounding.has_percentage(base) for base in (0, 9, 10)] == [False, False, True]


@pytest.mark.parametrize(("count", "base"), [(1, 0), (-1, 5), (6, 5)])
def test_percent_text_of_an_impossible_share_is_refused(count: int, base: int) -> None:
    with pytest.raises(ValueError, match=f"{count} of {base}"):
        rounding.percent_text(count, base)


@pytest.mark.parametrize(
    ("counts", "adds"),
    [
        ([1, 9, 12, 4], True),  # 4 + 35 + 46 + 15
        ([8, 9, 9], False),  # 31 + 35 + 35
        ([1, 1, 1], True),  # under ten: no percentages
        ([], True),
        ([333, 333, 334], True),  # 33.3 + 33.3 + 33.4
        ([1, 1, 1001], True),  # 0.1 + 0.1 + 99.8
        ([667, 667, 667], False),  # 33.3 three times
    ],
)
def test_split_adds_to_100_compares_what_is_printed(counts: list[int], adds: bool) -> None:
    assert rounding.split_adds_to_100(counts) is adds


@given(shares())
def test_rounded_percent_agrees_with_decimal_arithmetic(share: tuple[int, int]) -> None:
    count, base = share
    exact = Decimal(100 * count) / Decimal(base)
    assert rounding.rounded_percent(count, base) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@given(shares())
def test_percent_text_of_any_share_is_at_most_half_a_unit_off(share: tuple[int, int]) -> None:
    count, base = share
    printed = rounding.percent_text(count, base)
    exact = Fraction(100 * count, base)
    if printed.startswith("under "):
        assert 0 < exact < Fraction(printed.removeprefix("under ").rstrip("%"))
    elif printed.startswith("over "):
        assert Fraction(printed.removeprefix("over ").rstrip("%")) < exact < 100
    else:
        unit = Fraction(1, rounding.parts_of_a_percent(base))
        assert abs(Fraction(printed.rstrip("%")) - exact) <= unit / 2


@given(shares())
def test_percent_text_prints_nought_and_hundred_only_when_exact(share: tuple[int, int]) -> None:
    count, base = share
    printed = rounding.percent_text(count, base)
    assert (printed in ("0%", "0.0%")) == (count == 0)
    assert (printed in ("100%", "100.0%")) == (count == base)
