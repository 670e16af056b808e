"""Columns of percentages whose count and base stand in other columns.

"Sent, returned, return rate" says nowhere what is of what, nor does "yes, no, % yes": count and
base are those for which most rows come out right, and there must be several such rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from goldenthread.checker.figures.model import Share
from goldenthread.checker.figures.tables.cells import Cell, Says
from goldenthread.checker.figures.tables.table import Table
from goldenthread.checker.figures.tables.wholes import wholes_of
from goldenthread.checker.figures.verdicts.arithmetic import percent, truncated_percent

_ROWS_TRIED = 8
_ENOUGH_ROWS = 2
_MOST_COLUMNS = 12


def with_rates(table: Table) -> Table:
    """The table with count and base for each column of percentages that two others explain.

    >>> from goldenthread.checker.figures.tables.table import table_of
    >>> from goldenthread.checker.source import Grid
    >>> rows = (("", "Sent", "Back", "Rate"), ("A", "40", "31", "78%"), ("B", "25", "18", "72%"))
    >>> [(row[2].count, row[2].base) for row in with_rates(table_of(Grid(rows, "table"))).entries]
    [(31, 40), (18, 25)]
    """
    counted = [n for n in range(len(table.columns)) if _is_counted(table, n)][:_MOST_COLUMNS]
    for column in range(len(table.columns)):
        if len(counted) > 1 and _is_percent(table, column):
            explained = _explained(table, column, counted)
            table = _with_counts(table, column, *explained) if explained else table
    return table


Base = Callable[[Sequence[Cell]], int | None]
"""The base in a row: of one column, or the sum of several."""


def is_printed_as(count: int, base: int, share: Share) -> bool:
    """Whether the count of this base prints as the share, rounded or cut off.

    >>> from fractions import Fraction
    >>> is_printed_as(9, 26, Share("34", Fraction(34, 100), 0))
    True
    """
    if not 0 <= count <= base or base < 1 or share.places is None:
        return False
    return share.printed in (
        percent(count, base, share.places),
        truncated_percent(count, base, share.places),
    )


def _is_counted(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.entries]
    return any(cell.count is not None for cell in cells)


def _is_percent(table: Table, column: int) -> bool:
    cells = [row[column] for row in table.entries if row[column].has_number]
    return bool(cells) and all(cell.count is None for cell in cells)


def _explained(table: Table, column: int, counted: Sequence[int]) -> tuple[int, Base] | None:
    """The column of counts and the base that make at least three quarters of the percentages."""
    rows = [row for row in table.entries if _can_tell(row[column])][:_ROWS_TRIED]
    best, most = None, 0
    sums = [option for whole in wholes_of(table.columns) for option in whole.options[:2]]
    bases = [*(_sum_of((n,)) for n in counted), *(_sum_of(option) for option in sums)]
    for count, base in product(counted, bases):
        right = sum(_agrees(row, column, count, base) for row in rows)
        if right > most:
            best, most = (count, base), right
    return best if most >= _ENOUGH_ROWS and 4 * most >= 3 * len(rows) else None


def _can_tell(cell: Cell) -> bool:
    return cell.share is not None and 0 < cell.share.value < 1


def _sum_of(columns: Sequence[int]) -> Base:
    def base(row: Sequence[Cell]) -> int | None:
        counts = [row[column].count for column in columns if row[column].share is None]
        known = [count for count in counts if count is not None]
        return sum(known) if known and len(known) == len(counts) else None

    return base


def _agrees(row: Sequence[Cell], column: int, count: int, base: Base) -> bool:
    share, some, whole = row[column].share, row[count].count, base(row)
    if share is None or some is None or whole is None:
        return False
    return is_printed_as(some, whole, share)


def _with_counts(table: Table, column: int, count: int, base: Base) -> Table:
    """Only those rows get count and base in which both are known."""
    entries = tuple(_row_with_counts(row, column, count, base) for row in table.entries)
    lines = list(table.columns)
    lines[column] = replace(lines[column], says=Says.RATE)
    return replace(table, columns=tuple(lines), entries=entries)


def _row_with_counts(row: Sequence[Cell], column: int, count: int, base: Base) -> tuple[Cell, ...]:
    some, whole, cells = row[count].count, base(row), list(row)
    if cells[column].share is not None and some is not None and whole is not None:
        text = f"{row[count].text.strip()} | {cells[column].text.strip()}"
        cells[column] = replace(cells[column], text=text, count=some, base=whole)
    return tuple(cells)
