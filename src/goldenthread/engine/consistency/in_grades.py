"""From logits to grades: what differences are worth for a usual child, auditor and category."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from goldenthread.analysis.facets.auditors import Average
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.estimates import Estimate, Fit
from goldenthread.analysis.phrases.consistency_amounts import Estimated

_FARTHEST = 60.0
"""Logits beyond which every grade is the best or the worst."""
_ENOUGH = 200
"""Others whose grades are averaged one by one; of more, so many of them all over their range."""
_NEAR = 0.05
"""Logits either way of the usual place from which the worth of one is taken."""


@dataclass(frozen=True, slots=True)
class InGrades:
    """Differences in grades at the usual reading; below 0 for lower grades."""

    average: Average

    @property
    def usual(self) -> float:
        """Expected grade where auditor, child and category are the mean ones."""
        return self._grade(0.0)

    def lower_by(self, logits: Estimate) -> Estimated:
        """What grading lower, or being graded lower, by so many logits comes to."""
        interval = logits.interval
        return Estimated(*map(self._apart, (logits.value, interval.upper, interval.lower)))

    def beside_others(self, severity: Estimate, others: Floats) -> Estimated:
        """How an auditor grades beside others, whose severities are ``others``, on average.

        Severities are beside the mean of them all, the auditor included: were the auditor's at
        an end of its range, the others' would lie as much the other way together.
        """
        many, some = len(others), _some(others)
        interval = severity.interval
        return Estimated(
            *(
                self._grade(x) - self._mean_grade(some + (severity.value - x) / many)
                for x in (severity.value, interval.upper, interval.lower)
            )
        )

    def higher_by(self, logits: Estimate) -> Estimated:
        """What being graded higher by so many logits comes to."""
        interval = logits.interval
        return Estimated(*(self._apart(-x) for x in (logits.value, interval.lower, interval.upper)))

    @property
    def per_logit(self) -> float:
        """How many grades a logit is worth near the usual place."""
        return (self._apart(-_NEAR) - self._apart(_NEAR)) / (2 * _NEAR)

    def _apart(self, logits: float) -> float:
        return self._grade(logits) - self._grade(0.0)

    def _grade(self, lower_by: float) -> float:
        return self._mean_grade(np.array([lower_by]))

    def _mean_grade(self, lower_by: Floats) -> float:
        return float(self.average.grade(lower_by).mean())


def _some(others: Floats) -> Floats:
    """Every so manieth of ``others`` by size, where they are more than the mean of them needs."""
    apart = -(-len(others) // _ENOUGH)
    return np.sort(others)[(apart - 1) // 2 :: apart]


def in_grades(fit: Fit) -> InGrades:
    """Find the reading that the fair averages of ``fit`` are of: where its curve meets them."""
    steps, levels = np.array(fit.thresholds), np.array(fit.levels)
    middle = (levels[0] + levels[-1]) / 2
    known = min(fit.auditors, key=lambda each: abs(each.fair_average.value - middle))

    def above(place: float) -> float:
        grade = Average(place, steps, levels).grade(np.array([known.severity.value]))[0]
        return float(grade) - known.fair_average.value

    return InGrades(Average(float(brentq(above, -_FARTHEST, _FARTHEST)), steps, levels))
