"""Shares of grades pooled over categories."""

import random
from math import exp
from statistics import NormalDist
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.intervals import wilson, wilson_clustered
from goldenthread.analysis.making import Certainty, Maker, Subject
from goldenthread.analysis.tables import where
from goldenthread.analysis.tally import Tally
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

AUDITS, GRADES_EACH, REPETITIONS = 26, 16, 1_000


def test_pooled_share_counts_grades_of_every_category_but_overall(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "I", "planning": "I", "iro": "n/a", "overall": "I"})
    cycle.reading("A2", {"risk": "G", "planning": "I", "iro": "R", "overall": "I"})
    figures = cycles.figures(cycle.facts, framework, scale)
    share = figures.figures["grades.inadequate", ()]
    assert (share.numerator, share.denominator, share.unit) == (3, 5, "grades")
    assert "clustered by audit" in share.method


def test_pooled_interval_is_wilsons_at_the_effective_number_of_grades(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "I", "planning": "I"})
    cycle.reading("A2", {"risk": "G", "planning": "G"})
    cycle.reading("A3", {"risk": "I", "planning": "G"})
    share = cycles.figures(cycle.facts, framework, scale).figures["grades.inadequate", ()]
    # By hand: p = 3/6; residuals k - p m are 1, -1, 0, so the variance of the ratio is
    # 3/2 x 2 / 6^2 = 1/12, and 0.25 / (1/12) = 3 grades' worth.
    expected = wilson_clustered(3, 6, 3.0)
    assert share.lower == pytest.approx(expected.lower)
    assert share.upper == pytest.approx(expected.upper)


def test_categories_with_a_level_counts_categories_once(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.reading("A1", {"risk": "O", "planning": "G", "overall": "O"})
    cycle.reading("A2", {"risk": "O", "planning": "G", "iro": "G"})
    figures = cycles.figures(cycle.facts, framework, scale).figures
    found = {
        level.id: (f.numerator, f.denominator)
        for level in scale.levels
        for f in [figures[f"categories.with_{level.id}", ()]]
    }
    assert found["outstanding"] == (1, 3)
    assert found["good"] == (2, 3)
    assert found["inadequate"] == (0, 3)


@pytest.mark.slow
def test_pooled_interval_holds_the_truth_as_often_as_it_says_and_the_naive_one_does_not() -> None:
    """Published check (stats.md section 1.4): naive Wilson covers 63%, clustered 95%.

    Grades of one audit share the audit's own level, with the spread assumed there for children
    (1.2), auditors (0.6) and their meeting (0.6), in logits.
    """
    spread = (1.2**2 + 0.6**2 + 0.6**2) ** 0.5
    truth = _mean_probability(spread)
    rng = random.Random(2026)  # noqa: S311  (a simulation, not a secret)
    naive = clustered = 0
    for _ in range(REPETITIONS):
        cycle = [_inadequate_of_one_audit(rng, spread) for _ in range(AUDITS)]
        count, base = sum(cycle), AUDITS * GRADES_EACH
        naive += not wilson(count, base).excludes(truth)
        figure = _pooled_figure(cycle)
        assert figure.lower is not None
        assert figure.upper is not None
        clustered += figure.lower <= truth <= figure.upper
    assert 0.50 <= naive / REPETITIONS <= 0.72
    assert 0.92 <= clustered / REPETITIONS <= 0.98


def _pooled_figure(inadequate: list[int]) -> Any:
    counts: dict[tuple[str, ...], int] = {}
    for number, count in enumerate(inadequate):
        counts[str(number), "inadequate"] = count
        counts[str(number), "good"] = GRADES_EACH - count
    tally = Tally("judgements", ("audit", "level"), counts)
    part, subject = where(level="inadequate"), Subject("grades", "grades")
    return Maker("").share("grades.inadequate", subject, tally, part, (), Certainty.CLUSTERED)


def _probability(level_of_audit: float) -> float:
    return 1 / (1 + exp(1.5 - level_of_audit))


def _inadequate_of_one_audit(rng: random.Random, spread: float) -> int:
    probability = _probability(rng.gauss(0, spread))
    return sum(rng.random() < probability for _ in range(GRADES_EACH))


def _mean_probability(spread: float) -> float:
    quantiles = NormalDist(0, spread).quantiles(10_000)
    return sum(map(_probability, quantiles)) / len(quantiles)
