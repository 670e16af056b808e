"""Merged cells: a value applies to its whole block only where that is plainly meant.

It is plainly meant when cells of one column are merged over several rows and hold a reference, a
name, a date, a sentence or a choice: the same team for three audits. A merged judgement or number
could be one value or several, and cells merged across columns have no one heading: both are
problems.
"""

from collections.abc import Mapping

from goldenthread.exchange.book import Block, OpenedSheet, Value, cell_name
from goldenthread.exchange.workbook.columns import Column, Kind, Sheet
from goldenthread.exchange.workbook.reading.cells import is_blank
from goldenthread.exchange.workbook.reading.headings import Headings
from goldenthread.exchange.workbook.reading.report import Report

_ONE_EACH = frozenset({Kind.GRADE, Kind.ANSWER, Kind.WHOLE, Kind.REFERENCES})


def values_of(
    sheet: Sheet, opened: OpenedSheet, headings: Headings, kept: list[int], report: Report
) -> list[Mapping[str, Value]]:
    """Value by heading of each kept row, with merged values in every row that they cover."""
    places = headings.places.items()
    rows = {
        number: {heading: opened.value(number, column) for heading, column in places}
        for number in kept
    }
    for block in opened.marks.merged:
        _apply(sheet, opened, headings, block, rows, report)
    return [rows[number] for number in kept]


def _apply(
    sheet: Sheet,
    opened: OpenedSheet,
    headings: Headings,
    block: Block,
    rows: dict[int, dict[str, Value]],
    report: Report,
) -> None:
    value = opened.value(block.first_row, block.first_column)
    covered = [n for n in range(block.first_row, block.last_row + 1) if n in rows]
    named = [
        sheet.column(heading)
        for heading, column in headings.places.items()
        if block.first_column <= column <= block.last_column
    ]
    if not covered or not named or is_blank(value) or block.first_row <= headings.row:
        return
    single = block.first_row == block.last_row
    if single and len(named) == 1 and headings.places[named[0].heading] == block.first_column:
        return
    if block.first_column != block.last_column or named[0].kind in _ONE_EACH:
        mend = f"The cells {_range(block)} are merged; unmerge them and fill in each one."
        report.problem(sheet.name, covered[0], named[0].heading, value, mend)
        return
    _fill(named[0], value, covered, rows)
    mend = f"The cells {_range(block)} are merged; their value was read in every row."
    report.warn(sheet.name, covered[0], named[0].heading, value, mend)


def _fill(
    column: Column, value: Value, covered: list[int], rows: dict[int, dict[str, Value]]
) -> None:
    for number in covered:
        rows[number][column.heading] = value


def _range(block: Block) -> str:
    first = cell_name((block.first_row, block.first_column))
    return f"{first}:{cell_name((block.last_row, block.last_column))}"
