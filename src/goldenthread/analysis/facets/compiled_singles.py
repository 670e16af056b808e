"""Sums over cases with one reading in compiled loops: as ``singles``, reading by reading."""

import numpy as np

from goldenthread.analysis.facets.compiled_arrays import (
    Lists,
    OneGrid,
    OnePosterior,
    OneReading,
    OneSums,
)
from goldenthread.analysis.facets.compiling import compiled, window_of
from goldenthread.analysis.facets.curves import Floats


@compiled
def single_weights(
    readings: OneReading, on: OnePosterior, by_place: Floats, by_pattern: Floats
) -> float:
    """Add posterior weights, ``w = likelihood × prior / Σ``, to those of place and of pattern.

    Returns the log-likelihood.
    """
    log_likelihood, weights = 0.0, np.empty(by_place.shape[1])
    for n in range(len(readings.place)):
        at = readings.place[n]
        total, log_total = _posterior(readings.distinct[n], at, on, weights)
        log_likelihood += log_total
        share, of_place, of_pattern = 1 / total, by_place[at], by_pattern[readings.pattern[n]]
        for q in range(len(weights)):
            of_place[q] += share * weights[q]
            of_pattern[q] += share * weights[q]
    return log_likelihood


@compiled
def single_sums(
    readings: OneReading, on: OneGrid, lists: Lists, sums: OneSums
) -> tuple[float, float]:
    """Add the readings of cases with one to ``sums``.

    With weights ``w`` over the nodes, the expected complete-data scores of a reading are
    ``s = (-E y / sd², E y² / sd² - 1, E f(v))``, where ``f`` are the scores of free coordinates.
    Returns the log-likelihood and the expected square of the score of log sd.
    """
    nodes, functions = on.scores.shape
    log_likelihood, square = 0.0, 0.0
    weights = np.empty(nodes)
    score, with_y = np.empty(2 + functions), np.empty(functions)
    for n in range(len(readings.place)):
        at, of = readings.place[n], readings.pattern[n]
        total, log_total = _posterior(readings.distinct[n], at, on.posterior, weights)
        log_likelihood += log_total
        window = window_of(weights)
        y = _powers(at, of, window, total, weights, on, sums)
        _expect_all(at, lists.full[of], window, total, weights, on, score, with_y)
        lacks = lists.category[lists.start[of] : lists.start[of + 1]]
        for i in lacks:
            sign = (1 - 2 * lists.full[of]) / total
            _expect_listed(i, at, sign, window, weights, on, score, with_y)
        square += _add_reading(at, y, on.sd, score, with_y, sums)
    return log_likelihood, square


@compiled
def _posterior(distinct: int, at: int, on: OnePosterior, weights: Floats) -> tuple[float, float]:
    """``likelihood × prior`` into ``weights``; returns their sum and the log-likelihood."""
    likelihood, prior = on.likelihood[distinct], on.prior[at]
    total = 0.0
    for q in range(len(weights)):
        weights[q] = likelihood[q] * prior[q]
    for q in range(len(weights)):
        total += weights[q]
    return total, np.log(total) + on.log_scale[distinct]


@compiled
def _powers(
    at: int,
    of: int,
    window: tuple[int, int],
    total: float,
    weights: Floats,
    on: OneGrid,
    sums: OneSums,
) -> tuple[float, float, float, float]:
    """``E y``, ``E y²``, ``E y³`` and ``E y⁴``; adds ``w`` and ``w (y² / sd² - 1)`` to nodes."""
    deviation, on_nodes, squares = on.deviation[at], sums.on_nodes[of], sums.squares[of]
    variance = on.sd * on.sd
    y1, y2, y3, y4 = 0.0, 0.0, 0.0, 0.0
    for q in range(window[0], window[1]):
        w, y = weights[q] / total, deviation[q]
        y1 += w * y
        y2 += w * y * y
        y3 += w * y * y * y
        y4 += w * y * y * y * y
        on_nodes[q] += w
        squares[q] += w * (y * y / variance - 1)
    return y1, y2, y3, y4


@compiled
def _expect_all(
    at: int,
    full: float,
    window: tuple[int, int],
    total: float,
    weights: Floats,
    on: OneGrid,
    score: Floats,
    with_y: Floats,
) -> None:
    """``full × E f`` of all categories into ``score`` from 2 on, ``full × E y f`` into ``with_y``.

    ``full`` is 1, or 0 where the reading has few categories.
    """
    deviation, scores = on.deviation[at], on.scores
    score[:] = 0.0
    with_y[:] = 0.0
    for q in range(window[0], window[1]):
        w = weights[q] / total
        wy, wf = w * deviation[q] * full, w * full
        for f in range(len(with_y)):
            score[2 + f] += wf * scores[q, f]
            with_y[f] += wy * scores[q, f]


@compiled
def _expect_listed(
    i: int,
    at: int,
    sign: float,
    window: tuple[int, int],
    weights: Floats,
    on: OneGrid,
    score: Floats,
    with_y: Floats,
) -> None:
    """Add what category ``i`` counts: ``sign × Σ w P(step passed) × design``, and that with ``y``.

    ``sign`` is -1 of a category that the reading lacks or 1, over the sum of ``weights``.
    """
    deviation, at_least, design = on.deviation[at], on.at_least, on.design
    for k in range(at_least.shape[2]):
        passed, passed_y = 0.0, 0.0
        for q in range(window[0], window[1]):
            passing = weights[q] * at_least[q, i, k]
            passed += passing
            passed_y += passing * deviation[q]
        for f in range(len(with_y)):
            score[2 + f] += sign * passed * design[i, k, f]
            with_y[f] += sign * passed_y * design[i, k, f]


@compiled
def _add_reading(
    at: int,
    powers: tuple[float, float, float, float],
    sd: float,
    score: Floats,
    with_y: Floats,
    sums: OneSums,
) -> float:
    """Add ``s``, ``s s'`` and ``cov(-y / sd², each score)`` of a reading.

    Returns ``E (y² / sd² - 1)²``, the expected square of the score of log sd.
    """
    y1, y2, y3, y4 = powers
    variance = sd * sd
    score[0], score[1] = -y1 / variance, y2 / variance - 1
    by_place, covariance, outer = sums.by_place[at], sums.covariance[at], sums.outer
    covariance[0] += (y2 - y1 * y1) / variance**2
    covariance[1] -= (y3 - y1 * y2) / variance**2
    for f in range(len(with_y)):
        covariance[2 + f] -= (with_y[f] - y1 * score[2 + f]) / variance
    for i in range(len(score)):
        by_place[i] += score[i]
        for j in range(len(score)):
            outer[i, j] += score[i] * score[j]
    return y4 / variance**2 - 2 * y2 / variance + 1
