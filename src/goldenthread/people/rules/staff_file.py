"""Reading a list of staff: a CSV file however it was saved, or an Excel workbook."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from goldenthread.documents.untrusted.archive import Damaged, Unfit
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.documents.untrusted.sniffing import FileKind, kind_of, wide_encoding
from goldenthread.exchange.book import Value
from goldenthread.exchange.xlsx import read_xlsx
from goldenthread.people.rules.staff_checks import checked_rows
from goldenthread.people.rules.staff_columns import LABELS, meaning_of, names_people, places_of
from goldenthread.people.rules.staff_rows import StaffList

MOST_BYTES = 5_000_000
MOST_ROWS = 10_000
_HEADING_WITHIN = 15
_SEPARATORS = (",", ";", "\t", "|")
_NOT_READ = {"role", "roles", "access", "permission", "permissions", "password"}
"""Columns that would give somebody rights: a file never does."""

Table = list[tuple[int, list[str]]]


def read_staff(content: bytes) -> StaffList:
    """The rows of a list, and what could not be understood.

    Raises ``UnreadableFile`` with one sentence where the file as a whole cannot be read.
    """
    tables = list(_tables(content))
    for table in tables:
        heading = _heading(table)
        if heading is not None:
            return _listed(table[heading][1], table[heading + 1 :])
    raise UnreadableFile(
        "No row has the headings of a list of staff. Add a heading Name (or Forename and Surname), "
        "and E-mail address or Staff number."
    )


def _tables(content: bytes) -> Iterator[Table]:
    kind = kind_of(content)
    if kind is FileKind.EMPTY:
        raise UnreadableFile("The file is empty. Save it again, and upload it once more.")
    if kind is FileKind.TEXT:
        text = _decoded(content)
        yield max((_split(text, each) for each in _SEPARATORS), key=_understood)
        return
    if kind is not FileKind.ZIP:
        raise UnreadableFile(f"The file is {kind}. Upload a CSV file or an Excel workbook (.xlsx).")
    try:
        book = read_xlsx(content)
    except (Unfit, Damaged) as error:
        raise UnreadableFile(
            "The workbook cannot be opened. Save it in Excel as an .xlsx file, without a password."
        ) from error
    for sheet in book.sheets:
        if not sheet.hidden:
            yield [(n, [_as_text(v) for v in row]) for n, row in enumerate(sheet.rows, 1)]


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16, with its mark or without, else Windows-1252."""
    wide = wide_encoding(content)
    if wide:
        return content.decode(wide, errors="replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _split(text: str, separator: str) -> Table:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    table: Table = []
    try:
        for row in reader:
            table.append((reader.line_num, [cell.strip() for cell in row]))
            if len(table) > MOST_ROWS + _HEADING_WITHIN:
                raise UnreadableFile(
                    f"The list has more than {MOST_ROWS:,} rows. Upload it in parts."
                )
    except csv.Error as error:
        raise UnreadableFile(
            f"Line {reader.line_num} cannot be read: a quotation mark or a cell does not end. "
            "Open the file in Excel, and save it again as CSV."
        ) from error
    return table


def _as_text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _understood(table: Table) -> tuple[int, int]:
    """How many headings are known in the best row, and how many cells it has."""
    rows = [row for _, row in table[:_HEADING_WITHIN]]
    return max(((len(places_of(row)), len(row)) for row in rows), default=(0, 0))


def _heading(table: Table) -> int | None:
    rows = table[:_HEADING_WITHIN]
    return next((n for n, (_, row) in enumerate(rows) if names_people(places_of(row))), None)


def _listed(heading: Sequence[str], table: Table) -> StaffList:
    places = places_of(heading)
    filled = [(line, _cells(row, places)) for line, row in table if any(row)]
    if not filled:
        raise UnreadableFile("There is no row below the headings. Add the people, and try again.")
    rows, problems = checked_rows(filled, {name: heading[n] for name, n in places.items()})
    used = {heading[place]: LABELS[meaning] for meaning, place in places.items()}
    return StaffList(
        rows=tuple(rows),
        problems=tuple(problems),
        columns=used,
        ignored=tuple(_ignored(text) for text in heading if text and text not in used),
    )


def _ignored(heading: str) -> str:
    rights = heading.casefold() in _NOT_READ
    if rights:
        return f"{heading} (a file never gives anybody a role)"
    return f"{heading} (a second column for the same)" if meaning_of(heading) else heading


def _cells(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {name: row[place] if place < len(row) else "" for name, place in places.items()}
