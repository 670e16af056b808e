"""Sums of products of vectors in compiled loops, put off so that matrices multiplied are long."""

from typing import NamedTuple

import numpy as np

from goldenthread.analysis.facets.compiling import compiled
from goldenthread.analysis.facets.curves import Floats
from goldenthread.analysis.facets.sample import Ints

ROWS = 2_000
"""Rows of products that are added up together: 300 kB."""


class Products(NamedTuple):
    """A sum ``Σ weight × function function'``, and what waits to be added to it."""

    rows: Floats
    """``√weight × function``, one a row."""
    used: Ints
    """How many rows wait, shape (1,)."""
    sum: Floats


@compiled
def no_products(functions: int, nodes: int) -> Products:
    """A sum of nothing yet, with room for at least two readings of so many nodes."""
    rows = np.empty((max(ROWS, 2 * nodes), functions))
    return Products(rows, np.zeros(1, np.int64), np.zeros((functions, functions)))


@compiled
def add_products(weights: Floats, functions: Floats, to: Products) -> None:
    """Add ``Σ weight × function function'`` over nodes; ``functions`` is (nodes, functions).

    Matrices are fast where they are long, and one reading's is short: so rows wait.
    """
    count, rows = len(weights), to.rows
    if to.used[0] + count > len(rows):
        flush(to)
    used = to.used[0]
    for q in range(count):
        root = np.sqrt(weights[q])
        for f in range(functions.shape[1]):
            rows[used + q, f] = root * functions[q, f]
    to.used[0] = used + count


@compiled
def flush(products: Products) -> None:
    """Add the rows that wait to the sum: ``sum += rows' rows``."""
    some, total = products.rows[: products.used[0]], products.sum
    total += np.dot(some.T, some)
    products.used[0] = 0
