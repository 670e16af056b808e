"""Grades that logits are worth: against the fair averages of the fit, and by hand."""

from math import exp

import pytest
from tests.engine.consistency import years

from goldenthread.analysis.facets.fit import fit
from goldenthread.engine.consistency.in_grades import in_grades
from goldenthread.exchange.grades.read import read_grades


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
