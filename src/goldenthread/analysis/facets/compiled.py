"""Inner loops that numba compiles: sums over nodes, reading by reading.

Each does what its plain neighbour does with whole arrays, on the same nodes and by the same
formulas, and leaves out nodes whose posterior weight is below ``TINY``. Importing this module
imports numba: ask ``engine`` for it.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints

Function = TypeVar("Function", bound=Callable[..., Any])

TINY = 1e-20
"""Nodes at both ends with less of the posterior than this are left out."""
ROWS = 2_000
"""Rows of products that are added up together: 300 kB."""
SAFE = 600.0
"""Logs of numbers that are far from the ends of what a computer holds."""
FLOOR = -600.0
"""As ``shared.FLOOR``."""


def _compiled(function: Function) -> Function:
    """Compiled when first called; kept on disk for the next time, where that can be written."""
    try:
        kept: Any = njit(cache=True)(function)
    except RuntimeError:
        kept = njit(function)
    return cast(Function, kept)


@_compiled
def _window(weights: Floats) -> tuple[int, int]:
    """The first node, and the one after the last, that weigh at least ``TINY`` of the most."""
    least = TINY * weights.max()
    low, high = 0, len(weights)
    while weights[low] < least:
        low += 1
    while weights[high - 1] < least:
        high -= 1
    return low, high


@_compiled
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


@_compiled
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


@_compiled
def with_own_grade(at_least: Floats) -> Floats:
    """As ``curves.with_own_grade``, of an array (places, nodes, categories, steps)."""
    places, nodes, categories, steps = at_least.shape
    covariance = np.empty(at_least.shape)
    for p in range(places):
        for q in range(nodes):
            for i in range(categories):
                expected, after = 0.0, 0.0
                for k in range(steps):
                    expected += at_least[p, q, i, k]
                for k in range(steps - 1, -1, -1):
                    passing = at_least[p, q, i, k]
                    covariance[p, q, i, k] = passing * (k + 1 - expected) + after
                    after += passing
    return covariance


@_compiled
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
        low, high = _window(weights)
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


@_compiled
def _seen(
    place: int,
    low: int,
    high: int,
    scores: Floats,
    of_steps: Floats,
    design: Floats,
    full: float,
    category: Ints,
    seen: Floats,
) -> None:
    """Functions of what a reading of this place sees at nodes ``low`` to ``high``, into ``seen``.

    ``scores`` holds them for all categories; ``category`` lists those that a reading lacks
    (``full`` is 1) or has (0), and ``of_steps`` what each of their steps counts.
    """
    functions = scores.shape[2]
    sign = 1 - 2 * full
    for q in range(low, high):
        for f in range(functions):
            seen[q, f] = full * scores[place, q, f]
        for i in category:
            for k in range(of_steps.shape[3]):
                counts = sign * of_steps[place, q, i, k]
                for f in range(functions):
                    seen[q, f] += counts * design[i, k, f]


@_compiled
def _likelihoods(
    total: Ints,
    place: Ints,
    pattern: Ints,
    nodes: Floats,
    norm: Floats,
    log_norm: Floats,
    full: Floats,
    start: Ints,
    category: Ints,
    spread: Floats,
    likelihood: Floats,
    given: Floats,
) -> float:
    """Likelihood of each reading of a case at what it sees, and given the child's place.

    Returns the logs of what the likelihoods were divided by, added up.
    """
    count, logs = len(nodes), np.empty(len(nodes))
    scale = 0.0
    for r in range(len(total)):
        at, of = place[r], pattern[r]
        sign = 1 - 2 * full[of]
        for q in range(count):
            logs[q] = total[r] * nodes[q] - full[of] * norm[at, q]
        for t in range(start[of], start[of + 1]):
            for q in range(count):
                logs[q] -= sign * log_norm[at, q, category[t]]
        top = logs.max()
        scale += top
        for q in range(count):
            likelihood[r, q] = np.exp(max(logs[q] - top, FLOOR))
        if len(spread) == 0:
            given[r] = likelihood[r]
            continue
        given[r] = 0.0
        for v in range(count):
            for u in range(count):
                given[r, u] += spread[v, u] * likelihood[r, v]
    return scale


@_compiled
def _child(log_prior: Floats, given: Floats, child: Floats) -> float:
    """Posterior weights of the child's place, into ``child``; returns the log of their sum."""
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


@_compiled
def _halo_given(
    child: Floats,
    likelihood: Floats,
    given: Floats,
    low: int,
    high: int,
    kernel: Floats,
    curvature: Floats,
    weights: Floats,
    with_slope: Floats,
    halo: Floats,
) -> float:
    """What a reading sees, weighed, also with the score of the halo's log sd; and that score given
    the child, into ``halo``. ``low`` to ``high`` are the nodes of the child.

    Returns the halo's complete information less the expected square of its score.
    """
    forward, sloped_forward, sloped, steep = kernel[0], kernel[1], kernel[3], kernel[4]
    weights[:] = 0.0
    with_slope[:] = 0.0
    halo[:] = 0.0
    squares = np.zeros(len(child))
    near_halo, near_squares = halo[low:high], squares[low:high]
    for v in range(len(weights)):
        near_sloped, near_steep = sloped[v, low:high], steep[v, low:high]
        for u in range(len(near_halo)):  # from 0, so that no index could count from the end
            near_halo[u] += near_sloped[u] * likelihood[v]
            near_squares[u] += near_steep[u] * likelihood[v]
    left = 0.0
    for u in range(low, high):
        ratio = child[u] / given[u]
        for v in range(len(weights)):
            weights[v] += ratio * forward[u, v]
            with_slope[v] += ratio * sloped_forward[u, v]
        halo[u] /= given[u]
        left += child[u] * (2 * halo[u] + curvature[u]) - ratio * squares[u]
    weights *= likelihood
    with_slope *= likelihood
    return left


@_compiled
def _given(
    seen: Floats,
    likelihood: Floats,
    given: Floats,
    window: tuple[int, int, int, int],
    forward: Floats,
    buffer: Floats,
) -> Floats:
    """Expectations of ``seen`` given the child's place, shape (nodes of the child, functions).

    ``window`` holds the ends of the child's nodes and of the reading's.
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


@_compiled
def _add_products(weights: Floats, functions: Floats, rows: Floats, used: int, out: Floats) -> int:
    """Put off ``Σ weight × function function'`` in ``rows``, which are added to ``out`` when full.

    ``used`` is how many rows wait; returns how many wait then. Matrices are fast where they are
    long, and one reading's is short.
    """
    count = len(weights)
    if used + count > len(rows):
        _flush(rows, used, out)
        used = 0
    for q in range(count):
        root = np.sqrt(weights[q])
        for f in range(functions.shape[1]):
            rows[used + q, f] = root * functions[q, f]
    return used + count


@_compiled
def _flush(rows: Floats, used: int, out: Floats) -> None:
    """Add the products of ``rows`` to ``out``."""
    some = rows[:used]
    out += np.dot(some.T, some)


@_compiled
def shared_sums(
    total: Ints,
    place: Ints,
    pattern: Ints,
    first: Ints,
    nodes: Floats,
    norm: Floats,
    log_norm: Floats,
    at_least: Floats,
    with_grade: Floats,
    scores: Floats,
    complete: Floats,
    design: Floats,
    full: Floats,
    start: Ints,
    category: Ints,
    log_prior: Floats,
    sd: float,
    kernel: Floats,
    curvature: Floats,
    of_place: Floats,
    places: Floats,
    between: Floats,
    pairs: Floats,
    score: Floats,
    information: Floats,
    all_weights: Floats,
) -> float:
    """Add the cases with several readings to the arrays of ``SharedSums``, from ``of_place`` on.

    ``kernel`` stacks the halo's kernel, that times its slope, and both and that times the slope
    once more with their axes changed; without halo it is empty. Returns the log-likelihood.
    """
    count, functions = len(nodes), scores.shape[2]
    most = 1
    for c in range(len(first) - 1):
        most = max(most, first[c + 1] - first[c])
    likelihood, given = np.empty((most, count)), np.empty((most, count))
    function = np.zeros((most, count, functions + 1))
    child, with_slope, halo = np.empty(count), np.zeros(count), np.zeros(count)
    seen, owned = np.empty((count, functions)), np.empty((count, functions))
    case, mean = np.empty((count, functions + 1)), np.empty(functions + 1)
    buffer = np.empty(count * count)
    halo_seen = np.zeros(functions)
    of_seen = np.zeros((functions, functions))
    of_given = np.zeros((functions + 1, functions + 1))
    of_case = np.zeros((functions + 1, functions + 1))
    of_mean = np.zeros((functions + 1, functions + 1))
    rows = max(ROWS, 2 * count)
    seen_rows, seen_used = np.empty((rows, functions)), 0
    given_rows, given_used = np.empty((rows, functions + 1)), 0
    case_rows, case_used = np.empty((rows, functions + 1)), 0
    mean_rows, mean_used = np.empty((rows, functions + 1)), 0
    one = np.ones(1)
    has_halo = len(kernel) > 0
    spread = kernel[2] if has_halo else np.zeros((0, 0))
    log_likelihood, pair = 0.0, 0
    for c in range(len(first) - 1):
        a, b = first[c], first[c + 1]
        log_likelihood += _likelihoods(
            total[a:b],
            place[a:b],
            pattern[a:b],
            nodes,
            norm,
            log_norm,
            full,
            start,
            category,
            spread,
            likelihood,
            given,
        )
        log_likelihood += _child(log_prior, given[: b - a], child)
        child_low, child_high = _window(child)
        case[:] = 0.0
        for n in range(a, b):
            r, at, of = n - a, place[n], pattern[n]
            weights = all_weights[n]
            if has_halo:
                information[-1, -1] += _halo_given(
                    child,
                    likelihood[r],
                    given[r],
                    child_low,
                    child_high,
                    kernel,
                    curvature,
                    weights,
                    with_slope,
                    halo,
                )
            else:
                weights[:] = child
            low, high = _window(weights)
            lacks = category[start[of] : start[of + 1]]
            _seen(at, low, high, scores, at_least, design, full[of], lacks, seen)
            _seen(at, low, high, complete, with_grade, design, full[of], lacks, owned)
            for v in range(low, high):
                weight, own = weights[v], weights[v] * seen[v, 0]
                places[n] += weight * owned[v, 0] - own * seen[v, 0]
                between[n, functions] -= with_slope[v] * seen[v, 0]
                for f in range(functions - 1):
                    between[n, f] += weight * owned[v, f + 1] - own * seen[v, f + 1]
                for f in range(functions):
                    halo_seen[f] += with_slope[v] * seen[v, f]
            seen_used = _add_products(
                weights[low:high], seen[low:high], seen_rows, seen_used, of_seen
            )
            if has_halo:
                window = (child_low, child_high, low, high)
                function[r, child_low:child_high, :functions] = _given(
                    seen, likelihood[r], given[r], window, kernel[0], buffer
                )
            else:
                function[r, low:high, :functions] = seen[low:high]
            for u in range(child_low, child_high):
                function[r, u, functions] = halo[u]
                own = child[u] * function[r, u, 0]
                of_place[n] += own
                places[n] += own * function[r, u, 0]
                for f in range(functions - 1):
                    between[n, f] += own * function[r, u, f + 1]
                    case[u, f] += function[r, u, f + 1]
                between[n, functions] += own * halo[u]
                case[u, functions] += halo[u]
            given_used = _add_products(
                child[child_low:child_high],
                function[r, child_low:child_high],
                given_rows,
                given_used,
                of_given,
            )
        mean[:] = 0.0
        for u in range(child_low, child_high):
            square = (nodes[u] / sd) ** 2
            case[u, functions - 1] = square - 1
            information[functions - 1, functions - 1] += 2 * child[u] * square
            for f in range(functions + 1):
                mean[f] += child[u] * case[u, f]
        case_used = _add_products(
            child[child_low:child_high], case[child_low:child_high], case_rows, case_used, of_case
        )
        score += mean
        mean_used = _add_products(one, mean.reshape(1, -1), mean_rows, mean_used, of_mean)
        for n in range(a, b):
            for f in range(functions + 1):
                between[n, f] += of_place[n] * mean[f]
            for u in range(child_low, child_high):
                own = child[u] * function[n - a, u, 0]
                for f in range(functions + 1):
                    between[n, f] -= own * case[u, f]
            for m in range(a, b):
                product = 0.0
                for u in range(child_low, child_high):
                    product += child[u] * function[n - a, u, 0] * function[m - a, u, 0]
                pairs[pair] = product - of_place[n] * of_place[m]
                pair += 1
    _flush(seen_rows, seen_used, of_seen)
    _flush(given_rows, given_used, of_given)
    _flush(case_rows, case_used, of_case)
    _flush(mean_rows, mean_used, of_mean)
    information += of_mean - of_case
    for i in range(1, functions):
        for j in range(1, functions):
            information[i - 1, j - 1] += of_given[i, j] - of_seen[i, j]
        with_halo = of_given[i, functions] - halo_seen[i]
        information[i - 1, functions] += with_halo
        information[functions, i - 1] += with_halo
    information[functions, functions] += of_given[functions, functions]
    return log_likelihood
