"""Sums over cases with several readings in compiled loops: as ``shared_moments``, case by case."""

import numpy as np

from goldenthread.analysis.facets.compiling import compiled, window_of
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints

ROWS = 2_000
"""Rows of products that are added up together: 300 kB."""
FLOOR = -600.0
"""As ``shared.FLOOR``."""


@compiled
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


@compiled
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


@compiled
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


@compiled
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


@compiled
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


@compiled
def _flush(rows: Floats, used: int, out: Floats) -> None:
    """Add the products of ``rows`` to ``out``."""
    some = rows[:used]
    out += np.dot(some.T, some)


@compiled
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
        child_low, child_high = window_of(child)
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
            low, high = window_of(weights)
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
