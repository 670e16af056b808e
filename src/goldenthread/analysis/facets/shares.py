"""How much of the difference between audits is the children, and how much who looked.

Of the difference between two children's audits by one auditor each, the children's share is
``case / (case + auditor + halo)`` in variances; with ``m`` different auditors each, what is not
the child divides by ``m``.
"""

import numpy as np

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import Z95, Estimate, Share
from goldenthread.analysis.facets.model import Model
from goldenthread.analysis.facets.posterior import Posterior, log_sd_axes
from goldenthread.analysis.intervals import Interval

READERS = (1, 2, 3)


def shares(model: Model, posterior: Posterior) -> tuple[Share, ...]:
    """Shares for one, two and three auditors a child, with intervals on the logit scale."""
    logs = log_sds(model, posterior)
    weights = np.array([point.weight for point in posterior.points])
    middle = weights @ logs
    covariance = ((logs - middle) * weights[:, None]).T @ (logs - middle)
    if len(weights) == 1:
        axes = log_sd_axes(model, posterior.points[0].at)
        covariance = axes @ axes.T
    return tuple(_share(count, middle, covariance) for count in READERS)


def _share(auditors: int, logs: Floats, covariance: Floats) -> Share:
    """By the delta method, from the logs of the sds of case, then of all that is not the case."""
    others = np.exp(2 * logs[1:])
    rest = float(np.sum(others))
    logit = float(2 * logs[0] - np.log(rest / auditors))
    slope = np.array([2.0, *(-2 * other / rest for other in others)])
    se = float(np.sqrt(slope @ covariance @ slope))
    value, lower, upper = (_inverse_logit(logit + z * se) for z in (0.0, -Z95, Z95))
    return Share(auditors, Estimate(value, se * value * (1 - value), Interval(lower, upper)))


def _inverse_logit(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))


def log_sds(model: Model, posterior: Posterior) -> Floats:
    """Logs of the sds of case, halo (where in the model) and auditors, shape (points, sds)."""
    return np.stack(
        [
            np.append(point.at.vector[model.log_sds()], np.log(point.at.auditor or 1.0))
            for point in posterior.points
        ]
    )
