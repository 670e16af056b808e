"""How many rows of a chart of grades a slide holds, and how large their labels are."""

from dataclasses import dataclass
from typing import Final

from goldenthread.documents.charts.model import BarRow, DivergingBars
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import joined
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.room import evenly, legend_height

_SIZES: Final = (16.0, 14.0, 12.0)
_MOST_FOR_LABELS: Final = 0.46
_GAP: Final = 12.0
_BETWEEN: Final = 6.0
_TALLEST: Final = 56.0
_MODEST: Final = 34.0


@dataclass(frozen=True, slots=True)
class BarsFit:
    """The rows that one slide holds: their size, the width of their labels, and the room."""

    rows: tuple[BarRow, ...]
    size: float
    label_width: float
    least: float
    """The least height of the chart, in points."""
    box: Box
    """Where legend and chart may stand."""

    @property
    def modest(self) -> float:
        """The height with which bars are still easy to read beside a table."""
        return max(self.least, len(self.rows) * _MODEST)

    @property
    def wanted(self) -> float:
        """The height at which bars are neither thin nor fat."""
        return max(self.least, len(self.rows) * _TALLEST)


def bar_label(row: BarRow) -> str:
    """Return the name of a row with its note, as the chart's axis prints it."""
    return joined(row.label, row.note)


def fit_bars(chart: DivergingBars, box: Box) -> list[BarsFit]:
    """Divide a chart over slides with the room of ``box``; no label is smaller than 12 points."""
    room = box.height - legend_height(chart)
    fit = _measured(chart.rows, _SIZES[-1], box)
    for size in _SIZES:
        fit = _measured(chart.rows, size, box)
        if fit.least <= room:
            return [fit]
    parts = evenly(_row_heights(chart.rows, fit.size, fit.label_width), room)
    return [_measured(chart.rows[part], fit.size, box) for part in parts]


def _measured(rows: tuple[BarRow, ...], size: float, box: Box) -> BarsFit:
    widest = max(ARIAL.width(bar_label(row), size) for row in rows) + _GAP
    label_width = min(widest, box.width * _MOST_FOR_LABELS)
    least = sum(_row_heights(rows, size, label_width))
    return BarsFit(rows, size, label_width, least, box)


def _row_heights(rows: tuple[BarRow, ...], size: float, label_width: float) -> list[float]:
    """Every row is as high as the highest, because a chart's rows are."""
    lines = max(ARIAL.lines(bar_label(row), size, label_width - _GAP) for row in rows)
    return [lines * size * ARIAL.line + _BETWEEN] * len(rows)
