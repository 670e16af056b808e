"""Score of cases with several readings in compiled loops: as ``shared_score``, case by case."""

import numpy as np

from goldenthread.analysis.facets.compiled_arrays import (
    Halo,
    Lists,
    Several,
    SeveralGrid,
    SeveralMass,
)
from goldenthread.analysis.facets.compiled_posterior import (
    add_mass,
    child_weights,
    likelihoods,
    most_readings,
    seen_weights,
)
from goldenthread.analysis.facets.compiling import compiled, window_of


@compiled
def shared_weights(
    readings: Several, on: SeveralGrid, lists: Lists, halo: Halo, mass: SeveralMass
) -> float:
    """Add the posterior weights of cases with several readings; returns the log-likelihood."""
    first, nodes, most = readings.first, on.nodes, most_readings(readings.first)
    likelihood, given = np.empty((most, len(nodes))), np.empty((most, len(nodes)))
    child, weights, with_slope = np.empty(len(nodes)), np.empty(len(nodes)), np.empty(len(nodes))
    log_likelihood = 0.0
    for c in range(len(first) - 1):
        a, b = first[c], first[c + 1]
        log_likelihood += likelihoods(c, readings, on, lists, halo, likelihood, given)
        log_likelihood += child_weights(on.log_prior, given[: b - a], child)
        window = window_of(child)
        for u in range(window[0], window[1]):
            mass.sds[0] += child[u] * ((nodes[u] / on.sd) ** 2 - 1)
        for n in range(a, b):
            r = n - a
            mass.sds[1] += seen_weights(
                child, likelihood[r], given[r], window, halo.kernel, weights, with_slope
            )
            add_mass(n, readings, lists, window_of(weights), weights, mass)
    return log_likelihood
