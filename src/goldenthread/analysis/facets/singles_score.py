"""What cases with one reading say of all parameters, but for information.

Scores are linear in the posterior weights of nodes, so weights are added up first: by place for
what depends on the place, by pattern of categories for the steps.
"""

from dataclasses import dataclass
from types import ModuleType

import numpy as np

from goldenthread.analysis.facets.compiled_arrays import OnePosterior, OneReading
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.moments import Score, Spread, Steps, no_score
from goldenthread.analysis.facets.sample import Readings
from goldenthread.analysis.facets.singles import SinglesGrid, posteriors, singles_grid, sums_by


@dataclass(slots=True, eq=False)
class _Mass:
    """Posterior weights added up over readings."""

    log_likelihood: float
    by_place: Floats
    """Shape (places, nodes)."""
    by_pattern: Floats
    """Shape (patterns, nodes)."""


def singles_score(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> Score:
    """Score of all parameters; as in ``singles_moments``."""
    if not len(readings):
        return no_score(len(places), steps)
    on = singles_grid(readings, places, steps, spread)
    loops, nodes = compiled(len(readings)), len(on.nodes)
    mass = _Mass(0.0, np.zeros((len(places), nodes)), np.zeros((len(readings.patterns), nodes)))
    if loops:
        _add_compiled(loops, mass, readings, on)
    else:
        _add(mass, readings, on)
    deviation, variance = on.nodes + places[:, None], on.sd**2
    of_sd = float((mass.by_place * (deviation**2 / variance - 1)).sum())
    weight = mass.by_pattern.T @ readings.patterns
    by_step = np.einsum("qi,qik->ik", weight, on.curves.at_least)
    shares = np.array([spread.case, spread.halo or 0.0]) ** 2 / variance
    return Score(
        mass.log_likelihood,
        -(mass.by_place * deviation).sum(axis=1) / variance,
        np.concatenate([by_step.ravel() @ steps.design, of_sd * shares]),
    )


def _add_compiled(loops: ModuleType, mass: _Mass, readings: Readings, on: SinglesGrid) -> None:
    mass.log_likelihood = loops.single_weights(
        OneReading(readings.place, on.distinct, readings.pattern),
        OnePosterior(on.likelihood, on.log_scale, on.prior),
        mass.by_place,
        mass.by_pattern,
    )


def _add(mass: _Mass, readings: Readings, on: SinglesGrid) -> None:
    for part in posteriors(readings, on):
        mass.log_likelihood += part.log_likelihood
        mass.by_place += sums_by(readings.place[part.rows], len(mass.by_place)) @ part.weights
        of_pattern = sums_by(readings.pattern[part.rows], len(mass.by_pattern))
        mass.by_pattern += of_pattern @ part.weights
