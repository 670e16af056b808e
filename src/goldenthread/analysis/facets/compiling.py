"""How loops are compiled, and what several of them use. Importing this module imports numba."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

from goldenthread.analysis.facets.curves import Floats

Function = TypeVar("Function", bound=Callable[..., Any])

TINY = 1e-14
"""Nodes at both ends with less of the posterior than this are left out."""


def compiled(function: Function) -> Function:
    """Compiled when first called; kept on disk for the next time, where that can be written."""
    try:
        kept: Any = njit(cache=True)(function)
    except RuntimeError:
        kept = njit(function)
    return cast(Function, kept)


@compiled
def window_of(weights: Floats) -> tuple[int, int]:
    """The first node, and the one after the last, that weigh at least ``TINY`` of the most."""
    least = TINY * weights.max()
    low, high = 0, len(weights)
    while weights[low] < least:
        low += 1
    while weights[high - 1] < least:
        high -= 1
    return low, high
