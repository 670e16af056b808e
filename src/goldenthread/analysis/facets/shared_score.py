"""What cases with several readings say of all parameters, but for information.

Complete-data scores of steps are linear in the posterior weights of what readings see, so weights
are added up first: by place, node and category graded. That is the *mass*.
"""

from dataclasses import dataclass
from types import ModuleType

import numpy as np
from scipy import sparse

from goldenthread.analysis.facets.compiled_arrays import (
    Halo,
    Lists,
    Several,
    SeveralGrid,
    SeveralMass,
)
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.engine import compiled
from goldenthread.analysis.facets.moments import Score, Spread, Steps, no_score
from goldenthread.analysis.facets.sample import Readings
from goldenthread.analysis.facets.shared import SharedGrid, parts, reading_weights, shared_grid
from goldenthread.analysis.facets.singles import sums_by


@dataclass(slots=True, eq=False)
class Mass:
    """Posterior weights added up over readings, and what does not follow from them."""

    log_likelihood: float
    seen: Floats
    """Of what readings see, shape (places in use, nodes, categories)."""
    sds: Floats
    """Scores of the log standard deviations of case and halo."""

    def score(self, on: SharedGrid, readings: Readings, places: Floats, steps: Steps) -> Score:
        """The score that follows."""
        passed = np.einsum("pqi,pqik->pik", self.seen, on.curves.at_least)
        of_places = -np.bincount(readings.place, readings.total, len(places)).astype(float)
        of_places[on.used] += passed.sum(axis=(1, 2))
        return Score(
            self.log_likelihood - float(readings.total @ places[readings.place]),
            of_places,
            np.concatenate([passed.sum(axis=0).ravel() @ steps.design, self.sds]),
        )


def shared_score(readings: Readings, places: Floats, steps: Steps, spread: Spread) -> Score:
    """Score of all parameters; as in ``shared_moments``."""
    if not len(readings):
        return no_score(len(places), steps)
    on = shared_grid(readings, places, steps, spread)
    loops = compiled(len(readings))
    of = _compiled_mass(loops, readings, on, spread) if loops else _mass(readings, on, spread)
    return of.score(on, readings, places, steps)


def _mass(readings: Readings, on: SharedGrid, spread: Spread) -> Mass:
    log_likelihood, sds = 0.0, np.zeros(2)
    weights = np.empty((len(readings), len(on.nodes)))
    for part in parts(readings, on):
        log_likelihood += part.log_likelihood
        weights[part.rows] = reading_weights(part, on)
        sds[0] += (part.child @ ((on.nodes / spread.case) ** 2 - 1)).sum()
        if on.kernel:
            sloped = part.likelihood @ on.kernel.sloped.T / part.given_child
            sds[1] += (part.of_case() * sloped).sum()
    return Mass(log_likelihood, mass_of(weights, readings, on), sds)


def mass_of(weights: Floats, readings: Readings, on: SharedGrid) -> Floats:
    """Weights of what readings see, (readings, nodes), by place, node and category graded."""
    places, nodes, categories, _ = on.curves.at_least.shape
    terms = on.listed.of(readings.pattern)
    full = sums_by(on.place, places) @ (terms.full[:, None] * weights)
    group = on.place[terms.row] * categories + terms.category
    listed = sparse.csr_array(
        (terms.sign, (group, terms.row)), shape=(places * categories, len(readings))
    )
    mass = (listed @ weights).reshape(places, categories, nodes) + full[:, None, :]
    return np.ascontiguousarray(mass.transpose(0, 2, 1))


def _compiled_mass(loops: ModuleType, readings: Readings, on: SharedGrid, spread: Spread) -> Mass:
    mass = no_mass(on)
    log_likelihood = loops.shared_weights(*posterior_arrays(readings, on, spread), mass)
    return Mass(log_likelihood, total_mass(mass), mass.sds)


def no_mass(on: SharedGrid) -> SeveralMass:
    """Room for the mass that compiled loops add up."""
    return SeveralMass(np.zeros(on.log_norm.shape), np.zeros(on.curves.log_norm.shape), np.zeros(2))


def total_mass(mass: SeveralMass) -> Floats:
    """By category graded, from what compiled loops added up."""
    mass.listed[:] += mass.full[:, :, None]
    return mass.listed


def posterior_arrays(
    readings: Readings, on: SharedGrid, spread: Spread
) -> tuple[Several, SeveralGrid, Lists, Halo]:
    """What compiled loops need to weigh nodes."""
    halo = Halo(np.zeros((0, 0, 0)), np.zeros(0))
    if on.kernel:
        spread_, sloped = on.kernel.spread, on.kernel.sloped
        steep = sloped * on.kernel.slope
        stack = np.stack([spread_, sloped, spread_.T, sloped.T, steep.T])
        halo = Halo(stack, on.kernel.curvature)
    lists = on.listed
    return (
        Several(readings.total, on.place, readings.pattern, on.first),
        SeveralGrid(on.nodes, on.log_norm, on.curves.log_norm, on.log_prior, spread.case),
        Lists(lists.full, lists.start, lists.category),
        halo,
    )
