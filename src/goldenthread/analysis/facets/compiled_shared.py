"""Sums over cases with several readings in compiled loops: as ``shared_moments``, case by case."""

from typing import NamedTuple

import numpy as np

from goldenthread.analysis.facets.compiled_arrays import (
    Halo,
    Lists,
    Several,
    SeveralGrid,
    SeveralSums,
)
from goldenthread.analysis.facets.compiled_posterior import (
    child_weights,
    halo_given,
    likelihoods,
    weigh_with_halo,
)
from goldenthread.analysis.facets.compiled_products import (
    Products,
    add_products,
    flush,
    no_products,
)
from goldenthread.analysis.facets.compiling import compiled, window_of
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints


class _Work(NamedTuple):
    """What is worked in, one case after another. Scores are of place, coordinates, then log sd."""

    likelihood: Floats
    """Of each reading of the case, shape (readings, nodes)."""
    given: Floats
    """The same given the child's place."""
    function: Floats
    """Expected scores of each reading given the child, shape (readings, nodes, scores)."""
    child: Floats
    """Posterior weights of the child's place, shape (nodes,)."""
    with_slope: Floats
    """Weights of what a reading sees times the score of the halo's log sd, shape (nodes,)."""
    halo: Floats
    """Score of the halo's log sd given the child, shape (nodes,)."""
    squares: Floats
    seen: Floats
    """Scores of a reading at what it sees, shape (nodes, scores without log sd)."""
    owned: Floats
    """Complete information of its place with them."""
    case: Floats
    """Scores of the case of the rest given the child: coordinates, log sds of case and halo."""
    mean: Floats
    """Their expectation, shape (1, rest)."""
    buffer: Floats


class _Outer(NamedTuple):
    """Sums of ``weight × score score'`` over all cases."""

    seen: Products
    given: Products
    case: Products
    mean: Products
    halo_seen: Floats
    """``Σ with_slope × score``, shape (scores without log sd,)."""


@compiled
def shared_sums(
    readings: Several, on: SeveralGrid, lists: Lists, halo: Halo, sums: SeveralSums
) -> float:
    """Add the cases with several readings to ``sums``; returns the log-likelihood.

    A case's is ``log Σ prior × Π given``, over nodes of the child and readings.
    """
    first, functions = readings.first, on.scores.shape[2]
    work, outer = _work(first, len(on.nodes), functions), _outer(len(on.nodes), functions)
    log_likelihood, pair = 0.0, 0
    for c in range(len(first) - 1):
        a, b = first[c], first[c + 1]
        log_likelihood += likelihoods(c, readings, on, lists, halo, work.likelihood, work.given)
        log_likelihood += child_weights(on.log_prior, work.given[: b - a], work.child)
        window = window_of(work.child)
        work.case[:] = 0.0
        for n in range(a, b):
            _add_reading(n, n - a, window, readings, on, lists, halo, work, outer, sums)
        _add_case(window, on, work, outer, sums)
        for n in range(a, b):
            _add_between(n, n - a, window, work, sums)
            pair = _add_pairs(n, a, b, window, work, sums, pair)
    _add_information(outer, sums.information)
    return log_likelihood


@compiled
def _work(first: Ints, nodes: int, functions: int) -> _Work:
    """Room for the case with most readings: ``max(first[c + 1] - first[c])``."""
    most = 1
    for c in range(len(first) - 1):
        most = max(most, first[c + 1] - first[c])
    return _Work(
        np.empty((most, nodes)),
        np.empty((most, nodes)),
        np.zeros((most, nodes, functions + 1)),
        np.empty(nodes),
        np.zeros(nodes),
        np.zeros(nodes),
        np.empty(nodes),
        np.empty((nodes, functions)),
        np.empty((nodes, functions)),
        np.empty((nodes, functions + 1)),
        np.empty((1, functions + 1)),
        np.empty(nodes * nodes),
    )


@compiled
def _outer(nodes: int, functions: int) -> _Outer:
    """Sums ``Σ weight × score score'`` of nothing yet."""
    return _Outer(
        no_products(functions, nodes),
        no_products(functions + 1, nodes),
        no_products(functions + 1, nodes),
        no_products(functions + 1, nodes),
        np.zeros(functions),
    )


@compiled
def _add_reading(
    n: int,
    r: int,
    window: tuple[int, int],
    readings: Several,
    on: SeveralGrid,
    lists: Lists,
    halo: Halo,
    work: _Work,
    outer: _Outer,
    sums: SeveralSums,
) -> None:
    """Add reading ``n``, the ``r``-th of its case, for which the child has weight in ``window``.

    Its information is ``E complete - E var(score | child) - var E(score | child)``.
    """
    weights, child, seen, function = sums.weights[n], work.child, work.seen, work.function[r]
    likelihood, given = work.likelihood[r], work.given[r]
    if len(halo.kernel):
        weigh_with_halo(child, likelihood, given, window, halo.kernel, weights, work.with_slope)
        sums.information[-1, -1] += halo_given(
            child, likelihood, given, window, halo, work.halo, work.squares
        )
    else:
        weights[:] = child
    low, high = window_of(weights)
    at, of = readings.place[n], readings.pattern[n]
    full, lacks = lists.full[of], lists.category[lists.start[of] : lists.start[of + 1]]
    _see(low, high, on.scores[at], on.at_least[at], on.design, full, lacks, seen)
    _see(low, high, on.complete[at], on.with_grade[at], on.design, full, lacks, work.owned)
    _add_seen(n, low, high, work, outer.halo_seen, sums)
    add_products(weights[low:high], seen[low:high], outer.seen)
    if len(halo.kernel):
        function[window[0] : window[1], :-1] = _given(
            seen, likelihood, given, (*window, low, high), halo.kernel[0], work.buffer
        )
    else:
        function[low:high, :-1] = seen[low:high]
    _add_given(n, r, window, work, sums)
    add_products(child[window[0] : window[1]], function[window[0] : window[1]], outer.given)


@compiled
def _see(
    low: int,
    high: int,
    scores: Floats,
    of_steps: Floats,
    design: Floats,
    full: float,
    category: Ints,
    seen: Floats,
) -> None:
    """Functions of what a reading sees at nodes ``low`` to ``high``, into ``seen``.

    ``full × scores ± Σ of_steps × design`` over the steps of each ``category``: those that the
    reading lacks (``full`` is 1, the sign -) or has (0, +). ``scores`` holds all categories.
    """
    functions = scores.shape[1]
    sign = 1 - 2 * full
    for q in range(low, high):
        for f in range(functions):
            seen[q, f] = full * scores[q, f]
        for i in category:
            for k in range(of_steps.shape[2]):
                counts = sign * of_steps[q, i, k]
                for f in range(functions):
                    seen[q, f] += counts * design[i, k, f]


@compiled
def _add_seen(
    n: int, low: int, high: int, work: _Work, halo_seen: Floats, sums: SeveralSums
) -> None:
    """Add what is within a reading: ``E owned - E score_place × score``, over what it sees."""
    seen, owned, with_slope, weights = work.seen, work.owned, work.with_slope, sums.weights[n]
    places, between = sums.places, sums.between[n]
    functions = seen.shape[1]
    for v in range(low, high):
        weight, own = weights[v], weights[v] * seen[v, 0]
        places[n] += weight * owned[v, 0] - own * seen[v, 0]
        between[functions] -= with_slope[v] * seen[v, 0]
        for f in range(functions - 1):
            between[f] += weight * owned[v, f + 1] - own * seen[v, f + 1]
        for f in range(functions):
            halo_seen[f] += with_slope[v] * seen[v, f]


@compiled
def _given(
    seen: Floats,
    likelihood: Floats,
    given: Floats,
    window: tuple[int, int, int, int],
    forward: Floats,
    buffer: Floats,
) -> Floats:
    """Expectations of ``seen`` given the child's place, shape (nodes of the child, functions).

    ``Σ spread[u, v] likelihood[v] seen[v] / given[u]`` over ``v``. ``window`` holds the ends of the
    child's nodes ``u`` and of the reading's ``v``.
    """
    child_low, child_high, low, high = window
    height, width = child_high - child_low, high - low
    weights = buffer[: height * width].reshape(height, width)
    near, likely, sure = forward[child_low:, low:], likelihood[low:], given[child_low:]
    for u in range(height):  # from 0, so that no index could count from the end
        scale = 1 / sure[u]
        for v in range(width):
            weights[u, v] = near[u, v] * likely[v] * scale
    expected: Floats = np.dot(weights, seen[low:high])
    return expected


@compiled
def _add_given(n: int, r: int, window: tuple[int, int], work: _Work, sums: SeveralSums) -> None:
    """Add ``E (score_place × score)`` of scores given the child, and these to those of the case."""
    child, halo, case, function = work.child, work.halo, work.case, work.function[r]
    place, places, between = sums.place, sums.places, sums.between[n]
    functions = function.shape[1] - 1
    for u in range(window[0], window[1]):
        function[u, functions] = halo[u]
        own = child[u] * function[u, 0]
        place[n] += own
        places[n] += own * function[u, 0]
        for f in range(functions - 1):
            between[f] += own * function[u, f + 1]
            case[u, f] += function[u, f + 1]
        between[functions] += own * halo[u]
        case[u, functions] += halo[u]


@compiled
def _add_case(
    window: tuple[int, int], on: SeveralGrid, work: _Work, outer: _Outer, sums: SeveralSums
) -> None:
    """Add the scores of a case: of the log of the child's sd, ``u² / sd² - 1``, with the others.

    Its complete information is ``2 E u² / sd²``.
    """
    low, high = window
    child, case, mean = work.child, work.case, work.mean[0]
    score, information, nodes = sums.score, sums.information, on.nodes
    of_sd = len(mean) - 2
    mean[:] = 0.0
    for u in range(low, high):
        square = (nodes[u] / on.sd) ** 2
        case[u, of_sd] = square - 1
        information[of_sd, of_sd] += 2 * child[u] * square
        for f in range(len(mean)):
            mean[f] += child[u] * case[u, f]
    add_products(child[low:high], case[low:high], outer.case)
    score += mean
    add_products(np.ones(1), work.mean, outer.mean)


@compiled
def _add_between(n: int, r: int, window: tuple[int, int], work: _Work, sums: SeveralSums) -> None:
    """Take ``cov(score_place, score of the case)``, over the child, from ``between``."""
    child, case, mean, function = work.child, work.case, work.mean[0], work.function[r]
    place, between = sums.place[n], sums.between[n]
    for f in range(len(mean)):
        between[f] += place * mean[f]
    for u in range(window[0], window[1]):
        own = child[u] * function[u, 0]
        for f in range(len(mean)):
            between[f] -= own * case[u, f]


@compiled
def _add_pairs(
    n: int,
    a: int,
    b: int,
    window: tuple[int, int],
    work: _Work,
    sums: SeveralSums,
    pair: int,
) -> int:
    """``cov(score_place of n, of m)``, over the child, for each reading ``m`` from ``a`` to ``b``.

    They go into ``pairs`` from position ``pair`` on; returns the position after them.
    """
    child, function, place, pairs = work.child, work.function, sums.place, sums.pairs
    for m in range(a, b):
        product = 0.0
        for u in range(window[0], window[1]):
            product += child[u] * function[n - a, u, 0] * function[m - a, u, 0]
        pairs[pair + m - a] = product - place[n] * place[m]
    return pair + b - a


@compiled
def _add_information(outer: _Outer, information: Floats) -> None:
    """Add ``Σ mean mean' - case case' + given given' - seen seen'``: what is lost of the complete.

    The first row and column of ``given`` and ``seen`` are of the place, and are left out.
    """
    flush(outer.seen)
    flush(outer.given)
    flush(outer.case)
    flush(outer.mean)
    of_given, of_seen = outer.given.sum, outer.seen.sum
    functions = len(of_seen)
    information += outer.mean.sum - outer.case.sum
    for i in range(1, functions):
        for j in range(1, functions):
            information[i - 1, j - 1] += of_given[i, j] - of_seen[i, j]
        with_halo = of_given[i, functions] - outer.halo_seen[i]
        information[i - 1, functions] += with_halo
        information[functions, i - 1] += with_halo
    information[functions, functions] += of_given[functions, functions]
