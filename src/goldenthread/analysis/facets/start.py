"""Where the search begins: steps from how often they were passed, everything else in the middle."""

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.layout import Layout
from goldenthread.analysis.facets.moments import Spread
from goldenthread.analysis.facets.sample import Sample

USUAL = Spread(case=1.2, halo=0.5, auditor=0.5)
"""Standard deviations that practice audits are thought to have, before any data."""


PROMPT = 1.4
"""Logits of place for each logit of the share of steps passed, children being different."""
FEW = 2.0
"""Readings that count against what an auditor's own say."""


def start(layout: Layout, sample: Sample) -> Floats:
    """A vector to begin with.

    A step passed by a share ``p`` is about ``1.3 × log((1 - p) / p)`` logits up: less than that
    would be the steps of grades without differences between children.
    """
    share = np.clip((layout.passed + 0.5) / (sample.graded()[:, None] + 1), 0.002, 0.998)
    steps = 1.3 * np.log((1 - share) / share)
    vector = np.zeros(layout.sds.stop)
    vector[: layout.severities] = _severities(sample)[: layout.severities]
    if layout.teams:
        vector[layout.team_means] = -steps.mean()
        steps = steps - steps.mean()
    free, *_ = np.linalg.lstsq(layout.design, steps.ravel(), rcond=None)
    vector[layout.free] = free
    vector[layout.sds] = np.log([USUAL.case, USUAL.halo or 1.0])
    return vector


def _severities(sample: Sample) -> Floats:
    """Severities by the share of steps that each auditor's readings passed, adding to 0."""
    count = len(sample.auditors)
    passed, steps, times = np.zeros((3, count))
    for readings in (sample.single, sample.shared):
        auditor = sample.places.auditor[readings.place]
        graded = readings.patterns.sum(axis=1)[readings.pattern]
        passed += np.bincount(auditor, readings.total, count)
        steps += np.bincount(auditor, graded * sample.steps, count)
        times += np.bincount(auditor, minlength=count)
    share = (passed + 1) / (steps + 2)
    logits = -PROMPT * np.log(share / (1 - share)) * times / (times + FEW)
    centred: Floats = logits - logits.mean()
    return centred
