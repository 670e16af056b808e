"""How much of a slide legends and key figures need, and how rows are divided over slides."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from goldenthread.documents.blocks import KeyFigure
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.slides import grid

LEGEND_SIZE: Final = 16.0
_LEGEND_GAP: Final = 8.0

GUTTER: Final = 24.0
FIGURES_IN_A_ROW: Final = 2
FIGURE_WIDTH: Final = (grid.BODY.width - GUTTER) / FIGURES_IN_A_ROW
LABEL_SIZE: Final = 20.0
_NUMBER_SIZES: Final = (20.0, 40.0)
"""Smallest and largest size of a key figure."""
_BETWEEN_ROWS: Final = 34.0


@dataclass(frozen=True, slots=True)
class FiguresFit:
    """The size of key figures, and the heights of a number and of its label, in points."""

    size: float
    number: float
    label: float
    rows: int

    @property
    def row(self) -> float:
        """Height of a row of figures, with the white space below it."""
        return self.number + self.label + _BETWEEN_ROWS

    @property
    def height(self) -> float:
        """Height of all rows."""
        return self.rows * self.row


def fit_figures(items: Sequence[KeyFigure]) -> FiguresFit:
    """Measure key figures two in a row: all in one size, on one line where that can be read."""
    texts = [line_of((item.figure,)) for item in items]
    widest = max((ARIAL.width(text, 1, bold=True) for text in texts), default=0.0)
    smallest, largest = _NUMBER_SIZES
    size = min(largest, max(smallest, FIGURE_WIDTH // widest)) if widest else largest
    number = max((ARIAL.height(text, size, FIGURE_WIDTH, bold=True) for text in texts), default=0)
    labels = (ARIAL.height(line_of(item.label), LABEL_SIZE, FIGURE_WIDTH) for item in items)
    rows = ceil(len(items) / FIGURES_IN_A_ROW)
    return FiguresFit(size, number, max(labels, default=0), rows)


def legend_height(chart: DivergingBars) -> float:
    """Return the height of the legend with the gap below it, in points."""
    text = "   ".join([*(f"■ {level.label}" for level in chart.levels), chart.direction])
    return ARIAL.height(text, LEGEND_SIZE, grid.LEGEND.width) + _LEGEND_GAP


def evenly(heights: Sequence[float], room: float) -> list[slice]:
    """Divide rows over as few slides as hold them, as evenly as whole rows allow.

    >>> evenly([10, 10, 10, 10], 30)
    [slice(0, 2, None), slice(2, 4, None)]
    >>> evenly([], 30)
    [slice(0, 0, None)]
    """
    fewest = len(_fill(heights, room))
    tighter = room
    while fewest > 1 and len(_fill(heights, tighter * 0.97)) <= fewest:
        tighter *= 0.97
    return _fill(heights, tighter)


def _fill(heights: Sequence[float], room: float) -> list[slice]:
    starts, used = [0], 0.0
    for place, height in enumerate(heights):
        if used and used + height > room:
            starts.append(place)
            used = 0.0
        used += height
    ends = [*starts[1:], len(heights)]
    return [slice(start, end) for start, end in zip(starts, ends, strict=True)]
