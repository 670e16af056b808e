"""How high what Word sets will be, in points, before Word sees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.word.flow import SLACK
from goldenthread.documents.render.word.items import (
    BarTable,
    DataTable,
    Figures,
    Item,
    Line,
    PageColumns,
    Picture,
)
from goldenthread.documents.render.word.measures import FIGURE_SIDE, Measures
from goldenthread.documents.render.word.pictures import chart_height, chart_parts
from goldenthread.documents.render.word.style_height import spaces_of, style_height, style_keeps
from goldenthread.documents.render.word.style_sheet import CELL_SIDE, CELL_TOP
from goldenthread.documents.render.word.tables import cell_style, table_widths

_RULE: Final = 1.1
"""Of the line between rows, as programs draw it."""
_UNDER_BAR: Final = 0.7
"""Of the line of text that a bar stands on, with the rule below it."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A piece that no page breaks: its height and the white space around it, in points.

    Between two pieces stands the larger of their spaces, not the sum, as in current Word.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    keeps: bool = False
    """Whether it stays on the page of what follows."""


def extents(item: Item, width: float, measures: Measures) -> Iterator[Extent]:
    """Yield the pieces of an item in a column ``width`` points wide, from top to bottom."""
    match item:
        case Line():
            yield _line_extent(item, width, measures)
        case DataTable():
            yield from (Extent(height) for height in _row_heights(item, measures))
        case BarTable():
            yield from (Extent(height) for height in _bar_heights(item, measures))
        case Picture():
            yield from _picture_extents(item, measures)
        case Figures():
            yield Extent(_figures_height(item, measures), after=measures.gap)
        case PageColumns():
            yield Extent(_columns_height(item, measures))
        case _:
            assert_never(item)


def column_heights(item: PageColumns, measures: Measures) -> list[float]:
    """Return the height of each column of those that are parted."""
    if not item.parted:
        return []
    return [
        stacked_height(column, width, measures)
        for column, width in zip(item.columns, item.widths, strict=True)
    ]


def flowing_height(item: PageColumns, measures: Measures) -> float:
    """Return the height of columns that are filled one after another, and end level."""
    width = item.widths[0]
    whole = sum(stacked_height(column, width, measures) for column in item.columns)
    return whole / len(item.widths)


def _columns_height(item: PageColumns, measures: Measures) -> float:
    if not item.parted:
        return flowing_height(item, measures)
    return max(column_heights(item, measures), default=0.0)


def stacked_height(items: tuple[Item, ...], width: float, measures: Measures) -> float:
    """Return the height of items one below another, with the white space below the last."""
    total, space = 0.0, 0.0
    for item in items:
        for extent in extents(item, width, measures):
            total += max(space, extent.before) + extent.height
            space = extent.after
    return total + space


def _line_extent(line: Line, width: float, measures: Measures) -> Extent:
    label = line_of(line.label) if line.run_in else ""
    first = line_of((*line.runs, *line.aside))
    words = style_height(line.style, first, width, measures, label)
    more = (style_height(line.style, line_of(runs), width, measures) for runs in line.more)
    spaces = spaces_of(line.style, measures)
    return Extent(
        words + sum(more) + spaces.edges, spaces.before, spaces.after, style_keeps(line.style)
    )


def _row_heights(item: DataTable, measures: Measures) -> Iterator[float]:
    widths = table_widths(item, measures)
    for place, cells in enumerate((item.table.header, *item.table.rows)):
        heights = (
            style_height(
                cell_style(item.table, column, header=place == 0),
                line_of(runs),
                width - 2 * CELL_SIDE,
                measures,
            )
            for column, (runs, width) in enumerate(zip(cells, widths, strict=False))
        )
        yield max(heights, default=0.0) + 2 * CELL_TOP + _RULE


def _bar_heights(item: BarTable, measures: Measures) -> Iterator[float]:
    """Yield the heights of the legend and the rows: of the bar, or of longer words beside it."""
    columns, strips = item.strips.columns, item.strips
    yield strips.legend.height + _UNDER_BAR
    for row, bar in zip(item.chart.rows, strips.plots, strict=True):
        label = style_height("Table Text", row.label, columns.plot.x + SLACK, measures)
        room = columns.end - columns.plot.right + SLACK
        note = style_height("Bar Note", row.note, room, measures)
        yield max(bar.height, label, note) + _UNDER_BAR


def _picture_extents(item: Picture, measures: Measures) -> Iterator[Extent]:
    after = spaces_of("Chart", measures).after
    for part in chart_parts(item.block.chart, item.width, measures):
        yield Extent(chart_height(part, item.width, measures.small), after=after)


def _figures_height(item: Figures, measures: Measures) -> float:
    width = item.width / len(item.items) - 2 * FIGURE_SIDE
    labels, numbers = (
        max(style_height(style, line_of(runs), width, measures) for runs in texts)
        for style, texts in (
            ("Key Figure Label", [one.label for one in item.items]),
            ("Key Figure", [(one.figure,) for one in item.items]),
        )
    )
    return labels + numbers
