"""Cells of one sheet: those that are shown, and those in hidden rows and columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.checker.reading.office.grids import squared, within_limits
from goldenthread.checker.reading.office.names import SHEET
from goldenthread.checker.reading.sheets.values import Strings, position, value_of
from goldenthread.documents.untrusted.archive import Damaged

_MOST_COLUMNS = 16_384
_MOST_MERGED = 200
"""Cells of one merged range that are filled; wider ones are titles over a whole sheet."""

Cells = dict[int, dict[int, str]]
Rows = tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Sheet:
    """``cells`` by row and column, from 1. ``edges`` are texts of headers and footers.

    ``columns`` counts those that have a width; no two widths may hold for one column.
    """

    cells: Cells = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    edges: list[str] = field(default_factory=list)
    columns: int = 0

    def shown(self) -> Iterator[Rows]:
        """Blocks of shown cells; an empty row parts them."""
        shown = {
            row: {
                column: text for column, text in line.items() if column not in self.hidden_columns
            }
            for row, line in self.cells.items()
            if row not in self.hidden_rows
        }
        return _blocks(shown)

    def hidden(self) -> Iterator[Rows]:
        """Blocks of cells in hidden rows and columns."""
        hidden = {
            row: {
                column: text
                for column, text in line.items()
                if row in self.hidden_rows or column in self.hidden_columns
            }
            for row, line in self.cells.items()
        }
        return _blocks(hidden)


def sheet_of(
    root: etree._Element, strings: Strings, formats: list[str], count: Callable[[int], None]
) -> Sheet:
    """What the part of a sheet holds; ``count`` is told of cells. Raises ``Damaged``."""
    sheet = Sheet()
    for element in root.iter(f"{SHEET}col"):
        _note_column(sheet, element)
    row = 0
    for element in root.iter(f"{SHEET}row"):
        row = _number(element.get("r")) or row + 1
        count(_note_row(sheet, row, element, strings, formats))
    for element in root.iter(f"{SHEET}mergeCell"):
        count(_merge(sheet, element.get("ref", "")))
    for element in root.iter(f"{SHEET}headerFooter"):
        sheet.edges += [text for text in map(str, element.itertext()) if text.strip()]
    return sheet


def _note_column(sheet: Sheet, element: etree._Element) -> None:
    first, last = _number(element.get("min")), _number(element.get("max"))
    sheet.columns += max(last - first + 1, 1)
    if sheet.columns > _MOST_COLUMNS:
        raise Damaged
    if element.get("hidden") in {"1", "true"}:
        sheet.hidden_columns.update(range(first, last + 1))


def _number(value: str | None) -> int:
    is_number = value is not None and value.isascii() and value.isdigit() and len(value) < 8
    return int(value) if value is not None and is_number else 0


def _note_row(
    sheet: Sheet, number: int, element: etree._Element, strings: Strings, formats: list[str]
) -> int:
    """Keep the filled cells of a row; how many they are."""
    line: dict[int, str] = {}
    column = 0
    for cell in element.iterchildren(f"{SHEET}c"):
        place = position(cell.get("r", ""))
        column = place[1] if place else column + 1
        text = value_of(cell, strings, formats)
        if text:
            line[column] = text
    if line:
        sheet.cells[number] = line
    if element.get("hidden") in {"1", "true"}:
        sheet.hidden_rows.add(number)
    return len(line)


def _merge(sheet: Sheet, reference: str) -> int:
    """Repeat the text of a merged range in all its cells; how many they are."""
    ends = [position(one) for one in reference.split(":")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return 1
    (top, left), (bottom, right) = ends[0], ends[1]
    text = sheet.cells.get(top, {}).get(left, "")
    cells = (bottom - top + 1) * (right - left + 1)
    if not text or not 0 < cells <= _MOST_MERGED:
        return 1
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            sheet.cells.setdefault(row, {}).setdefault(column, text)
    return cells


def _blocks(cells: Cells) -> Iterator[Rows]:
    """Rows that follow one another, without columns that are empty in all of them."""
    block: list[dict[int, str]] = []
    before = 0
    for row in sorted(number for number, line in cells.items() if line):
        if block and row > before + 1:
            yield _block(block)
            block = []
        block.append(cells[row])
        before = row
    if block:
        yield _block(block)


def _block(lines: list[dict[int, str]]) -> Rows:
    columns = sorted({column for line in lines for column in line})
    within_limits(len(columns) * len(lines))
    return squared([[line.get(column, "") for column in columns] for line in lines])
