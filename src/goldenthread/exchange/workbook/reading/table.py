"""The rows of one sheet: which are read, which are left out, and what must be said of either."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.exchange.book import OpenedSheet, Value
from goldenthread.exchange.workbook.columns import Sheet
from goldenthread.exchange.workbook.reading import leaving_out, merging
from goldenthread.exchange.workbook.reading.cells import is_blank
from goldenthread.exchange.workbook.reading.headings import Headings, find_headings, misspelt
from goldenthread.exchange.workbook.reading.report import Report, ranges


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that is to be read: its number as the spreadsheet shows it, value by heading."""

    number: int
    cells: Mapping[str, Value]
    lone: bool = False
    """Whether it has a single filled cell, where a record needs more: said once, of the row."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet. ``filled`` counts every row that is not blank."""

    sheet: Sheet
    name: str
    """The sheet's name as declared; how the file spells it does not matter."""
    present: frozenset[str]
    rows: tuple[TableRow, ...]
    filled: int
    left_out: int
    errors: Mapping[tuple[int, str], str]
    """Row and heading of cells that show an error, such as ``#N/A``."""


def read_table(
    sheet: Sheet, opened: OpenedSheet, report: Report, *, warn_extra: bool = True
) -> Table:
    """Find the headings and sort the rows; everything odd goes into ``report``.

    ``warn_extra`` is false where other columns may well be grades of a framework not known.
    """
    headings = find_headings(sheet, opened)
    if headings is None:
        return _without_headings(sheet, opened, report)
    nearly = _nearly(sheet, opened, headings)
    _report_headings(sheet, opened, headings, nearly, report)
    extra = [text for number, text in headings.extra if number not in nearly]
    if warn_extra and extra:
        _warn_extra(sheet, extra, report)
    numbers = _filled_rows(opened, headings)
    kept = leaving_out.kept_rows(sheet, opened, headings, numbers, report)
    errors = _errors(opened, headings)
    values = merging.values_of(sheet, opened, headings, kept, report)
    _warn_hidden(sheet, opened, headings, kept, report)
    _report_struck(sheet, opened, headings, kept, report)
    return Table(
        sheet,
        sheet.name,
        frozenset(headings.places),
        tuple(_table_rows(sheet, zip(kept, values, strict=True), errors, report)),
        filled=len(numbers),
        left_out=len(numbers) - len(kept),
        errors=errors,
    )


def _table_rows(
    sheet: Sheet,
    rows: Iterable[tuple[int, Mapping[str, Value]]],
    errors: Mapping[tuple[int, str], str],
    report: Report,
) -> Iterator[TableRow]:
    """The rows; one that is a note rather than a record is reported as that."""
    needed = sum(column.must for column in sheet.columns)
    broken = {number for number, _ in errors}
    for number, cells in rows:
        filled = [heading for heading, value in cells.items() if not is_blank(value)]
        lone = len(filled) == 1 and needed > _FEWEST and number not in broken
        if lone:
            mend = "Only this cell of the row is filled; fill in the row, or move the note away."
            report.problem(sheet.name, number, filled[0], cells[filled[0]], mend)
        yield TableRow(number, cells, lone)


_FEWEST = 2
"""Where a record needs no more cells than this, one that is missing is asked for by name."""


def _without_headings(sheet: Sheet, opened: OpenedSheet, report: Report) -> Table:
    filled = [
        number
        for number, row in enumerate(opened.rows, start=1)
        if not all(is_blank(value) for value in row)
    ]
    if filled:
        wanted = ", ".join(column.heading for column in sheet.columns if column.must)
        mend = f"No row of headings was found in the first ten rows; row 1 needs: {wanted}."
        report.problem(sheet.name, None, "", "", mend)
        for number in filled:
            report.fail(sheet.name, number)
    return Table(sheet, sheet.name, frozenset(), (), len(filled), 0, {})


def _nearly(sheet: Sheet, opened: OpenedSheet, headings: Headings) -> dict[int, str]:
    """Columns that hold something under a heading that is nearly one of the sheet's."""
    found = misspelt(sheet, headings)
    return {n: meant for n, meant in found.items() if _has_values(opened, headings, n)}


def _report_headings(
    sheet: Sheet,
    opened: OpenedSheet,
    headings: Headings,
    nearly: Mapping[int, str],
    report: Report,
) -> None:
    for number, heading in headings.repeated:
        if _has_values(opened, headings, number):
            mend = "Two columns have this heading; delete one, or rename it."
            report.problem(sheet.name, headings.row, heading, heading, mend)
    for number, text in headings.extra:
        if number in nearly:
            mend = f"If this is {nearly[number]}, head it so; if not, rename or delete it."
            report.problem(sheet.name, headings.row, text, "", mend)
    found = {*headings.places, *nearly.values()}
    for column in sheet.columns:
        if column.heading not in found and (column.must or column.category):
            mend = f"Add a column headed {column.heading}."
            report.problem(sheet.name, None, column.heading, "", mend)
    if any(not is_blank(value) for row in opened.rows[: headings.row - 1] for value in row):
        mend = f"The headings stand in row {headings.row}; what is above them was not read."
        report.warn(sheet.name, None, "", "", mend)


def _warn_extra(sheet: Sheet, names: Sequence[str], report: Report) -> None:
    mend = "These columns are not part of a returns workbook and were not read."
    report.warn(sheet.name, None, "", ", ".join(names), mend)


def _has_values(opened: OpenedSheet, headings: Headings, column: int) -> bool:
    return any(not is_blank(row[column - 1]) for row in opened.rows[headings.row :])


def _filled_rows(opened: OpenedSheet, headings: Headings) -> list[int]:
    """Numbers of the rows below the headings that hold anything, in any column."""
    errors = {row for row, _ in opened.marks.errors if row > headings.row}
    return [
        number
        for number, row in enumerate(opened.rows[headings.row :], start=headings.row + 1)
        if number in errors or not all(is_blank(value) for value in row)
    ]


def _errors(opened: OpenedSheet, headings: Headings) -> dict[tuple[int, str], str]:
    if not opened.marks.errors:
        return {}
    names = {column: heading for heading, column in headings.places.items()}
    return {
        (row, names[column]): error
        for (row, column), error in opened.marks.errors.items()
        if column in names
    }


def _warn_hidden(
    sheet: Sheet, opened: OpenedSheet, headings: Headings, kept: list[int], report: Report
) -> None:
    if opened.hidden:
        report.warn(sheet.name, None, "", "", "This sheet is hidden, and was read.")
    if rows := sorted(opened.marks.hidden_rows.intersection(kept)):
        mend = "These rows are hidden, perhaps by a filter, and were read."
        report.warn(sheet.name, None, "", f"rows {ranges(rows)}", mend)
    hidden = {
        heading
        for heading, column in headings.places.items()
        if column in opened.marks.hidden_columns and _has_values(opened, headings, column)
    }
    for heading in sorted(hidden):
        report.warn(sheet.name, None, heading, "", "This column is hidden, and was read.")


def _report_struck(
    sheet: Sheet, opened: OpenedSheet, headings: Headings, kept: list[int], report: Report
) -> None:
    """Rows struck through as a whole are left out by now; a struck cell could mean anything."""
    if not opened.marks.struck:
        return
    names = {column: heading for heading, column in headings.places.items()}
    rows = set(kept)
    for row, column in sorted(opened.marks.struck):
        if row in rows and column in names and not is_blank(opened.value(row, column)):
            mend = (
                "This is struck through, and the rest of its row is not; delete it, "
                "or take the line away."
            )
            value = opened.value(row, column)
            report.problem(sheet.name, row, names[column], value, mend)
