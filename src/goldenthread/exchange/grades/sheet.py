"""A long table on a sheet of a workbook."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import numpy as np

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.book import OpenedSheet, Value
from goldenthread.exchange.grades.headings import (
    MOST_HEADING_ROW,
    Heading,
    check_heading,
    find_heading,
    ignored_columns,
)
from goldenthread.exchange.grades.long_rows import LongRows, coded
from goldenthread.exchange.grades.sheet_marks import (
    doubtful_cells,
    left_out,
    seen_by_nobody,
    struck_rows,
)
from goldenthread.exchange.opening import open_book, refuse_unsaved
from goldenthread.exchange.workbook.reading.cells import Unclear, name_of


def read_sheet(path: Path) -> LongRows:
    """The rows of the one sheet that holds the needed columns.

    Hidden sheets are not read. Raises ``UnreadableFile`` with one sentence when no sheet has the
    columns, or several have them.
    """
    sheets = open_book(path).sheets
    found = [(sheet, heading) for sheet in sheets if (heading := _heading(sheet))]
    having = [(sheet, heading) for sheet, heading in found if not heading.missing]
    whole = [each for each in having if not each[0].hidden]
    if len(whole) > 1:
        names = ", ".join(sheet.name for sheet, _ in whole)
        raise UnreadableFile(
            f"{path.name} has grades on several sheets ({names}); put them under one another on "
            "one sheet."
        )
    if having and not whole:
        raise UnreadableFile(
            f"{path.name} has grades on a hidden sheet only ({having[0][0].name}); show that sheet."
        )
    if not whole:
        seen = [each for each in found if not each[0].hidden]
        nearest = max(seen, key=lambda one: len(one[1].places), default=None)
        check_heading(nearest[1] if nearest else None, path.name)
    sheet, heading = whole[0]
    check_heading(heading, path.name)
    refuse_unsaved(path, [sheet])
    return _rows(path.name, sheet, heading)


def _heading(sheet: OpenedSheet) -> Heading | None:
    return find_heading([[_text(v) for v in row] for row in sheet.rows[:MOST_HEADING_ROW]])


def _rows(file: str, sheet: OpenedSheet, heading: Heading) -> LongRows:
    source = f"{file}, sheet {sheet.name}"
    struck = struck_rows(sheet, heading)
    below = range(heading.row + 2, len(sheet.rows) + 1)
    numbers = [number for number in below if number not in struck]
    columns = {
        name: coded(heading.texts[place], [_cell(sheet, number, place + 1) for number in numbers])
        for name, place in heading.places.items()
    }
    return LongRows(
        source,
        sheet.name,
        "row",
        np.array(numbers, np.int32),
        columns,
        doubtful_cells(sheet, heading, numbers),
        (
            *ignored_columns(heading, source),
            *left_out(struck, source),
            *seen_by_nobody(sheet, heading, numbers, source),
        ),
    )


def _cell(sheet: OpenedSheet, row: int, column: int) -> str:
    """The text of a cell; one that shows an error holds that error, and so is no blank."""
    error = sheet.marks.errors.get((row, column))
    return _text(sheet.value(row, column)) if error is None else error or "#error"


def _text(value: Value) -> str:
    """A cell's value as a text file would hold it."""
    if isinstance(value, date | datetime):
        return value.isoformat()[:10]
    if isinstance(value, time | timedelta):
        return str(value)
    try:
        return name_of(value)
    except Unclear:
        return str(value)
