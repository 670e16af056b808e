"""Which rows and columns of a grid are headers, labels or titles, and which hold its figures."""

import re
from collections.abc import Sequence

from goldenthread.checker.figures.tables.cells import Cell, Says, cell_of
from goldenthread.checker.figures.tables.headers import line_of

Rows = Sequence[tuple[int, tuple[str, ...]]]
"""Rows of a grid with their numbers in it."""

_MOST_HEADER_ROWS = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d|\d{4}))?")


def without_titles(rows: Sequence[tuple[str, ...]]) -> tuple[Rows, tuple[str, ...]]:
    """Rows without those that one merged cell fills, and without headers that are repeated."""
    titles: list[str] = []
    kept: list[tuple[int, tuple[str, ...]]] = []
    for number, row in enumerate(rows):
        if len(row) > 1 and len(set(row)) == 1 and not cell_of(row[0], 0, 0).has_number:
            titles.append(row[0])
        elif any(row) and not (kept and row == kept[0][1]):
            kept.append((number, row))
    return kept, tuple(titles)


def split_headers(rows: Rows, marked: int | None) -> tuple[Rows, Rows]:
    """Header rows: those marked, or else the first ones, in which nothing is counted."""
    found = 0
    while found < min(len(rows), _MOST_HEADER_ROWS) and _is_header(rows[found][1]):
        found += 1
    if marked and sum(number < marked for number, _ in rows) > found:
        found = min(sum(number < marked for number, _ in rows), len(rows) - 1)
    return rows[:found], rows[found:]


def _is_header(row: tuple[str, ...]) -> bool:
    """Whether a row has words, or only years, above what would be numbers."""
    cells = [cell_of(text, 0, column) for column, text in enumerate(row)]
    numbers = [cell for cell in cells if cell.has_number or cell.bare]
    if any(_YEARS.fullmatch(cell.text.strip()) is None for cell in numbers):
        return False
    return bool(numbers) or any(cell.is_known for cell in cells[1:])


def label_columns(headers: Rows, body: Rows, marked: int | None) -> int:
    """How many columns at the left hold labels; none in a table of one row of grades."""
    width = len(body[0][1])
    if marked:
        return min(marked, width - 1)
    first = [cell_of(row[0], 0, 0) for _, row in body]
    if headers and all(cell.count is not None for cell in first):
        line = line_of(headers[-1][1][0])
        counted = line.level is not None or line.plain or line.says is Says.COUNT
        if counted and not are_years(first):
            return 0
    found = 1
    while found < width - 1 and _holds_labels(body, found):
        found += 1
    return found


def _holds_labels(body: Rows, column: int) -> bool:
    cells = [cell_of(row[column], 0, column) for _, row in body]
    known = [cell for cell in cells if cell.is_known]
    return len(known) > 0 and not any(cell.has_number or cell.bare for cell in known)


def distinct_columns(headers: Rows, body: Rows, first: int) -> list[int]:
    """Columns of the body, each once: a cell that spans two columns has been repeated."""
    kept: list[int] = []
    texts = [row for _, row in (*headers, *body)]
    for column in range(first, len(texts[0])):
        same = kept and headers and all(row[column] == row[kept[-1]] for row in texts)
        if not same:
            kept.append(column)
    return kept


def are_years(cells: Sequence[Cell]) -> bool:
    """Whether all cells that hold something hold years: they head columns, and count nothing."""
    known = [cell.text.strip() for cell in cells if cell.is_known]
    return bool(known) and all(_YEAR.fullmatch(text) for text in known)
