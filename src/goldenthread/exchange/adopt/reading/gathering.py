"""Gathering audits from sheets: which sheets are tables, which are forms, which are neither."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

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
from goldenthread.exchange.adopt.reading.forms_in_cells import Form, form_in
from goldenthread.exchange.adopt.reading.grids import Grid, grid_of
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.adopt.reading.tables import Table, grade_columns, is_summary, table_in
from goldenthread.exchange.book import Book

_MAPPED_ENOUGH = 3
"""So many columns of a map make a sheet one of audits, whatever its grades are called."""


@dataclass(slots=True)
class Gathered:
    """What several sheets or files gave, in order."""

    columns: dict[str, SourceColumn] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    hidden: list[Place] = field(default_factory=list)
    """Sheets that were read with rows or columns that do not show."""

    def add(self, columns: Iterable[SourceColumn], entries: Iterable[Entry]) -> None:
        """Add a sheet's columns and entries; columns of one name are one column."""
        names = {}
        for column in columns:
            names[column.name] = self.columns.setdefault(normalise(column.name), column).name
        for entry in entries:
            values = {names[name]: value for name, value in entry.values.items()}
            self.entries.append(replace(entry, values=values))

    def source(self, name: str, shape: Shape, recogniser: Recogniser) -> Source:
        """The source; with the sheet's name as a column, for tables on several sheets."""
        columns, entries = tuple(self.columns.values()), tuple(self.entries)
        several = len({entry.place.sheet for entry in entries}) > 1
        if shape is not Shape.FORM_CELLS and (several or recogniser.is_mapped(SHEET_COLUMN)):
            columns = (SourceColumn(SHEET_COLUMN, SHEET_COLUMN), *columns)
            entries = tuple(
                replace(entry, values={SHEET_COLUMN: entry.place.sheet, **entry.values})
                for entry in entries
            )
        return Source(name, shape, columns, entries, tuple(self.left_out), tuple(self._notes()))

    def _notes(self) -> Iterator[str]:
        if self.hidden:
            places = "; ".join(str(place) for place in self.hidden)
            yield f"Hidden rows or columns were read like the others: {places}."


def grids_of(file: str, book: Book, leave_out: Iterable[str], gathered: Gathered) -> list[Grid]:
    """The sheets of one workbook that are to be read; the others are named as left out."""
    unwanted = {normalise(sheet) for sheet in leave_out}
    grids = []
    for sheet in book.sheets:
        place = Place(file, sheet.name)
        if normalise(sheet.name) in unwanted:
            gathered.left_out.append(LeftOut(place, "the map leaves this sheet out"))
        elif sheet.hidden:
            gathered.left_out.append(LeftOut(place, "the sheet is hidden"))
        elif any(sheet.rows):
            grids.append(grid_of(file, sheet))
            if sheet.marks.hidden_rows or sheet.marks.hidden_columns:
                gathered.hidden.append(place)
    return grids


def gather_tables(
    gathered: Gathered, grids: Sequence[Grid], recogniser: Recogniser
) -> Shape | None:
    """Read every sheet that is a table of audits; ``None`` when there is none."""
    tables = [audit_table(one, recogniser) for one in grids]
    kept = [table if table and is_of_audits(table, recogniser) else None for table in tables]
    if not any(kept):
        kept = _only_likely(grids, tables, recogniser)
    shape = None
    for table in kept:
        if table is None:
            continue
        shape = shape or table.shape
        gathered.add(table.columns, table.entries)
        gathered.left_out.extend(table.left_out)
    if shape is not None:
        gathered.left_out.extend(
            LeftOut(Place(one.file, one.sheet), _why_no_table(one, recogniser))
            for one, table in zip(grids, kept, strict=True)
            if table is None
        )
    return shape


def audit_table(grid: Grid, recogniser: Recogniser) -> Table | None:
    """The table of a sheet, unless the sheet is the form of one audit or counts grades."""
    if is_summary(grid, recogniser):
        return None
    table = table_in(grid, recogniser)
    if table and table.shape is Shape.COLUMNS and form_in(grid, recogniser):
        return None
    return table if table and table.entries else None


def is_of_audits(table: Table, recogniser: Recogniser) -> bool:
    """Whether a table's rows are audits: it is a form's answers, or enough of it is known."""
    mapped = sum(recogniser.is_mapped(column.name) for column in table.columns)
    return (
        table.shape is Shape.FORMS
        or mapped >= _MAPPED_ENOUGH
        or bool(table.weight and grade_columns(table, recogniser))
    )


def _only_likely(
    grids: Sequence[Grid], tables: Sequence[Table | None], recogniser: Recogniser
) -> list[Table | None]:
    """A lone sheet with columns is taken although nothing in it was recognised as a grade."""
    likely = [
        table if table and not form_in(one, recogniser) else None
        for one, table in zip(grids, tables, strict=True)
    ]
    return likely if sum(table is not None for table in likely) == 1 else [None] * len(grids)


def _why_no_table(grid: Grid, recogniser: Recogniser) -> str:
    if is_summary(grid, recogniser):
        return "the sheet counts grades and holds no audits"
    return "no column of the sheet holds grades under headings"


def gather_forms(gathered: Gathered, grids: Iterable[Grid], recogniser: Recogniser) -> Shape | None:
    """Read every sheet that is the form of one audit; ``None`` when there is none."""
    forms: list[Form] = []
    for one in grids:
        form = None if is_summary(one, recogniser) else form_in(one, recogniser)
        if form is None:
            place = Place(one.file, one.sheet)
            gathered.left_out.append(
                LeftOut(place, "the sheet has no grid of categories and grades")
            )
        else:
            forms.append(form)
    for form in forms:
        gathered.add(form.columns, [form.entry])
        gathered.left_out.extend(form.left_out)
    return Shape.FORM_CELLS if forms else None
