"""Cells of a workbook: real numbers where a figure is a number, text everywhere else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.blocks import FigureRun, Runs, Table
from goldenthread.documents.render.office.words import line_of

Value = str | int | None
_WHOLE: Final = re.compile(r"\d{1,3}(,\d{3})+|\d{1,15}")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet: its header and its values from the top."""

    header: str
    values: tuple[Value, ...]

    @property
    def numeric(self) -> bool:
        """Whether every value that is there is a number."""
        given = [value for value in self.values if value not in (None, "")]
        return bool(given) and all(isinstance(value, int) for value in given)


def sheet_columns(table: Table) -> list[SheetColumn]:
    """Return the columns of a table, with the counts and bases of its shares as numbers.

    A column of counts becomes a column of numbers. A column of shares ("10 of 26 (38%)") stays as
    printed, and its counts and bases follow in columns of their own.
    """
    columns: list[SheetColumn] = []
    for place, header in enumerate(table.header):
        cells = [row[place] if place < len(row) else () for row in table.rows]
        numeric = place < len(table.numeric) and table.numeric[place]
        columns += _columns(line_of(header), cells, numeric=numeric)
    return list(with_own_headers(columns))


def _columns(header: str, cells: list[Runs], *, numeric: bool) -> Iterator[SheetColumn]:
    yield SheetColumn(header, tuple(_value(cell, numeric=numeric) for cell in cells))
    shares = [_share(cell) for cell in cells]
    if any(shares):
        counts, bases = (tuple(share[n] if share else None for share in shares) for n in (0, 1))
        yield SheetColumn(f"{header}: count", counts)
        yield SheetColumn(f"{header}: base", bases)


def _value(cell: Runs, *, numeric: bool) -> Value:
    """Return a whole number for a cell that prints one, else the words as printed."""
    text = line_of(cell)
    counted = len(cell) == 1 and isinstance(cell[0], FigureRun)
    if (numeric or counted) and _WHOLE.fullmatch(text):
        return int(text.replace(",", ""))
    return text


def _share(cell: Runs) -> tuple[int, int] | None:
    """Return count and base of a cell that is one share and prints both."""
    match cell:
        case (FigureRun(count=int() as count, base=int() as base),):
            return count, base
    return None


def with_own_headers(columns: Iterable[SheetColumn]) -> Iterator[SheetColumn]:
    """Give every column a header that no other has: an Excel table needs it."""
    taken: set[str] = set()
    for place, column in enumerate(columns, 1):
        header = column.header.strip() or f"Column {place}"
        number = 1
        name = header
        while name.lower() in taken:
            number += 1
            name = f"{header} ({number})"
        taken.add(name.lower())
        yield SheetColumn(name, column.values)
