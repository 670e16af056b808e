"""The model finds what ConQuest, TAM, mirt, lme4 and brute force find on the same files."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.analysis.facets.files import grades
from tests.analysis.facets.published import KNOWN, PUBLISHED, fitted, fixed, value

from goldenthread.analysis.facets.fit import fit


@pytest.mark.slow
@pytest.mark.parametrize("published", PUBLISHED, ids=lambda each: each["name"])
def test_fit_file_of_another_program_finds_its_results(published: dict[str, Any]) -> None:
    found = fitted(published)
    assert found.converged
    for quantity, expected in published["expected"].items():
        _must_be(value(found, quantity), expected["value"], expected["tolerance"])


@pytest.mark.slow
@pytest.mark.parametrize("known", KNOWN, ids=lambda each: each["name"])
def test_fit_file_is_where_brute_force_found_the_maximum(known: dict[str, Any]) -> None:
    conditions = "condition" in known
    options = fixed(halo=bool(known["halo_sd"]), conditions=conditions)
    found = fit(grades(known["file"]), options)
    assert found.deviance == pytest.approx(known["deviance"], abs=1e-6)
    for quantity in ("severity", "thresholds", "case_sd", "halo_sd"):
        _must_be(value(found, quantity), known[quantity], 2e-6)
    if conditions:  # brute force counts difficulties from with, the model from without
        _must_be(value(found, "condition"), known["condition"], 2e-6)
    else:
        _must_be(value(found, "difficulty"), known["difficulty"], 2e-6)


def _must_be(found: float | NDArray[np.float64], expected: object, tolerance: float) -> None:
    """One row of thresholds stands for those of all categories."""
    wanted = np.broadcast_to(np.array(expected), np.shape(found))
    assert found == pytest.approx(wanted, abs=tolerance, rel=0)
