"""Blocks, conjugate gradients and ridges say what plain linear algebra says."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import sparse

from goldenthread.analysis.facets.information import Information, inverse_root_of, root_of

Floats = NDArray[np.float64]
SEVERITIES, OTHERS = 40, 6


def _positive(seed: int = 1) -> Floats:
    """Few links between severities, and some of everything with the others."""
    rng = np.random.default_rng(seed)
    size = SEVERITIES + OTHERS
    linked = rng.normal(size=(size, size)) * (rng.uniform(size=(size, size)) < 0.1)
    matrix: Floats = 0.3 * (linked + linked.T) + np.diag(rng.uniform(5.0, 9.0, size))
    return matrix


def _information(matrix: Floats, *, many: bool) -> Information:
    severities = matrix[:SEVERITIES, :SEVERITIES]
    return Information(
        sparse.csr_array(severities) if many else severities,
        matrix[:SEVERITIES, SEVERITIES:],
        matrix[SEVERITIES:, SEVERITIES:],
    )


@pytest.mark.parametrize("many", [False, True], ids=["dense", "sparse"])
def test_information_blocks_solve_and_invert_the_whole(many: bool) -> None:
    matrix, chosen = _positive(), np.array([0, 1, 2, 4])
    of = _information(matrix, many=many)
    rows = np.concatenate([np.arange(SEVERITIES), SEVERITIES + chosen])
    part = matrix[np.ix_(rows, rows)]
    right = np.random.default_rng(2).normal(size=(len(matrix), 2))
    expected = np.zeros_like(right)
    expected[rows] = np.linalg.solve(part, right[rows])
    assert of.solve(right, chosen) == pytest.approx(expected, rel=1e-10, abs=1e-12)
    assert of.covariance(chosen) == pytest.approx(np.linalg.inv(part), rel=1e-9, abs=1e-12)
    assert of.log_determinant(chosen) == pytest.approx(np.linalg.slogdet(part)[1], rel=1e-12)
    assert of.matrix == pytest.approx(matrix)


def test_own_of_many_is_a_series_near_the_exact_and_exact_when_inverted() -> None:
    matrix = _positive()
    of = _information(matrix, many=True)
    exact = np.linalg.inv(matrix[:SEVERITIES, :SEVERITIES]).diagonal()
    assert of.own == pytest.approx(exact, rel=0.02)
    assert of.exact_own == pytest.approx(exact, rel=1e-10)


@pytest.mark.parametrize("many", [False, True], ids=["dense", "sparse"])
@pytest.mark.parametrize("matrix", [-_positive(), 0 * _positive()], ids=["negative", "nothing"])
def test_information_not_positive_still_gives_finite_steps(matrix: Floats, many: bool) -> None:
    of, chosen = _information(matrix, many=many), np.arange(OTHERS)
    assert np.isfinite(of.solve(np.ones((len(matrix), 1)), chosen)).all()
    assert np.isfinite(of.covariance(chosen)).all()
    assert np.isfinite(of.log_determinant(chosen))


def test_roots_of_a_positive_matrix_multiply_to_it_and_to_its_inverse() -> None:
    matrix = _positive()
    assert root_of(matrix) @ root_of(matrix).T == pytest.approx(matrix)
    root = inverse_root_of(matrix)
    assert root @ root.T == pytest.approx(np.linalg.inv(matrix))


def test_roots_of_a_matrix_that_is_not_positive_keep_what_is() -> None:
    matrix = np.diag([4.0, -1.0])
    assert root_of(matrix) @ root_of(matrix).T == pytest.approx(np.diag([4.0, 0.0]))
    root = inverse_root_of(matrix)
    assert root @ root.T == pytest.approx(np.diag([0.25, 0.0]))
