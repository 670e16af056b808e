from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.model import Bound, Closeness, Mention, Nature, Share
from goldenthread.checker.figures.verdicts.judging import judge
from goldenthread.checker.results import Severity, Verdict


def bound(
    count: int | None,
    base: int | None,
    printed: str,
    *,
    stated: bool = True,
    others: tuple[int, ...] = (),
    nature: Nature = Nature.SHARE,
    closeness: Closeness = Closeness.AS_PRINTED,
) -> Bound:
    places = len(printed.partition(".")[2])
    share = Share(printed, Fraction(printed) / 100, places, closeness)
    mention = Mention(share, count, base if stated else None, f"{printed}%", 0, 0, 3, nature=nature)
    return Bound(mention, base, stated, others, count)


def in_words(count: int, base: int, words: str, value: Fraction, closeness: Closeness) -> Bound:
    mention = Mention(Share(words, value, None, closeness), count, base, words, 0, 0, len(words))
    return Bound(mention, base, stated=True, count=count)


BRIEF_OF_2019 = [
    (16, 26, "39", "disagrees", "error", "62", (), ((41, 41),)),
    (None, 26, "39", "impossible", "error", "", (), ()),
    (9, 26, "34", "truncated", "note", "35", (), ()),
    (4, 26, "16", "disagrees", "error", "15", (), ((25, 25),)),
    (1, 26, "3", "truncated", "note", "4", (), ((29, 40),)),
    (12, 26, "46", "agrees", "ok", "46", (12,), ((26, 26),)),
    (8, 26, "31", "agrees", "ok", "31", (8,), ((26, 26),)),
    (5, 26, "19", "agrees", "ok", "19", (5,), ((26, 27),)),
    (1, 26, "4", "agrees", "ok", "4", (1,), ((23, 28),)),
    (26, None, "87", "possible", "query", "", (), ((30, 30),)),
]


@pytest.mark.parametrize(
    ("count", "base", "printed", "verdict", "severity", "computed", "counts", "bases"),
    BRIEF_OF_2019,
)
def test_judge_brief_of_2019_gives_the_verdicts_worked_out_by_hand(
    count: int | None,
    base: int | None,
    printed: str,
    verdict: str,
    severity: str,
    computed: str,
    counts: tuple[int, ...],
    bases: tuple[tuple[int, int], ...],
) -> None:
    nature = Nature.RETURN_RATE if printed == "87" else Nature.SHARE
    found = judge(bound(count, base, printed, nature=nature))
    assert (found.verdict, found.severity) == (verdict, severity)
    assert (found.computed, found.fits_counts, found.fits_bases) == (computed, counts, bases)
    assert found.base == base


@pytest.mark.parametrize(
    ("count", "base", "printed", "verdict", "severity"),
    [
        (None, None, "39", "no_base", "query"),
        (None, 26, "46", "possible", "ok"),
        (None, 26, "34", "possible_if_truncated", "note"),
        (3, None, "40", "impossible", "error"),
        (2, None, "66", "possible_if_truncated", "query"),
        (27, 26, "39", "disagrees", "error"),
        (3, 0, "20", "disagrees", "error"),
        (None, 0, "20", "impossible", "error"),
        (30, 26, "115", "disagrees", "error"),
        (None, 26, "115", "impossible", "error"),
        (7, 10, "70.0", "agrees", "ok"),
        (1, 8, "12.5", "agrees", "ok"),
        (1, 8, "13", "agrees", "ok"),
        (26, 26, "100", "agrees", "ok"),
    ],
)
def test_judge_follows_the_table_of_verdicts_and_severities(
    count: int | None, base: int | None, printed: str, verdict: str, severity: str
) -> None:
    found = judge(bound(count, base, printed))
    assert (found.verdict, found.severity) == (verdict, severity)


def test_judge_another_base_that_agrees_is_taken_and_is_no_error() -> None:
    found = judge(bound(16, 26, "39", stated=False, others=(55, 41)))
    assert (found.verdict, found.severity, found.base) == (Verdict.AGREES, Severity.OK, 41)
    assert (found.computed, found.fits_counts) == ("39", (16,))


def test_judge_another_base_that_truncates_is_a_note() -> None:
    found = judge(bound(9, 30, "34", stated=False, others=(26,)))
    assert (found.verdict, found.severity, found.base) == (Verdict.TRUNCATED, Severity.NOTE, 26)


def test_judge_several_bases_of_which_none_fits_is_a_query_that_lists_them() -> None:
    found = judge(bound(16, 26, "39", stated=False, others=(30, 55)))
    assert (found.verdict, found.severity, found.base) == (Verdict.DISAGREES, Severity.QUERY, 26)
    assert "bases 26, 30 and 55" in found.message


def test_judge_percentage_only_that_another_base_allows_is_a_query_naming_it() -> None:
    found = judge(bound(None, 26, "39", stated=False, others=(41, 55)))
    assert (found.verdict, found.severity) == (Verdict.IMPOSSIBLE, Severity.QUERY)
    assert "also gives the base 41, of which it can be 39%: say of how many" in found.message


def test_judge_count_above_an_inferred_base_is_an_error() -> None:
    found = judge(bound(40, 26, "39", stated=False))
    assert (found.verdict, found.severity, found.base) == (Verdict.DISAGREES, Severity.ERROR, 26)
    assert "is more than the whole" in found.message


@pytest.mark.parametrize(
    ("count", "base", "words", "value", "closeness", "verdict"),
    [
        (17, 26, "two thirds", Fraction(2, 3), Closeness.AS_PRINTED, "agrees"),
        (20, 26, "two thirds", Fraction(2, 3), Closeness.AS_PRINTED, "disagrees"),
        (12, 26, "half", Fraction(1, 2), Closeness.BELOW, "agrees"),
        (14, 26, "half", Fraction(1, 2), Closeness.BELOW, "disagrees"),
        (14, 26, "half", Fraction(1, 2), Closeness.ABOVE, "agrees"),
        (12, 26, "half", Fraction(1, 2), Closeness.ABOVE, "disagrees"),
        (8, 26, "half", Fraction(1, 2), Closeness.UNDER, "agrees"),
        (8, 26, "half", Fraction(1, 2), Closeness.BELOW, "disagrees"),
        (18, 26, "half", Fraction(1, 2), Closeness.ABOVE, "agrees"),
        (12, 26, "half", Fraction(1, 2), Closeness.ABOUT, "agrees"),
    ],
)
def test_judge_fraction_in_words_is_taken_as_loosely_as_it_is_said(
    count: int, base: int, words: str, value: Fraction, closeness: Closeness, verdict: str
) -> None:
    assert judge(in_words(count, base, words, value, closeness)).verdict == verdict


numbers = st.none() | st.integers(0, 400)
loose_shares = st.builds(
    Share,
    st.just("39"),
    st.fractions(0, Fraction(3, 2), max_denominator=1000),
    st.sampled_from([None, 0, 1]),
    st.sampled_from(Closeness),
)


@given(loose_shares, numbers, numbers, st.booleans(), st.lists(st.integers(0, 400), max_size=3))
def test_judge_any_bound_names_its_severity_by_the_table(
    share: Share, count: int | None, base: int | None, stated: bool, others: list[int]
) -> None:
    mention = Mention(share, count, base, "39", 0, 0, 2)
    found = judge(Bound(mention, base, stated, tuple(others), count))
    assert found.message.endswith(".")
    if found.base is None:
        assert found.severity in (Severity.QUERY, Severity.ERROR)
        assert found.fits_counts == ()
    assert (found.severity is Severity.ERROR) <= (
        found.verdict in (Verdict.DISAGREES, Verdict.IMPOSSIBLE) and not others
    )
    if found.verdict is Verdict.AGREES:
        assert count in found.fits_counts or len(found.fits_counts) == 1000
