"""From 10,000 readings the search keeps information: estimates are what they would be without."""

from dataclasses import replace

import numpy as np
import pytest
from bench.consistency.simulated import World, simulate
from tests.analysis.facets.numbers import numbers

from goldenthread.analysis.facets.engine import VARIABLE
from goldenthread.analysis.facets.fit import fit
from goldenthread.analysis.facets.layout import layout
from goldenthread.analysis.facets.mode import MANY, climb
from goldenthread.analysis.facets.model import Model
from goldenthread.analysis.facets.options import Options
from goldenthread.analysis.facets.priors import Priors
from goldenthread.analysis.facets.sample import sample
from goldenthread.analysis.facets.start import USUAL, start
from goldenthread.analysis.facets.summary import covariance_at
from goldenthread.analysis.grades import Grades

AUDITORS = {"dense": 60, "conjugate gradients": 420}
CATEGORIES = 4


def _many(auditors: int) -> Grades:
    drawn = simulate(World(8_800, auditors, halo=0.6)).grades
    return replace(
        drawn, grade=drawn.grade[:, :CATEGORIES], categories=drawn.categories[:CATEGORIES]
    )


@pytest.mark.slow
@pytest.mark.parametrize("auditors", AUDITORS.values(), ids=AUDITORS.keys())
def test_fit_many_readings_compiled_loops_say_what_plain_numpy_says(
    auditors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    graded, found = _many(auditors), []
    assert len(graded) >= MANY
    for engine in ("numpy", "numba"):
        monkeypatch.setenv(VARIABLE, engine)
        found.append(fit(graded))
    plain, compiled = found
    assert plain.converged
    assert compiled.converged
    assert numbers(compiled) == pytest.approx(numbers(plain), rel=1e-8, abs=1e-8)


@pytest.mark.slow
@pytest.mark.parametrize("auditors", AUDITORS.values(), ids=AUDITORS.keys())
def test_climb_many_readings_kept_information_is_that_of_the_mode(auditors: int) -> None:
    options = Options()
    taken = sample(_many(auditors), options)
    model = Model(taken, layout(taken, options), halo=True, priors=Priors())
    kept = climb(model, start(model.layout, taken), USUAL.auditor).at
    exact = model.at(kept.vector, kept.auditor)
    own, of_mode = (np.sqrt(np.diag(covariance_at(model, at))) for at in (kept, exact))
    assert own == pytest.approx(of_mode, rel=1e-3)
    everything = model.looked_for(sds=True)
    sds, of_mode_sds = (
        np.sqrt(np.diag(at.information.covariance_of_others(everything))[-2:])
        for at in (kept, exact)
    )
    assert sds == pytest.approx(of_mode_sds, rel=2e-3)


@pytest.mark.slow
def test_climb_many_readings_ends_where_the_score_is_nought() -> None:
    options = Options()
    taken = sample(_many(AUDITORS["dense"]), options)
    model = Model(taken, layout(taken, options), halo=True, priors=Priors())
    mode = climb(model, start(model.layout, taken), USUAL.auditor)
    step = np.abs(
        model.at(mode.at.vector, mode.at.auditor).information.solve(
            mode.at.score[:, None], model.looked_for(sds=True)
        )
    )
    assert mode.converged
    assert step.max() < 1e-6
