"""The halo on a grid: how the child's place spreads over what single readings see."""

from dataclasses import dataclass

import numpy as np

from goldenthread.analysis.facets.curves import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Kernel:
    """Normal kernel from the child's place (rows) to the reading's (columns), rows adding to 1.

    Being normalised on the grid it stays a kernel however small the halo is: below about half the
    spacing it tends to the identity, which is no halo.
    """

    spread: Floats
    """Shape (nodes, nodes)."""
    slope: Floats
    """Score of the log of the halo's standard deviation, shape (nodes, nodes)."""
    sloped: Floats
    """Both multiplied."""
    curvature: Floats
    """Part of its complete information that does not depend on the reading, shape (nodes,)."""

    def forward(self, readings: Floats) -> Floats:
        """From functions of the reading's place to functions of the child's, along axis 1."""
        return np.matmul(self.spread, readings) if readings.ndim == 3 else readings @ self.spread.T


def kernel(nodes: Floats, halo: float | None) -> Kernel | None:
    """The kernel of a halo with this standard deviation; ``None`` where there is none."""
    if halo is None:
        return None
    squares = np.subtract.outer(nodes, nodes) ** 2
    spread = np.exp(-0.5 * squares / halo**2)
    spread /= spread.sum(axis=1, keepdims=True)
    mean = (spread * squares).sum(axis=1, keepdims=True)
    slope = (squares - mean) / halo**2
    sloped = spread * slope
    return Kernel(spread, slope, sloped, (sloped * slope).sum(axis=1))
