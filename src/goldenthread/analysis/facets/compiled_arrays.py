"""What the compiled loops take and fill, by subject. Importing this module imports no numba.

Named tuples, since numba compiles those and no dataclasses.
"""

from typing import NamedTuple

from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints


class Lists(NamedTuple):
    """As ``patterns.Listed``: what a reading lacks, or where ``full`` is 0 has, by pattern."""

    full: Floats
    start: Ints
    category: Ints


class OneReading(NamedTuple):
    """Readings of cases with one: position of place, likelihood and pattern, shape (readings,)."""

    place: Ints
    distinct: Ints
    pattern: Ints


class OnePosterior(NamedTuple):
    """The two factors of the posterior weights of cases with one reading."""

    likelihood: Floats
    """Shape (distinct readings, nodes)."""
    log_scale: Floats
    """What ``likelihood`` was divided by, in logs."""
    prior: Floats
    """Shape (places, nodes)."""


class OneGrid(NamedTuple):
    """The nodes ``v`` for cases with one reading, and functions of them."""

    posterior: OnePosterior
    deviation: Floats
    """``y = v + place``, shape (places, nodes)."""
    at_least: Floats
    """Of passing each step, shape (nodes, categories, steps)."""
    scores: Floats
    """``f(v)`` of all categories, shape (nodes, coordinates)."""
    design: Floats
    """What each step of a category adds to ``f``, shape (categories, steps, coordinates)."""
    sd: float


class OneSums(NamedTuple):
    """Sums over the cases with one reading; ``s`` are expected scores, ``w`` weights on nodes."""

    by_place: Floats
    """``Σ s``, shape (places, scores)."""
    covariance: Floats
    """``Σ`` of the covariance of the first score with each, shape (places, scores)."""
    outer: Floats
    """``Σ s s'``."""
    on_nodes: Floats
    """``Σ w``, shape (patterns, nodes)."""
    squares: Floats
    """``Σ w (y² / sd² - 1)``, shape (patterns, nodes)."""


class Several(NamedTuple):
    """Readings of cases with several, by case: total, positions of place and pattern."""

    total: Ints
    place: Ints
    pattern: Ints
    first: Ints
    """The first reading of each case, and then how many readings there are."""


class SeveralGrid(NamedTuple):
    """The nodes for cases with several readings, and what weighs them."""

    nodes: Floats
    norm: Floats
    """Log of what divides likelihoods, of all categories, shape (places, nodes)."""
    log_norm: Floats
    """The same by category, shape (places, nodes, categories)."""
    log_prior: Floats
    """Of the child, shape (nodes,)."""
    sd: float
    """Of the child."""


class SeveralFunctions(NamedTuple):
    """Scores at place and node."""

    at_least: Floats
    """Of passing each step, shape (places, nodes, categories, steps)."""
    scores: Floats
    """Of all categories: of the place, then of the coordinates, (places, nodes, functions)."""
    design: Floats
    """What each step adds to them, shape (categories, steps, functions)."""


class Halo(NamedTuple):
    """The halo's kernels; arrays of length 0 where there is none. See ``kernel.Kernel``."""

    kernel: Floats
    """Spread; spread times its slope; both, and that times the slope again, with axes changed."""
    curvature: Floats


class SeveralMass(NamedTuple):
    """Posterior weight of what readings see, and the scores of the standard deviations."""

    full: Floats
    """Of readings that list what they lack, shape (places, nodes)."""
    listed: Floats
    """Of listed categories with their sign, shape (places, nodes, categories)."""
    sds: Floats
    """Scores of the log sds of case and of halo."""


class SeveralSums(NamedTuple):
    """The arrays of ``shared_moments.SharedSums``."""

    place: Floats
    places: Floats
    between: Floats
    pairs: Floats
    information: Floats
