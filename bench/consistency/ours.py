"""Our own model as the simulations and the peers' bench call it."""

import numpy as np
from bench.consistency.coverage import Severities

from goldenthread.analysis.facets.estimates import Z95, Fit
from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.grades import Grades


def severities(grades: Grades) -> Severities:
    """Estimates and intervals of the whole model, with its usual options."""
    return contrasts(fit(grades), len(grades.auditors))


def contrasts(fitted: Fit, auditors: int) -> Severities:
    """Each auditor against the mean of all auditors of the file, whatever connects them."""
    known = fitted.contrasts
    centre = np.eye(len(known.auditors)) - 1 / len(known.auditors)
    value = centre @ known.severity
    error = Z95 * np.sqrt(np.diag(centre @ known.covariance @ centre))
    found = np.full((3, auditors), np.nan)
    found[:, known.auditors] = value, value - error, value + error
    return Severities(*found)
