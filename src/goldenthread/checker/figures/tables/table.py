"""A grid understood as a table of counts and percentages: headers, labels, and what is between.

A count and its percentage are one entry, whether they share a cell ("10 (38%)") or stand side by
side. Rows and columns are alike from here on: a table can be turned.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from goldenthread.checker.figures.tables.cells import Cell, Says, as_headers_say, cell_of
from goldenthread.checker.figures.tables.header_rows import (
    are_years,
    distinct_columns,
    label_columns,
    split_headers,
    without_titles,
)
from goldenthread.checker.figures.tables.headers import Line, line_of, says_of, size_in
from goldenthread.checker.source import Grid


@dataclass(frozen=True, slots=True)
class Table:
    """Entries by row and column, with the lines that their headers describe.

    ``size`` is a number of all in the caption or title; ``overlaps`` is true where the caption
    says that one child may be counted in several parts.
    """

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    entries: tuple[tuple[Cell, ...], ...]
    size: int | None
    overlaps: bool

    def turned(self) -> "Table":
        """The same table with rows for columns."""
        entries = tuple(zip(*self.entries, strict=True)) if self.entries else ()
        return replace(self, rows=self.columns, columns=self.rows, entries=entries)


_PERCENT = re.compile(r"%|\bper\s?cent|\bproportion", re.IGNORECASE)
_NUMBERS_TOO = re.compile(r"\bnumbers?\b[^.;]{0,60}\band\b", re.IGNORECASE)
"""A caption of counts and percentages: "Number of audits and percentage good"."""
_RATES = re.compile(r"\b(?:rates?\b|averages?\b|mean\b|median\b|scores?\b)", re.IGNORECASE)
_OVERLAPS = re.compile(
    r"more\sthan\sone|multiple|all\sthat\sapply|may\s(?:be|appear|have)|not\ssum|not\sadd|overlap"
    r"|top\s\w{1,6}\b|most\scommon|main\s(?:themes|reasons)",
    re.IGNORECASE,
)
_TIME_WORDS = re.compile(r"\b(?:years?|dates?|months?)\b", re.IGNORECASE)


def table_of(grid: Grid) -> Table | None:
    """Understand a grid; ``None`` where it holds no counts and no percentages.

    >>> rows = (("Grade", "n", "%"), ("Good", "14", "54%"), ("Inadequate", "12", "46%"))
    >>> table = table_of(Grid(rows, "table 1"))
    >>> table.entries[0][0].count, table.entries[0][0].share.printed
    (14, '54')
    """
    numbered, titles = without_titles(grid.rows)
    headers, body = split_headers(numbered, grid.header_rows)
    if not body:
        return None
    labelled = label_columns(headers, body, grid.header_columns)
    columns = distinct_columns(headers, body, labelled)
    caption = " ".join((grid.caption, *titles))
    rows = tuple(_row_line(row[:labelled]) for _, row in body)
    lines = tuple(_column_line([row[column] for _, row in headers]) for column in columns)
    cells = tuple(tuple(cell_of(row[c], number, c) for c in columns) for number, row in body)
    table = Table(rows, lines, cells, size_in(caption), _OVERLAPS.search(caption) is not None)
    return _understood(table, caption)


def _understood(table: Table, caption: str) -> Table | None:
    """Read bare numbers as their headers say, then join each count with its percentage."""
    if _measured(table.rows) and not _measured(table.columns):
        table = table.turned()
    columns = tuple(_believed(table, n, caption) for n in range(len(table.columns)))
    entries = tuple(
        tuple(as_headers_say(cell, _says(row, columns[n])) for n, cell in enumerate(cells))
        for row, cells in zip(table.rows, table.entries, strict=True)
    )
    if not any(cell.has_number for cells in entries for cell in cells):
        return None
    return _joined(replace(table, columns=columns, entries=entries))


def _measured(lines: Sequence[Line]) -> bool:
    """Whether headers say which numbers are counts and which are percentages."""
    return any(line.says not in (Says.NOTHING, Says.NO_FIGURE) for line in lines)


def _row_line(labels: Sequence[str]) -> Line:
    line = line_of(_together(labels), is_row=True)
    last = line_of(labels[-1], is_row=True) if labels else line
    return replace(line, level=line.level or last.level)


def _column_line(headers: Sequence[str]) -> Line:
    """A column by all header cells above it: the last says most, and all together name it."""
    line = line_of(_together(headers))
    for header in reversed(headers):
        own = line_of(header)
        if own.label:
            line = replace(line, kind=own.kind, plain=own.plain, level=own.level)
            break
    return replace(line, says=_says_above(headers))


def _says_above(headers: Sequence[str]) -> Says:
    """What the nearest header says that says anything; a year above a group says nothing."""
    for place, header in enumerate(reversed(headers)):
        says = says_of(header)
        if says is Says.NO_FIGURE and place and _TIME_WORDS.search(header):
            continue
        if says is not Says.NOTHING:
            return says
    return Says.NOTHING


def _together(texts: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _believed(table: Table, column: int, caption: str) -> Line:
    """The column; without figures where these are years, decimals, or what the caption names."""
    line = table.columns[column]
    cells = [row[column] for row in table.entries]
    if line.says is Says.PERCENT and any(cell.count is not None and cell.share for cell in cells):
        return replace(line, says=Says.COUNT_THEN_PERCENT)
    if line.says is not Says.NOTHING:
        return line
    bare = [cell for cell in cells if cell.bare]
    if bare and any(cell.count is not None and cell.share for cell in cells):
        return line  # beside "14 (40%)" a bare number, such as a total, is a count
    has_decimals = any(_is_decimal(cell.text) for cell in cells)
    names_no_count = _NUMBERS_TOO.search(caption) is None
    elsewhere = (bare and names_no_count) and (_PERCENT.search(caption) or _RATES.search(caption))
    if has_decimals or elsewhere or (bare and are_years(cells)):
        return replace(line, says=Says.NO_FIGURE)
    return line


def _is_decimal(text: str) -> bool:
    return text.strip().replace(".", "", 1).isdecimal() and "." in text


def _says(row: Line, column: Line) -> Says:
    for says in (row.says, column.says):
        if says is Says.NO_FIGURE:
            return says
    return column.says if column.says is not Says.NOTHING else row.says


def _joined(table: Table) -> Table:
    """Columns of counts and their columns of percentages made one."""
    partners = _partners(table)
    joined = set(partners.values())
    kept = [n for n in range(len(table.columns)) if n not in joined]
    columns = tuple(_joint_line(table, n, partners.get(n)) for n in kept)
    signed = {n for n in joined if any("%" in cells[n].text for cells in table.entries)}
    entries = tuple(
        tuple(_joint_cell(cells, n, partners.get(n), signed) for n in kept)
        for cells in table.entries
    )
    return replace(table, columns=columns, entries=entries)


def _partners(table: Table) -> dict[int, int]:
    """Each column of counts with the column of percentages that belongs to it."""
    kinds = [_column_kind(table, n) for n in range(len(table.columns))]
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for step in (1, -1):
        for n, kind in enumerate(kinds):
            beside = n + step
            if kind != "count" or n in partners or not 0 <= beside < len(kinds):
                continue
            fits = kinds[beside] == "percent" and beside not in taken
            if fits and _same_thing(table.columns[n], table.columns[beside]):
                partners[n] = beside
                taken.add(beside)
    return partners


def _column_kind(table: Table, column: int) -> str:
    cells = [row[column] for row in table.entries if row[column].has_number]
    if cells and all(cell.share is None for cell in cells):
        return "count"
    return "percent" if cells and all(cell.count is None for cell in cells) else "both"


def _same_thing(count: Line, percent: Line) -> bool:
    """Whether two columns are about the same thing, by what their headers name."""
    one, other = count.label.casefold(), percent.label.casefold()
    return not other or not one or one == other


def _joint_line(table: Table, count: int, percent: int | None) -> Line:
    line = table.columns[count]
    if percent is None or line.label:
        return line
    other = table.columns[percent]
    return replace(line, label=other.label, level=other.level)


def _joint_cell(
    cells: Sequence[Cell], count: int, percent: int | None, signed: Collection[int]
) -> Cell:
    """One entry of a count and its percentage.

    A cell that spans both is not both: it repeats the count in a column that else prints signs.
    """
    cell = cells[count]
    if percent is None:
        return cell
    other = cells[percent]
    if other.share is None:
        return cell
    if other.bare and other.text == cell.text and percent in signed:
        return cell
    text = f"{cell.text.strip()} | {other.text.strip()}"
    if other.column < cell.column:
        text = f"{other.text.strip()} | {cell.text.strip()}"
    return replace(cell, text=text, share=other.share, is_known=cell.is_known, bare=False)
