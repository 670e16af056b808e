"""Where the search begins: steps from how often they were passed, everything else in the middle."""

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.layout import Layout
from goldenthread.analysis.facets.moments import Spread

USUAL = Spread(case=1.2, halo=0.5, auditor=0.5)
"""Standard deviations that practice audits are thought to have, before any data."""


def start(layout: Layout, graded: Floats) -> Floats:
    """A vector to begin with; ``graded`` is how many grades each category has.

    A step passed by a share ``p`` is about ``1.3 × log((1 - p) / p)`` logits up: less than that
    would be the steps of grades without differences between children.
    """
    share = np.clip((layout.passed + 0.5) / (graded[:, None] + 1), 0.002, 0.998)
    steps = 1.3 * np.log((1 - share) / share)
    vector = np.zeros(layout.sds.stop)
    if layout.teams:
        vector[layout.team_means] = -steps.mean()
        steps = steps - steps.mean()
    free, *_ = np.linalg.lstsq(layout.design, steps.ravel(), rcond=None)
    vector[layout.free] = free
    vector[layout.sds] = np.log([USUAL.case, USUAL.halo or 1.0])
    return vector
