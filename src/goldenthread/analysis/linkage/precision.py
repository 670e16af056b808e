"""What one more shared case would tell, for every case and reader at once.

With P the inverse of the Laplacian and its ridge, a case shared by two auditors adds w b b' to
what is inverted. Sherman and Morrison (1950) give the new inverse, P - c v v' with v = Pb and
c = w / (1 + w b'Pb), so that the variances of all differences between n auditors fall by
n c |v|² together: the columns of P add to the same number before and after.
"""

from math import sqrt

import numpy as np
from scipy.linalg.blas import dgemm

from goldenthread.analysis.linkage.contrasts import resistance
from goldenthread.analysis.linkage.network import Floats, Ints


class Precision:
    """Gains of every case and reader, kept up to date as second readings are added.

    A month's design takes as long as the passes over these arrays do: hence few, and in place.
    """

    def __init__(self, inverse: Floats, auditor: Ints, reader: Ints, weight: float) -> None:
        """Of cases first read by ``auditor``, and of readers, both by position in ``inverse``."""
        self._inverse, self._weight = inverse, weight
        self._auditor, self._reader = auditor, reader
        self._added: list[Floats] = []
        """√c v of each second reading added."""
        first, row = np.unique(auditor, return_inverse=True)
        variance = self._of_pairs(inverse.diagonal(), inverse[np.ix_(first, reader)][row])
        self._divisor: Floats = 1.0 + weight * variance
        """1 + w b'Pb, shape (cases, readers)."""
        squares = np.einsum("ij,ij->i", inverse, inverse)
        self._length = self._of_pairs(squares, (inverse[first] @ inverse[:, reader])[row])
        """|Pb|², shape (cases, readers)."""
        self._gains = np.empty_like(self._length)

    def _of_pairs(self, own: Floats, across: Floats) -> Floats:
        """b'Mb of every case and reader, of the diagonal of M and what is across them."""
        values: Floats = own[self._auditor][:, None] + own[self._reader] - 2 * across
        return values

    def gains(self) -> Floats:
        """What each reading would gain, in equal but arbitrary units; good until asked again."""
        return np.divide(self._length, self._divisor, out=self._gains)

    def gain(self, case: int, reader: int) -> float:
        """By how much one reading would make the sum of all variances fall, in logit²."""
        share = self._length[case, reader] / self._divisor[case, reader]
        return float(len(self._inverse) * self._weight * share)

    def variance(self, case: int, reader: int) -> float:
        """b'Pb, the variance of the difference between a case's auditor and a reader."""
        return float(self._divisor[case, reader] - 1) / self._weight

    def add(self, case: int, reader: int) -> None:
        """Count a second reading of a case, by position, in everything that follows."""
        one, other = self._auditor[case], self._reader[reader]
        v = self._inverse[one] - self._inverse[other]
        for added in self._added:
            v -= (added[one] - added[other]) * added
        v *= sqrt(self._weight / (1 + self._weight * float(v[one] - v[other])))
        u = 2 * self._times(v) - float(v @ v) * v
        ones = np.ones_like(v)
        self._take(self._length, np.array((u * v, ones, -u, -v)), np.array((ones, u * v, v, u)))
        self._added.append(v)
        v = sqrt(self._weight) * v
        self._take(self._divisor, np.array((v * v, ones, -2 * v)), np.array((ones, v * v, v)))

    def _take(self, grid: Floats, auditors: Floats, readers: Floats) -> None:
        """Take Σ auditors[k] readers[k] of every case and reader from a grid, in one pass.

        So (v_a - v_r)² is taken as v_a² + v_r² - 2 v_a v_r.
        """
        dgemm(
            alpha=-1.0,
            a=readers[:, self._reader].T,
            b=auditors[:, self._auditor],
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

    def _times(self, vector: Floats) -> Floats:
        product: Floats = self._inverse @ vector
        for added in self._added:
            product -= float(added @ vector) * added
        return product
