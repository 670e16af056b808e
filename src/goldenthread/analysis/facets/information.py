"""Information on all parameters in blocks: severities may be thousands, everything else is few.

With ``A`` the block of severities, ``B`` beside it and ``C`` of the others, everything follows from
``A``'s inverse and the Schur complement ``S = C - B' inv(A) B`` (Horn and Johnson 2013, §0.7.3).
Auditors mostly share children with few colleagues: ``A`` is sparse, and equations in it are solved
by conjugate gradients (Hestenes and Stiefel 1952) where there are many.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from scipy import sparse
from scipy.linalg import LinAlgError, cho_solve, eigh, lapack, solve_triangular

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints

Found = TypeVar("Found")

MANY = 400
"""Severities from which equations are solved by conjugate gradients."""
NEXT_TO_NOTHING = 1e-10
"""Share of the greatest eigenvalue below which one is no information."""
LITTLE = 1e-3
"""Last term of a series for variances, beside the first, from which they are computed exactly."""
MOST_ROUNDS = 300
EXACT = 1e-13
"""Residual that is left, as a share of the right-hand side."""
RIDGES = (0.0, 1e-3, 1e-2, 0.1, 1.0, 10.0)
"""Shares of the diagonal that are added until information is positive."""


@dataclass(frozen=True, eq=False)
class Information:
    """Less the second derivatives of a log density, severities first; symmetric."""

    severities: Floats | sparse.csr_array
    """Shape (severities, severities); sparse where there are many."""
    border: Floats
    """Of severities with the other parameters, shape (severities, others)."""
    others: Floats
    """Shape (others, others)."""

    def __len__(self) -> int:
        """How many parameters there are."""
        return len(self.border) + len(self.others)

    def with_precision(
        self, of_severities: float, of_others: Floats | None = None
    ) -> "Information":
        """The same with independent priors on severities, and priors on the others."""
        return self.plus(np.full(len(self.border), of_severities), of_others)

    def plus(self, diagonal: Floats, of_others: Floats | None = None) -> "Information":
        """The same with more on the diagonal of severities, and on the others."""
        others = self.others if of_others is None else self.others + of_others
        if isinstance(self.severities, np.ndarray):
            severities: Floats | sparse.csr_array = self.severities + np.diag(diagonal)
        else:
            severities = sparse.csr_array(self.severities + sparse.diags_array(diagonal))
        return Information(severities, self.border, others)

    @cached_property
    def matrix(self) -> Floats:
        """All of it, as one dense matrix."""
        dense: Floats = np.block([[self._dense, self.border], [self.border.T, self.others]])
        return dense

    @cached_property
    def _dense(self) -> Floats:
        if isinstance(self.severities, np.ndarray):
            return self.severities
        dense: Floats = self.severities.toarray()
        return dense

    @cached_property
    def _lower(self) -> Floats:
        """Cholesky factor of the block of severities."""
        return cholesky(self._dense)

    @cached_property
    def across(self) -> Floats:
        """The inverse of the severities' block times the border."""
        return self._severities_solve(self.border)

    @cached_property
    def severities_inverse(self) -> Floats:
        """Covariance of severities, were everything else known."""
        return inverse_of(self._lower)

    @cached_property
    def own(self) -> Floats:
        """Variance of each severity, were everything else known.

        Where auditors are many and share little beside what their own children tell, it is the
        series ``Σ (-E)^k / d`` to the fourth power, with ``E`` what links auditors, scaled.
        """
        if isinstance(self.severities, np.ndarray):
            return self.exact_own
        d = self.severities.diagonal()
        root = sparse.diags_array(1 / np.sqrt(d))
        links = sparse.csr_array(root @ self.severities @ root - sparse.eye_array(len(d)))
        twice = sparse.csr_array(links @ links)
        last = twice.power(2).sum(axis=1)
        if last.max() > LITTLE:
            return self.severities_inverse.diagonal()
        series: Floats = (1 + twice.diagonal() - twice.multiply(links).sum(axis=1) + last) / d
        return series

    def _severities_solve(self, right: Floats) -> Floats:
        if not isinstance(self.severities, np.ndarray) and "_lower" not in self.__dict__:
            found = _conjugate_gradients(self.severities, right)
            if found is not None:
                return found
        if not len(self.border):
            return right
        return np.asarray(cho_solve((self._lower, True), right), dtype=float)

    def schur(self, chosen: Ints) -> Floats:
        """Information on the ``chosen`` others, whatever the severities."""
        left: Floats = (self.border.T @ self.across)[np.ix_(chosen, chosen)]
        return self.others[np.ix_(chosen, chosen)] - left

    def solve(self, right: Floats, chosen: Ints) -> Floats:
        """Solutions for severities and the ``chosen`` others, the rest 0; shape of ``right``."""
        return self._positive(lambda each: each._solve(right, chosen))

    def _solve(self, right: Floats, chosen: Ints) -> Floats:
        n = len(self.border)
        alone = self._severities_solve(right[:n])
        solution = np.zeros_like(right)
        rest = right[n:][chosen] - self.border[:, chosen].T @ alone
        solution[n + chosen] = cho_solve((cholesky(self.schur(chosen)), True), rest)
        solution[:n] = alone - self.across @ solution[n:]
        return solution

    def log_determinant(self, chosen: Ints) -> float:
        """Of the block of severities and the ``chosen`` others."""
        return self._positive(
            lambda each: (
                _log_determinant(each._lower) + _log_determinant(cholesky(each.schur(chosen)))
            )
        )

    def covariance(self, chosen: Ints) -> Floats:
        """Inverse of the block of severities and the ``chosen`` others."""
        return self._positive(lambda each: each._covariance(chosen))

    def covariance_of_others(self, chosen: Ints) -> Floats:
        """Covariance of the ``chosen`` others, severities not known either."""
        return self._positive(lambda each: inverse_of(cholesky(each.schur(chosen))))

    @property
    def exact_own(self) -> Floats:
        """``own``, without the series."""
        return self._positive(lambda each: each.severities_inverse).diagonal()

    def _covariance(self, chosen: Ints) -> Floats:
        n, across = len(self.border), self.across[:, chosen]
        rest = inverse_of(cholesky(self.schur(chosen)))
        covariance = np.empty((n + len(chosen),) * 2)
        drawn = across @ rest
        np.matmul(drawn, across.T, out=covariance[:n, :n])
        covariance[:n, :n] += self.severities_inverse
        covariance[:n, n:] = -drawn
        covariance[n:, :n] = -drawn.T
        covariance[n:, n:] = rest
        return covariance

    def _positive(self, what: Callable[["Information"], Found]) -> Found:
        """Computed of this, or of the first with a ridge that is positive: far from the mode."""
        for ridge in RIDGES:
            try:
                return what(self._ridged(ridge) if ridge else self)
            except LinAlgError:
                continue
        alone = Information(self.severities * 0.0, 0.0 * self.border, 0.0 * self.others)
        own, others = self._diagonals()
        return what(alone.plus(own, np.diag(others)))

    def _ridged(self, ridge: float) -> "Information":
        own, others = self._diagonals()
        return self.plus(ridge * own, ridge * np.diag(others))

    def _diagonals(self) -> tuple[Floats, Floats]:
        own, others = self.severities.diagonal(), self.others.diagonal()
        return np.maximum(np.abs(own), 1e-6), np.maximum(np.abs(others), 1e-6)


def cholesky(matrix: Floats) -> Floats:
    """Lower Cholesky factor; raises ``LinAlgError`` where ``matrix`` is not positive."""
    if not len(matrix):
        return matrix
    lower, failed = lapack.dpotrf(matrix.T, lower=1, clean=1)  # symmetric: spares turning it over
    if failed or not np.isfinite(lower[-1, -1]):
        raise LinAlgError("not positive")
    return np.asarray(lower, dtype=float)


def root_of(covariance: Floats) -> Floats:
    """``R`` with ``R R'`` the covariance, or its positive part where it has another.

    Far from the mode, where weights are next to nothing, information need not be positive.
    """
    try:
        return cholesky(covariance)
    except LinAlgError:
        values, vectors = eigh(covariance)
    root: Floats = vectors * np.sqrt(np.maximum(values, 0.0))
    return root


def inverse_root_of(information: Floats) -> Floats:
    """``R`` with ``R R'`` the inverse of the information, or of its positive part."""
    try:
        lower = cholesky(information)
    except LinAlgError:
        values, vectors = eigh(information)
        some = values > NEXT_TO_NOTHING * np.abs(values).max()
        root: Floats = vectors * np.where(some, 1 / np.sqrt(np.where(some, values, 1.0)), 0.0)
        return root
    return np.asarray(solve_triangular(lower, np.eye(len(lower)), lower=True, trans="T"))


def inverse_of(lower: Floats) -> Floats:
    """Inverse of the matrix of which ``lower`` is the Cholesky factor."""
    if not len(lower):
        return lower
    half, _ = lapack.dpotri(lower, lower=1)  # above the diagonal all is 0, as in the factor
    inverse: Floats = half + half.T
    inverse[np.diag_indices(len(inverse))] /= 2
    return inverse


def _log_determinant(lower: Floats) -> float:
    return 2 * float(np.log(lower.diagonal()).sum())


def _conjugate_gradients(matrix: sparse.csr_array, right: Floats) -> Floats | None:
    """Solutions by conjugate gradients scaled by the diagonal; ``None`` where they fail."""
    diagonal = matrix.diagonal()
    if not (diagonal > 0).all():
        return None
    scale = (1 / diagonal)[:, None]
    solution, residual = np.zeros_like(right), right.copy()
    direction = scaled = scale * residual
    size = (residual * scaled).sum(axis=0)
    enough = EXACT**2 * size
    for _ in range(MOST_ROUNDS):
        if (size <= enough).all():
            return solution
        image = matrix @ direction
        curvature = (direction * image).sum(axis=0)
        if (curvature < 0).any():
            return None
        length = np.divide(size, curvature, out=np.zeros_like(size), where=curvature > 0)
        solution = solution + length * direction
        residual = residual - length * image
        scaled = scale * residual
        size, before = (residual * scaled).sum(axis=0), size
        turned = np.divide(size, before, out=np.zeros_like(size), where=before > 0)
        direction = scaled + turned * direction
    return None
