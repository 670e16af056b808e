"""Ways to read a table: of what number the entry at a place is, by each way."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from goldenthread.checker.figures.tables.headers import LineKind
from goldenthread.checker.figures.tables.table import Table
from goldenthread.checker.figures.tables.wholes import Whole, wholes_of

Reading = Callable[[int, int], int | None]
"""The base of the entry at a place, by one way of reading the table."""

_MOST_ROWS = 60
"""So many rows of a table are tried as the base of the others; more would only take time."""


def usual_readings(table: Table) -> list[Reading]:
    """Totals, sizes in headers, and sums of parts, in the order in which they are believed."""
    turned = table.turned()
    down = [by_total(table, whole) for whole in wholes_down(table) if whole.total is not None]
    across = [
        _turned(by_total(turned, whole)) for whole in wholes_down(turned) if whole.total is not None
    ]
    sums = [_by_sum(table, part) for whole in wholes_down(table) for part in whole.options[:2]]
    sums_across = [
        _turned(_by_sum(turned, part))
        for whole in wholes_down(turned)
        for part in whole.options[:2]
    ]
    common = _of_rows_that_make_the_same(turned)
    all_parts = [] if sums else [_by_sum(table, _parts(table))]
    return [
        *down,
        *across,
        *sizes(table),
        *_corner(table),
        *sums,
        *sums_across,
        *common,
        *all_parts,
    ]


def wholes_down(table: Table) -> tuple[Whole, ...]:
    """The wholes among the rows, that of the whole table first."""
    return tuple(sorted(wholes_of(table.rows), key=lambda whole: -len(whole.lines())))[:4]


def _parts(table: Table) -> tuple[int, ...]:
    return tuple(n for n, row in enumerate(table.rows) if row.kind is LineKind.PART)


def by_total(table: Table, whole: Whole) -> Reading:
    """How to read a cell's base off the total row of its column."""
    total, lines = whole.total, whole.lines()

    def reading(row: int, column: int) -> int | None:
        if total is None or (row not in lines and table.rows[row].kind is LineKind.PART):
            return None
        return table.entries[total][column].count

    return reading


def _by_sum(table: Table, parts: Sequence[int]) -> Reading:
    @cache
    def sum_of(column: int) -> int | None:
        counts = [table.entries[row][column].count for row in parts]
        known = [count for count in counts if count is not None]
        return sum(known) if known and len(known) == len(counts) else None

    def reading(row: int, column: int) -> int | None:
        own = table.rows[row].kind is LineKind.TOTAL
        return table.entries[row][column].count if own else sum_of(column)

    return reading


def _of_rows_that_make_the_same(turned: Table) -> list[Reading]:
    """What most rows make, for a row that misses it: 40 where rows make 40, 40 and 41."""
    sums: Counter[int] = Counter()
    for whole in wholes_down(turned):
        if whole.total is None and whole.options:
            sum_of = _by_sum(turned, whole.options[0])
            sums.update(s for row in range(len(turned.columns)) if (s := sum_of(0, row)))
            break
    ((size, rows),) = sums.most_common(1) or ((0, 0),)
    if rows <= 1 or 2 * rows <= sums.total():
        return []
    return [lambda _row, _column: size]


def _turned(reading: Reading) -> Reading:
    return lambda row, column: reading(column, row)


def sizes(table: Table) -> list[Reading]:
    """Numbers of all in headers and caption."""
    found: list[Reading] = []
    if any(column.size for column in table.columns):
        found.append(lambda _, column: table.columns[column].size)
    if any(row.size for row in table.rows):
        found.append(lambda row, _: table.rows[row].size)
    if table.size is not None:
        found.append(lambda _row, _column: table.size)
    return found


def totals_across(table: Table) -> list[Reading]:
    """Totals at the end of rows, and columns that say of how many."""
    turned = table.turned()
    wholes = [whole for whole in wholes_down(turned) if whole.total is not None]
    across = [_turned(by_total(turned, whole)) for whole in wholes]
    return [*across, *_count_columns(table), *map(_turned, _count_columns(turned))]


def _count_columns(table: Table) -> list[Reading]:
    """The one column of counts without percentages beside columns of percentages."""
    bare = [
        n
        for n in range(len(table.columns))
        if any(cells[n].count is not None for cells in table.entries)
        and all(cells[n].share is None for cells in table.entries)
    ]
    return [_column(table, bare[0])] if len(bare) == 1 else []


def _corner(table: Table) -> list[Reading]:
    """The grand total, where both rows and columns have totals."""
    rows = [whole.total for whole in wholes_down(table) if whole.total is not None]
    columns = [whole.total for whole in wholes_down(table.turned()) if whole.total is not None]
    if not rows or not columns:
        return []
    return [lambda _row, _column: table.entries[rows[0]][columns[0]].count]


def beside(table: Table) -> list[Reading]:
    """Each other column, and each other row, as the base."""
    columns = [_column(table, n) for n in range(len(table.columns))]
    turned = table.turned()
    rows = [_turned(_column(turned, n)) for n in range(min(len(table.rows), _MOST_ROWS))]
    return [*columns, *rows]


def _column(table: Table, base: int) -> Reading:
    def reading(row: int, column: int) -> int | None:
        return None if column == base else table.entries[row][base].count

    return reading
