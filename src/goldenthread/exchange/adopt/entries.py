"""What any source is read into: columns, and entries of one audit each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.exchange.adopt.reading.grids import Cell


class Shape(StrEnum):
    """How a source lays its audits out."""

    FORMS = "Microsoft Forms export"
    ROWS = "one row per audit"
    COLUMNS = "one column per audit"
    FORM_CELLS = "one workbook or sheet per audit"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source. ``at`` is ``row 7``, ``column F`` or empty."""

    file: str
    sheet: str
    at: str = ""
    row: int | None = None

    def __str__(self) -> str:
        """The place in words, for a message."""
        return ", ".join(
            part
            for part in (self.file, f"sheet {self.sheet}" if self.sheet else "", self.at)
            if part
        )


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """One column (or label) of the source.

    ``name`` is unique in the source and is what a map calls the column. ``heading`` is the text
    of the question alone, ``group`` the heading above it, if there is one, and ``follows`` the
    name of the column before it.
    """

    name: str
    heading: str
    group: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit as the source has it: column name to what stands there, without blanks."""

    place: Place
    values: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the source that is no audit, and why it was taken for none.

    ``doubtful`` marks a file of a folder that may well hold an audit.
    """

    place: Place
    why: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder as read. Every line that is not blank is an entry or is left out.

    ``notes`` say what was read although it does not show.
    """

    name: str
    shape: Shape
    columns: tuple[SourceColumn, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    def values_of(self, column: str) -> tuple[Cell, ...]:
        """What stands in a column, from the first entry to the last, without blanks."""
        return tuple(entry.values[column] for entry in self.entries if column in entry.values)


SHEET_COLUMN = "(name of the sheet)"
"""A column that a source does not have: the name of the sheet that an entry stands in."""
