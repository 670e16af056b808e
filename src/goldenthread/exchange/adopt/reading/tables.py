"""Tables: sheets with one audit in each row, or in each column."""

import re
from dataclasses import dataclass

from goldenthread.exchange.adopt.entries import Entry, LeftOut, Place, Shape, SourceColumn
from goldenthread.exchange.adopt.reading.grids import Cell, Grid, Line, text_of
from goldenthread.exchange.adopt.reading.headers import (
    LOOKED_AT,
    SEARCHED,
    Header,
    any_header,
    columns_of,
    find_header,
    heading_texts,
    repeats,
)
from goldenthread.exchange.adopt.reading.recognising import Recogniser, is_forms

_TOTAL = re.compile(
    r"^(grand |sub ?-?)?totals?\b|^(average|mean|median|sum|count|percentage|per cent)\b"
    r"|^%|^no\. of",
    re.IGNORECASE,
)
_ALONE = "only one cell is filled"
_LEAST_COLUMNS_FOR_NOTES = 4
"""In a table this wide, a line with a single filled cell is a note and no audit."""


_KNOWN_ACROSS = 3
"""Different known headings that a column must have to be read as headings: a column of reasons may
have one or two by chance."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet read as a table."""

    shape: Shape
    columns: tuple[SourceColumn, ...]
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    weight: int
    """How surely its headings were found, 0 for not at all."""


def table_in(grid: Grid, recogniser: Recogniser) -> Table | None:
    """The table in a sheet, read the way in which its headings are recognised; ``None`` for none.

    When no heading is recognised either way, the first wide row of texts is taken for headings.
    """
    sideways, grid = grid.sideways(), grid.filled_down()
    down = find_header(grid, recogniser)
    across = find_header(sideways, recogniser, known=_KNOWN_ACROSS)
    if across and (down is None or across.weight > down.weight):
        return _read(sideways, across, recogniser, Shape.COLUMNS)
    header = down or any_header(grid, recogniser)
    if header is None:
        return None
    forms = is_forms(grid.lines[header.at].cells)
    return _read(grid, header, recogniser, Shape.FORMS if forms else Shape.ROWS)


def _read(grid: Grid, header: Header, recogniser: Recogniser, shape: Shape) -> Table:
    columns = columns_of(grid, header)
    headings = heading_texts(grid, header)
    above = {header.group_at, header.at, header.parts_at}
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    for place, line in enumerate(grid.lines):
        if not line.filled() or place in above:
            continue
        where = Place(grid.file, grid.sheet, line.label, line.number)
        why = _no_audit(line, place, header, headings, recogniser)
        if why:
            left_out.append(LeftOut(where, why))
        else:
            entries.append(Entry(where, _values(line, columns)))
    named, alone = _with_values(columns, entries, recogniser, shape)
    left_out += [LeftOut(Place(grid.file, grid.sheet, at), _ALONE) for at in alone]
    return Table(shape, named, tuple(entries), tuple(left_out), header.weight)


def _with_values(
    columns: tuple[SourceColumn | None, ...],
    entries: list[Entry],
    recogniser: Recogniser,
    shape: Shape,
) -> tuple[tuple[SourceColumn, ...], tuple[str, ...]]:
    """The columns; and, of a sheet read sideways, the rows that hold a title and no values."""
    used = {name for entry in entries for name in entry.values}
    named, alone = [], []
    for place, column in enumerate(columns, start=1):
        if column is None:
            continue
        if (
            shape is Shape.COLUMNS
            and column.name not in used
            and not recogniser.is_known(column.heading)
        ):
            alone.append(f"row {place}")
        else:
            named.append(column)
    return tuple(named), tuple(alone)


def _no_audit(
    line: Line, place: int, header: Header, headings: tuple[str, ...], recogniser: Recogniser
) -> str:
    """Why a line is no audit; empty when it is one."""
    filled = line.filled()
    first = text_of(line.cells[filled[0]])
    if line.struck:
        return "it is struck through"
    if place < header.first_data:
        return "it stands above the headings"
    if len(filled) == 1 and len(line.cells) >= _LEAST_COLUMNS_FOR_NOTES:
        return _ALONE
    if _TOTAL.search(first):
        return "it reads as a total"
    if repeats(line, headings):
        return "it repeats the headings"
    if place == header.first_data and _is_guidance(line, recogniser):
        return "it reads as guidance under the headings"
    return ""


def _is_guidance(line: Line, recogniser: Recogniser) -> bool:
    """Whether a line says what to write: *(dd/mm/yyyy)*, *Choose one*. It has no digit or grade."""
    cells = [line.cells[place] for place in line.filled()]
    return all(
        isinstance(cell, str)
        and not recogniser.is_data(cell)
        and not any(letter.isdigit() for letter in cell)
        for cell in cells
    )


def _values(line: Line, columns: tuple[SourceColumn | None, ...]) -> dict[str, Cell]:
    return {
        column.name: cell
        for column, cell in zip(columns, line.cells, strict=True)
        if column is not None and cell is not None
    }


def grade_columns(table: Table, recogniser: Recogniser) -> tuple[str, ...]:
    """Columns whose values are grades for the most part: the sign that a table is of audits."""
    return tuple(c.name for c in table.columns if _holds_grades(table, c.name, recogniser))


def _holds_grades(table: Table, name: str, recogniser: Recogniser) -> bool:
    cells = [entry.values[name] for entry in table.entries if name in entry.values]
    known = sum(bool(recogniser.grades.label(cell)) for cell in cells)
    return any(map(recogniser.grades.is_level, cells)) and known * 2 > len(cells)


def is_summary(grid: Grid, recogniser: Recogniser) -> bool:
    """Whether a sheet counts grades: at least three grades head columns (or rows) of numbers.

    Nothing but 0 and 1 are ticks and no counts.
    """
    return any(
        _heads_numbers(one, place, recogniser)
        for one in (grid, grid.sideways())
        for place in range(min(SEARCHED, len(one.lines)))
    )


def _heads_numbers(grid: Grid, place: int, recogniser: Recogniser) -> bool:
    """Whether this line names at least three grades with nothing but numbers under them."""
    line = grid.lines[place]
    cells = line.cells[:LOOKED_AT]
    heads = [at for at, cell in enumerate(cells) if _is_named_grade(cell, recogniser)]
    if len({recogniser.grades.label(line.cells[at]) for at in heads}) < 3:
        return False
    below = [below.cells[at] for below in grid.lines[place + 1 :] for at in heads]
    filled = [cell for cell in below if cell is not None]
    return all(map(_is_number, filled)) and any(cell not in (0, 1) for cell in filled)


def _is_named_grade(cell: Cell, recogniser: Recogniser) -> bool:
    return isinstance(cell, str) and recogniser.grades.is_level(cell)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)
