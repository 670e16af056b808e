"""Whether parts make a whole: verdict, severity, and what is said of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.model import SetMember, Share
from goldenthread.checker.figures.sets.arithmetic import judge_set
from goldenthread.checker.results import SetVerdict, Severity


def member(count: int | None, printed: str | None = None) -> SetMember:
    if printed is None:
        return SetMember(str(count), count, None)
    places = len(printed.partition(".")[2])
    return SetMember(printed, count, Share(printed, Fraction(printed) / 100, places))


def members(*pairs: tuple[int | None, str | None]) -> list[SetMember]:
    return [member(*pair) for pair in pairs]


def test_management_split_of_2019_adds_up() -> None:
    judged = judge_set(members((8, "31"), (12, "46"), (5, "19"), (1, "4")), 26)
    assert (judged.sum_counts, judged.sum_percents) == (26, "100")
    assert (judged.verdict, judged.severity) == (SetVerdict.ADDS_UP, Severity.OK)


def test_assessment_split_of_2019_is_a_rounding_to_be_noted() -> None:
    judged = judge_set(members((9, "34"), (12, "46"), (4, "16"), (1, "3")), 26)
    assert (judged.sum_counts, judged.sum_percents) == (26, "99")
    assert (judged.verdict, judged.severity) == (SetVerdict.ROUNDING, Severity.NOTE)


def test_percentages_that_are_each_right_may_miss_a_hundred() -> None:
    judged = judge_set(members((1, "33"), (1, "33"), (1, "33")), 3)
    assert (judged.verdict, judged.severity) == (SetVerdict.ROUNDING, Severity.OK)


def test_counts_that_miss_a_stated_base_are_an_error() -> None:
    judged = judge_set(members((8, None), (12, None), (5, None)), 26)
    assert (judged.verdict, judged.severity) == (SetVerdict.DOES_NOT_ADD, Severity.ERROR)
    assert "25" in judged.message
    assert "26" in judged.message


@pytest.mark.parametrize(
    ("base_stated", "may_overlap", "is_complete", "severity"),
    [
        (False, False, True, Severity.QUERY),
        (True, True, True, Severity.NOTE),
        (True, False, False, Severity.QUERY),
    ],
)
def test_counts_that_miss_a_base_are_no_error_where_it_may_be_another(
    base_stated: bool, may_overlap: bool, is_complete: bool, severity: Severity
) -> None:
    judged = judge_set(
        members((8, None), (12, None), (5, None)),
        26,
        base_stated=base_stated,
        may_overlap=may_overlap,
        is_complete=is_complete,
    )
    assert (judged.verdict, judged.severity) == (SetVerdict.DOES_NOT_ADD, severity)


def test_base_from_elsewhere_counts_as_stated_when_the_percentages_are_of_it() -> None:
    split = members((8, "31"), (12, "46"), (4, "15"), (3, "4"))
    judged = judge_set(split, 26, base_stated=False)
    assert (judged.verdict, judged.severity) == (SetVerdict.DOES_NOT_ADD, Severity.ERROR)


def test_unknown_part_cannot_be_wrong() -> None:
    judged = judge_set(members((8, None), (None, None), (30, None)), 26)
    assert (judged.sum_counts, judged.severity) == (None, Severity.OK)


def test_set_without_a_base_has_nothing_to_be_compared_with() -> None:
    judged = judge_set(members((14, None), (2, None)), None)
    assert (judged.sum_counts, judged.verdict) == (16, SetVerdict.ADDS_UP)
    assert "nothing to compare" in judged.message


@pytest.mark.parametrize(
    ("printed", "total", "verdict"),
    [
        (("33.3", "33.3", "33.3"), "99.9", SetVerdict.ROUNDING),
        (("33.3", "33.3", "33.0"), "99.6", SetVerdict.DOES_NOT_ADD),
        (("70.0", "30"), "100.0", SetVerdict.ADDS_UP),
        (("34", "46", "16", "2"), "98", SetVerdict.ROUNDING),
        (("34", "46", "16", "1"), "97", SetVerdict.DOES_NOT_ADD),
    ],
)
def test_percentages_are_added_at_their_printed_precision(
    printed: tuple[str, ...], total: str, verdict: SetVerdict
) -> None:
    """Three parts of one place may miss 100 by 0.15, four whole ones by 2."""
    judged = judge_set([member(None, text) for text in printed], None)
    assert (judged.sum_percents, judged.verdict) == (total, verdict)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=12).filter(any))
def test_shares_rounded_half_up_are_never_said_not_to_add_up(counts: list[int]) -> None:
    base = sum(counts)
    shares = [str((200 * count + base) // (2 * base)) for count in counts]
    judged = judge_set(members(*zip(counts, shares, strict=True)), base)
    assert judged.severity is Severity.OK
    assert judged.verdict in (SetVerdict.ADDS_UP, SetVerdict.ROUNDING)


@given(st.lists(st.integers(0, 500), min_size=2, max_size=12), st.integers(0, 6000))
def test_sum_of_counts_is_always_given(counts: list[int], base: int) -> None:
    judged = judge_set([member(count) for count in counts], base)
    assert judged.sum_counts == sum(counts)
    assert (judged.verdict is SetVerdict.DOES_NOT_ADD) == (sum(counts) != base)
