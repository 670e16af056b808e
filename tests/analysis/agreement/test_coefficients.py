"""Coefficients against other programs, and against themselves computed another way."""

from itertools import combinations
from typing import Literal

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from goldenthread.analysis.agreement import coefficients, standard_errors
from goldenthread.analysis.agreement.measures import measures
from goldenthread.analysis.agreement.ratings import in_rows
from goldenthread.analysis.agreement.sums import of_parts, of_ratings, of_tables, parts
from goldenthread.analysis.agreement.weights import (
    identity,
    linear,
    nominal_distances,
    ordinal,
    quadratic,
)

Rows = NDArray[np.int_]
Level = Literal["nominal", "ordinal", "interval", "ratio"]

ROWS = arrays.arrays(
    np.int_,
    st.tuples(st.integers(2, 8), st.integers(2, 5)),
    elements=st.integers(-1, 3),
)
"""Ratings of up to 8 units by up to 5 raters on four levels; -1 is missing."""


def twice_rated(rows: Rows) -> list[Rows]:
    """What raters said of each unit that two of them or more have rated."""
    given = [row[row >= 0] for row in rows]
    return [ratings for ratings in given if len(ratings) >= 2]


@pytest.mark.slow
@given(ROWS)
@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_alpha_equals_the_library_krippendorff(level: Level, rows: Rows) -> None:
    ratings, values = in_rows(rows, 4), np.array([1, 2, 3, 4])
    value = measures(4, tuple(values))[f"alpha_{level}"].value(of_ratings(ratings))
    if len({int(given) for unit in twice_rated(rows) for given in unit}) < 2:
        assert np.isnan(value)
        return
    expected = krippendorff.alpha(
        value_counts=ratings.counts, value_domain=values, level_of_measurement=level
    )
    assert value == pytest.approx(expected, abs=1e-12)


@pytest.mark.slow
@given(ROWS)
def test_share_equals_counting_pairs_of_raters(rows: Rows) -> None:
    by_unit = []
    for levels_given in twice_rated(rows):
        pairs = list(combinations(levels_given, 2))
        by_unit.append(sum(a == b for a, b in pairs) / len(pairs))
    value = coefficients.share(of_ratings(in_rows(rows, 4)), identity(4))
    assert value == pytest.approx(np.mean(by_unit), abs=1e-12) if by_unit else np.isnan(value)


@pytest.mark.slow
@given(ROWS, st.data())
def test_sums_of_cases_drawn_again_equal_sums_of_their_ratings_repeated(
    rows: Rows, data: st.DataObject
) -> None:
    ratings = in_rows(rows, 4)
    if not ratings.units:
        return
    times = data.draw(arrays.arrays(np.int_, ratings.units, elements=st.integers(0, 3)))
    repeated = in_rows(np.repeat(rows[(rows >= 0).any(axis=1)], times, axis=0), 4)
    drawn = of_parts(times @ parts(ratings, ratings.case), 4)
    if not repeated.units:
        return
    for name, measure in measures(4, (1, 2, 3, 4)).items():
        expected = measure.value(of_ratings(repeated))
        assert measure.value(drawn) == pytest.approx(expected, abs=1e-9, nan_ok=True), name


@pytest.mark.slow
@given(arrays.arrays(np.int_, (4, 4), elements=st.integers(0, 4)))
def test_coefficients_of_a_table_equal_those_of_its_pairs_both_ways_round(counts: Rows) -> None:
    table = counts + counts.T
    pairs = [pair for pair, count in np.ndenumerate(table) for _ in range(count)]
    if not pairs:
        return
    found = of_ratings(in_rows(np.array(pairs), 4))
    endless = of_tables(table.astype(np.float64))
    values = 2 * len(pairs)
    for name, measure in measures(4, (1, 2, 3, 4)).items():
        expected = float(measure.value(found))
        if name.startswith("alpha"):  # a finite number of values is drawn without replacement
            expected = 1 - (1 - expected) * values / (values - 1)
        assert measure.value(endless) == pytest.approx(expected, abs=1e-9, nan_ok=True), name


@pytest.mark.slow
@given(ROWS)
def test_standard_errors_are_numbers_or_none(rows: Rows) -> None:
    ratings = in_rows(rows, 4)
    sums = of_ratings(ratings)
    for measure in measures(4, (1, 2, 3, 4)).values():
        error = measure.se(ratings, sums)
        assert error is None or (np.isfinite(error) and error >= 0)


@pytest.mark.parametrize("rows", [[[-1, -1]], [[0, -1], [1, -1]], [[0, 1]], [[2, 2], [2, 2]]])
def test_standard_error_of_kappa_without_two_raters_units_or_grades_is_none(
    rows: list[list[int]],
) -> None:
    ratings = in_rows(np.array(rows), 4)
    assert standard_errors.of_kappa(ratings, of_ratings(ratings), quadratic(4)) is None


def test_standard_error_of_alpha_on_a_scale_of_one_grade_is_none() -> None:
    ratings = in_rows(np.zeros((3, 2), dtype=np.int_), 1)
    assert standard_errors.of_alpha(ratings, of_ratings(ratings), nominal_distances) is None


@pytest.mark.parametrize("rows", [[[-1, -1]], [[0, -1], [1, -1]], [[0, 1]]])
def test_standard_errors_without_two_units_that_two_rated_are_none(rows: list[list[int]]) -> None:
    ratings = in_rows(np.array(rows), 4)
    for measure in measures(4, (1, 2, 3, 4)).values():
        assert measure.se(ratings, of_ratings(ratings)) is None


def test_coefficients_of_many_tables_at_once_equal_each_alone() -> None:
    tables = np.random.default_rng(1).random((5, 4, 4))
    tables = tables + tables.swapaxes(1, 2)
    for measure in measures(4, (1, 2, 3, 4)).values():
        alone = [float(measure.value(of_tables(table))) for table in tables]
        assert measure.value(of_tables(tables)).tolist() == pytest.approx(alone, abs=1e-12)


def test_raters_without_a_rating_do_not_count() -> None:
    rows = np.array([[0, 1, -1], [2, 2, -1], [3, 3, -1]])
    ratings = in_rows(rows, 4)
    assert ratings.raters == 2
    error = standard_errors.of_kappa(ratings, of_ratings(ratings), quadratic(4))
    two = in_rows(rows[:, :2], 4)
    assert error == standard_errors.of_kappa(two, of_ratings(two), quadratic(4))


@pytest.mark.parametrize("scheme", [identity, linear, quadratic, ordinal])
def test_weights_of_one_level_are_full_agreement(scheme: object) -> None:
    assert callable(scheme)
    assert scheme(1).tolist() == [[1.0]]
