"""The model finds what ConQuest, TAM, mirt, lme4 and brute force find on the same files."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray
from tests.analysis.facets.files import grades

from goldenthread.analysis.facets.estimates import Fit
from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.facets.options import Auditors, Options

HERE = Path(__file__).parent
PUBLISHED = yaml.safe_load((HERE / "published.yaml").read_text(encoding="utf-8"))
KNOWN = yaml.safe_load((HERE / "brute_force.yaml").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("published", PUBLISHED, ids=lambda each: each["name"])
def test_fit_file_of_another_program_finds_its_results(published: dict[str, Any]) -> None:
    fitted = fit(grades(published["file"]), _options(**published["model"]))
    assert fitted.converged
    for quantity, expected in published["expected"].items():
        _must_be(_value(fitted, quantity), expected["value"], expected["tolerance"])


@pytest.mark.slow
@pytest.mark.parametrize("known", KNOWN, ids=lambda each: each["name"])
def test_fit_file_is_where_brute_force_found_the_maximum(known: dict[str, Any]) -> None:
    conditions = "condition" in known
    options = _options(halo=bool(known["halo_sd"]), conditions=conditions)
    fitted = fit(grades(known["file"]), options)
    assert fitted.deviance == pytest.approx(known["deviance"], abs=1e-6)
    for quantity in ("severity", "thresholds", "case_sd", "halo_sd"):
        _must_be(_value(fitted, quantity), known[quantity], 2e-6)
    if conditions:  # brute force counts difficulties from with, the model from without
        _must_be(_value(fitted, "condition"), known["condition"], 2e-6)
    else:
        _must_be(_value(fitted, "difficulty"), known["difficulty"], 2e-6)


def _options(
    *, halo: bool = False, conditions: bool = False, partial_credit: bool = False
) -> Options:
    return Options(Auditors.FIXED, halo, False, conditions, partial_credit)


def _must_be(found: float | NDArray[np.float64], expected: object, tolerance: float) -> None:
    """One row of thresholds stands for those of all categories."""
    wanted = np.broadcast_to(np.array(expected), np.shape(found))
    assert found == pytest.approx(wanted, abs=tolerance, rel=0)


def _value(fitted: Fit, quantity: str) -> float | NDArray[np.float64]:
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
