"""Category curves: how likely each grade is at a place on the scale (Masters 1982).

With ``b[i, k]`` the difficulty of step ``k + 1`` of category ``i``, the log odds of grade
``k + 1`` against ``k`` at location ``v`` are ``v - b[i, k]``. The rating-scale model (Andrich 1978)
is ``b[i, k] = d[i] + tau[k]``.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Curves of every category at a set of locations."""

    at_least: Floats
    """Probability of grade ``k + 1`` or better, shape (locations, categories, steps)."""
    log_norm: Floats
    """Log of the sum that makes probabilities of them, shape (locations, categories)."""

    def expected(self) -> Floats:
        """Expected grade, shape (locations, categories)."""
        return total_of_steps(self.at_least)

    def variance(self) -> Floats:
        """Variance of the grade, shape (locations, categories)."""
        expected = self.expected()
        odd = 2 * np.arange(self.at_least.shape[-1]) + 1.0
        squares: Floats = self.at_least @ odd  # x² is the sum of the odd numbers up to 2x - 1
        return squares - expected**2


def total_of_steps(of_steps: Floats) -> Floats:
    """Sum over the last axis, which is short: there a loop is faster than numpy."""
    total = of_steps[..., 0].copy()
    for k in range(1, of_steps.shape[-1]):
        total += of_steps[..., k]
    return total


def curves(locations: Floats, steps: Floats) -> Curves:
    """Curves at ``locations`` (n) for step difficulties ``steps`` (categories, steps).

    >>> even = curves(np.array([0.0]), np.array([[-1.0, 0.0, 1.0]]))
    >>> float(even.expected()[0, 0])
    1.5
    """
    count = steps.shape[1]
    logits = np.zeros((count + 1, len(locations), len(steps)))
    for k in range(count):  # a loop over few steps is faster than numpy along a short axis
        np.subtract.outer(locations, steps[:, k], out=logits[k + 1])
        logits[k + 1] += logits[k]
    top = logits.max(axis=0)
    logits -= top
    weights = np.exp(logits, out=logits)
    total = weights.sum(axis=0)
    at_least = np.empty((*total.shape, count))
    passing = np.zeros_like(total)
    for k in range(count - 1, -1, -1):
        passing += weights[k + 1]
        np.divide(passing, total, out=at_least[..., k])
    return Curves(at_least, top + np.log(total))


def with_own_grade(at_least: Floats) -> Floats:
    """Covariance of passing a step with the grade of its category, shape of ``at_least``."""
    steps = at_least.shape[-1]
    covariance = np.empty_like(at_least)
    after = np.zeros(at_least.shape[:-1])
    expected = total_of_steps(at_least)
    for k in range(steps - 1, -1, -1):  # faster than numpy along a short axis
        passing = at_least[..., k]
        covariance[..., k] = passing * (k + 1 - expected) + after
        after += passing
    return covariance


def covariance_of_steps(mass: Floats, at_least: Floats) -> Floats:
    """Sum over places and nodes of the covariances of passing two steps of one category.

    ``mass`` weighs each category, shape (..., categories), and ``at_least`` has one axis more.
    The result is (categories × steps)², 0 between categories.
    """
    categories, steps = at_least.shape[-2:]
    mass, at_least = mass.reshape(-1, categories), at_least.reshape(-1, categories, steps)
    covariance = np.zeros((categories, steps, categories, steps))
    each = np.arange(categories)
    for later in range(steps):
        weighted = mass * at_least[..., later]
        passed = weighted.sum(axis=0)
        for k in range(later + 1):
            both = passed - np.einsum("ni,ni->i", weighted, at_least[..., k])
            covariance[each, k, each, later] = covariance[each, later, each, k] = both
    return covariance.reshape(categories * steps, categories * steps)
