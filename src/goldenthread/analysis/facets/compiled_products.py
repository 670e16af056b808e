"""Sums of products of vectors in compiled loops, put off so that matrices multiplied are long."""

from typing import NamedTuple

import numpy as np

from goldenthread.analysis.facets.compiling import compiled
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints

ROWS = 1_000
"""Rows of products that are added up together: 300 kB."""


class Products(NamedTuple):
    """A sum ``Σ weight × left right'``, and what waits to be added to it."""

    left: Floats
    """``weight × left``, one a row."""
    right: Floats
    used: Ints
    """How many rows wait, shape (1,)."""
    sum: Floats


@compiled
def no_products(functions: int, nodes: int) -> Products:
    """A sum of nothing yet, with room for at least two readings of so many nodes."""
    rows = max(ROWS, 2 * nodes)
    return Products(
        np.empty((rows, functions)),
        np.empty((rows, functions)),
        np.zeros(1, np.int64),
        np.zeros((functions, functions)),
    )


@compiled
def add_products(weights: Floats, left: Floats, right: Floats, to: Products) -> None:
    """Add ``Σ weight × left right'`` over nodes; ``left`` and ``right`` are (nodes, functions).

    Matrices are fast where they are long, and one reading's is short: so rows wait.
    """
    count = len(weights)
    if to.used[0] + count > len(to.left):
        flush(to)
    used = to.used[0]
    lefts, rights = to.left[used : used + count], to.right[used : used + count]
    for q in range(count):
        for f in range(left.shape[1]):
            lefts[q, f] = weights[q] * left[q, f]
            rights[q, f] = right[q, f]
    to.used[0] = used + count


@compiled
def flush(products: Products) -> None:
    """Add the rows that wait to the sum: ``sum += left' right``."""
    used, total = products.used[0], products.sum
    total += np.dot(products.left[:used].T, products.right[:used])
    products.used[0] = 0
