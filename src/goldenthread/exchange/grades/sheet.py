"""A long table on a sheet of a workbook."""

from collections.abc import Iterator
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
from goldenthread.exchange.opening import open_book, refuse_unsaved
from goldenthread.exchange.workbook.reading.cells import Unclear, name_of
from goldenthread.exchange.workbook.reading.report import ranges


def read_sheet(path: Path) -> LongRows:
    """The rows of the one sheet that holds the needed columns.

    Hidden sheets are not looked at. Raises ``UnreadableFile`` with one sentence when no sheet
    has the columns, or several have them.
    """
    visible = [sheet for sheet in open_book(path).sheets if not sheet.hidden]
    found = [(sheet, heading) for sheet in visible if (heading := _heading(sheet))]
    whole = [(sheet, heading) for sheet, heading in found if not heading.missing]
    if len(whole) > 1:
        names = ", ".join(sheet.name for sheet, _ in whole)
        raise UnreadableFile(
            f"{path.name} has grades on several sheets ({names}); put them under one another on "
            "one sheet."
        )
    if not whole:
        nearest = max(found, key=lambda one: len(one[1].places), default=None)
        check_heading(nearest[1] if nearest else None, path.name)
    sheet, heading = whole[0]
    check_heading(heading, path.name)
    refuse_unsaved(path, [sheet])
    return _rows(path.name, sheet, heading)


def _heading(sheet: OpenedSheet) -> Heading | None:
    return find_heading([[_text(v) for v in row] for row in sheet.rows[:MOST_HEADING_ROW]])


def _rows(file: str, sheet: OpenedSheet, heading: Heading) -> LongRows:
    source = f"{file}, sheet {sheet.name}"
    left_out = set(_struck(sheet, heading))
    numbers = [
        number for number in range(heading.row + 2, len(sheet.rows) + 1) if number not in left_out
    ]
    columns = {
        name: coded(heading.texts[place], [_cell(sheet, number, place + 1) for number in numbers])
        for name, place in heading.places.items()
    }
    warnings = list(ignored_columns(heading, source))
    if left_out:
        rows = ranges(sorted(left_out))
        warnings.append(f"{source}: what is struck through was left out (rows {rows}).")
    return LongRows(
        source, sheet.name, "row", np.array(numbers, np.int32), columns, warnings=tuple(warnings)
    )


def _struck(sheet: OpenedSheet, heading: Heading) -> Iterator[int]:
    """Rows of which every filled cell is struck through."""
    if not sheet.marks.struck:
        return
    columns = [place + 1 for place in heading.places.values()]
    for number in range(heading.row + 2, len(sheet.rows) + 1):
        filled = [(number, c) for c in columns if _cell(sheet, number, c)]
        if filled and all(place in sheet.marks.struck for place in filled):
            yield number


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
