"""Of what the percentages of a table are: of the column's total, of the row's, or of another.

Nobody is accused before the reading that fits most of the table has been found. A reading counts
as that of the table when at least half of the percentages that can tell agree with it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from goldenthread.checker.figures.tables.cells import Cell
from goldenthread.checker.figures.tables.headers import LineKind
from goldenthread.checker.figures.tables.rates import is_printed_as
from goldenthread.checker.figures.tables.table import Table
from goldenthread.checker.figures.tables.wholes import Whole, wholes_of
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.results import Verdict

Place = tuple[int, int]
"""Row and column of an entry in a table."""

Reading = Callable[[int, int], int | None]
"""The base of the entry at a place, by one way of reading the table."""

_ENOUGH = 60
"""So many percentages of a column decide how it is read; more would only take time."""

_FEW = 2
"""A column with so few percentages that can tell is read as the table is."""

_BESIDE_THE_WHOLE = (LineKind.COMPARATOR, LineKind.SUBSET, LineKind.UNGRADED)
"""Lines whose percentages may be of something else than those of the other lines."""


def bases_of(table: Table) -> dict[Place, int]:
    """The base of each percentage of the table that has one, by place.

    >>> from goldenthread.checker.figures.tables.table import table_of
    >>> from goldenthread.checker.source import Grid
    >>> rows = (("", "n", "%"), ("Good", "14", "54"), ("RI", "12", "46"), ("Total", "26", "100"))
    >>> bases_of(table_of(Grid(rows, "table 1")))
    {(0, 0): 26, (1, 0): 26, (2, 0): 26}
    """
    found: dict[Place, int] = {}
    pooled = _best(table, _usual_readings(table), list(_telling(table, range(len(table.columns)))))
    for column in range(len(table.columns)):
        places = list(_telling(table, (column,)))
        reading = _of_column(table, column, places, pooled)
        for row, cells in enumerate(table.entries):
            base = _base_at(reading, cells[column], row, column)
            kinds = (table.rows[row].kind, table.columns[column].kind)
            if base is not None and _is_of_its_row(base, cells, kinds):
                found[row, column] = base
            elif base is not None and _governs(base, cells[column], kinds):
                found[row, column] = base
    return found


def _base_at(reading: Reading | None, cell: Cell, row: int, column: int) -> int | None:
    if cell.share is None:
        return None
    if cell.base is not None:
        return cell.base
    return reading(row, column) if reading else None


def _is_of_its_row(base: int, cells: Sequence[Cell], kinds: tuple[LineKind, LineKind]) -> bool:
    """Whether the base stands in the row itself, so that it is that of any month or area."""
    if kinds[1] in _BESIDE_THE_WHOLE:
        return False
    return any(cell.share is None and cell.count == base for cell in cells)


def _governs(base: int, cell: Cell, kinds: tuple[LineKind, LineKind]) -> bool:
    """Whether the base is that of lines beside the whole as well: only where it agrees."""
    if cell.base is not None or not any(kind in _BESIDE_THE_WHOLE for kind in kinds):
        return True
    if cell.count is None or cell.share is None or LineKind.COMPARATOR in kinds:
        return False
    return is_printed_as(cell.count, base, cell.share)


def _of_column(
    table: Table, column: int, places: Sequence[Place], pooled: Reading | None
) -> Reading | None:
    """The reading of the table if it fits the column, or else the one that fits the column best."""
    if not any(cells[column].share for cells in table.entries):
        return None
    if all(
        not (cells[column].share and cells[column].count is not None) for cells in table.entries
    ):
        return _of_percents_alone(table, column)
    if pooled and (len(places) <= _FEW or _fits(table, pooled, places)):
        return pooled
    own = _best(table, _usual_readings(table), places) or _best(table, _beside(table), places)
    return own or _of_whole_column(table, column)


def _of_whole_column(table: Table, column: int) -> Reading | None:
    """The column's total, where the table prints 100% beside it."""
    for whole in _down(table):
        if whole.total is not None:
            share = table.entries[whole.total][column].share
            if share is not None and share.value == 1:
                return _by_total(table, whole)
    return None


def _of_percents_alone(table: Table, column: int) -> Reading | None:
    """For percentages without counts: the size in a header or the row's total, if possible."""
    places = [(r, column) for r, cells in enumerate(table.entries) if cells[column].share]
    for reading in (*_sizes(table), *_totals_across(table)):
        possible = [_is_possible(table, reading, place) for place in places]
        if places and 2 * possible.count(True) >= len(places):
            return reading
    return None


def _is_possible(table: Table, reading: Reading, place: Place) -> bool:
    share, base = table.entries[place[0]][place[1]].share, reading(*place)
    if share is None or base is None:
        return False
    return verdict_of(share, None, base) is not Verdict.IMPOSSIBLE


def _telling(table: Table, columns: Iterable[int]) -> Iterator[Place]:
    """Places that can tell readings apart: nought of anything is 0%, and all of it 100%."""
    for column in columns:
        found = 0
        for row, cells in enumerate(table.entries):
            cell = cells[column]
            if cell.share is None or not cell.count or cell.share.value == 1 or cell.base:
                continue
            if table.rows[row].kind is LineKind.COMPARATOR:
                continue
            yield row, column
            found += 1
            if found == _ENOUGH:
                break


def _best(table: Table, readings: Sequence[Reading], places: Sequence[Place]) -> Reading | None:
    """The reading with most agreement, the first of equals; ``None`` below half of the places."""
    if not places:
        return None
    scores = [_score(table, reading, places) for reading in readings]
    best = max(scores, default=0)
    return readings[scores.index(best)] if best and 2 * best >= len(places) else None


def _fits(table: Table, reading: Reading, places: Sequence[Place]) -> bool:
    return 2 * _score(table, reading, places) >= len(places)


def _score(table: Table, reading: Reading, places: Sequence[Place]) -> int:
    return sum(_agrees(table, reading, place) for place in places)


def _agrees(table: Table, reading: Reading, place: Place) -> bool:
    cell, base = table.entries[place[0]][place[1]], reading(*place)
    if base is None or cell.count is None or cell.share is None:
        return False
    return is_printed_as(cell.count, base, cell.share)


def _usual_readings(table: Table) -> list[Reading]:
    """Totals, sizes in headers, and sums of parts, in the order in which they are believed."""
    turned = table.turned()
    down = [_by_total(table, whole) for whole in _down(table) if whole.total is not None]
    across = [
        _turned(_by_total(turned, whole)) for whole in _down(turned) if whole.total is not None
    ]
    sums = [_by_sum(table, part) for whole in _down(table) for part in whole.options[:2]]
    sums_across = [
        _turned(_by_sum(turned, part)) for whole in _down(turned) for part in whole.options[:2]
    ]
    common = _of_rows_that_make_the_same(turned)
    all_parts = [] if sums else [_by_sum(table, _parts(table))]
    return [
        *down,
        *across,
        *_sizes(table),
        *_corner(table),
        *sums,
        *sums_across,
        *common,
        *all_parts,
    ]


def _down(table: Table) -> tuple[Whole, ...]:
    """The wholes among the rows, that of the whole table first."""
    return tuple(sorted(wholes_of(table.rows), key=lambda whole: -len(whole.lines())))[:4]


def _parts(table: Table) -> tuple[int, ...]:
    return tuple(n for n, row in enumerate(table.rows) if row.kind is LineKind.PART)


def _by_total(table: Table, whole: Whole) -> Reading:
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
    for whole in _down(turned):
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


def _sizes(table: Table) -> list[Reading]:
    """Numbers of all in headers and caption."""
    found: list[Reading] = []
    if any(column.size for column in table.columns):
        found.append(lambda _, column: table.columns[column].size)
    if any(row.size for row in table.rows):
        found.append(lambda row, _: table.rows[row].size)
    if table.size is not None:
        found.append(lambda _row, _column: table.size)
    return found


def _totals_across(table: Table) -> list[Reading]:
    """Totals at the end of rows, and columns that say of how many."""
    turned = table.turned()
    wholes = [whole for whole in _down(turned) if whole.total is not None]
    across = [_turned(_by_total(turned, whole)) for whole in wholes]
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
    rows = [whole.total for whole in _down(table) if whole.total is not None]
    columns = [whole.total for whole in _down(table.turned()) if whole.total is not None]
    if not rows or not columns:
        return []
    return [lambda _row, _column: table.entries[rows[0]][columns[0]].count]


def _beside(table: Table) -> list[Reading]:
    """Each other column, and each other row, as the base."""
    columns = [_column(table, n) for n in range(len(table.columns))]
    turned = table.turned()
    rows = [_turned(_column(turned, n)) for n in range(min(len(table.rows), _ENOUGH))]
    return [*columns, *rows]


def _column(table: Table, base: int) -> Reading:
    def reading(row: int, column: int) -> int | None:
        return None if column == base else table.entries[row][base].count

    return reading
