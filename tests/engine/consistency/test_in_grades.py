"""Grades that logits are worth: against the fair averages of the fit, and by hand."""

from itertools import product
from math import exp
from pathlib import Path

import numpy as np
import pytest
from tests.engine.consistency import years

from goldenthread.analysis.facets.auditors import Average
from goldenthread.analysis.facets.estimates import estimate
from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.facets.gates import why_not
from goldenthread.engine.consistency.in_grades import InGrades, in_grades
from goldenthread.exchange.grades.read import read_grades

LONG = "case,auditor,category,grade"


@pytest.mark.slow
def test_differences_lie_on_the_curve_of_fair_averages(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    found = fit(read_grades(years.year(tmp_path_factory.mktemp("year"))).grades)
    grades = in_grades(found)
    for auditor in found.auditors:
        apart, fair = grades.lower_by(auditor.severity), auditor.fair_average
        assert grades.usual + apart.value == pytest.approx(fair.value, abs=1e-9)
        assert grades.usual + apart.lower == pytest.approx(fair.interval.lower, abs=1e-9)
        assert grades.usual + apart.upper == pytest.approx(fair.interval.upper, abs=1e-9)
    place = grades.average.place
    ends = [expected(place + by, found.thresholds) for by in (0.05, -0.05)]
    assert grades.usual == pytest.approx(expected(place, found.thresholds))
    assert grades.per_logit == pytest.approx((ends[0] - ends[1]) / 0.1)


def expected(place: float, thresholds: tuple[float, ...]) -> float:
    """Mean grade of the rating-scale model (Andrich 1978), written out."""
    chances, total = [1.0], 0.0
    for threshold in thresholds:
        total += place - threshold
        chances.append(exp(total))
    return sum(grade * chance for grade, chance in enumerate(chances)) / sum(chances)


@pytest.mark.slow
def test_levels_that_nobody_gave_are_grades_all_the_same(tmp_path: Path) -> None:
    """Two auditors, the one always three grades above the other: far apart, and not one step."""
    rows = [
        f"C{n},{who},{category},{grade}"
        for n in range(30)
        for who, grade in (("A", "Outstanding"), ("B", "Inadequate"))
        for category in ("Risk", "Plan")
    ]
    found = fit(read_grades(years.written(tmp_path / "far.csv", rows, LONG)).grades)
    grades = in_grades(found)
    assert grades.usual == pytest.approx(1.5, abs=0.01)
    first, second = (auditor.severity for auditor in found.auditors)
    apart = [
        grades.beside_others(one, np.array([other.value])).value
        for one, other in ((first, second), (second, first))
    ]
    assert apart == pytest.approx([3, -3], abs=0.1)
    assert [each.fair_average.value for each in found.auditors] == pytest.approx([3, 0], abs=0.1)


def test_a_range_counts_the_levels_of_the_scale(tmp_path: Path) -> None:
    """The best and the worst grade only: half of the way between them is a grade and a half."""
    words = ("Inadequate", "Outstanding")
    rows = [
        f"C{n},{who},{category},{words[(n * 7 + place * 3 + n // 3) % 5 % 2]}"
        for n in range(8)
        for place, (who, category) in enumerate(product("AB", ("Risk", "Plan")))
    ]
    found = fit(read_grades(years.written(tmp_path / "ends.csv", rows, LONG)).grades)
    for auditor in found.auditors:
        interval = auditor.fair_average.interval
        assert interval.upper - interval.lower > 1
        assert why_not(auditor, audits=8, links=8) == "the range is still wider than one grade"


def test_an_auditor_is_compared_with_the_mean_of_the_others() -> None:
    """Of three at -2, 1 and 1 logits, the first stands three below the mean of the others."""
    grades = InGrades(Average(0.0, np.array([-1.0, 1.0]), np.arange(3)))
    apart = grades.beside_others(estimate(-2.0, 0.5), np.ones(2))
    assert apart.value == pytest.approx(expected(2, (-1, 1)) - expected(-1, (-1, 1)))
    assert apart.lower < apart.value < apart.upper


def test_colleagues_far_apart_are_averaged_in_grades_and_not_in_logits() -> None:
    """At 1, -9 and 8 logits: the others give all best and all worst, which is the middle."""
    grades = InGrades(Average(0.0, np.array([-1.0, 1.0]), np.arange(3)))
    apart = grades.beside_others(estimate(1.0, 0.1), np.array([-9.0, 8.0]))
    assert apart.value == pytest.approx(expected(-1, (-1, 1)) - 1, abs=1e-3)
    upper = expected(-1 + 0.196, (-1, 1))  # and the others together 0.196 the other way
    others = (expected(9 - 0.098, (-1, 1)) + expected(-8 - 0.098, (-1, 1))) / 2
    assert apart.upper == pytest.approx(upper - others, abs=1e-5)


def test_many_colleagues_are_averaged_over_their_range() -> None:
    others = np.random.default_rng(1).normal(0, 3, 5_001)
    grades = InGrades(Average(0.0, np.array([-1.0, 1.0]), np.arange(3)))
    apart = grades.beside_others(estimate(0.0, 0.1), others)
    everybody = np.mean([expected(-other, (-1, 1)) for other in others])
    assert apart.value == pytest.approx(1 - everybody, abs=0.003)


def test_two_who_always_give_the_worst_beside_two_who_always_give_the_best(tmp_path: Path) -> None:
    given = {"A": "Inadequate", "B": "Inadequate", "C": "Outstanding", "D": "Outstanding"}
    rows = [
        f"C{n},{who},{category},{given[who]}"
        for n in range(24)
        for who in ("AC", "BD", "AB", "CD")[n % 4]
        for category in ("Risk", "Plan")
    ]
    found = fit(read_grades(years.written(tmp_path / "apart.csv", rows, LONG)).grades)
    grades, severities = in_grades(found), np.array([a.severity.value for a in found.auditors])
    for place, auditor in enumerate(found.auditors):
        apart = grades.beside_others(auditor.severity, np.delete(severities, place))
        lower = place < 2
        assert apart.value == pytest.approx(-2 if lower else 2, abs=0.2)
        assert (apart.upper if lower else -apart.lower) < 0
