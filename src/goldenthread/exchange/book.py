"""A workbook as it was opened: the values of its cells, and what Excel shows beside the values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Value = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; an empty cell, and one that shows an error, holds ``""``."""

Place = tuple[int, int]
"""Row and column, both counted from 1 as Excel counts them."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Merged cells: the value stands in the first, top left."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet's values alone do not tell. Rows and columns are counted from 1."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[Place] = frozenset()
    """Cells of which all or a part is struck through."""
    merged: tuple[Block, ...] = ()
    formulas: frozenset[Place] = frozenset()
    unsaved: frozenset[Place] = frozenset()
    """Formulas whose result was never saved: their value is not known."""
    errors: Mapping[Place, str] = field(default_factory=dict)
    """Cells that show an error such as ``#N/A``."""
    filled_rows: int = 0
    """How many rows hold anything."""


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """One sheet. ``rows`` begin at the sheet's first row and column; rows are of equal length."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    hidden: bool = False
    marks: Marks = field(default_factory=Marks)

    def value(self, row: int, column: int) -> Value:
        """The value at a place, both counted from 1; ``""`` outside the sheet's filled area."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in order."""

    sheets: tuple[OpenedSheet, ...]


def column_letter(number: int) -> str:
    """A column's letter or letters, from its number.

    >>> column_letter(1), column_letter(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_name(place: Place) -> str:
    """A cell's name as Excel shows it.

    >>> cell_name((4, 28))
    'AB4'
    """
    return f"{column_letter(place[1])}{place[0]}"
