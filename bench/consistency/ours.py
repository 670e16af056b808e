"""Our own model as the simulations and the peers' bench call it."""

import numpy as np
from bench.consistency.coverage import Severities

from goldenthread.analysis.facets.estimates import AuditorEstimate
from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.facets.options import Options
from goldenthread.analysis.grades import Grades


def severities(grades: Grades) -> Severities:
    """Estimates and intervals of the whole model, as they are printed."""
    return _severities(grades, Options())


def severities_without_halo(grades: Grades) -> Severities:
    """The same with the assumption that sixteen grades of one child are sixteen judgements."""
    return _severities(grades, Options(halo=False))


def _severities(grades: Grades, options: Options) -> Severities:
    found = np.full((3, len(grades.auditors)), np.nan)
    for each in fit(grades, options).auditors:
        found[:, each.auditor] = _printed(each)
    return Severities(*found)


def _printed(each: AuditorEstimate) -> tuple[float, float, float]:
    severity = each.severity
    return severity.value, severity.interval.lower, severity.interval.upper
