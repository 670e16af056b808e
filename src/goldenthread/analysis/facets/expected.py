"""What agreement the model expects of two auditors who read the same child.

For months with few second readings: there the readings themselves hardly say whether auditors
agree, and the model's posterior says how much is not known.
"""

from collections.abc import Iterator

import numpy as np

from goldenthread.analysis.facets.curves import Floats, curves
from goldenthread.analysis.facets.information import inverse_root_of
from goldenthread.analysis.facets.kernel import kernel
from goldenthread.analysis.facets.model import At, Model
from goldenthread.analysis.facets.moments import Spread, grid
from goldenthread.analysis.facets.posterior import Posterior

DRAWS = 400
SEED = 20190926
STEP = 0.3
"""Spacing of the grid, in logits."""
REACH = 4.0
"""Standard deviations that the grid covers."""


def agreement_tables(model: Model, posterior: Posterior, levels: int) -> Floats:
    """Expected tables of grade against grade, proportions, shape (draws, levels, levels).

    A draw takes standard deviations from the posterior's points and all else from the normal
    distribution around each; two different auditors then read a child in every category.
    """
    generator = np.random.default_rng(SEED)
    weights = np.array([point.weight for point in posterior.points])
    times = generator.multinomial(DRAWS, weights)
    tables = np.zeros((DRAWS, levels, levels))
    at = np.ix_(model.sample.levels, model.sample.levels)
    draw = 0
    for point, count in zip(posterior.points, times, strict=True):
        spread = model.layout.spread(point.at.vector, model.halo, point.at.auditor)
        for vector in _drawn(model, point.at, int(count), generator):
            tables[draw][at] = _table(model, vector, spread)
            draw += 1
    return tables


def _drawn(model: Model, at: At, count: int, generator: np.random.Generator) -> Iterator[Floats]:
    """Vectors from the normal distribution with the information's inverse as covariance."""
    n = model.layout.sds.start
    root = inverse_root_of(at.information.matrix[:n, :n])
    for noise in generator.standard_normal((count, n)):
        vector = at.vector.copy()
        vector[:n] += root @ noise
        yield vector


def _table(model: Model, vector: Floats, spread: Spread) -> Floats:
    """The table of levels in use at one draw, adding to 1."""
    means = vector[model.layout.team_means]
    apart = (spread.auditor or 0.0) ** 2 + (spread.halo or 0.0) ** 2
    reach = REACH * float(np.sqrt(spread.case**2 + apart))
    nodes = grid(float(means.min()) - reach, float(means.max()) + reach, STEP)
    at_least = curves(nodes, model.layout.steps(vector).difficulties()).at_least
    edge = np.ones((*at_least.shape[:2], 1))
    grades = np.concatenate([edge, at_least], axis=2) - np.concatenate([at_least, 0 * edge], axis=2)
    seen = kernel(nodes, float(np.sqrt(apart)))
    if seen is not None:
        grades = np.einsum("pq,qik->pik", seen.spread, grades)
    child = np.exp(-0.5 * ((nodes[:, None] - means) / spread.case) ** 2) @ _children(model)
    flat = (grades * np.sqrt(child / child.sum())[:, None, None]).reshape(-1, grades.shape[2])
    table: Floats = flat.T @ flat / grades.shape[1]
    return table


def _children(model: Model) -> Floats:
    """Share of the readings in each team."""
    taken = model.sample
    place = np.concatenate([taken.single.place, taken.shared.place])
    count = np.bincount(taken.places.team[place], minlength=max(model.layout.teams, 1))
    share: Floats = count / count.sum()
    return share
