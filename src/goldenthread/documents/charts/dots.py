"""Lay out answers from 0 to 10 as dots on a line; equal answers are heaped on one another."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from goldenthread.documents.charts.columns import Columns, Span, columns_for, place_row
from goldenthread.documents.charts.drawing import Dot, Drawing, Piece, Shape, Stroke
from goldenthread.documents.charts.lines import Style, stacked, text_piece
from goldenthread.documents.charts.model import AnswerDots, DotRow
from goldenthread.documents.theme import PALETTE

HIGHEST = 10
"""Scaling answers run from 0 to 10."""

_LARGEST_HEAP = 5.0
_DOT = 0.72
"""Most height of a heap, and usual diameter of a dot, in type sizes."""


@dataclass(frozen=True, slots=True)
class _Heap:
    """How the dots of one answer are arranged: so many side by side, each so wide."""

    across: int
    diameter: float

    def height(self, dots: int) -> float:
        return ceil(dots / self.across) * self.diameter


def lay_out_dots(chart: AnswerDots, width: float, size: float) -> Drawing:
    """Places of everything in the chart, in the unit of ``size``, the type size.

    Raises ``ValueError`` for an answer that is not from 0 to 10.
    """
    style = Style(size)
    texts = [(max(row.label, row.question, key=style.width), row.note) for row in chart.rows]
    columns = columns_for(texts, width, style)
    rows = tuple(_row(row, columns, style) for row in chart.rows)
    return Drawing(width, Piece(), rows, _axis(chart, columns, style))


def _row(row: DotRow, columns: Columns, style: Style) -> Piece:
    about = stacked(
        text_piece(row.label, columns.label.x, columns.label.width, style.strong()),
        text_piece(row.question, columns.label.x, columns.label.width, style.quiet()),
    )
    note = text_piece(row.note, columns.note.x, columns.note.width, style.quiet())
    return place_row(columns, about, _plot(row, columns, style), note, style)


def _plot(row: DotRow, columns: Columns, style: Style) -> Piece:
    """The line of one row with its heaps of dots."""
    counts = Counter(row.answers)
    wrong = [answer for answer in counts if not 0 <= answer <= HIGHEST]
    if wrong:
        raise ValueError(f"the answer {wrong[0]} to “{row.question}” is not from 0 to {HIGHEST}")
    most = max(counts.values(), default=1)
    heap = _heap(most, _step(columns.plot), style.size)
    base = max(heap.height(most), 1.4 * style.size) + 0.15 * style.size
    shapes: list[Shape] = _line(columns.plot, base, style.size)
    for answer in sorted(counts):
        shapes.extend(_dots(_place(answer, columns.plot), base, counts[answer], heap, style.size))
    return Piece(tuple(shapes), base + 0.3 * style.size)


def _heap(most: int, step: float, size: float) -> _Heap:
    """The largest dots with which the highest heap stays within its height and its place."""
    diameter = min(_DOT * size, 0.9 * step)
    while True:
        across = max(int(0.9 * step / diameter), 1)
        for side_by_side in range(1, across + 1):
            heap = _Heap(side_by_side, diameter)
            if heap.height(most) <= _LARGEST_HEAP * size:
                return heap
        diameter *= 0.85


def _dots(x: float, base: float, dots: int, heap: _Heap, size: float) -> list[Shape]:
    """The dots of one answer from the line up, the last layer centred like the others."""
    shapes: list[Shape] = []
    for number in range(dots):
        layer, place = divmod(number, heap.across)
        in_layer = min(heap.across, dots - layer * heap.across)
        shift = (place - (in_layer - 1) / 2) * heap.diameter
        y = base - 0.12 * size - (layer + 0.5) * heap.diameter
        shapes.append(Dot(x + shift, y, 0.45 * heap.diameter, PALETTE.accent))
    return shapes


def _line(plot: Span, y: float, size: float) -> list[Shape]:
    """The line from 0 to 10 with a tick for each answer."""
    thickness = 0.07 * size
    shapes: list[Shape] = [
        Stroke(_place(0, plot), y, _place(HIGHEST, plot), y, PALETTE.quiet, thickness)
    ]
    for answer in range(HIGHEST + 1):
        x = _place(answer, plot)
        shapes.append(Stroke(x, y, x, y + 0.25 * size, PALETTE.quiet, thickness))
    return shapes


def _axis(chart: AnswerDots, columns: Columns, style: Style) -> Piece:
    """Numbers from 0 to 10 and what the ends mean, below all rows."""
    plot, quiet = columns.plot, style.quiet()
    numbers: list[Shape] = []
    for answer in range(HIGHEST + 1):
        numbers.extend(
            text_piece(str(answer), _place(answer, plot), plot.width, quiet, "middle").shapes
        )
    half = plot.width / 2 - 0.5 * style.size
    low = text_piece(chart.low, plot.x, half, quiet)
    high = text_piece(chart.high, plot.right, half, quiet, "end")
    words = Piece((*low.shapes, *high.shapes), max(low.height, high.height))
    return stacked(Piece(tuple(numbers), quiet.pitch), words)


def _step(plot: Span) -> float:
    """Distance between two neighbouring answers."""
    return plot.width / (HIGHEST + 1)


def _place(answer: int, plot: Span) -> float:
    """Where an answer stands on the line."""
    return plot.x + (answer + 0.5) * _step(plot)
