"""The three columns of a chart: what a row is about, the plot, and the note at the row's end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.documents.charts.drawing import Label, Piece, Stroke
from goldenthread.documents.charts.lines import Style, stacked
from goldenthread.documents.theme import PALETTE

_NARROW = 30
"""Below this width, in type sizes, labels stand above the plot instead of beside it."""

ROW_GAP = 0.2
"""Space above and below a row, in type sizes."""

_LABEL_SHARE = 0.38
_NOTE_SHARE = 0.22


@dataclass(frozen=True, slots=True)
class Span:
    """A column."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Columns:
    """Where texts and plot stand. ``above`` tells that the texts stand above the plot."""

    label: Span
    plot: Span
    note: Span
    above: bool

    @property
    def end(self) -> float:
        """Where the last column ends."""
        return max(self.plot.right, self.note.right)


def columns_for(texts: Sequence[tuple[str, str]], width: float, style: Style) -> Columns:
    """Columns as wide as the labels and notes of the rows need, within limits."""
    whole = Span(0, width)
    if width < _NARROW * style.size:
        return Columns(whole, whole, whole, above=True)
    gap = 1.1 * style.size
    label = min(_widest([label for label, _ in texts], style), _LABEL_SHARE * width)
    note = min(_widest([note for _, note in texts], style), _NOTE_SHARE * width)
    start = label + gap if label else 0.0
    end = width - (note + gap if note else 0.0)
    plot = Span(start, end - start)
    return Columns(Span(0, label), plot, Span(end + gap, note), above=False)


def _widest(texts: Sequence[str], style: Style) -> float:
    return max((style.width(" ".join(text.split())) for text in texts), default=0.0)


def place_row(columns: Columns, label: Piece, plot: Piece, note: Piece, style: Style) -> Piece:
    """One row below a thin line, its shapes in reading order, with some space above and below."""
    gap = ROW_GAP * style.size
    rule = Stroke(0, 0, columns.end, 0, PALETTE.rule, 0.05 * style.size)
    if columns.above:
        piece = stacked(_one_line(columns, label, note, style), plot, gap=gap / 2)
        return Piece((rule, *piece.lowered(gap)), piece.height + 2 * gap)
    height = max(label.height, plot.height, note.height)
    pieces = (piece.centred(gap, height) for piece in (label, plot, note))
    return Piece((rule, *(shape for shapes in pieces for shape in shapes)), height + 2 * gap)


def _one_line(columns: Columns, label: Piece, note: Piece, style: Style) -> Piece:
    """Label and note on one line where there is room, otherwise the note below the label."""
    texts = [shape for shape in (*label.shapes, *note.shapes) if isinstance(shape, Label)]
    room = sum(text.box.width for text in texts) + 1.5 * style.size
    if len(texts) != 2 or room > columns.label.width:
        return stacked(label, note)
    first, last = texts
    return Piece((first, replace(last, x=columns.note.right, anchor="end")), label.height)
