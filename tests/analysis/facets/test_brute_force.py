"""Brute force is right: ConQuest, TAM, mirt and lme4 find what it finds."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from numpy.typing import NDArray
from tests.analysis.facets import brute_force
from tests.analysis.facets.brute_force import Maximum, Model, Parameters

HERE = Path(__file__).parent
PUBLISHED = yaml.safe_load((HERE / "published.yaml").read_text(encoding="utf-8"))
KNOWN = yaml.safe_load((HERE / "brute_force.yaml").read_text(encoding="utf-8"))
ESSAYS = "essays.csv"
QUICK = [each for each in PUBLISHED if each["file"] != ESSAYS and not each["model"].get("halo")]
COARSE = 121
"""Points of the grid that are enough with halo; four times as many change nothing to 1e-9."""


@pytest.mark.slow
@pytest.mark.parametrize("published", QUICK, ids=lambda each: each["name"])
def test_maximise_file_of_another_program_finds_its_results(published: dict[str, Any]) -> None:
    ratings = brute_force.read(HERE / "data" / published["file"])
    found = brute_force.maximise(ratings, Model(**published["model"]))
    assert found.steepest < 1e-5
    for quantity, expected in published["expected"].items():
        if quantity != "severity_se":
            assert _value(found, quantity) == pytest.approx(
                np.array(expected["value"]), abs=expected["tolerance"], rel=0
            ), quantity


@pytest.mark.slow
@pytest.mark.parametrize("known", KNOWN, ids=lambda each: each["name"])
def test_log_likelihood_at_stored_maximum_is_as_stored_and_flat(known: dict[str, Any]) -> None:
    ratings = brute_force.read(HERE / "data" / known["file"])
    model = Model(halo=True, nodes=COARSE) if known["halo_sd"] else Model()
    best = brute_force.log_likelihood(ratings, _parameters(known), model)
    assert -2 * best == pytest.approx(known["deviance"], abs=1e-7)
    for quantity in ("case_sd", "halo_sd") if model.halo else ("case_sd",):
        for near in (0.999, 1.001):
            beside = _parameters(known | {quantity: known[quantity] * near})
            assert 0 < best - brute_force.log_likelihood(ratings, beside, model) < 1e-3


def test_stored_maximum_is_as_near_to_other_programs_as_they_can_come() -> None:
    for published in PUBLISHED:
        known = _known(published["file"], halo=bool(published["model"].get("halo")))
        for quantity, expected in published["expected"].items() if known else ():
            value, tolerance = np.array(expected["value"]), expected["tolerance"]
            assert np.array(known[quantity]) == pytest.approx(value, abs=tolerance, rel=0), quantity


def _known(file: str, *, halo: bool) -> dict[str, Any]:
    """What is stored of a file, if anything is."""
    found = (each for each in KNOWN if each["file"] == file and bool(each["halo_sd"]) is halo)
    known: dict[str, Any] = next(found, {})
    return known


def _parameters(known: dict[str, Any]) -> Parameters:
    difficulty = np.array(known["difficulty"])
    thresholds = np.tile(known["thresholds"], (len(difficulty), 1))
    return Parameters(
        np.array(known["severity"]),
        difficulty,
        thresholds,
        known.get("condition", 0.0),
        known["case_sd"],
        known["halo_sd"],
    )


def _value(found: Maximum, quantity: str) -> float | NDArray[np.float64]:
    parameters = found.parameters
    if quantity == "deviance":
        return -2 * found.log_likelihood
    if quantity == "difficulty_contrasts":
        contrasts: NDArray[np.float64] = parameters.difficulty - parameters.difficulty.mean()
        return contrasts
    value: float | NDArray[np.float64] = getattr(parameters, quantity)
    if quantity == "thresholds" and np.ptp(parameters.thresholds, axis=0).max() == 0:
        first: NDArray[np.float64] = parameters.thresholds[0]
        return first
    return value
