"""How well two auditors can be compared: the variance of the difference between them.

A case that two auditors both read gives one difference, with variance 2(1/I + sh²), of its own
grades and of each auditor's view of that case; it owes nothing to which cases they happened to
get. All cases together make an electrical network: the variance of the difference between two
auditors is the effective resistance between them (Klein and Randić 1993), b'L⁺b with Laplacian
L = Σ w b b' and w = 1/(2(1/I + sh²)), where b is 1 for the one, -1 for the other.
"""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np
from scipy.linalg.lapack import dpotrf, dpotri

from goldenthread.analysis.linkage.network import Floats, Network

NOBODY_SHARES = "no two auditors have graded the same child"


@dataclass(frozen=True, slots=True)
class Variation:
    """What makes two readings of a case differ, in logits.

    The values given here are for planning, until a service's own second readings give them.
    """

    halo: float = 0.4
    """Standard deviation of an auditor's view of one case, beside the auditor's usual one."""
    auditor: float = 0.6
    """Standard deviation of auditors: how far apart they are before anything is known."""
    information: float = 6.7
    """What the grades of one audit tell, in 1/logit²: 6.7 for 16 categories of four grades."""

    def __post_init__(self) -> None:
        """Raises ``ValueError`` where nothing could be computed."""
        if not (self.halo >= 0 and self.auditor > 0 and self.information > 0):
            raise ValueError("auditor and information must be above 0, and halo not below 0")

    @property
    def weight(self) -> float:
        """What a case read by two tells about their difference, 1/variance.

        >>> round(1 / Variation(halo=0.6).weight, 2)
        1.02
        """
        return 1 / (2 * (1 / self.information + self.halo**2))

    @property
    def ridge(self) -> float:
        """What is known about each auditor beforehand, 1/variance."""
        return 1 / self.auditor**2


@dataclass(frozen=True, eq=False)
class Contrasts:
    """Standard deviations of the differences between any two of the auditors, in logits."""

    variance: Floats
    """Shape (auditors, auditors); infinite between two who cannot be compared."""

    def between(self, one: int, other: int) -> float | None:
        """Of two auditors, by position; ``None`` where they cannot be compared."""
        variance = float(self.variance[one, other])
        return sqrt(variance) if np.isfinite(variance) else None

    @cached_property
    def _comparable(self) -> Floats:
        above = self.variance[np.triu_indices(len(self.variance), 1)]
        return np.sqrt(above[np.isfinite(above)])

    @property
    def comparable(self) -> int:
        """How many pairs of auditors can be compared."""
        return len(self._comparable)

    @property
    def mean(self) -> float | None:
        """Over the pairs that can be compared; ``None`` where no two can."""
        return float(self._comparable.mean()) if self.comparable else None

    @property
    def greatest(self) -> float | None:
        """Of the pairs that can be compared; ``None`` where no two can."""
        return float(self._comparable.max()) if self.comparable else None

    @property
    def why_not(self) -> str | None:
        """Why there is no mean."""
        return None if self.comparable else NOBODY_SHARES


def contrasts(
    of: Network, variation: Variation | None = None, *, pooled: bool = False
) -> Contrasts:
    """How well any two auditors can be compared from the cases that they share.

    ``pooled`` adds what is known beforehand, that auditors differ by no more than they do: then
    any two can be compared, those who share nothing with variance 2sa². Dense, so of the order
    of auditors³: not for the pages of thousands of auditors.
    """
    variation = variation or Variation()
    if pooled:
        return Contrasts(resistance(pooled_inverse(of, variation)))
    same = of.component[:, None] == of.component
    # The space that a component's Laplacian leaves out is that of equal values; filling it with
    # ones changes no difference within the component, and makes the whole matrix invertible.
    sizes = np.bincount(of.component)[of.component]
    inverse = _inverse(laplacian(of, variation) + same / sizes)
    return Contrasts(np.where(same, resistance(inverse), np.inf))


def laplacian(of: Network, variation: Variation) -> Floats:
    """L = Σ w b b' over shared cases, shape (auditors, auditors)."""
    size = len(of.auditors)
    weight = variation.weight * of.worth
    matrix = np.zeros((size, size))
    one, other = of.pairs.T
    matrix[one, other] = matrix[other, one] = -weight
    matrix[np.diag_indices(size)] = -matrix.sum(axis=0)
    return matrix


def pooled_inverse(of: Network, variation: Variation) -> Floats:
    """(L + I/sa²)⁻¹: posterior covariance of the auditors from shared cases alone."""
    matrix = laplacian(of, variation)
    matrix[np.diag_indices(len(matrix))] += variation.ridge
    return _inverse(matrix)


def resistance(inverse: Floats) -> Floats:
    """b'Pb of every pair: variances of differences, shape as ``inverse``."""
    own = inverse.diagonal()
    between: Floats = np.maximum(own[:, None] + own - 2 * inverse, 0.0)
    np.fill_diagonal(between, 0.0)
    return between


def _inverse(matrix: Floats) -> Floats:
    """Of a positive definite matrix, from its Cholesky factor: half the work of solving."""
    if not len(matrix):
        return matrix
    factor, _ = dpotrf(matrix, lower=True)
    lower = np.tril(dpotri(factor, lower=True)[0])
    inverse: Floats = lower + np.tril(lower, -1).T
    return inverse
