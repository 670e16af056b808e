"""Grids: the cells of one sheet, with where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from goldenthread.exchange.adopt.meaning.headings import plain
from goldenthread.exchange.book import Block, Marks, OpenedSheet, column_letter

Cell = str | int | float | bool | date | None
"""What a cell holds; ``None`` when it is blank. A ``datetime`` is a ``date`` too."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a grid, or one column when the sheet is read sideways.

    ``label`` says where it stands, as the spreadsheet shows it: ``row 7`` or ``column F``;
    ``number`` is the row number, ``None`` for a column. ``struck`` marks a row that somebody
    struck through.
    """

    label: str
    number: int | None
    cells: tuple[Cell, ...]
    struck: bool = False

    def filled(self) -> tuple[int, ...]:
        """Places of the cells that hold something."""
        return tuple(place for place, cell in enumerate(self.cells) if cell is not None)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: rows from the first, all of one width, and which cells are merged."""

    file: str
    sheet: str
    lines: tuple[Line, ...]
    merged: tuple[Block, ...] = ()

    @property
    def width(self) -> int:
        """Cells in a line."""
        return len(self.lines[0].cells) if self.lines else 0

    def sideways(self) -> "Grid":
        """The same sheet with its columns as lines; merged cells hold their value in each."""
        rows = [list(line.cells) for line in self.lines]
        for block in self.merged:
            first = rows[block.first_row - 1]
            for place in range(block.first_column - 1, min(block.last_column, self.width)):
                first[place] = first[block.first_column - 1]
        lines = tuple(
            Line(f"column {column_letter(number)}", None, tuple(cells))
            for number, cells in enumerate(zip(*rows, strict=True), start=1)
        )
        return Grid(self.file, self.sheet, lines)

    def filled_down(self) -> "Grid":
        """The same sheet; cells that are merged downwards hold their value in each row."""
        if not self.merged:
            return self
        rows = [list(line.cells) for line in self.lines]
        for block in self.merged:
            place = block.first_column - 1
            for row in range(block.first_row, min(block.last_row, len(rows))):
                rows[row][place] = rows[block.first_row - 1][place]
        lines = tuple(
            replace(line, cells=tuple(cells)) for line, cells in zip(self.lines, rows, strict=True)
        )
        return Grid(self.file, self.sheet, lines)


def grid_of(file: str, sheet: OpenedSheet) -> Grid:
    """An opened sheet as a grid. A cell that shows an error holds the error's text."""
    lines = tuple(_line(number, row, sheet.marks) for number, row in enumerate(sheet.rows, start=1))
    width = max((len(line.cells) for line in lines), default=0)
    fitting = tuple(b for b in sheet.marks.merged if _fits(b, len(lines), width))
    return Grid(file, sheet.name, lines, fitting)


def _line(number: int, row: Sequence[object], marks: Marks) -> Line:
    cells = [cell(value) for value in row]
    struck = bool(marks.struck)
    for place, value in enumerate(cells, start=1):
        if value is None:
            cells[place - 1] = marks.errors.get((number, place))
        elif struck and (number, place) not in marks.struck:
            struck = False
    return Line(f"row {number}", number, tuple(cells), struck)


def _fits(block: Block, rows: int, width: int) -> bool:
    return block.first_row <= rows and block.first_column <= width


def cell(value: object) -> Cell:
    """A raw value as a cell: text trimmed of every kind of space, anything strange as text."""
    if value is None or isinstance(value, bool | int | float | date):
        return value
    text = str(value).replace("\u00a0", " ").replace("\r\n", "\n").strip()
    return text or None


def text_of(value: Cell) -> str:
    """A cell as one line of text; whole numbers without a decimal point, dates as 2026-03-04.

    >>> text_of(1042.0), text_of(" Good\\xa0"), text_of(None)
    ('1042', 'Good', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return plain(str(value))
