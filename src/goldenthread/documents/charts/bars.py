"""Lay out diverging stacked bars: not yet good to the left of a line, good to the right of it.

Every row is drawn as shares of its own base (Robbins and Heiberger, "Plotting Likert and other
rating scales", 2011). A number stands inside its segment where it fits, beyond the end of the bar
where its segment is the last one, and otherwise below the bar beside the name of its level.
"""

from dataclasses import dataclass

from goldenthread.documents.charts.colour import level_colours, text_on
from goldenthread.documents.charts.columns import Columns, Span, columns_for, place_row
from goldenthread.documents.charts.drawing import Bar, Box, Drawing, Label, Piece, Shape, Stroke
from goldenthread.documents.charts.legend import Entry, direction, direction_width, flow
from goldenthread.documents.charts.lines import Style, stacked, text_piece
from goldenthread.documents.charts.measure import ASCENT
from goldenthread.documents.charts.model import BarRow, DivergingBars, LevelKey, Segment
from goldenthread.documents.theme import PALETTE

NOMINAL = 2.5
"""Size of a number that is not shown where nothing tells it: the middle of 1 to 4."""

_BAR = 1.35
_INSET = 0.12
_BEYOND = 2.0
"""Height of a bar, least space beside a number, widest number for which room is made, in sizes."""

_NEARLY = 0.9
"""Making room beyond the bars narrows them, so a number that only just fits may stand there too."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment with its share of the row's base."""

    segment: Segment
    level: LevelKey
    share: float
    colour: str

    @property
    def hidden(self) -> bool:
        return self.segment.count is None


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the middle line stands, and how long the whole of a base would be."""

    middle: float
    whole: float


def lay_out_bars(chart: DivergingBars, width: float, size: float) -> Drawing:
    """Places of everything in the chart, in the unit of ``size``, the type size."""
    style = Style(size)
    columns = columns_for([(row.label, row.note) for row in chart.rows], width, style)
    colours = level_colours(chart.levels)
    rows = [_parts(row, chart.levels, colours) for row in chart.rows]
    scale = _roomy_scale(rows, columns.plot, style)
    head = stacked(_head(chart, colours, width, style), Piece(height=0.6 * size))
    placed = tuple(
        _row(row, parts, columns, scale, style) for row, parts in zip(chart.rows, rows, strict=True)
    )
    return Drawing(width, head, placed)


def _row(row: BarRow, parts: list[_Part], columns: Columns, scale: _Scale, style: Style) -> Piece:
    """One row; the middle line runs through it from edge to edge where nothing is in its way."""
    label = text_piece(row.label, columns.label.x, columns.label.width, style)
    note = text_piece(row.note, columns.note.x, columns.note.width, style.quiet())
    plot = _plot(parts, columns, scale, style)
    piece = place_row(columns, label, plot, note, style)
    if columns.above or plot.height > _BAR * style.size:
        return piece
    ends = (scale.middle, 0, scale.middle, piece.height)
    return Piece((*piece.shapes, Stroke(*ends, PALETTE.ink, 0.09 * style.size)), piece.height)


def _head(chart: DivergingBars, colours: dict[str, str], width: float, style: Style) -> Piece:
    """Legend and direction, on one line where there is room."""
    ordered = sorted(chart.levels, key=lambda level: level.rank)
    entries = [Entry(colours[level.level], level.label) for level in ordered]
    legend, end = flow(entries, 0, width, style)
    quiet = style.quiet()
    words = direction(chart.direction, width, quiet)
    room = end + 2 * style.size + direction_width(chart.direction, quiet)
    if legend.height <= style.pitch and room <= width:
        return Piece((*legend.shapes, *words.shapes), max(legend.height, words.height))
    return stacked(legend, words)


def _parts(row: BarRow, levels: tuple[LevelKey, ...], colours: dict[str, str]) -> list[_Part]:
    """The row's segments from worst to best, each with its share; empty ones are left out.

    What is left of the base is spread evenly over numbers that are not shown, so that their length
    tells nothing that the printed numbers do not.
    """
    by_id = {level.level: level for level in levels}
    known = sum(segment.count or 0 for segment in row.segments)
    hidden = sum(segment.count is None for segment in row.segments)
    rest = max((row.base or 0) - known, 0)
    each = rest / hidden if rest and hidden else NOMINAL
    total = max(row.base or 0, known + hidden * each)
    sizes = ((one, each if one.count is None else one.count) for one in row.segments)
    parts = [
        _Part(segment, by_id[segment.level], size / total, colours[segment.level])
        for segment, size in sizes
        if size
    ]
    return sorted(parts, key=lambda part: part.level.rank)


def _roomy_scale(rows: list[list[_Part]], plot: Span, style: Style) -> _Scale:
    """The scale, with room at both ends for numbers that stand beyond a bar."""
    scale = _scale(rows, plot)
    room = max((_room_beyond(parts, scale, style) for parts in rows), default=0.0)
    return _scale(rows, Span(plot.x + room, plot.width - 2 * room))


def _room_beyond(parts: list[_Part], scale: _Scale, style: Style) -> float:
    """Width of the widest short number at an end of the bar that is too narrow for it."""
    rooms = (_room(part, style) for part in (*parts[:1], *parts[-1:]) if part.share)
    widths = (part.share * scale.whole for part in (*parts[:1], *parts[-1:]))
    narrow = (room for room, width in zip(rooms, widths, strict=True) if room > _NEARLY * width)
    return max((room for room in narrow if room <= _BEYOND * style.size), default=0.0)


def _room(part: _Part, style: Style) -> float:
    """Width that a number needs, with the least space beside it."""
    return style.strong().width(part.segment.text) + 2 * _INSET * style.size


def _scale(rows: list[list[_Part]], plot: Span) -> _Scale:
    """One scale for all rows: the longest arms on both sides fill the plot."""
    left = max((_arm(parts, good=False) for parts in rows), default=0.0)
    right = max((_arm(parts, good=True) for parts in rows), default=0.0)
    if left + right == 0:
        return _Scale(plot.x + plot.width / 2, 0)
    whole = plot.width / (left + right)
    return _Scale(plot.x + left * whole, whole)


def _arm(parts: list[_Part], good: bool) -> float:
    return sum(part.share for part in parts if part.level.good is good)


def _plot(parts: list[_Part], columns: Columns, scale: _Scale, style: Style) -> Piece:
    """The bar of one row with its numbers, those that do not fit below it."""
    boxes = _boxes(parts, scale, _BAR * style.size)
    bars = tuple(Bar(box, part.colour, part.hidden) for part, box in zip(parts, boxes, strict=True))
    height = _BAR * style.size
    line = Stroke(scale.middle, 0, scale.middle, height, PALETTE.ink, 0.09 * style.size)
    numbers, others = _numbers(parts, boxes, columns, style)
    below, _ = flow(others, columns.plot.x, columns.plot.width, style)
    bar = Piece((*bars, line, *numbers), height)
    return stacked(bar, below, gap=0.15 * style.size)


def _boxes(parts: list[_Part], scale: _Scale, height: float) -> list[Box]:
    """Segments side by side, so that the first good one starts at the middle line."""
    x = scale.middle - _arm(parts, good=False) * scale.whole
    boxes = []
    for part in parts:
        boxes.append(Box(x, 0, part.share * scale.whole, height))
        x += part.share * scale.whole
    return boxes


def _numbers(
    parts: list[_Part], boxes: list[Box], columns: Columns, style: Style
) -> tuple[list[Shape], list[Entry]]:
    """Numbers inside and at the ends of the bar, and entries for those that fit in neither."""
    numbers: list[Shape] = []
    others: list[Entry] = []
    last = len(parts) - 1
    for place, (part, box) in enumerate(zip(parts, boxes, strict=True)):
        room = _room(part, style)
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


def _inside(part: _Part, box: Box, width: float, style: Style) -> list[Shape]:
    """A number within its segment; on hatching it stands on a plain ground."""
    middle = box.x + box.width / 2
    if not part.hidden:
        return [_number(part, middle, style, text_on(part.colour))]
    ground = Box(middle - width / 2, box.y + 0.1 * box.height, width, 0.8 * box.height)
    return [Bar(ground, PALETTE.paper), _number(part, middle, style)]


def _number(part: _Part, middle: float, style: Style, fill: str = PALETTE.ink) -> Label:
    baseline = (_BAR * style.size + (ASCENT - 0.1) * style.size) / 2
    return Label(middle, baseline, part.segment.text, style.size, fill, "semibold", "middle")
