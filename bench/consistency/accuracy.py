"""Our values beside those that papers and other programs print, as the tests hold them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from tests.analysis.agreement.published import published as agreement
from tests.analysis.facets import published as facets


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity: where it was printed, what was expected, what is ours."""

    quantity: str
    source: str
    expected: str
    ours: str
    difference: float
    tolerance: float


def rows() -> list[Row]:
    """Agreement first, then the many-facet model."""
    return [*_agreement(), *_facets()]


def _agreement() -> Iterator[Row]:
    for each in agreement():
        yield Row(
            f"{each.quantity}, {each.data}",
            each.source,
            f"{each.expected:g}",
            f"{each.ours:.6g}",
            abs(each.ours - each.expected),
            each.tolerance,
        )


def _facets() -> Iterator[Row]:
    for each in facets.PUBLISHED:
        fitted = facets.fitted(each)
        for quantity, expected in each["expected"].items():
            ours = facets.value(fitted, quantity)
            wanted = np.broadcast_to(np.array(expected["value"]), np.shape(ours))
            yield Row(
                f"{each['name']}: {quantity.replace('_', ' ')}",
                " ".join(each["source"].split()),
                _printed(wanted),
                _printed(np.asarray(ours)),
                float(np.abs(ours - wanted).max()),
                expected["tolerance"],
            )


def _printed(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> str:
    """One number, or the first and last of several."""
    flat = [f"{value:.6g}" for value in values.ravel()]
    return flat[0] if len(flat) == 1 else f"{flat[0]} … {flat[-1]}"
