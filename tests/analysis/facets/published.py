"""Results of other programs on files that are here too, and what our model says of them."""

from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from tests.analysis.facets.files import grades

from goldenthread.analysis.facets.estimates import Fit
from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.facets.options import Auditors, Options

HERE = Path(__file__).parent
PUBLISHED = yaml.safe_load((HERE / "published.yaml").read_text(encoding="utf-8"))
KNOWN = yaml.safe_load((HERE / "brute_force.yaml").read_text(encoding="utf-8"))


def fitted(published: dict[str, Any]) -> Fit:
    """The model that another program fitted, on the same file."""
    return fit(grades(published["file"]), fixed(**published["model"]))


def fixed(*, halo: bool = False, conditions: bool = False, partial_credit: bool = False) -> Options:
    """Fixed auditors and one population of children, as other programs have it."""
    return Options(Auditors.FIXED, halo, False, conditions, partial_credit)


def value(fitted: Fit, quantity: str) -> float | NDArray[np.float64]:
    """One quantity of a fit; arrays are in the order of the codes."""
    if quantity in ("severity", "severity_se"):
        severities = [each.severity for each in fitted.auditors]
        return np.array([each.value if quantity == "severity" else each.se for each in severities])
    difficulty = np.array([each.difficulty.value for each in fitted.categories])
    values: dict[str, float | NDArray[np.float64]] = {
        "deviance": fitted.deviance,
        "difficulty": difficulty,
        "difficulty_contrasts": difficulty - difficulty.mean(),
        "thresholds": np.array([each.thresholds for each in fitted.categories]),
        "condition": fitted.condition.value if fitted.condition else 0.0,
        "case_sd": fitted.variances.case**0.5,
        "halo_sd": (fitted.variances.halo or 0.0) ** 0.5,
    }
    return values[quantity]
