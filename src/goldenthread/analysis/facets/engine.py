"""Which way of computing is used: numpy alone, or loops that numba compiled.

Answers are the same. ``GOLDENTHREAD_ENGINE`` forces one: ``numpy`` or ``numba``.
"""

import os
from functools import cache
from importlib import import_module
from types import ModuleType

VARIABLE = "GOLDENTHREAD_ENGINE"
WORTH = 5_000
"""Readings from which loading numba, two thirds of a second, is soon made good."""


def engine(readings: int = WORTH) -> str:
    """Name of the way that so many readings are computed in."""
    return "numba" if compiled(readings) else "numpy"


def compiled(readings: int) -> ModuleType | None:
    """The compiled loops, if so many readings are worth them and numba is here and works."""
    wanted = os.environ.get(VARIABLE, "")
    if wanted == "numpy" or (wanted != "numba" and readings < WORTH):
        return None
    return _loaded()


@cache
def _loaded() -> ModuleType | None:
    try:
        return import_module("goldenthread.analysis.facets.compiled")
    except Exception:  # a broken numba may raise anything, and plain numpy does as well
        return None
