"""Variances of contrasts: effective resistance.

Closed forms of resistance with edges of one ohm (Klein and Randić 1993; Lovász 1993): of a path
|i - j|, of a ring k (n - k) / n, of a star 1 or 2, of the complete graph 2 / n.
"""

from math import sqrt

import numpy as np
import pytest
from tests.analysis.linkage.graphs import (
    Pairs,
    chain,
    circulant,
    codes,
    complete,
    grades_of,
    shared,
    star,
)

from goldenthread.analysis.linkage import Variation, contrasts, network, with_shared_cases

PUBLISHED = {
    "chain": (chain(30), 2.4, 4.2),
    "ring": (circulant(30, 1), 1.7, 2.2),
    "star": (star(30), 1.1, 1.1),
    "60 doubles": (circulant(30, 1, 6), 0.64, 0.69),
    "90 doubles": (circulant(30, 1, 3, 11), 0.48, 0.49),
}
"""stats.md §6: thirty auditors, halo sd 0.4. Which partners the last two have it does not say:
of all circulants, these steps (and others alike) give its numbers; neighbours do not."""


@pytest.mark.parametrize(("pairs", "mean", "greatest"), PUBLISHED.values(), ids=PUBLISHED)
def test_contrasts_of_thirty_auditors_are_as_published(
    pairs: Pairs, mean: float, greatest: float
) -> None:
    found = contrasts(shared(pairs, 30), Variation(halo=0.4, information=6.7))
    decimals = 2 if mean < 1 else 1
    assert found.mean is not None
    assert found.greatest is not None
    assert round(found.mean, decimals) == mean
    assert round(found.greatest, decimals) == greatest


@pytest.mark.parametrize(("halo", "times"), [(0.0, 0.7), (0.7, 1.4)])
def test_contrasts_of_another_halo_are_as_many_times_as_published(
    halo: float, times: float
) -> None:
    ring = shared(circulant(30, 1), 30)
    other, usual = (contrasts(ring, Variation(halo=sd)).mean for sd in (halo, 0.4))
    assert other is not None
    assert usual is not None
    assert round(other / usual, 1) == times


@pytest.mark.parametrize("size", [3, 4, 7, 30])
@pytest.mark.parametrize("graph", ["chain", "ring", "star", "complete"])
def test_contrasts_of_plain_graphs_equal_their_closed_forms(graph: str, size: int) -> None:
    pairs = {
        "chain": chain(size),
        "ring": circulant(size, 1),
        "star": star(size),
        "complete": complete(size),
    }[graph]
    one, other = np.indices((size, size))
    apart = abs(one - other)
    ohms = {
        "chain": apart,
        "ring": apart * (size - apart) / size,
        "star": np.where(one * other, 2, 1) * (one != other),
        "complete": (one != other) * 2 / size,
    }[graph]
    variation = Variation()
    found = contrasts(shared(pairs, size), variation).variance
    assert found == pytest.approx(ohms / variation.weight, abs=1e-9)


def test_contrasts_of_a_case_that_all_read_are_those_of_two_readings() -> None:
    """However many others read it too, two readings of one case differ by 2(1/I + sh²)."""
    variation = Variation(halo=0.5, information=5.0)
    found = contrasts(network(grades_of([(0, reader, "x") for reader in range(7)], 7)), variation)
    assert found.between(2, 5) == pytest.approx(sqrt(2 * (1 / 5 + 0.25)))


def test_contrasts_across_components_are_none_and_left_out_of_the_mean() -> None:
    found = contrasts(shared([(0, 1), (2, 3), (2, 3)], 5))
    single, double = found.between(0, 1), found.between(2, 3)
    assert found.between(0, 2) is None
    assert found.between(1, 4) is None
    assert found.comparable == 2
    assert single is not None
    assert double == pytest.approx(single / sqrt(2))
    assert found.mean == pytest.approx((single + single / sqrt(2)) / 2)
    assert found.greatest == pytest.approx(single)
    assert found.why_not is None


@pytest.mark.parametrize("auditors", [0, 1, 3])
def test_contrasts_where_nobody_shares_a_case_have_no_mean_but_a_reason(auditors: int) -> None:
    found = contrasts(shared([], auditors))
    assert found.mean is None
    assert found.greatest is None
    assert found.why_not == "no two auditors have graded the same child"


def test_contrasts_with_what_is_known_beforehand_compare_any_two() -> None:
    """Two who share nothing differ by as much as auditors do; one shared case adds to that."""
    variation = Variation(halo=0.4, auditor=0.6, information=6.7)
    found = contrasts(shared([(0, 1)], 3), variation, pooled=True)
    assert found.between(0, 2) == pytest.approx(found.between(1, 2))
    beforehand, case = 2 * 0.36, 2 * (1 / 6.7 + 0.16)
    assert found.variance[0, 1] == pytest.approx(1 / (1 / beforehand + 1 / case))
    nothing = contrasts(shared([], 2), variation, pooled=True)
    assert nothing.variance[0, 1] == pytest.approx(beforehand)


def test_contrasts_never_grow_when_a_case_is_shared_more() -> None:
    before = shared(circulant(12, 1), 12)
    after = with_shared_cases(before, [(codes(12)[0], codes(12)[6])])
    for pooled in (False, True):
        narrowed = contrasts(after, pooled=pooled).variance
        assert (narrowed <= contrasts(before, pooled=pooled).variance + 1e-12).all()


@pytest.mark.parametrize("wrong", [{"halo": -0.1}, {"auditor": 0.0}, {"information": 0.0}])
def test_variation_of_nothing_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        Variation(**wrong)
