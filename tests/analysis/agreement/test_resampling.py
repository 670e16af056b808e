"""Intervals by resampling cases."""

import numpy as np
import pytest
from scipy import stats
from tests.analysis.agreement.readings import simulated

from goldenthread.analysis.agreement import agreement, resampling
from goldenthread.analysis.agreement.measures import measures
from goldenthread.analysis.agreement.ratings import all_readings
from goldenthread.analysis.agreement.resampling import acceleration, bca, intervals, of_draws
from goldenthread.analysis.agreement.sums import of_ratings

SPATIAL_A = np.array([
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
    0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
], dtype=np.float64)  # fmt: skip
"""Efron B, Tibshirani RJ (1993) *An Introduction to the Bootstrap*, Table 14.1, part A."""

YEARS = 120
"""Simulated; the share covered has a standard error of 2 points."""

LEFT_OUT = np.array([np.delete(SPATIAL_A, place).var() for place in range(len(SPATIAL_A))])


def test_acceleration_equals_efron_and_tibshirani_1993_page_186() -> None:
    assert SPATIAL_A.var() == pytest.approx(171.5, abs=0.05)
    assert acceleration(LEFT_OUT) == pytest.approx(0.061, abs=5e-4)


def test_bca_of_the_same_replicates_equals_scipy() -> None:
    drawn = stats.bootstrap(
        (SPATIAL_A,), np.var, n_resamples=2_000, method="percentile", rng=np.random.default_rng(1)
    )
    theirs = stats.bootstrap((SPATIAL_A,), np.var, n_resamples=0, bootstrap_result=drawn)
    ours = bca(float(SPATIAL_A.var()), drawn.bootstrap_distribution, LEFT_OUT)
    assert ours is not None
    assert (ours.lower, ours.upper) == pytest.approx(tuple(theirs.confidence_interval), abs=1e-9)


def test_bca_without_bias_or_skewness_is_the_percentile_interval() -> None:
    replicates = np.linspace(-1, 1, 2_001)
    interval = bca(0.0, replicates, np.array([-1.0, 0.0, 1.0]))
    assert interval is not None
    assert (interval.lower, interval.upper) == pytest.approx((-0.95, 0.95))


def test_bca_of_replicates_that_never_differ_is_their_value() -> None:
    interval = bca(1.0, np.ones(2_000), np.ones(20))
    assert interval is not None
    assert (interval.lower, interval.upper) == (1.0, 1.0)


@pytest.mark.parametrize(("undefined", "given"), [(100, True), (101, False)])
def test_bca_leaves_out_at_most_5_per_cent_of_the_replicates(undefined: int, given: bool) -> None:
    replicates = np.linspace(-1, 1, 2_000)
    replicates[:undefined] = np.nan
    assert (bca(0.0, replicates, np.array([np.nan, 0.0, 1.0])) is not None) is given


def test_bca_where_no_case_can_be_left_out_has_no_acceleration() -> None:
    assert acceleration(np.full(20, np.nan)) == 0.0


def test_draws_of_a_model_mostly_undefined_have_no_interval() -> None:
    assert of_draws(np.array([np.nan, 1.0])) is None
    assert of_draws(np.array([])) is None


@pytest.mark.slow
def test_intervals_of_groups_are_about_as_wide_as_of_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    grades = simulated(np.random.default_rng(7), cases=1_000, categories=4)
    grouped = agreement(grades)
    monkeypatch.setattr(resampling, "GROUPS", 1_000)
    single = agreement(grades)
    for name in ("exact", "alpha_ordinal", "ac2_quadratic", "kappa_quadratic"):
        one, other = getattr(grouped, name), getattr(single, name)
        assert one.value == other.value
        assert one.upper - one.lower == pytest.approx(other.upper - other.lower, rel=0.15)


@pytest.mark.slow
def test_intervals_of_a_year_cover_the_truth_where_naive_errors_do_not() -> None:
    every = measures(4, (1, 2, 3, 4))
    wanted = {name: every[name] for name in ("exact", "alpha_ordinal", "ac2_quadratic")}
    values = {name: measure.value for name, measure in wanted.items()}
    everyone = simulated(np.random.default_rng(0), cases=40_000, auditors=80_000)
    population = of_ratings(all_readings(everyone).rated_twice())
    covered, naive = dict.fromkeys(wanted, 0), dict.fromkeys(wanted, 0)
    for seed in range(1, YEARS + 1):
        ratings = all_readings(simulated(np.random.default_rng(seed), cases=54, auditors=108))
        limits, sums = intervals(ratings, values), of_ratings(ratings)
        for name, measure in wanted.items():
            true, limit = float(measure.value(population)), limits[name]
            error = measure.se(ratings, sums)
            assert limit is not None
            assert error is not None
            covered[name] += not limit.excludes(true)
            naive[name] += abs(float(measure.value(sums)) - true) <= 1.96 * error
    assert all(0.90 <= count / YEARS <= 0.99 for count in covered.values()), covered
    assert all(count / YEARS < 0.90 for count in naive.values()), naive
