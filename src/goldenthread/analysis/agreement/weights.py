"""What a disagreement counts: agreement weights, and the distances of Krippendorff's alpha.

Weights are those of Gwet KL (2014) *Handbook of Inter-Rater Reliability*, 4th ed., ch. 3; quadratic
weights are Fleiss and Cohen's. Distances are those of Krippendorff K (2011) *Computing
Krippendorff's Alpha-Reliability*. Gwet's ordinal weights and Krippendorff's ordinal distances are
not each other's complement: the first count levels, the second the values that fall between them.
"""

from collections.abc import Sequence

import numpy as np

from goldenthread.analysis.agreement.ratings import Floats


def identity(levels: int) -> Floats:
    """Only equal grades agree."""
    return np.eye(levels)


def within_one(levels: int) -> Floats:
    """Grades next to each other agree as much as equal ones."""
    return (_apart(levels) <= 1).astype(np.float64)


def linear(levels: int) -> Floats:
    """Agreement falls by the same amount with every level between two grades.

    >>> linear(3)[0].tolist()
    [1.0, 0.5, 0.0]
    """
    return 1 - _apart(levels) / max(levels - 1, 1)


def quadratic(levels: int) -> Floats:
    """Agreement falls with the square of the levels between two grades.

    >>> quadratic(3)[0].tolist()
    [1.0, 0.75, 0.0]
    """
    return 1 - (_apart(levels) / max(levels - 1, 1)) ** 2


def ordinal(levels: int) -> Floats:
    """Agreement falls with the number of pairs of levels from one grade to the other.

    >>> ordinal(4)[0].round(4).tolist()
    [1.0, 0.8333, 0.5, 0.0]
    """
    pairs = _apart(levels) * (_apart(levels) + 1) / 2
    return 1 - pairs / max(levels * (levels - 1) / 2, 1)


def nominal_distances(shares: Floats) -> Floats:
    """1 between any two levels. ``shares`` are of the levels, shape (..., levels)."""
    levels = shares.shape[-1]
    return np.broadcast_to(1 - np.eye(levels), (*shares.shape[:-1], levels, levels))


def ordinal_distances(shares: Floats) -> Floats:
    """The square of the share of values between two levels, half of each level's own included."""
    middle = np.cumsum(shares, axis=-1) - shares / 2
    distances: Floats = (middle[..., :, np.newaxis] - middle[..., np.newaxis, :]) ** 2
    return distances


def interval_distances(values: Sequence[int]) -> Floats:
    """The square of the difference of two numbers, shape (levels, levels)."""
    number = np.asarray(values, dtype=np.float64)
    distances: Floats = (number[:, np.newaxis] - number) ** 2
    return distances


def ratio_distances(values: Sequence[int]) -> Floats:
    """The square of the difference over the sum of two numbers, neither below 0.

    >>> ratio_distances([0, 1, 3]).round(2)[1].tolist()
    [1.0, 0.0, 0.25]
    """
    number = np.asarray(values, dtype=np.float64)
    difference, total = number[:, np.newaxis] - number, number[:, np.newaxis] + number
    share = np.divide(difference, total, out=np.zeros_like(total), where=total != 0)
    distances: Floats = share**2
    return distances


def _apart(levels: int) -> Floats:
    """How many levels two grades are apart."""
    level = np.arange(levels, dtype=np.float64)
    apart: Floats = np.abs(level[:, np.newaxis] - level)
    return apart
