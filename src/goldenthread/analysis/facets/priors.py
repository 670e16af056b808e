"""Weak priors on the standard deviations, for pooled auditors only.

Half-normal, as is usual for the spread of a hierarchical model (Gelman 2006, *Bayesian Analysis*
1:515-534), on the scale of their logs. They keep a month's estimates in reason, and a year of
grades outweighs them.
"""

from dataclasses import dataclass
from math import log

import numpy as np

from goldenthread.analysis.facets.curves import Floats


@dataclass(frozen=True, slots=True)
class Priors:
    """Scales of the half-normal priors, in logits."""

    case: float = 2.0
    halo: float = 0.5
    auditor: float = 1.0

    def of_sds(self, logs: Floats) -> tuple[float, Floats, Floats]:
        """Log density of the logs of the sds of case and halo, its slope, less its curvature."""
        scaled = (np.exp(logs) / np.array([self.case, self.halo])) ** 2
        return float((logs - scaled / 2).sum()), 1 - scaled, 2 * scaled

    def of_auditor(self, sd: float) -> tuple[float, float, float]:
        """The same for the log of the standard deviation of auditors."""
        scaled = (sd / self.auditor) ** 2
        return log(sd) - scaled / 2, 1 - scaled, 2 * scaled
