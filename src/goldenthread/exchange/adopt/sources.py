"""Reading what a council has: a workbook of any shape, or a folder of one-audit workbooks."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import (
    SHEET_COLUMN,
    Entry,
    LeftOut,
    Place,
    Shape,
    Source,
    SourceColumn,
)
from goldenthread.exchange.adopt.forms_in_cells import Form, form_in
from goldenthread.exchange.adopt.grids import Grid, grid_of
from goldenthread.exchange.adopt.recognising import Recogniser
from goldenthread.exchange.adopt.tables import Table, grade_columns, is_summary, table_in
from goldenthread.exchange.opening import open_book, refuse_unsaved
from goldenthread.exchange.problems import UnreadableFile

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})
"""Endings of files in a folder that are tried; the others are named as left out."""

_MAPPED_ENOUGH = 3
"""So many columns of a map make a sheet one of audits, whatever its grades are called."""

_TEMPORARY = ("~$", ".~lock.")


@dataclass(slots=True)
class _Read:
    """What several sheets or files gave, in order."""

    columns: dict[str, SourceColumn]
    entries: list[Entry]
    left_out: list[LeftOut]

    def add(self, columns: Iterable[SourceColumn], entries: Iterable[Entry]) -> None:
        """Add a sheet's columns and entries; columns of one name are one column."""
        names = {}
        for column in columns:
            names[column.name] = self.columns.setdefault(normalise(column.name), column).name
        for entry in entries:
            values = {names[name]: value for name, value in entry.values.items()}
            self.entries.append(replace(entry, values=values))


def read_source(path: Path, recogniser: Recogniser, leave_out: Iterable[str] = ()) -> Source:
    """Read a file or folder into entries of one audit each.

    ``leave_out`` names sheets that are not to be read. Raises ``UnreadableFile`` when the file, or
    every file of the folder, cannot be read or holds no audits.
    """
    if path.is_dir():
        return _read_folder(path, recogniser)
    grids, left_out = _grids(path, path.name, leave_out)
    read = _Read({}, [], left_out)
    shape = _read_tables(read, grids, recogniser) or _read_forms(read, grids, recogniser)
    if shape is None:
        raise UnreadableFile(
            f"No sheet of {path.name} looks like audits: no row or column of headings and no grid "
            "of grades was recognised; write the headings of the returns workbook above the "
            "columns and try again."
        )
    return _source(path.name, shape, read)


def _grids(path: Path, name: str, leave_out: Iterable[str]) -> tuple[list[Grid], list[LeftOut]]:
    """The sheets of one workbook that are to be read, and those that are not."""
    unwanted = {normalise(sheet) for sheet in leave_out}
    book = open_book(path)
    refuse_unsaved(path, book.sheets)
    grids, left_out = [], []
    for sheet in book.sheets:
        place = Place(name, sheet.name)
        if normalise(sheet.name) in unwanted:
            left_out.append(LeftOut(place, "the map leaves this sheet out"))
        elif sheet.hidden:
            left_out.append(LeftOut(place, "the sheet is hidden"))
        elif any(sheet.rows):
            grids.append(grid_of(name, sheet))
    return grids, left_out


def _read_tables(read: _Read, grids: Iterable[Grid], recogniser: Recogniser) -> Shape | None:
    """Read every sheet that is a table of audits; ``None`` when there is none."""
    kept: list[Table] = []
    others: list[tuple[Grid, Table | None]] = []
    for one in grids:
        table = _audit_table(one, recogniser)
        if table and _is_of_audits(table, recogniser):
            kept.append(table)
        else:
            others.append((one, table))
    if not kept:
        kept = _only_likely(others, recogniser)
    if not kept:
        return None
    taken = {(entry.place.file, entry.place.sheet) for table in kept for entry in table.entries}
    for table in kept:
        read.add(table.columns, table.entries)
        read.left_out.extend(table.left_out)
    for one, _ in others:
        if (one.file, one.sheet) not in taken:
            read.left_out.append(
                LeftOut(Place(one.file, one.sheet), _why_no_table(one, recogniser))
            )
    return kept[0].shape


def _audit_table(grid: Grid, recogniser: Recogniser) -> Table | None:
    """The table of a sheet, unless the sheet is the form of one audit or counts grades."""
    if is_summary(grid, recogniser):
        return None
    table = table_in(grid, recogniser)
    if table and table.shape is Shape.COLUMNS and form_in(grid, recogniser):
        return None
    return table if table and table.entries else None


def _is_of_audits(table: Table, recogniser: Recogniser) -> bool:
    mapped = sum(recogniser.is_mapped(column.name) for column in table.columns)
    return (
        table.shape is Shape.FORMS
        or mapped >= _MAPPED_ENOUGH
        or bool(table.weight and grade_columns(table, recogniser))
    )


def _only_likely(others: list[tuple[Grid, Table | None]], recogniser: Recogniser) -> list[Table]:
    """A lone sheet with columns is taken although nothing in it was recognised as a grade."""
    tables = [table for one, table in others if table and not form_in(one, recogniser)]
    return tables if len(tables) == 1 else []


def _why_no_table(grid: Grid, recogniser: Recogniser) -> str:
    if is_summary(grid, recogniser):
        return "the sheet counts grades and holds no audits"
    return "no column of the sheet holds grades under headings"


def _read_forms(read: _Read, grids: Iterable[Grid], recogniser: Recogniser) -> Shape | None:
    """Read every sheet that is the form of one audit; ``None`` when there is none."""
    forms: list[Form] = []
    for one in grids:
        form = form_in(one, recogniser)
        if form is None:
            place = Place(one.file, one.sheet)
            read.left_out.append(LeftOut(place, "the sheet has no grid of categories and grades"))
        else:
            forms.append(form)
    for form in forms:
        read.add(form.columns, [form.entry])
        read.left_out.extend(form.left_out)
    return Shape.FORM_CELLS if forms else None


def _read_folder(path: Path, recogniser: Recogniser) -> Source:
    """Read a folder of forms. A file that is none is named with the reason; the rest goes on."""
    read = _Read({}, [], [])
    for file in _files(path):
        name = file.relative_to(path).as_posix()
        if why := _not_tried(file):
            read.left_out.append(LeftOut(Place(name, ""), why))
            continue
        try:
            grids, left_out = _grids(file, name, ())
        except UnreadableFile as error:
            why = str(error).removeprefix(f"{file.name} ").rstrip(".")
            read.left_out.append(LeftOut(Place(name, ""), f"it {why}", doubtful=True))
            continue
        _read_one(read, name, grids, left_out, recogniser)
    if not read.entries:
        raise UnreadableFile(
            f"No file in {path.name} is a one-audit workbook with a grid of categories and grades; "
            "check that this is the right folder."
        )
    return _source(path.name, Shape.FORM_CELLS, read)


def _read_one(
    read: _Read, name: str, grids: list[Grid], left_out: list[LeftOut], recogniser: Recogniser
) -> None:
    """Read one file of a folder into ``read``."""
    own = _Read(read.columns, [], left_out)
    if _read_forms(own, grids, recogniser) is None:
        tables = [table for one in grids if (table := _audit_table(one, recogniser))]
        count = sum(len(table.entries) for table in tables if _is_of_audits(table, recogniser))
        why = (
            f"it looks like a list of {count} audits: adopt it by itself"
            if count
            else "it has no grid of categories and grades"
        )
        own.left_out = [LeftOut(Place(name, ""), why, doubtful=True)]
    read.entries.extend(own.entries)
    read.left_out.extend(own.left_out)


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in the order of their paths; links to folders are not followed."""
    found = (
        Path(directory, name)
        for directory, _, names in os.walk(folder, followlinks=False)
        for name in names
    )
    return iter(sorted(found, key=lambda file: file.relative_to(folder).as_posix().casefold()))


def _not_tried(file: Path) -> str:
    """Why a file of a folder is not even opened; empty when it is."""
    if file.name.startswith(_TEMPORARY):
        return "it is the temporary file of an open workbook"
    if file.name.startswith("."):
        return "it is a hidden file"
    if file.suffix.casefold() not in WORKBOOKS:
        return "it is no Excel workbook"
    return ""


def _source(name: str, shape: Shape, read: _Read) -> Source:
    """The source, with a column for the sheet's name where a table goes over several sheets."""
    columns, entries = tuple(read.columns.values()), tuple(read.entries)
    if shape is not Shape.FORM_CELLS and len({entry.place.sheet for entry in entries}) > 1:
        columns = (SourceColumn(SHEET_COLUMN, SHEET_COLUMN), *columns)
        entries = tuple(
            replace(entry, values={SHEET_COLUMN: entry.place.sheet, **entry.values})
            for entry in entries
        )
    return Source(name, shape, columns, entries, tuple(read.left_out))
