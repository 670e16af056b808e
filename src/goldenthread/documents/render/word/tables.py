"""Word tables: a repeated header row, row headers, text alternatives, rows that stay whole."""

from typing import Any

from docx.oxml.ns import qn

from goldenthread.documents.blocks import Runs, Table
from goldenthread.documents.render.office.metrics import share_out
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.word.items import DataTable, Figures
from goldenthread.documents.render.word.markup import add_paragraph, child, style_id, twips
from goldenthread.documents.render.word.measures import Measures, house_face
from goldenthread.documents.render.word.runs import write_runs
from goldenthread.documents.render.word.style_sheet import CELL_SIDE
from goldenthread.documents.render.word.writer import Writer

_LOOK = {"firstRow": 1, "lastRow": 0, "firstColumn": 1, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
"""A header row and row headers."""
_SLACK = 2.0
"""So that a word that just fits by measure is not broken by another program's rounding."""


def write_table(writer: Writer, item: DataTable) -> None:
    """Write a data table; its caption is its text alternative's title."""
    if writer.breaks_column:
        writer.paragraph("Section Break")
    table = item.table
    widths = table_widths(item, writer.measures)
    drawn = new_table(writer, "Data Table", widths)
    describe(drawn, table.caption, table.note)
    for place, cells in enumerate((table.header, *table.rows)):
        row = add_row(drawn, header=place == 0)
        for column, (runs, width) in enumerate(zip(cells, widths, strict=False)):
            style = cell_style(table, column, header=place == 0)
            add_cell(writer, row, width, style, runs)


def table_widths(item: DataTable, measures: Measures) -> list[float]:
    """Return the widths of the columns of a table in points."""
    face, size, table = house_face(), measures.small, item.table
    rows = (table.header, *table.rows)
    columns = [[line_of(row[n]) for row in rows if n < len(row)] for n in range(len(table.header))]
    side = 2 * CELL_SIDE + _SLACK
    natural = [max(face.width(text, size, bold=True) for text in one) + side for one in columns]
    least = [
        max(face.longest_word(text, size, bold=True) for text in one) + side for one in columns
    ]
    return share_out(natural, least, item.width)


def cell_style(table: Table, column: int, *, header: bool) -> str:
    """Return the name of the style of a cell."""
    numeric = column < len(table.numeric) and table.numeric[column]
    if header:
        return "Table Number Heading" if numeric else "Table Heading"
    return "Table Number" if numeric else "Table Text"


def write_key_figures(writer: Writer, item: Figures) -> None:
    """Write large numbers side by side: a table whose header row says what each number is."""
    if writer.breaks_column:
        writer.paragraph("Section Break")
    width = item.width / len(item.items)
    drawn = new_table(writer, "Key Figures", [width] * len(item.items))
    labels, numbers = add_row(drawn, header=True), add_row(drawn, header=False)
    for one in item.items:
        add_cell(writer, labels, width, "Key Figure Label", one.label)
        add_cell(writer, numbers, width, "Key Figure", (one.figure,))
    writer.paragraph("Section Break")


def new_table(writer: Writer, style: str, widths: list[float]) -> Any:
    """Add a table of fixed widths: every program then breaks its words alike."""
    table = child(writer.body, "w:tbl")
    writer.body.sectPr.addprevious(table)
    properties = child(table, "w:tblPr")
    child(properties, "w:tblStyle", val=style_id(style))
    child(properties, "w:tblW", w=twips(sum(widths)), type="dxa")
    child(properties, "w:tblLayout", type="fixed")
    child(properties, "w:tblLook", **_LOOK)
    grid = child(table, "w:tblGrid")
    for width in widths:
        child(grid, "w:gridCol", w=twips(width))
    return table


def describe(table: Any, title: Runs, description: Runs) -> None:
    """Give a table its text alternative (ECMA-376 part 1, 17.4.58 and 17.4.62)."""
    properties = table.find(qn("w:tblPr"))
    for tag, runs in (("w:tblCaption", title), ("w:tblDescription", description)):
        if line_of(runs):
            child(properties, tag, val=line_of(runs))


def add_row(table: Any, *, header: bool) -> Any:
    """Add a row that no page breaks; a header row is repeated on each page."""
    row = child(table, "w:tr")
    properties = child(row, "w:trPr")
    child(properties, "w:cantSplit")
    if header:
        child(properties, "w:tblHeader")
    return row


def add_cell(writer: Writer, row: Any, width: float, style: str, runs: Runs) -> None:
    """Add a cell with one paragraph."""
    write_runs(new_cell(row, width, style), runs, writer.part)


def new_cell(row: Any, width: float, style: str) -> Any:
    """Add a cell with an empty paragraph, and return that."""
    cell = child(row, "w:tc")
    child(child(cell, "w:tcPr"), "w:tcW", w=twips(width), type="dxa")
    return add_paragraph(cell, style)
