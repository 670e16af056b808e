"""Writing rows of cells into a workbook, as people's own workbooks are written."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Rows = Sequence[Sequence[object]]


def write(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook with these sheets; dates become Excel dates."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        clock = book.add_format({"num_format": "m/d/yy h:mm:ss"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    _write(sheet, number, place, value, day, clock)
    return path


def _write(
    sheet: Worksheet, row: int, place: int, value: object, day: object, clock: object
) -> None:
    if value is None:
        return
    if isinstance(value, datetime):
        sheet.write_datetime(row, place, value, clock)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, str):
        sheet.write_string(row, place, value)
    else:
        sheet.write(row, place, value)
