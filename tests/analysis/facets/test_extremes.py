"""Odd data make no warning, no NaN and no endless search; both engines say the same of them."""

from typing import Any

import numpy as np
import pytest
from bench.consistency.simulated import SIZES, simulate
from numpy.typing import NDArray
from tests.analysis.facets.drawn import SHAPES, Drawn, draw, grades
from tests.analysis.facets.numbers import numbers

from goldenthread.analysis.facets.engine import VARIABLE
from goldenthread.analysis.facets.estimates import Fit
from goldenthread.analysis.facets.fit import MOST_AUDITORS, NotEstimable, fit
from goldenthread.analysis.facets.options import Auditors, Options
from goldenthread.analysis.facets.sample import MANY_TEAMS, sample
from goldenthread.analysis.grades import MISSING, Grades

Integers = NDArray[np.int64]
ENGINES = ("numpy", "numba")


def _usual(
    cases: int = 24, auditors: int = 6, each: int = 2
) -> tuple[Integers, Integers, Integers]:
    """Cases that so many auditors each read in turn, in four categories with four levels."""
    rng = np.random.default_rng(3)
    case = np.repeat(np.arange(cases), each)
    auditor = (case + np.tile(np.arange(each), cases)) % auditors
    chance = np.repeat(rng.uniform(0.2, 0.8, cases), each)[:, None]
    return case, auditor, rng.binomial(3, chance, size=(len(case), 4))


def _all_but_one_equal() -> Grades:
    case, auditor, grade = _usual()
    grade[:] = 2
    grade[5, 1] = 1
    return grades(case, auditor, grade)


def _extreme_auditors() -> Grades:
    case, auditor, grade = _usual()
    grade[auditor == 0], grade[auditor == 1] = 3, 0
    return grades(case, auditor, grade)


def _read_by_thirty() -> Grades:
    case, auditor, grade = _usual(cases=30, auditors=30, each=1)
    rng = np.random.default_rng(4)
    everybody = rng.binomial(3, 0.5, size=(30, 4))
    return grades(
        np.append(case, np.full(30, 30)),
        np.append(auditor, np.arange(30)),
        np.vstack([grade, everybody]),
    )


def _nothing_shared() -> Grades:
    return grades(*_usual(each=1))


def _condition_is_the_team() -> Grades:
    case, auditor, grade = _usual()
    return grades(case, auditor, grade, team=case % 2, condition=case % 2)


def _team_of_one_auditor() -> Grades:
    case, auditor, grade = _usual(cases=36, each=1)
    return grades(case, auditor, grade, team=(auditor == 0).astype(np.int64))


def _every_auditor_a_team() -> Grades:
    case, auditor, grade = _usual(each=1)
    return grades(case, auditor, grade, team=auditor, condition=auditor % 2)


def _category_graded_once() -> Grades:
    case, auditor, grade = _usual()
    grade[1:, 3] = MISSING
    return grades(case, auditor, grade)


def _category_graded_twice() -> Grades:
    case, auditor, grade = _usual()
    grade[2:, 3] = MISSING
    grade[:2, 3] = 0, 3
    return grades(case, auditor, grade)


def _two_audits() -> Grades:
    return grades(np.arange(2), np.arange(2), np.array([[0, 1], [3, 2]]))


def _auditors_alike() -> Grades:
    """What differs is the reading: the spread of sixty auditors is hardly told from none."""
    rng = np.random.default_rng(2)
    case = np.arange(120) // 2
    auditor = rng.permutation(np.arange(120) % 60)
    grade = rng.binomial(3, rng.uniform(0.2, 0.8, (120, 1)), (120, 16))
    return grades(case, auditor, grade)


def _all_best_or_worst() -> Grades:
    case, auditor, grade = _usual()
    grade[:] = np.where(case % 2, 3, 0)[:, None]
    return grades(case, auditor, grade)


ODD = {
    function.__name__.strip("_").replace("_", " "): function
    for function in (
        _all_but_one_equal,
        _extreme_auditors,
        _read_by_thirty,
        _nothing_shared,
        _condition_is_the_team,
        _team_of_one_auditor,
        _every_auditor_a_team,
        _category_graded_once,
        _category_graded_twice,
        _two_audits,
        _auditors_alike,
        _all_best_or_worst,
    )
}
OPTIONS = {"pooled": Options(), "fixed": Options(auditors=Auditors.FIXED)}
FITTED = tuple(
    each for each in SHAPES if each.name in ("usual", "no halo", "two levels", "partial credit")
)


def _fits(graded: Grades, options: Options, monkeypatch: pytest.MonkeyPatch) -> list[Fit]:
    found = []
    for engine in ENGINES:
        monkeypatch.setenv(VARIABLE, engine)
        found.append(fit(graded, options))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_fit_odd_data_gives_numbers_or_none(odd: Any, options: Options) -> None:
    try:
        found = fit(odd(), options)
    except NotEstimable:
        return
    assert np.isfinite(numbers(found)).all()
    assert found.evaluations <= 8 * 60


@pytest.mark.slow
@pytest.mark.parametrize("drawn", FITTED, ids=lambda each: each.name)
def test_fit_compiled_loops_say_what_plain_numpy_says(
    drawn: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options(partial_credit=drawn.partial_credit, halo=drawn.halo is not None)
    plain, compiled = _fits(draw(drawn), options, monkeypatch)
    assert numbers(compiled) == pytest.approx(numbers(plain), rel=1e-8, abs=1e-8)


@pytest.mark.slow
def test_fit_month_with_points_where_information_is_not_positive_gives_tables() -> None:
    found = fit(simulate(SIZES["S"], run=12).grades)
    assert found.agreement_tables is not None
    assert found.agreement_tables.sum(axis=(1, 2)) == pytest.approx(1.0)


@pytest.mark.slow
def test_fit_auditors_hardly_different_settles() -> None:
    assert fit(_auditors_alike()).converged


@pytest.mark.slow
def test_fit_one_child_read_by_all_beside_singles_equals_compiled_loops(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain, compiled = _fits(_read_by_thirty(), Options(), monkeypatch)
    assert numbers(compiled) == pytest.approx(numbers(plain), rel=1e-7, abs=1e-7)


def test_sample_children_alone_in_very_many_teams_have_no_mean_of_their_own() -> None:
    case, auditor, grade = _usual(cases=MANY_TEAMS + 60, each=1)
    everybody = grades(case, auditor, grade, team=case)
    assert sample(everybody, Options()).teams.tolist() == [MISSING]
    in_pairs = grades(case, auditor, grade, team=np.maximum(case - 40, 0))
    assert sample(in_pairs, Options()).teams.tolist() == [MISSING, 0]
    fewer = grades(case, auditor, grade, team=case % MANY_TEAMS)
    assert len(sample(fewer, Options()).teams) == MANY_TEAMS


def test_fit_more_auditors_than_can_be_compared_says_so() -> None:
    auditor = np.arange(MOST_AUDITORS + 1)
    many = grades(auditor // 2, auditor, auditor[:, None] % 4)
    with pytest.raises(NotEstimable, match="there are 6,001 auditors, and no more than 6,000 can"):
        fit(many)
