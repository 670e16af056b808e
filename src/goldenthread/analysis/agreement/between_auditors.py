"""Whether auditors who read the same children gave the same grades."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goldenthread.analysis.agreement.measures import Measure, measures
from goldenthread.analysis.agreement.ratings import Ratings, all_readings
from goldenthread.analysis.agreement.resampling import intervals, of_draws
from goldenthread.analysis.agreement.result import (
    ENOUGH_CHILDREN,
    Agreement,
    Coefficient,
    Table,
    too_few,
)
from goldenthread.analysis.agreement.sums import of_ratings, of_tables
from goldenthread.analysis.grades import Grades
from goldenthread.analysis.intervals import Interval

UNSTABLE = (
    "drawing the children again often leaves grades that are all the same, so no range can be given"
)


def agreement(grades: Grades, model: NDArray[np.float64] | None = None) -> Agreement:
    """Agreement over every case × category that two different auditors or more graded.

    Those that one auditor graded count in how often each level is given, and so in the agreement
    that chance alone would make, as irrCAC counts them. Raters are auditors; any number may have
    graded a unit. Limits come from resampling children from 20 second-read children, and below
    that from ``model``: tables of grade against grade that a model expects of two auditors,
    proportions of shape (draws, levels, levels), each symmetric. Raises ``ValueError`` where
    ``model`` has another shape.
    """
    levels = len(grades.levels)
    if model is not None and model.shape[1:] != (levels, levels):
        raise ValueError(f"a model's tables are {levels} by {levels}, not {model.shape[1:]}")
    ratings = all_readings(grades)
    twice = ratings.rated_twice()
    wanted = measures(levels, grades.values)
    reason = _nothing_compared(ratings, twice)
    if reason is None:
        found = _coefficients(ratings, wanted, model)
    else:
        found = {name: Coefficient(None, why_not=reason) for name in wanted}
    return Agreement(children=twice.cases, units=twice.units, table=_table(grades, twice), **found)


def _nothing_compared(ratings: Ratings, twice: Ratings) -> str | None:
    if twice.units:
        return None
    if not ratings.units:
        return "no audit gave a grade"
    return too_few(0)


def _coefficients(
    ratings: Ratings, wanted: Mapping[str, Measure], model: NDArray[np.float64] | None
) -> dict[str, Coefficient]:
    limits = _limits(ratings, wanted, model)
    sums = of_ratings(ratings)
    few = too_few(int(ratings.compared.sum()))
    found = {}
    for name, measure in wanted.items():
        value = float(measure.value(sums))
        if not np.isfinite(value):
            found[name] = Coefficient(None, why_not=measure.undefined)
            continue
        limit = limits[name]
        lower, upper = (None, None) if limit is None else (limit.lower, limit.upper)
        why_not = few or (UNSTABLE if limit is None else None)
        found[name] = Coefficient(value, lower, upper, measure.se(ratings, sums), why_not)
    return found


def _limits(
    ratings: Ratings, wanted: Mapping[str, Measure], model: NDArray[np.float64] | None
) -> Mapping[str, Interval | None]:
    if ratings.compared.sum() >= ENOUGH_CHILDREN:
        return intervals(ratings, {name: measure.value for name, measure in wanted.items()})
    if model is None or len(model) == 0:
        return dict.fromkeys(wanted)
    expected = of_tables(model)
    return {name: of_draws(measure.value(expected)) for name, measure in wanted.items()}


def _table(grades: Grades, ratings: Ratings) -> Table:
    """Grade against grade over all ordered pairs within units."""
    counts = ratings.counts
    pairs = counts.T @ counts - np.diag(counts.sum(axis=0))
    return Table(grades.levels, tuple(tuple(int(pair) for pair in row) for row in pairs))
