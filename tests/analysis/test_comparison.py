from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.analysis.comparison import Verdict, compare
from goldenthread.analysis.figure import Figure, Kind, Selector
from goldenthread.analysis.intervals import newcombe_difference, wilson, wilson_clustered


def _share(count: int, base: int) -> Figure:
    interval = wilson(count, base)
    return Figure(
        key="risk.inadequate",
        kind=Kind.SHARE,
        unit="audits",
        population="",
        period="",
        method="",
        version="1",
        selector=Selector("judgements"),
        value=count / base,
        numerator=count,
        denominator=base,
        lower=interval.lower,
        upper=interval.upper,
    )


def _clustered(count: int, base: int, effective: float) -> Figure:
    interval = wilson_clustered(count, base, effective)
    return replace(_share(count, base), lower=interval.lower, upper=interval.upper)


@pytest.mark.parametrize(
    ("now", "earlier", "verdict"),
    [
        # Newcombe 1998b, Table II, method 10: two that leave out nought, one that does not.
        ((56, 70), (48, 80), Verdict.HIGHER),
        ((48, 80), (56, 70), Verdict.LOWER),
        ((5, 56), (0, 29), Verdict.CANNOT_TELL_APART),
        # Clear, but on fewer than ten.
        ((6, 7), (2, 7), Verdict.SIDE_BY_SIDE),
        ((9, 9), (0, 21), Verdict.SIDE_BY_SIDE),
    ],
)
def test_compare_follows_the_rule_fixed_beforehand(
    now: tuple[int, int], earlier: tuple[int, int], verdict: Verdict
) -> None:
    assert compare(_share(*now), _share(*earlier)).verdict is verdict


def test_compare_without_an_earlier_figure_says_nothing() -> None:
    assert compare(_share(4, 26), None).verdict is Verdict.NOTHING
    assert compare(None, _share(4, 26)).verdict is Verdict.NOTHING


def test_compare_with_a_suppressed_figure_says_nothing() -> None:
    hidden = replace(
        _share(4, 26), value=None, numerator=None, lower=None, upper=None, suppressed_because="c"
    )
    assert compare(_share(4, 26), hidden).verdict is Verdict.NOTHING


def test_compare_with_earlier_counts_alone_uses_wilson() -> None:
    typed = replace(_share(48, 80), lower=None, upper=None)
    assert compare(_share(56, 70), typed).verdict is Verdict.HIGHER


def test_compare_of_counts_without_intervals_stands_side_by_side() -> None:
    bare = replace(_share(56, 70), lower=None, upper=None)
    assert compare(bare, bare).verdict is Verdict.SIDE_BY_SIDE


def test_compare_of_clustered_shares_needs_more_before_it_speaks() -> None:
    # 170 of 400 grades against 130 of 400: clear if the grades were independent, not at an
    # effective base of 60 (26 audits), and unknown against counts alone.
    assert compare(_share(170, 400), _share(130, 400)).verdict is Verdict.HIGHER
    now, earlier = _clustered(170, 400, 60.0), _clustered(130, 400, 60.0)
    assert compare(now, earlier).verdict is Verdict.CANNOT_TELL_APART
    typed = replace(earlier, lower=None, upper=None)
    assert compare(now, typed).verdict is Verdict.SIDE_BY_SIDE


@given(st.integers(10, 200), st.integers(10, 200), st.data())
def test_compare_speaks_of_a_difference_only_when_newcombe_leaves_out_nought(
    base_1: int, base_2: int, data: st.DataObject
) -> None:
    count_1, count_2 = data.draw(st.integers(0, base_1)), data.draw(st.integers(0, base_2))
    interval = newcombe_difference((count_1, base_1), (count_2, base_2))
    verdict = compare(_share(count_1, base_1), _share(count_2, base_2)).verdict
    assert (verdict in (Verdict.HIGHER, Verdict.LOWER)) == interval.excludes(0)
