from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goldenthread.checker.figures.model import Closeness, Share
from goldenthread.checker.figures.verdicts.arithmetic import (
    LARGEST_BASE,
    MOST_COUNTS,
    band,
    fits_bases,
    fits_counts,
    nearest_counts,
    percent,
    truncated_percent,
    truncation_band,
)


def percentage(printed: str, closeness: Closeness = Closeness.AS_PRINTED) -> Share:
    places = len(printed.partition(".")[2])
    return Share(printed, Fraction(printed) / 100, places, closeness)


def fraction(top: int, bottom: int, closeness: Closeness = Closeness.AS_PRINTED) -> Share:
    return Share(f"{top} in {bottom}", Fraction(top, bottom), None, closeness)


bases = st.integers(1, 120)
percentages = st.builds(
    lambda steps, places: percentage(str(Decimal(steps).scaleb(-places))),
    st.integers(0, 1000),
    st.integers(0, 2),
)
shares = st.builds(
    Share,
    st.just("x"),
    st.fractions(Fraction(1, 20), 1, max_denominator=20),
    st.sampled_from([None, 0, 1]),
    st.sampled_from(Closeness),
)


def rounded_by_decimal(count: int, base: int, places: int) -> str:
    """Half up by the decimal module with 60 digits: another way than the code's."""
    exact = Decimal(100 * count) / Decimal(base)
    return str(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


@given(bases, st.integers(0, 120), st.integers(0, 3))
@example(8, 1, 1)
@example(200, 1, 0)
def test_percent_against_decimal_arithmetic_is_the_same(base: int, count: int, places: int) -> None:
    count = min(count, base)
    assert percent(count, base, places) == rounded_by_decimal(count, base, places)


@pytest.mark.parametrize(
    ("count", "base", "places", "expected"),
    [
        (9, 26, 0, "34"),
        (1, 26, 0, "3"),
        (1, 26, 1, "3.8"),
        (26, 26, 1, "100.0"),
        (2, 3, 2, "66.66"),
    ],
)
def test_truncated_percent_by_hand(count: int, base: int, places: int, expected: str) -> None:
    assert truncated_percent(count, base, places) == expected


@given(percentages, bases)
def test_fits_counts_of_a_percentage_are_those_that_print_as_it(share: Share, base: int) -> None:
    assert share.places is not None
    found = [k for k in range(base + 1) if percent(k, base, share.places) == share.printed]
    assert list(fits_counts(share, base)) == found


@given(percentages, bases)
def test_truncation_band_of_a_percentage_is_what_truncates_to_it(share: Share, base: int) -> None:
    cut = truncation_band(share)
    assert cut is not None
    assert share.places is not None
    found = [
        k for k in range(base + 1) if truncated_percent(k, base, share.places) == share.printed
    ]
    assert list(cut.counts(base)) == found


@given(shares, st.integers(0, 60))
@example(Share("0", Fraction(0), 0, Closeness.ABOVE), 1)
@example(Share("0", Fraction(0), 0), 0)
@example(Share("all", Fraction(1), None, Closeness.BELOW), 4)
def test_bases_and_counts_of_any_share_say_the_same(share: Share, count: int) -> None:
    limits = band(share)
    fitting = limits.bases(count)
    for base in range(1, 300):
        assert (base in fitting) == (count in limits.counts(base))


@pytest.mark.parametrize(
    ("printed", "base", "expected"),
    [("39", 26, ()), ("46", 26, (12,)), ("31", 26, (8,)), ("16", 26, ()), ("100", 26, (26,)),
     ("50", 250, (124, 125, 126)), ("38.5", 26, (10,)), ("38.4", 26, ()), ("70.0", 10, (7,)),
     ("101", 26, ()), ("39", 0, ())],
)  # fmt: skip
def test_fits_counts_by_hand(printed: str, base: int, expected: tuple[int, ...]) -> None:
    assert fits_counts(percentage(printed), base) == expected


@pytest.mark.parametrize(
    ("printed", "count", "expected"),
    [("39", 16, ((41, 41),)), ("87", 26, ((30, 30),)), ("16", 4, ((25, 25),)), ("40", 3, ()),
     ("100", 26, ((26, 26),)), ("0", 0, ((1, LARGEST_BASE),)), ("0", 1, ((201, LARGEST_BASE),)),
     ("50", 0, ()), ("120", 12, ())],
)  # fmt: skip
def test_fits_bases_by_hand(
    printed: str, count: int, expected: tuple[tuple[int, int], ...]
) -> None:
    assert fits_bases(percentage(printed), count) == expected


def test_fits_counts_of_a_huge_base_lists_no_more_than_the_limit() -> None:
    assert len(fits_counts(percentage("39"), 12_000_000)) == MOST_COUNTS


@pytest.mark.parametrize(
    ("mean", "sample", "consistent"),
    [("5.19", 28, False), ("5.18", 28, True), ("3.45", 20, True), ("3.47", 20, False)],
)
def test_grim_published_examples_keep_their_verdict(
    mean: str, sample: int, consistent: bool
) -> None:
    """5.19 of 28 is Brown & Heathers' own example: 145/28 is 5.18 and 146/28 is 5.21.
    Of 20, every mean is a multiple of 0.05.

    A mean of whole answers is a total over the sample; its part after the whole number is a share
    with two places, which is what the test looks at.
    """
    share = Share(mean, Fraction(mean) % 1, 0)
    assert bool(fits_counts(share, sample)) is consistent


@pytest.mark.parametrize(
    ("share", "base", "expected"),
    [(fraction(2, 3), 26, (17,)), (fraction(1, 2), 26, (13,)), (fraction(1, 5), 26, (5,)),
     (fraction(1, 5), 8, (2,)), (fraction(1, 2), 7, (3, 4)),
     (fraction(1, 2, Closeness.ABOUT), 26, (12, 13, 14)),
     (fraction(1, 2, Closeness.BELOW), 26, (12, 13)), (fraction(1, 2, Closeness.BELOW), 9, (4,)),
     (fraction(1, 2, Closeness.ABOVE), 10, (5, 6, 7)),
     (fraction(1, 2, Closeness.UNDER), 10, (3, 4, 5)),
     (percentage("40", Closeness.BELOW), 26, (10,)),
     (percentage("38", Closeness.ABOVE), 26, (10, 11, 12, 13, 14, 15)),
     (percentage("1", Closeness.BELOW), 300, (0, 1, 2, 3, 4))],
)  # fmt: skip
def test_fits_counts_of_loose_words_by_hand(
    share: Share, base: int, expected: tuple[int, ...]
) -> None:
    assert fits_counts(share, base) == expected


@given(st.fractions(0, 1, max_denominator=12), bases)
def test_almost_and_over_never_hold_on_the_wrong_side(value: Fraction, base: int) -> None:
    below = fits_counts(Share("x", value, None, Closeness.BELOW), base)
    above = fits_counts(Share("x", value, None, Closeness.ABOVE), base)
    assert all(Fraction(count, base) <= value for count in below)
    assert all(Fraction(count, base) >= value for count in above)


@given(shares, bases)
def test_nearest_counts_are_nearer_than_any_other(share: Share, base: int) -> None:
    distances = {k: abs(Fraction(k, base) - share.value) for k in range(base + 1)}
    nearest = min(distances.values())
    assert nearest_counts(share, base) == tuple(k for k in distances if distances[k] == nearest)
