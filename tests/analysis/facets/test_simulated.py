"""The simulations that the model's intervals are judged by do what they say."""

from dataclasses import replace

import numpy as np
import pytest
from bench.consistency.coverage import Scenario, Severities, measure
from bench.consistency.peers import accuracy
from bench.consistency.simulated import SIZES, simulate

from goldenthread.analysis.grades import MISSING, WITHOUT, Grades

TEAMS = replace(SIZES["M"], teams=2, doubles=0.2)


def test_simulate_the_same_run_gives_the_same_file() -> None:
    first, again = simulate(SIZES["S"], 3), simulate(SIZES["S"], 3)
    assert np.array_equal(first.grades.grade, again.grades.grade)
    assert not np.array_equal(first.grades.grade, simulate(SIZES["S"], 4).grades.grade)


def test_simulate_a_month_has_30_audits_and_no_auditor_without_one() -> None:
    grades = simulate(SIZES["S"]).grades
    assert len(grades) == 30
    assert set(grades.auditor) == set(range(len(grades.auditors)))
    assert (grades.condition == MISSING).all()


def test_simulate_second_reading_is_by_another_auditor() -> None:
    grades = simulate(SIZES["M"]).grades
    pairs = set(zip(grades.case.tolist(), grades.auditor.tolist(), strict=True))
    assert len(pairs) == len(grades) == 1_150


def test_simulate_teams_read_their_own_children_first_and_others_second() -> None:
    simulated = simulate(TEAMS)
    own = simulated.team[simulated.grades.auditor] == simulated.grades.team
    assert own.sum() == 1_000
    assert (~own).sum() == 200


def test_simulate_file_only_lowers_grades_by_condition_and_half_lack_the_conversation() -> None:
    grades = simulate(replace(SIZES["M"], file_only=0.4)).grades
    without = grades.condition == WITHOUT
    assert without.mean() == pytest.approx(0.5, abs=0.1)
    mean = np.where(grades.graded(), grades.grade, 0).sum(axis=1) / grades.graded().sum(axis=1)
    assert mean[without].mean() < mean[~without].mean()


@pytest.mark.parametrize("claimed", [0.2, 0.1], ids=["honest", "half as wide"])
def test_measure_known_error_counts_the_intervals_that_hold(claimed: float) -> None:
    truths = iter([simulate(SIZES["M"], run).severity for run in range(20)])
    rng = np.random.default_rng(7)

    def estimator(grades: Grades) -> Severities:
        truth = next(truths)
        estimate = truth - truth.mean() + rng.normal(0, 0.2, len(grades.auditors))
        return Severities(estimate, estimate - 1.96 * claimed, estimate + 1.96 * claimed)

    found = measure(estimator, Scenario("Known", SIZES["M"], 20))
    assert found.intervals == 1_200
    assert found.covered == pytest.approx({0.2: 0.95, 0.1: 0.673}[claimed], abs=0.03)
    assert found.rmse == pytest.approx(0.2, abs=0.01)
    assert found.width == pytest.approx(2 * 1.96 * claimed)


def test_accuracy_of_the_truth_itself_is_perfect() -> None:
    simulated = simulate(SIZES["S12"])
    found = accuracy(simulated, simulated.severity + 1)
    assert (found.correlation, found.slope) == pytest.approx((1, 1))
    assert found.rmse == pytest.approx(0)
