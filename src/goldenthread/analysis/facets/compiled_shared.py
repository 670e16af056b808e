"""Sums over cases with several readings in compiled loops: as ``shared_moments``, case by case."""

from typing import NamedTuple

import numpy as np

from goldenthread.analysis.facets.compiled_arrays import (
    Halo,
    Lists,
    Several,
    SeveralFunctions,
    SeveralGrid,
    SeveralMass,
    SeveralSums,
)
from goldenthread.analysis.facets.compiled_posterior import (
    add_mass,
    child_weights,
    halo_given,
    likelihoods,
    most_readings,
    seen_weights,
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
    """What is worked in, one case after another.

    Scores are of the place and of coordinates; those of the *rest* are of coordinates, then of the
    log sds of case and halo.
    """

    likelihood: Floats
    """Of each reading of the case, shape (readings, nodes)."""
    given: Floats
    """The same given the child's place."""
    function: Floats
    """Expected scores of each reading given the child: of the place, then of the rest, where that
    of the child's sd is left at 0; shape (readings, nodes, 1 + rest)."""
    child: Floats
    """Posterior weights of the child's place, shape (nodes,)."""
    weights: Floats
    """The same of what a reading sees."""
    with_slope: Floats
    """Those times the score of the halo's log sd."""
    halo: Floats
    """Score of the halo's log sd given the child, shape (nodes,)."""
    squares: Floats
    seen: Floats
    """Scores of a reading at what it sees, shape (nodes, scores)."""
    case: Floats
    """Scores of the rest given the child, of the whole case, shape (nodes, rest)."""
    mean: Floats
    """Their expectation, shape (1, rest)."""
    buffer: Floats


class _Outer(NamedTuple):
    """Sums over all cases of products of scores."""

    seen: Products
    """Of coordinates with one another, at what a reading sees."""
    between: Products
    """Of the rest, given the child, of each reading with those before it in its case."""
    mean: Products
    """Of the expected scores of cases."""
    halo_seen: Floats
    """``Σ with_slope × score``, shape (scores,)."""
    with_sd: Floats
    """Of the child's sd with the rest."""


@compiled
def shared_sums(
    readings: Several,
    on: SeveralGrid,
    lists: Lists,
    halo: Halo,
    mass: SeveralMass,
    of: SeveralFunctions,
    sums: SeveralSums,
) -> float:
    """Add the cases with several readings to ``mass`` and ``sums``; returns the log-likelihood.

    A case's is ``log Σ prior × Π given``, over nodes of the child and readings.
    """
    first, functions = readings.first, of.scores.shape[2]
    work, outer = _work(first, len(on.nodes), functions), _outer(len(on.nodes), functions)
    log_likelihood, pair = 0.0, 0
    for c in range(len(first) - 1):
        a, b = first[c], first[c + 1]
        log_likelihood += likelihoods(c, readings, on, lists, halo, work.likelihood, work.given)
        log_likelihood += child_weights(on.log_prior, work.given[: b - a], work.child)
        window = window_of(work.child)
        work.case[:] = 0.0
        for n in range(a, b):
            _add_reading(n, n - a, window, readings, lists, halo, of, work, outer, mass, sums)
        _add_case(window, on, work, outer, mass, sums)
        for n in range(a, b):
            _add_between(n, n - a, window, work, sums)
            pair = _add_pairs(n, a, b, window, work, sums, pair)
    _add_information(outer, sums.information)
    return log_likelihood


@compiled
def _work(first: Ints, nodes: int, functions: int) -> _Work:
    """Room for the case with most readings."""
    most = most_readings(first)
    return _Work(
        np.empty((most, nodes)),
        np.empty((most, nodes)),
        np.zeros((most, nodes, functions + 2)),
        np.empty(nodes),
        np.empty(nodes),
        np.zeros(nodes),
        np.zeros(nodes),
        np.empty(nodes),
        np.empty((nodes, functions)),
        np.empty((nodes, functions + 1)),
        np.empty((1, functions + 1)),
        np.empty(nodes * nodes),
    )


@compiled
def _outer(nodes: int, functions: int) -> _Outer:
    """Sums of nothing yet."""
    return _Outer(
        no_products(functions - 1, nodes),
        no_products(functions + 1, nodes),
        no_products(functions + 1, nodes),
        np.zeros(functions),
        np.zeros(functions + 1),
    )


@compiled
def _add_reading(
    n: int,
    r: int,
    window: tuple[int, int],
    readings: Several,
    lists: Lists,
    halo: Halo,
    of: SeveralFunctions,
    work: _Work,
    outer: _Outer,
    mass: SeveralMass,
    sums: SeveralSums,
) -> None:
    """Add reading ``n``, the ``r``-th of its case, for which the child has weight in ``window``.

    Its information is ``E complete - E var(score | child) - var E(score | child)``; what is
    complete follows from the mass.
    """
    child, weights, seen, function = work.child, work.weights, work.seen, work.function[r]
    likelihood, given = work.likelihood[r], work.given[r]
    with_halo = len(halo.kernel) > 0
    mass.sds[1] += seen_weights(
        child, likelihood, given, window, halo.kernel, weights, work.with_slope
    )
    if with_halo:
        sums.information[-1, -1] += halo_given(
            child, likelihood, given, window, halo, work.halo, work.squares
        )
    low, high = window_of(weights)
    add_mass(n, readings, lists, (low, high), weights, mass)
    _see(n, low, high, readings, lists, of, seen)
    _add_seen(n, low, high, work, outer.halo_seen, sums)
    near = seen[low:high, 1:]
    add_products(weights[low:high], near, near, outer.seen)
    if with_halo:
        ends = (*window, low, high)
        _expect_seen(seen, likelihood, given, ends, halo.kernel[0], work.buffer, function)
    else:
        function[low:high, : seen.shape[1]] = seen[low:high]
    _add_given(n, r, window, work, outer.between, sums)


@compiled
def _see(
    n: int,
    low: int,
    high: int,
    readings: Several,
    lists: Lists,
    of: SeveralFunctions,
    seen: Floats,
) -> None:
    """Scores of what reading ``n`` sees at nodes ``low`` to ``high``, into ``seen``.

    Those of all categories less those that it lacks, or only those that it has.
    """
    at, pattern = readings.place[n], readings.pattern[n]
    scores, at_least, design = of.scores[at], of.at_least[at], of.design
    full, functions = lists.full[pattern], of.design.shape[2]
    sign = 1 - 2 * full
    for q in range(low, high):
        for f in range(functions):
            seen[q, f] = full * scores[q, f]
        for i in lists.category[lists.start[pattern] : lists.start[pattern + 1]]:
            for k in range(design.shape[1]):
                passed = sign * at_least[q, i, k]
                for f in range(functions):
                    seen[q, f] += passed * design[i, k, f]


@compiled
def _add_seen(
    n: int, low: int, high: int, work: _Work, halo_seen: Floats, sums: SeveralSums
) -> None:
    """Take ``E score_place × score`` over what a reading sees."""
    seen, with_slope, weights = work.seen, work.with_slope, work.weights
    places, between = sums.places, sums.between[n]
    functions = seen.shape[1]
    for v in range(low, high):
        own = weights[v] * seen[v, 0]
        places[n] -= own * seen[v, 0]
        between[functions] -= with_slope[v] * seen[v, 0]
        for f in range(functions - 1):
            between[f] -= own * seen[v, f + 1]
        for f in range(functions):
            halo_seen[f] += with_slope[v] * seen[v, f]


@compiled
def _expect_seen(
    seen: Floats,
    likelihood: Floats,
    given: Floats,
    window: tuple[int, int, int, int],
    forward: Floats,
    buffer: Floats,
    function: Floats,
) -> None:
    """Expectations of ``seen`` given the child's place, into the first columns of ``function``.

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
    function[child_low:child_high, : seen.shape[1]] = np.dot(weights, seen[low:high])


@compiled
def _add_given(
    n: int, r: int, window: tuple[int, int], work: _Work, between: Products, sums: SeveralSums
) -> None:
    """Add scores given the child to those of the case, and their products with those before."""
    child, halo, case, function = work.child, work.halo, work.case, work.function[r]
    place, places = sums.place, sums.places
    low, high = window
    rest = case.shape[1]
    for u in range(low, high):
        function[u, rest] = halo[u]
        own = child[u] * function[u, 0]
        place[n] += own
        places[n] += own * function[u, 0]
    if r > 0:
        add_products(child[low:high], case[low:high], function[low:high, 1:], between)
    for u in range(low, high):
        for f in range(rest):
            case[u, f] += function[u, f + 1]


@compiled
def _add_case(
    window: tuple[int, int],
    on: SeveralGrid,
    work: _Work,
    outer: _Outer,
    mass: SeveralMass,
    sums: SeveralSums,
) -> None:
    """Add the scores of a case: of the log of the child's sd, ``u² / sd² - 1``, with the others.

    Its complete information is ``2 E u² / sd²``.
    """
    child, case, mean, with_sd = work.child, work.case, work.mean[0], outer.with_sd
    of_sd = len(mean) - 2
    mean[:] = 0.0
    for u in range(window[0], window[1]):
        square = (on.nodes[u] / on.sd) ** 2
        case[u, of_sd] = square - 1
        sums.information[of_sd, of_sd] += 2 * child[u] * square
        own = child[u] * (square - 1)
        for f in range(len(mean)):
            mean[f] += child[u] * case[u, f]
            with_sd[f] += own * case[u, f]
    mass.sds[0] += mean[of_sd]
    add_products(np.ones(1), work.mean, work.mean, outer.mean)


@compiled
def _add_between(n: int, r: int, window: tuple[int, int], work: _Work, sums: SeveralSums) -> None:
    """Take ``cov(score_place, score of the case)``, over the child, but for the reading's own.

    ``E (score_place × own score)`` is in the information of the reading as well, and cancels.
    """
    child, case, mean, function = work.child, work.case, work.mean[0], work.function[r]
    place, between = sums.place[n], sums.between[n]
    for f in range(len(mean)):
        between[f] += place * mean[f]
    for u in range(window[0], window[1]):
        own = child[u] * function[u, 0]
        for f in range(len(mean)):
            between[f] -= own * (case[u, f] - function[u, f + 1])


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
    """Add what is lost of the complete: scores' variance within readings, and between them.

    Variance given the child of the sum of a case's readings is that of each and, twice, what is
    between them; that of each is what it is at what the reading sees, less what is left of it.
    """
    flush(outer.seen)
    flush(outer.between)
    flush(outer.mean)
    of_seen, of_sd = outer.seen.sum, len(information) - 2
    information += outer.mean.sum - outer.between.sum - outer.between.sum.T
    information[:of_sd, :of_sd] -= of_seen
    information[:of_sd, -1] -= outer.halo_seen[1:]
    information[-1, :of_sd] -= outer.halo_seen[1:]
    information[of_sd] -= outer.with_sd
    information[:of_sd, of_sd] -= outer.with_sd[:of_sd]
    information[-1, of_sd] -= outer.with_sd[-1]
