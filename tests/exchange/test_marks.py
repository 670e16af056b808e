"""Marks of cells, held against what openpyxl reads from the same file."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from goldenthread.exchange.book import Block, Marks
from goldenthread.exchange.marks import Limits, Styles, TooLarge, sheet_marks
from goldenthread.exchange.xlsx import read_xlsx

LIMITS = Limits(rows=1_000, cells=100_000)
PLACES = st.tuples(st.integers(1, 12), st.integers(1, 9))


def marks_of(rows: str, before: str = "", after: str = "") -> Marks:
    """Marks of a sheet whose XML has these rows."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    content = f"<worksheet {main}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    return sheet_marks(content.encode(), Styles(), LIMITS, computed=True)


def struck_cells(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.font.strike and cell.value is not None:
                yield cell.row or 0, cell.column or 0


@pytest.mark.slow
@settings(max_examples=30)
@given(
    filled=st.sets(PLACES, min_size=1, max_size=30),
    struck=st.sets(PLACES, max_size=10),
    hidden_rows=st.sets(st.integers(1, 12), max_size=4),
    hidden_columns=st.sets(st.integers(1, 9), max_size=3),
    merged=st.none() | st.tuples(PLACES, st.integers(1, 3), st.integers(1, 3)),
)
def test_read_xlsx_marks_are_those_that_openpyxl_reads(
    filled: set[tuple[int, int]],
    struck: set[tuple[int, int]],
    hidden_rows: set[int],
    hidden_columns: set[int],
    merged: tuple[tuple[int, int], int, int] | None,
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, column in filled:
        sheet.cell(row, column, f"{row}/{column}")
    for row, column in struck:
        sheet.cell(row, column).font = Font(strike=True)
    for row in hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    if merged:
        (row, column), down, across = merged
        sheet.merge_cells(None, row, column, row + down, column + across)
    buffer = io.BytesIO()
    book.save(buffer)
    opened = read_xlsx(buffer.getvalue()).sheets[0]
    again = openpyxl.load_workbook(io.BytesIO(buffer.getvalue())).worksheets[0]
    values = {
        (number, place): value
        for number, row_values in enumerate(opened.rows, start=1)
        for place, value in enumerate(row_values, start=1)
        if value != ""
    }
    theirs = {
        (cell.row, cell.column): cell.value
        for line in again.iter_rows()
        for cell in line
        if cell.value is not None
    }
    assert values == theirs
    assert opened.marks.struck == set(struck_cells(again))
    assert opened.marks.hidden_rows == hidden_rows
    assert opened.marks.hidden_columns == hidden_columns
    assert opened.marks.merged == tuple(
        sorted(Block(r.min_row, r.min_col, r.max_row, r.max_col) for r in again.merged_cells.ranges)
    )


def test_sheet_marks_cells_may_leave_out_where_they_stand() -> None:
    """ECMA-376 lets rows and cells leave out their reference: they follow the one before."""
    first = '<row r="3"><c t="e"><v>#N/A</v></c><c r="C3"><f>1</f></c></row>'
    marks = marks_of(first + "<row><c/><c><f>1</f></c></row>")
    assert marks.errors == {(3, 1): "#N/A"}
    assert marks.unsaved == {(3, 3), (4, 2)}


def test_sheet_marks_row_or_column_without_height_or_width_is_hidden() -> None:
    marks = marks_of(
        '<row r="2" ht="0"><c><v>1</v></c></row>',
        before='<cols><col min="2" max="3" width="0"/><col min="5" max="5" hidden="1"/></cols>',
    )
    assert marks.hidden_rows == {2}
    assert marks.hidden_columns == {2, 3, 5}


def test_sheet_marks_text_inside_a_cell_struck_through_is_seen() -> None:
    run = "<r><rPr><strike/></rPr><t>Good</t></r><r><t>RI</t></r>"
    plain = '<r><rPr><strike val="0"/></rPr><t>Good</t></r>'
    marks = marks_of(
        f'<row r="1"><c t="inlineStr"><is>{run}</is></c><c t="inlineStr"><is>{plain}</is></c></row>'
    )
    assert marks.struck == {(1, 1)}


def test_sheet_marks_merged_blocks() -> None:
    merged = '<mergeCells><mergeCell ref="AA5:AB6"/><mergeCell ref="A1"/></mergeCells>'
    marks = marks_of("", after=merged)
    assert marks.merged == (Block(1, 1, 1, 1), Block(5, 27, 6, 28))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c><v>1</v></c></row>' * 1_001,
        '<row r="9000"><c r="Z9000"><v>1</v></c></row>',
    ],
)
def test_sheet_marks_beyond_the_limits_stop(rows: str) -> None:
    with pytest.raises(TooLarge):
        marks_of(rows)
