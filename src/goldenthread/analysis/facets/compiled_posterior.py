"""Posterior weights of one case with several readings in compiled loops: as ``shared``."""

import numpy as np

from goldenthread.analysis.facets.compiled_arrays import (
    Halo,
    Lists,
    Several,
    SeveralGrid,
    SeveralMass,
)
from goldenthread.analysis.facets.compiling import compiled
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints

FLOOR = -600.0
"""As ``shared.FLOOR``."""


@compiled
def most_readings(first: Ints) -> int:
    """How many readings the case with most has."""
    most = 1
    for c in range(len(first) - 1):
        most = max(most, first[c + 1] - first[c])
    return most


@compiled
def likelihoods(
    case: int,
    readings: Several,
    on: SeveralGrid,
    lists: Lists,
    halo: Halo,
    likelihood: Floats,
    given: Floats,
) -> float:
    """Likelihood of each reading of a case at what it sees, and given the child's place.

    Its log is ``total × node - log norm``; given the child, ``given = spread × likelihood``.
    Returns the logs of what the likelihoods were divided by, added up.
    """
    first, logs = readings.first[case], np.empty(len(on.nodes))
    scale = 0.0
    for r in range(readings.first[case + 1] - first):
        _log_likelihood(first + r, readings, on, lists, logs)
        top = logs.max()
        scale += top
        for q in range(len(logs)):
            likelihood[r, q] = np.exp(max(logs[q] - top, FLOOR))
        if len(halo.kernel) == 0:
            given[r] = likelihood[r]
            continue
        spread = halo.kernel[2]
        given[r] = 0.0
        for v in range(len(logs)):
            for u in range(len(logs)):
                given[r, u] += spread[v, u] * likelihood[r, v]
    return scale


@compiled
def _log_likelihood(n: int, readings: Several, on: SeveralGrid, lists: Lists, logs: Floats) -> None:
    """``total × node - Σ log norm`` over the categories graded, into ``logs``."""
    at, of, total = readings.place[n], readings.pattern[n], readings.total[n]
    nodes, norm, log_norm = on.nodes, on.norm[at], on.log_norm[at]
    full = lists.full[of]
    sign = 1 - 2 * full
    for q in range(len(logs)):
        logs[q] = total * nodes[q] - full * norm[q]
    for i in lists.category[lists.start[of] : lists.start[of + 1]]:
        for q in range(len(logs)):
            logs[q] -= sign * log_norm[q, i]


@compiled
def child_weights(log_prior: Floats, given: Floats, child: Floats) -> float:
    """``prior × Π given`` over readings, made to sum to 1, into ``child``; the log of its sum."""
    child[:] = log_prior
    for r in range(len(given)):
        for u in range(len(child)):
            child[u] += np.log(given[r, u])
    most = child.max()
    total = 0.0
    for u in range(len(child)):
        child[u] = np.exp(child[u] - most)
        total += child[u]
    child /= total
    return float(most + np.log(total))


@compiled
def seen_weights(
    child: Floats,
    likelihood: Floats,
    given: Floats,
    window: tuple[int, int],
    kernel: Floats,
    weights: Floats,
    with_slope: Floats,
) -> float:
    """What a reading sees, weighed, and that times the score of the halo's log sd.

    ``weights[v] = likelihood[v] Σ child[u] spread[u, v] / given[u]`` over the nodes in ``window``.
    Returns the expected score of the halo's log sd.
    """
    if len(kernel) == 0:
        weights[:] = child
        return 0.0
    forward, sloped_forward = kernel[0], kernel[1]
    weights[:] = 0.0
    with_slope[:] = 0.0
    for u in range(window[0], window[1]):
        ratio = child[u] / given[u]
        for v in range(len(weights)):
            weights[v] += ratio * forward[u, v]
            with_slope[v] += ratio * sloped_forward[u, v]
    score = 0.0
    for v in range(len(weights)):
        weights[v] *= likelihood[v]
        with_slope[v] *= likelihood[v]
        score += with_slope[v]
    return score


@compiled
def add_mass(
    n: int,
    readings: Several,
    lists: Lists,
    window: tuple[int, int],
    weights: Floats,
    mass: SeveralMass,
) -> None:
    """Add what reading ``n`` sees, weighed, to its place's."""
    at, of = readings.place[n], readings.pattern[n]
    full = lists.full[of]
    sign = 1 - 2 * full
    of_place, of_listed = mass.full[at], mass.listed[at]
    for q in range(window[0], window[1]):
        of_place[q] += full * weights[q]
    for i in lists.category[lists.start[of] : lists.start[of + 1]]:
        for q in range(window[0], window[1]):
            of_listed[q, i] += sign * weights[q]


@compiled
def halo_given(
    child: Floats,
    likelihood: Floats,
    given: Floats,
    window: tuple[int, int],
    halo: Halo,
    score: Floats,
    squares: Floats,
) -> float:
    """Score of the halo's log sd given the child, ``sloped × likelihood / given``, into ``score``.

    ``squares`` is worked in. Returns the halo's complete information less the expected square of
    its score.
    """
    low, high = window
    sloped, steep, curvature = halo.kernel[3], halo.kernel[4], halo.curvature
    score[:] = 0.0
    squares[:] = 0.0
    near_score, near_squares = score[low:high], squares[low:high]
    for v in range(len(likelihood)):
        near_sloped, near_steep = sloped[v, low:high], steep[v, low:high]
        for u in range(len(near_score)):  # from 0, so that no index could count from the end
            near_score[u] += near_sloped[u] * likelihood[v]
            near_squares[u] += near_steep[u] * likelihood[v]
    left = 0.0
    for u in range(low, high):
        score[u] /= given[u]
        left += child[u] * (2 * score[u] + curvature[u]) - child[u] / given[u] * squares[u]
    return left
