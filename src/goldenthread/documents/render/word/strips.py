"""Charts of grades that are their own table: each row has a label, a bar with numbers, a note."""

from typing import Any, Final

from goldenthread.documents.blocks import Text
from goldenthread.documents.charts.drawing import Piece
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.charts.svg import piece_svg
from goldenthread.documents.render.office.words import one_line
from goldenthread.documents.render.paper.bar_table import row_in_words
from goldenthread.documents.render.word.flow import SLACK
from goldenthread.documents.render.word.items import BarTable
from goldenthread.documents.render.word.markup import child
from goldenthread.documents.render.word.pictures import PIXELS, add_picture
from goldenthread.documents.render.word.tables import (
    add_cell,
    add_row,
    describe,
    new_cell,
    new_table,
)
from goldenthread.documents.render.word.writer import Writer
from goldenthread.documents.typst import compiler

_LEGEND_SPAN: Final = 2


def write_bar_table(writer: Writer, item: BarTable) -> None:
    """Write the table; every bar is a picture whose text alternative says its numbers."""
    table, chart = item.block.table, item.chart
    widths = _widths(item)
    drawn = new_table(writer, "Bar Table", widths)
    describe(drawn, table.caption, item.block.alternative)
    legend, *bars = _pictures(item, widths)
    header = add_row(drawn, header=True)
    add_cell(writer, header, widths[0], "Table Heading", table.header[0])
    cell = new_cell(header, sum(widths[1:]), "Bar")
    child(cell.getparent().tcPr, "w:gridSpan", val=_LEGEND_SPAN)
    add_picture(writer, cell, legend, sum(widths[1:]) - SLACK, _legend_words(chart))
    for row, bar in zip(chart.rows, bars, strict=True):
        line = add_row(drawn, header=False)
        add_cell(writer, line, widths[0], "Table Text", (Text(row.label),))
        words = one_line(row_in_words(row, chart.levels))
        add_picture(writer, new_cell(line, widths[1], "Bar"), bar, widths[1], words)
        add_cell(writer, line, widths[2], "Bar Note", (Text(row.note),))


def _widths(item: BarTable) -> list[float]:
    """Return the widths of labels, bars and notes, each with the white space before the next."""
    columns = item.strips.columns
    note = columns.end - columns.plot.right
    return [columns.plot.x + SLACK, columns.plot.width, note + SLACK]


def _legend_words(chart: DivergingBars) -> str:
    levels = sorted(chart.levels, key=lambda level: level.rank)
    return one_line(", ".join([*(level.label for level in levels), chart.direction]))


def _pictures(item: BarTable, widths: list[float]) -> list[bytes]:
    """Return the legend and the bar of each row as PNG, drawn in one go."""
    plot = item.strips.columns.plot
    drawings = [_drawing(item.strips.legend, sum(widths[1:]) - SLACK, 0.0)]
    drawings += [_drawing(piece, plot.width, plot.x) for piece in item.strips.plots]
    pages: Any = compiler("pictures.typ", {"pictures": drawings}).compile(
        format="png", ppi=float(PIXELS)
    )
    return list(pages)


def _drawing(piece: Piece, width: float, left: float) -> dict[str, object]:
    return {"svg": piece_svg(piece, width, left), "width": width, "height": max(piece.height, 1.0)}
