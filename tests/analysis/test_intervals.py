import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis.intervals import (
    Interval,
    effective_base,
    newcombe_difference,
    wilson,
    wilson_clustered,
)

FOUR_DIGITS = 0.00005


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    base = draw(st.integers(1, 2000))
    return draw(st.integers(0, base)), base


@pytest.mark.parametrize(
    ("count", "base", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_equals_newcombe_1998_table_i_method_3(
    count: int, base: int, lower: float, upper: float
) -> None:
    interval = wilson(count, base)
    assert interval.lower == pytest.approx(lower, abs=FOUR_DIGITS)
    assert interval.upper == pytest.approx(upper, abs=FOUR_DIGITS)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    # Per cents as OHID's Wilson method gives them for 26 audits (domain.md section 6.2).
    [
        (16, 43, 78),
        (12, 29, 65),
        (10, 22, 57),
        (9, 19, 54),
        (8, 17, 50),
        (5, 9, 38),
        (4, 6, 34),
        (1, 1, 19),
        (0, 0, 13),
    ],
)
def test_wilson_of_26_audits_gives_the_tabled_per_cents(count: int, lower: int, upper: int) -> None:
    interval = wilson(count, 26)
    assert (round(100 * interval.lower), round(100 * interval.upper)) == (lower, upper)


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    # Newcombe 1998b, Table II, method 10, contrasts (a) to (h).
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_difference_equals_newcombe_1998b_table_ii_method_10(
    first: tuple[int, int], second: tuple[int, int], lower: float, upper: float
) -> None:
    interval = newcombe_difference(first, second)
    assert interval.lower == pytest.approx(lower, abs=FOUR_DIGITS)
    assert interval.upper == pytest.approx(upper, abs=FOUR_DIGITS)


def test_wilson_of_none_and_all_ends_exactly() -> None:
    assert wilson(0, 7).lower == 0.0
    assert wilson(7, 7).upper == 1.0


@pytest.mark.parametrize(("count", "base"), [(0, 0), (-1, 4), (5, 4)])
def test_wilson_of_an_impossible_share_is_refused(count: int, base: int) -> None:
    with pytest.raises(ValueError, match=f"{count} of {base}"):
        wilson(count, base)


def test_wilson_clustered_with_no_effective_base_is_refused() -> None:
    with pytest.raises(ValueError, match="no interval"):
        wilson_clustered(1, 4, 0.0)


@given(shares())
def test_wilson_of_any_share_holds_the_share(share: tuple[int, int]) -> None:
    count, base = share
    interval = wilson(count, base)
    assert 0 <= interval.lower <= count / base <= interval.upper <= 1


@given(shares())
def test_wilson_of_the_complement_is_the_mirror(share: tuple[int, int]) -> None:
    count, base = share
    here, there = wilson(count, base), wilson(base - count, base)
    assert here.lower == pytest.approx(1 - there.upper, abs=1e-9)


@given(shares(), st.floats(1.0, 50.0))
def test_wilson_clustered_at_a_smaller_base_is_wider(
    share: tuple[int, int], design_effect: float
) -> None:
    count, base = share
    whole, clustered = wilson(count, base), wilson_clustered(count, base, base / design_effect)
    assert clustered.upper - clustered.lower >= whole.upper - whole.lower - 1e-12


def test_effective_base_of_alike_audits_is_all_their_grades() -> None:
    assert effective_base([(4, 16)] * 26) == 416


def test_effective_base_of_audits_graded_all_one_way_is_the_number_of_audits_less_one() -> None:
    # Whole audits in or out: ten of twenty. The variance of a mean of 20 with divisor 19.
    assert effective_base([(16, 16)] * 10 + [(0, 16)] * 10) == pytest.approx(19.0)


def test_effective_base_worked_by_hand() -> None:
    # p = 6/16, p(1-p) = 60/256; squares (0-1.5)^2 + (4-1.5)^2 + (2-3)^2 = 9.5; 3/2 * 9.5 / 256.
    assert effective_base([(0, 4), (4, 4), (2, 8)]) == pytest.approx(60 / 14.25)


@pytest.mark.parametrize(("clusters", "expected"), [([(0, 16)] * 26, 26), ([(3, 4)], 1)])
def test_effective_base_without_variance_counts_audits(
    clusters: list[tuple[int, int]], expected: int
) -> None:
    assert effective_base(clusters) == expected


def test_effective_base_without_grades_is_refused() -> None:
    with pytest.raises(ValueError, match="no cluster"):
        effective_base([(0, 0)])


def test_interval_excludes_only_what_lies_outside() -> None:
    interval = Interval(0.1, 0.3)
    assert [interval.excludes(value) for value in (0.0, 0.1, 0.3, 0.4)] == [
        True,
        False,
        False,
        True,
    ]
