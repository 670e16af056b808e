"""Auditors: how each grades beside colleagues, in logits and in grades."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from goldenthread.analysis.facets.curves import Floats, curves
from goldenthread.analysis.facets.estimates import Z95, AuditorEstimate, Estimate
from goldenthread.analysis.facets.misfit import Misfit
from goldenthread.analysis.facets.sample import Ints, Sample
from goldenthread.analysis.facets.summary import Summary
from goldenthread.analysis.intervals import Interval

TIMES = 60
"""Halvings of an interval of normal quantiles: to the last digit."""


@dataclass(frozen=True, slots=True, eq=False)
class Average:
    """The reading that fair averages are of: mean child, mean category, mean condition."""

    place: float
    steps: Floats
    levels: Ints
    """Levels in use: a level that nobody gave is a grade all the same."""

    def grades(self, severity: Floats) -> Floats:
        """Probability of each level in use, worst first, shape (severities, levels)."""
        at_least = curves(self.place - severity, self.steps[None, :]).at_least[:, 0, :]
        padded = np.hstack([np.ones((len(severity), 1)), at_least, np.zeros((len(severity), 1))])
        return padded[:, :-1] - padded[:, 1:]

    def grade(self, severity: Floats) -> Floats:
        """Expected grade, counted from 0 at the worst level of the scale."""
        expected: Floats = self.grades(severity) @ self.levels
        return expected


def average(sample: Sample, summary: Summary) -> Average:
    """The mean of what readings have in common, each reading counting once."""
    layout, vector = summary.layout, summary.vector
    times = np.zeros(len(sample.places.auditor))
    for readings in (sample.single, sample.shared):
        times += np.bincount(readings.place, minlength=len(times))
    without = vector[: layout.located].copy()
    without[: layout.severities] = 0.0
    place = -float(times @ (layout.places @ without) / times.sum())
    return Average(place, summary.steps.difficulties().mean(axis=0), sample.levels)


def auditor_estimates(
    sample: Sample, summary: Summary, misfit: Misfit
) -> tuple[AuditorEstimate, ...]:
    """Estimates of all auditors in the sample, by their position."""
    value = summary.weights @ summary.means
    square = summary.weights @ (summary.variances + summary.means**2)
    se = np.sqrt(np.maximum(square - value**2, 0.0))
    lower, upper = _quantile(summary, -Z95), _quantile(summary, Z95)
    fair = average(sample, summary)
    average_at = [fair.grade(each) for each in (value, lower, upper)]
    slope = np.abs(fair.grade(value + 1e-4) - fair.grade(value - 1e-4)) / 2e-4
    chances = fair.grades(value)
    return tuple(
        AuditorEstimate(
            auditor=int(auditor),
            severity=Estimate(
                float(value[i]), float(se[i]), Interval(float(lower[i]), float(upper[i]))
            ),
            fair_average=Estimate(
                float(average_at[0][i]),
                float(slope[i] * se[i]),
                Interval(float(average_at[2][i]), float(average_at[1][i])),
            ),
            fair_grades=tuple(float(p) for p in chances[i]),
            infit=misfit.infit[i],
            outfit=misfit.outfit[i],
        )
        for i, auditor in enumerate(sample.auditors)
    )


def _quantile(summary: Summary, z: float) -> Floats:
    """Of the mixture of normals that the points make, where the standard normal one is at ``z``."""
    sd = np.sqrt(np.maximum(summary.variances, 1e-300))
    low = (summary.means - 12 * sd).min(axis=0)
    high = (summary.means + 12 * sd).max(axis=0)
    wanted = float(ndtr(z))
    for _ in range(TIMES):
        middle = (low + high) / 2
        below = summary.weights @ ndtr((middle - summary.means) / sd) < wanted
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    found: Floats = (low + high) / 2
    return found
