"""Whatever a fit says as one list of numbers, to compare fits with each other."""

from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np


def numbers(value: Any) -> list[float]:
    """All numbers in it, in order."""
    if is_dataclass(value):
        return [x for field in fields(value) for x in numbers(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [x for each in value for x in numbers(each)]
    if isinstance(value, np.ndarray):
        return [float(x) for x in value.ravel()]
    return [] if value is None else [float(value)]
