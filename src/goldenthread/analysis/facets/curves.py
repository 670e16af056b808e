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
        total: Floats = self.at_least.sum(axis=-1)
        return total

    def covariance(self) -> Floats:
        """Covariance of passing step ``k`` and ``l``, (locations, categories, steps, steps)."""
        p = self.at_least
        steps = np.arange(p.shape[-1])
        later = np.maximum.outer(steps, steps)
        both: Floats = p[..., later] - p[..., :, None] * p[..., None, :]
        return both


def curves(locations: Floats, steps: Floats) -> Curves:
    """Curves at ``locations`` (n) for step difficulties ``steps`` (categories, steps).

    >>> even = curves(np.array([0.0]), np.array([[-1.0, 0.0, 1.0]]))
    >>> float(even.expected()[0, 0])
    1.5
    """
    logits = [np.zeros((len(locations), len(steps)))]
    for step in steps.T:  # a loop over few steps is faster than numpy along a short axis
        logits.append(logits[-1] + np.subtract.outer(locations, step))
    top = np.maximum.reduce(logits)
    weights = [np.exp(each - top) for each in logits]
    total = np.add.reduce(weights)
    at_least = np.empty((*total.shape, steps.shape[1]))
    passing = np.zeros_like(total)
    for k in range(steps.shape[1] - 1, -1, -1):
        passing += weights[k + 1]
        np.divide(passing, total, out=at_least[..., k])
    return Curves(at_least, top + np.log(total))
