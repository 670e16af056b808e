"""Lay out diverging stacked bars: not yet good to the left of a line, good to the right of it.

A number stands inside its segment where it fits, beyond the end of the bar
where its segment is the last one, and otherwise below the bar beside the name of its level.
"""

from dataclasses import dataclass

from goldenthread.documents.charts.colour import level_colours, text_on
from goldenthread.documents.charts.columns import ROW_GAP, Columns, columns_for, place_row
from goldenthread.documents.charts.drawing import Bar, Box, Drawing, Label, Piece, Shape, Stroke
from goldenthread.documents.charts.legend import Entry, direction, direction_width, flow
from goldenthread.documents.charts.lines import Style, stacked, text_piece
from goldenthread.documents.charts.measure import ASCENT
from goldenthread.documents.charts.model import BarRow, DivergingBars
from goldenthread.documents.charts.shares import (
    Part,
    Scale,
    arm,
    parts_of,
    room_of,
    scale_of,
)
from goldenthread.documents.theme import PALETTE

_BAR = 1.35
"""Height of a bar, in type sizes."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Strips:
    """The parts of a chart for a table: a legend, and a bar with its numbers for each row."""

    columns: Columns
    legend: Piece
    plots: tuple[Piece, ...]


def lay_out_bars(chart: DivergingBars, width: float, size: float) -> Drawing:
    """Places of everything in the chart, in the unit of ``size``, the type size."""
    style = Style(size)
    columns, scale, rows = _measured(chart, width, style)
    head = stacked(_head(chart, width, style), Piece(height=0.6 * size))
    placed = tuple(
        _row(row, parts, columns, scale, style) for row, parts in zip(chart.rows, rows, strict=True)
    )
    return Drawing(width, head, placed)


def lay_out_strips(
    chart: DivergingBars, width: float, size: float, row_gap: float = ROW_GAP
) -> Strips:
    """The plots of all rows, each on its own from ``y`` = 0, for a table of that width.

    The legend starts at ``x`` = 0 and is as wide as plot and note. Texts of rows are left out.
    ``row_gap`` is the space above and below a bar, in type sizes.
    """
    style = Style(size)
    columns, scale, rows = _measured(chart, width, style)
    gap = row_gap * size
    plots = []
    for parts in rows:
        plot = _plot(parts, columns, scale, style)
        piece = Piece(plot.lowered(gap), plot.height + 2 * gap)
        plots.append(_with_middle_line(piece, plot, scale, style))
    return Strips(columns, _head(chart, columns.end - columns.plot.x, style), tuple(plots))


def _measured(
    chart: DivergingBars, width: float, style: Style
) -> tuple[Columns, Scale, list[list[Part]]]:
    columns = columns_for([(row.label, row.note) for row in chart.rows], width, style)
    colours = level_colours(chart.levels)
    rows = [parts_of(row, chart.levels, colours) for row in chart.rows]
    return columns, scale_of(rows, columns.plot, style), rows


def _row(row: BarRow, parts: list[Part], columns: Columns, scale: Scale, style: Style) -> Piece:
    label = text_piece(row.label, columns.label.x, columns.label.width, style)
    note = text_piece(row.note, columns.note.x, columns.note.width, style.quiet())
    plot = _plot(parts, columns, scale, style)
    piece = place_row(columns, label, plot, note, style)
    return piece if columns.above else _with_middle_line(piece, plot, scale, style)


def _with_middle_line(piece: Piece, plot: Piece, scale: Scale, style: Style) -> Piece:
    """A row through which the middle line runs from edge to edge, if nothing is in its way."""
    if plot.height > _BAR * style.size:
        return piece
    ends = (scale.middle, 0, scale.middle, piece.height)
    return Piece((*piece.shapes, Stroke(*ends, PALETTE.ink, 0.09 * style.size)), piece.height)


def _head(chart: DivergingBars, width: float, style: Style) -> Piece:
    """Legend and direction, on one line where there is room."""
    colours = level_colours(chart.levels)
    ordered = sorted(chart.levels, key=lambda level: level.rank)
    entries = [Entry(colours[level.level], level.label) for level in ordered]
    legend, end = flow(entries, 0, width, style)
    quiet = style.quiet()
    words = direction(chart.direction, width, quiet)
    room = end + 2 * style.size + direction_width(chart.direction, quiet)
    if legend.height <= style.pitch and room <= width:
        return Piece((*legend.shapes, *words.shapes), max(legend.height, words.height))
    return stacked(legend, words)


def _plot(parts: list[Part], columns: Columns, scale: Scale, style: Style) -> Piece:
    """The bar of one row with its numbers, those that do not fit below it."""
    boxes = _boxes(parts, scale, _BAR * style.size)
    bars = tuple(Bar(box, part.colour, part.hidden) for part, box in zip(parts, boxes, strict=True))
    height = _BAR * style.size
    line = Stroke(scale.middle, 0, scale.middle, height, PALETTE.ink, 0.09 * style.size)
    numbers, others = _numbers(parts, boxes, columns, style)
    below, _ = flow(others, columns.plot.x, columns.plot.width, style)
    bar = Piece((*bars, line, *numbers), height)
    return stacked(bar, below, gap=0.15 * style.size)


def _boxes(parts: list[Part], scale: Scale, height: float) -> list[Box]:
    """Segments side by side, so that the first good one starts at the middle line."""
    x = scale.middle - arm(parts, good=False) * scale.whole
    boxes = []
    for part in parts:
        boxes.append(Box(x, 0, part.share * scale.whole, height))
        x += part.share * scale.whole
    return boxes


def _numbers(
    parts: list[Part], boxes: list[Box], columns: Columns, style: Style
) -> tuple[list[Shape], list[Entry]]:
    """Numbers inside and at the ends of the bar, and entries for those that fit in neither."""
    numbers: list[Shape] = []
    others: list[Entry] = []
    last = len(parts) - 1
    for place, (part, box) in enumerate(zip(parts, boxes, strict=True)):
        room = room_of(part, style)
        if room <= box.width:
            numbers.extend(_inside(part, box, room, style))
        elif place == 0 and box.x - room >= columns.plot.x - _ROUNDING:
            numbers.append(_number(part, box.x - room / 2, style))
        elif place == last and box.right + room <= columns.plot.right + _ROUNDING:
            numbers.append(_number(part, box.right + room / 2, style))
        else:
            text = f"{part.level.label}: {part.segment.text}"
            others.append(Entry(part.colour, text, part.hidden))
    return numbers, others


def _inside(part: Part, box: Box, width: float, style: Style) -> list[Shape]:
    """A number within its segment; on hatching it stands on a plain ground."""
    middle = box.x + box.width / 2
    if not part.hidden:
        return [_number(part, middle, style, text_on(part.colour))]
    ground = Box(middle - width / 2, box.y + 0.1 * box.height, width, 0.8 * box.height)
    return [Bar(ground, PALETTE.paper), _number(part, middle, style)]


def _number(part: Part, middle: float, style: Style, fill: str = PALETTE.ink) -> Label:
    baseline = (_BAR * style.size + (ASCENT - 0.1) * style.size) / 2
    return Label(middle, baseline, part.segment.text, style.size, fill, "semibold", "middle")
