"""Choose the size of the text: the largest with which the measured flow keeps the page budget."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from goldenthread.documents.blocks import Document
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.word.flow import (
    DataTable,
    Figures,
    Item,
    Line,
    PageColumns,
    Picture,
    Place,
    flow,
)
from goldenthread.documents.render.word.masthead import band_height
from goldenthread.documents.render.word.measures import SIZES, UNBUDGETED, Measures, measures_for
from goldenthread.documents.render.word.pictures import chart_height, chart_parts
from goldenthread.documents.render.word.style_height import spaces_of, style_height, style_keeps
from goldenthread.documents.render.word.style_sheet import CELL_SIDE, CELL_TOP, FIGURE_SIDE
from goldenthread.documents.render.word.tables import cell_style, table_widths

_CAUTION: Final = 1.015
"""Programs do not break lines quite alike; what is measured is taken to be a little more."""
_ROW_LINE: Final = 1.1
"""Of the rule between rows, as programs draw it, in points."""
_SECTION_BREAK: Final = 7.0
"""Of the paragraph that ends columns, in points."""
_BAND_BELOW: Final = 3.0


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


def fitting_size(document: Document) -> float:
    """Return the largest of the sizes with which the document keeps its page budget.

    If none does, it is the smallest: the document is then longer, and nothing is cut.
    """
    if document.page_budget is None:
        return UNBUDGETED
    low, high = 0, len(SIZES) - 1
    while low < high:
        middle = (low + high) // 2
        if page_count(document, measures_for(document, SIZES[middle])) <= document.page_budget:
            high = middle
        else:
            low = middle + 1
    return SIZES[low]


def page_count(document: Document, measures: Measures) -> int:
    """Return how many pages the document takes, as measured."""
    used = band_height(document, measures) - measures.top
    pages, kept, space = 1, 0.0, _BAND_BELOW * measures.gap
    for extent in _extents(_whole(document, measures), measures):
        kept += max(space, extent.before) + extent.height * _CAUTION
        space = extent.after
        if extent.keeps:
            continue
        if used + kept > measures.text_height and used:
            pages, used = pages + 1, 0.0
        used += kept
        kept = 0.0
    return pages


def _whole(document: Document, measures: Measures) -> tuple[Item, ...]:
    items = flow(document.body, Place(measures.text_width))
    contact = (Line("Contact", document.footer),) if line_of(document.footer) else ()
    return (*items, *contact)


def _extents(items: tuple[Item, ...], measures: Measures) -> Iterator[Extent]:
    """Yield the pieces of items from top to bottom, across the page."""
    for item in items:
        match item:
            case Line():
                yield _line_extent(item, measures.text_width, measures)
            case DataTable():
                yield from (Extent(height) for height in _row_heights(item, measures))
            case Picture():
                yield from _picture_extents(item, measures)
            case Figures():
                yield Extent(_figures_height(item, measures), after=measures.gap)
            case PageColumns():
                height = max(_column_heights(item, measures), default=0.0) + _SECTION_BREAK
                yield Extent(height, measures.gap, measures.gap)
            case _:
                assert_never(item)


def _column_heights(item: PageColumns, measures: Measures) -> Iterator[float]:
    for column, width in zip(item.columns, item.widths, strict=True):
        total, space = 0.0, 0.0
        for one in column:
            for extent in _column_extents(one, width, measures):
                total += max(space, extent.before) + extent.height
                space = extent.after
        yield total + space


def _column_extents(item: Item, width: float, measures: Measures) -> Iterator[Extent]:
    if isinstance(item, Line):
        yield _line_extent(item, width, measures)
    else:
        yield from _extents((item,), measures)


def _line_extent(line: Line, width: float, measures: Measures) -> Extent:
    texts = (line.runs, *line.more)
    words = sum(style_height(line.style, line_of(runs), width, measures) for runs in texts)
    spaces = spaces_of(line.style, measures)
    return Extent(words + spaces.edges, spaces.before, spaces.after, style_keeps(line.style))


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
        yield max(heights, default=0.0) + 2 * CELL_TOP + _ROW_LINE


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
