"""Score and information are the derivatives of the log-likelihood, in every shape of data."""

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.analysis.facets.drawn import SHAPES, Drawn, draw

from goldenthread.analysis.facets.engine import VARIABLE
from goldenthread.analysis.facets.layout import Layout, layout
from goldenthread.analysis.facets.moments import Moments, Score, Spread, Steps
from goldenthread.analysis.facets.options import Options
from goldenthread.analysis.facets.sample import Sample, sample
from goldenthread.analysis.facets.shared_moments import shared_moments
from goldenthread.analysis.facets.shared_score import shared_score
from goldenthread.analysis.facets.singles_moments import singles_moments
from goldenthread.analysis.facets.singles_score import singles_score

Floats = NDArray[np.float64]
STEP = 2e-3
"""Of five-point differences: long enough that what lies beyond the ends of the grid, 2e-9 of the
likelihood, does not count."""
WEIGHTS = {-2: 1 / 12, -1: -8 / 12, 1: 8 / 12, 2: -1 / 12}
FEW = tuple(each for each in SHAPES if each.categories <= 9)


def _model(drawn: Drawn) -> tuple[Sample, Layout, Floats]:
    options = Options(partial_credit=drawn.partial_credit)
    taken = sample(draw(drawn), options)
    lay = layout(taken, options)
    vector = np.random.default_rng(2).normal(0.0, 0.4, lay.sds.stop)
    vector[lay.sds] = 0.1, np.log(drawn.halo or 1.0)
    return taken, lay, vector


def _at(drawn: Drawn, lay: Layout, vector: Floats) -> tuple[Floats, Steps, Spread]:
    case, halo = np.exp(vector[lay.sds])
    spread = Spread(float(case), None if drawn.halo is None else float(halo), None)
    return lay.place_values(vector), lay.steps(vector), spread


def _moments(drawn: Drawn, taken: Sample, lay: Layout, vector: Floats) -> tuple[Moments, Moments]:
    at = _at(drawn, lay, vector)
    return singles_moments(taken.single, *at), shared_moments(taken.shared, *at)


def _assert_equal(one: Score, other: Score) -> None:
    assert one.log_likelihood == pytest.approx(other.log_likelihood, rel=1e-12)
    assert one.places == pytest.approx(other.places, rel=1e-9, abs=1e-9)
    assert one.rest == pytest.approx(other.rest, rel=1e-9, abs=1e-9)


def _tied(drawn: Drawn, taken: Sample, lay: Layout, vector: Floats) -> tuple[float, Floats, Floats]:
    single, shared = _moments(drawn, taken, lay, vector)
    moments = single + shared
    return *lay.tie_score(moments.score, vector), lay.tie(moments).matrix


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["numpy", "numba"])
@pytest.mark.parametrize("drawn", FEW, ids=lambda each: each.name)
def test_moments_every_shape_are_derivatives_of_the_log_likelihood(
    drawn: Drawn, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, engine)
    taken, lay, vector = _model(drawn)
    _, score, information = _tied(drawn, taken, lay, vector)
    assert information == pytest.approx(information.T, abs=1e-9)
    tolerance = 1e-6 * float(np.abs(information).max())
    for i in range(len(vector)):
        slope, slopes = 0.0, np.zeros_like(vector)
        for times, weight in WEIGHTS.items():
            away = times * STEP * np.eye(len(vector))[i]
            value, scores, _ = _tied(drawn, taken, lay, vector + away)
            slope += weight * value / STEP
            slopes += weight * scores / STEP
        assert score[i] == pytest.approx(slope, abs=tolerance)
        assert -information[i] == pytest.approx(slopes, abs=tolerance)


@pytest.mark.parametrize("drawn", SHAPES, ids=lambda each: each.name)
def test_moments_compiled_loops_equal_plain_numpy(
    drawn: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, lay, vector = _model(drawn)
    found = []
    for engine in ("numpy", "numba"):
        monkeypatch.setenv(VARIABLE, engine)
        found.append(_moments(drawn, taken, lay, vector))
    for plain, compiled in zip(*found, strict=True):
        _assert_equal(compiled.score, plain.score)
        for each in ("information_between", "information_rest"):
            assert getattr(compiled, each) == pytest.approx(
                getattr(plain, each), rel=1e-9, abs=1e-9
            ), each
        assert compiled.information_places.toarray() == pytest.approx(
            plain.information_places.toarray(), rel=1e-9, abs=1e-9
        )


@pytest.mark.parametrize("engine", ["numpy", "numba"])
@pytest.mark.parametrize("drawn", SHAPES, ids=lambda each: each.name)
def test_score_alone_equals_the_one_with_information(
    drawn: Drawn, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, engine)
    taken, lay, vector = _model(drawn)
    single, shared = _moments(drawn, taken, lay, vector)
    at = _at(drawn, lay, vector)
    _assert_equal(singles_score(taken.single, *at), single.score)
    _assert_equal(shared_score(taken.shared, *at), shared.score)
