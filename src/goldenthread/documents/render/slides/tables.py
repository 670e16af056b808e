"""Tables on slides: measured before they are drawn, and broken between rows."""

from dataclasses import dataclass, replace
from typing import Final

from goldenthread.documents.blocks import Runs, Table
from goldenthread.documents.render.office.metrics import ARIAL, share_out
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.room import evenly

_SETTINGS: Final = ((18.0, 4.0), (16.0, 3.0), (14.0, 3.0), (14.0, 2.0))
"""Sizes of text, each with the white space above and below it in a cell, in points."""
_NOTE_SIZE: Final = 14.0
_ABOVE_NOTE: Final = 10.0
_SLACK: Final = 3.0
"""So that a word that just fits by measure is not broken by another program's rounding."""
CELL_SIDE: Final = 8.0
"""White space left and right of a cell's text, in points."""


@dataclass(frozen=True, slots=True)
class TableFit:
    """The part of a table that one slide holds, with its measures in points."""

    table: Table
    size: float
    padding: float
    """White space above and below the text of a cell."""
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    """Of the header row and each row."""
    note_height: float

    @property
    def height(self) -> float:
        """Of the table and its note."""
        return sum(self.heights) + self.note_height


def fit_table(table: Table, box: Box) -> list[TableFit]:
    """Set a table in ``box`` on as few slides as hold it, each with the header row."""
    whole = _measured(table, *_SETTINGS[-1], box)
    for size, padding in _SETTINGS:
        whole = _measured(table, size, padding, box)
        if whole.height <= box.height:
            return [whole]
    header, *rows = whole.heights
    parts = evenly(rows, box.height - header - whole.note_height)
    return [
        replace(
            whole,
            table=replace(table, rows=table.rows[part]),
            heights=(header, *rows[part]),
        )
        for part in parts
    ]


def _measured(table: Table, size: float, padding: float, box: Box) -> TableFit:
    columns = _columns(table)
    natural = [max(_width(cell, size) for cell in column) for column in columns]
    smallest = [max(_word_width(cell, size) for cell in column) for column in columns]
    widths = share_out(natural, smallest, box.width)
    heights = tuple(
        _text_height(row, widths, size, bold=place == 0) + 2 * padding
        for place, row in enumerate((table.header, *table.rows))
    )
    note = line_of(table.note)
    note_height = ARIAL.height(note, _NOTE_SIZE, box.width) + _ABOVE_NOTE if note else 0.0
    return TableFit(table, size, padding, tuple(widths), heights, note_height)


def _columns(table: Table) -> list[tuple[str, ...]]:
    rows = (table.header, *table.rows)
    return [
        tuple(line_of(row[n]) for row in rows if n < len(row)) for n in range(len(table.header))
    ]


def _width(text: str, size: float) -> float:
    return ARIAL.width(text, size, bold=True) + 2 * CELL_SIDE + _SLACK


def _word_width(text: str, size: float) -> float:
    return ARIAL.longest_word(text, size, bold=True) + 2 * CELL_SIDE + _SLACK


def _text_height(row: tuple[Runs, ...], widths: list[float], size: float, *, bold: bool) -> float:
    heights = (
        ARIAL.height(line_of(cell), size, width - 2 * CELL_SIDE, bold=bold)
        for cell, width in zip(row, widths, strict=False)
    )
    return max(heights, default=size * ARIAL.line)
