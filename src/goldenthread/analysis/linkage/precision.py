"""What one more shared case would tell, for every case and reader at once.

With P the inverse of the Laplacian and its ridge, a case shared by two auditors adds w b b' to
what is inverted. Sherman and Morrison (1950) give the new inverse, P - c v v' with v = Pb and
c = w / (1 + w b'Pb), so that the variances of all differences between n auditors fall by
n c |v|² together: the columns of P add to the same number before and after.
"""

from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.blas import sgemm

from goldenthread.analysis.linkage.contrasts import resistance
from goldenthread.analysis.linkage.network import Floats, Ints

Grid = NDArray[np.float32]
"""Shape (cases, readers). Half the digits take half the time, and do to choose by; what is told
of a choice is computed anew with all of them."""


class Step(NamedTuple):
    """What a second reading changed, in logit²."""

    before: float
    """Variance of the difference between the two auditors."""
    after: float
    gain: float
    """By how much the sum of the variances of all differences fell."""


class Precision:
    """Gains of every case and reader, kept up to date as second readings are added.

    A month's design takes as long as the passes over these grids do: hence few, and in place.
    """

    def __init__(self, inverse: Floats, auditor: Ints, reader: Ints, weight: float) -> None:
        """Of cases first read by ``auditor``, and of readers, both by position in ``inverse``."""
        self._inverse, self._weight = inverse, weight
        self._auditor, self._reader = auditor, reader
        self._added: list[Floats] = []
        """√c v of each second reading added."""
        first, row = np.unique(auditor, return_inverse=True)
        own, across = inverse.diagonal(), inverse[np.ix_(first, reader)][row]
        self._divisor = self._grid(own, across, weight)
        self._divisor += 1
        """1 + w b'Pb."""
        squares = np.einsum("ij,ij->i", inverse, inverse)
        self._length = self._grid(squares, (inverse[first] @ inverse[:, reader])[row], 1.0)
        """|Pb|²."""
        self._gains = np.empty_like(self._length)

    def _grid(self, own: Floats, across: Floats, times: float) -> Grid:
        """b'Mb of every case and reader, of the diagonal of M and what is across them."""
        values = own[self._auditor][:, None] + own[self._reader] - 2 * across
        return np.ascontiguousarray(times * values, dtype=np.float32)

    def gains(self) -> Grid:
        """What each reading would gain, in equal but arbitrary units; good until asked again."""
        return np.divide(self._length, self._divisor, out=self._gains)

    def add(self, case: int, reader: int) -> Step:
        """Count a second reading of a case, by position, in everything that follows."""
        one, other = self._auditor[case], self._reader[reader]
        v = self._inverse[one] - self._inverse[other]
        for added in self._added:
            v -= (added[one] - added[other]) * added
        before = float(v[one] - v[other])
        v *= sqrt(self._weight / (1 + self._weight * before))
        length = float(v @ v)
        u = 2 * self._times(v) - length * v
        ones = np.ones_like(v)
        self._take(self._length, np.array((u * v, ones, -u, -v)), np.array((ones, u * v, v, u)))
        self._added.append(v)
        v = sqrt(self._weight) * v
        self._take(self._divisor, np.array((v * v, ones, -2 * v)), np.array((ones, v * v, v)))
        after = before / (1 + self._weight * before)
        return Step(before, after, len(self._inverse) * length)

    def _times(self, vector: Floats) -> Floats:
        product: Floats = self._inverse @ vector
        for added in self._added:
            product -= float(added @ vector) * added
        return product

    def _take(self, grid: Grid, auditors: Floats, readers: Floats) -> None:
        """Take Σ auditors[k] readers[k] of every case and reader from a grid, in one pass.

        So (v_a - v_r)² is taken as v_a² + v_r² - 2 v_a v_r.
        """
        sgemm(
            alpha=-1.0,
            a=readers[:, self._reader].T.astype(np.float32),
            b=auditors[:, self._auditor].astype(np.float32),
            beta=1.0,
            c=grid.T,
            overwrite_c=True,
        )

    def contrasts(self, among: Ints) -> Floats:
        """Variances of the differences between ``among``, with all that was added."""
        inverse = self._inverse[np.ix_(among, among)]
        if self._added:
            added = np.array(self._added)[:, among]
            inverse = inverse - added.T @ added
        return resistance(inverse)
