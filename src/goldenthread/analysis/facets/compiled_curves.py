"""Category curves in compiled loops: as ``curves``, place by place and node by node."""

import numpy as np

from goldenthread.analysis.facets.compiling import compiled
from goldenthread.analysis.facets.curves import Floats

SAFE = 600.0
"""Logs of numbers that are far from the ends of what a computer holds."""


@compiled
def _weigh(location: float, b: Floats, weights: Floats) -> float:
    """Into ``weights`` how likely each grade is beside one of them; returns its log.

    The log odds of grade ``k + 1`` against ``k`` are ``location - b[k]``.
    """
    logit, top = 0.0, 0.0
    weights[0] = 0.0
    for k in range(len(b)):
        logit += location - b[k]
        weights[k + 1] = logit
        top = max(top, logit)
    for k in range(len(weights)):
        weights[k] = np.exp(weights[k] - top)
    return top


@compiled
def curve_tables(
    nodes: Floats, places: Floats, b: Floats, at_least: Floats, log_norm: Floats
) -> None:
    """Curves of all categories at ``node - place``, as ``curves`` has them, into the last two.

    Within ``SAFE`` powers of ``exp(location)`` stand for the exponentials of every category.
    """
    categories, steps = b.shape
    weights, power = np.empty(steps + 1), np.empty(steps + 1)
    against, reach = np.ones((categories, steps + 1)), 0.0
    for i in range(categories):
        total = 0.0
        for k in range(steps):
            total -= b[i, k]
            reach = max(reach, abs(total))
            against[i, k + 1] = np.exp(min(total, SAFE))
    for p in range(len(places)):
        for q in range(len(nodes)):
            location = nodes[q] - places[p]
            safe = steps * abs(location) + reach < SAFE
            power[0] = 1.0
            base = np.exp(location) if safe else 1.0
            for k in range(steps):
                power[k + 1] = power[k] * base
            for i in range(categories):
                top = 0.0
                if safe:
                    for k in range(steps + 1):
                        weights[k] = power[k] * against[i, k]
                else:
                    top = _weigh(location, b[i], weights)
                total = 0.0
                for k in range(steps + 1):
                    total += weights[k]
                passing, share = 0.0, 1 / total
                for k in range(steps - 1, -1, -1):
                    passing += weights[k + 1]
                    at_least[p, q, i, k] = passing * share
                log_norm[p, q, i] = top + np.log(total)


@compiled
def complete_sums(mass: Floats, at_least: Floats, own: Floats, covariance: Floats) -> None:
    """Covariances of passing steps, weighed by ``mass``, shape (places, nodes, categories).

    ``own`` is with the grade of the category, (places, categories, steps); ``covariance`` that of
    two steps of one category over all places, (categories, steps, steps), the later one second.
    """
    places, nodes, categories, steps = at_least.shape
    for p in range(places):
        for q in range(nodes):
            for i in range(categories):
                weight, passing = mass[p, q, i], at_least[p, q, i]
                for later in range(steps):
                    for k in range(later + 1):
                        both = weight * passing[later] * (1 - passing[k])
                        covariance[i, k, later] += both
                        own[p, i, later] += both
                        if k < later:
                            own[p, i, k] += both
