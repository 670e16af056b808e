"""Sums over cases with one reading in compiled loops: as ``singles``, reading by reading."""

import numpy as np

from goldenthread.analysis.facets.compiling import compiled, window_of
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints


@compiled
def single_sums(
    place: Ints,
    distinct: Ints,
    pattern: Ints,
    likelihood: Floats,
    log_scale: Floats,
    prior: Floats,
    deviation: Floats,
    at_least: Floats,
    scores: Floats,
    design: Floats,
    full: Floats,
    start: Ints,
    category: Ints,
    sd: float,
    by_place: Floats,
    covariance: Floats,
    outer: Floats,
    on_nodes: Floats,
    squares: Floats,
) -> tuple[float, float]:
    """Add the readings of cases with one to ``by_place`` and the arrays after it.

    ``deviation[p, q]`` is ``y = v + place``. With weights ``w`` over the nodes, the expected
    complete-data scores of a reading are ``s = (-E y / sd², E y² / sd² - 1, E f(v))``, where ``f``
    are the scores of free coordinates. ``by_place`` sums ``s``; ``covariance`` that of the first
    score with each; ``outer`` sums ``s s'``; ``on_nodes`` sums ``w`` and ``squares`` sums
    ``w (y² / sd² - 1)`` by pattern. Returns the log-likelihood and the expected square of the
    score of log sd.
    """
    nodes, functions = scores.shape
    steps = at_least.shape[2]
    variance = sd * sd
    log_likelihood, square = 0.0, 0.0
    weights = np.empty(nodes)
    score, with_y = np.empty(2 + functions), np.empty(functions)
    for n in range(len(place)):
        at, of = place[n], pattern[n]
        total = 0.0
        for q in range(nodes):
            weights[q] = likelihood[distinct[n], q] * prior[at, q]
        for q in range(nodes):
            total += weights[q]
        log_likelihood += np.log(total) + log_scale[distinct[n]]
        low, high = window_of(weights)
        y1, y2, y3, y4 = 0.0, 0.0, 0.0, 0.0
        score[:] = 0.0
        with_y[:] = 0.0
        for q in range(low, high):
            w, y = weights[q] / total, deviation[at, q]
            y1 += w * y
            y2 += w * y * y
            y3 += w * y * y * y
            y4 += w * y * y * y * y
            on_nodes[of, q] += w
            squares[of, q] += w * (y * y / variance - 1)
            wy = w * y * full[of]
            wf = w * full[of]
            for f in range(functions):
                score[2 + f] += wf * scores[q, f]
                with_y[f] += wy * scores[q, f]
        for t in range(start[of], start[of + 1]):
            for k in range(steps):
                passed, passed_y = 0.0, 0.0
                for q in range(low, high):
                    passing = weights[q] * at_least[q, category[t], k]
                    passed += passing
                    passed_y += passing * deviation[at, q]
                sign = (1 - 2 * full[of]) / total
                for f in range(functions):
                    score[2 + f] += sign * passed * design[category[t], k, f]
                    with_y[f] += sign * passed_y * design[category[t], k, f]
        score[0], score[1] = -y1 / variance, y2 / variance - 1
        square += y4 / variance**2 - 2 * y2 / variance + 1
        covariance[at, 0] += (y2 - y1 * y1) / variance**2
        covariance[at, 1] -= (y3 - y1 * y2) / variance**2
        for f in range(functions):
            covariance[at, 2 + f] -= (with_y[f] - y1 * score[2 + f]) / variance
        for i in range(2 + functions):
            by_place[at, i] += score[i]
            for j in range(2 + functions):
                outer[i, j] += score[i] * score[j]
    return log_likelihood, square
