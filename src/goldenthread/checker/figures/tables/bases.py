"""Of what the percentages of a table are: of the column's total, of the row's, or of another.

Nobody is accused before the reading that fits most of the table has been found. A reading counts
as that of the table when at least half of the percentages that can tell agree with it.
"""

from collections.abc import Iterable, Iterator, Sequence

from goldenthread.checker.figures.tables.cells import Cell
from goldenthread.checker.figures.tables.headers import LineKind
from goldenthread.checker.figures.tables.rates import is_printed_as
from goldenthread.checker.figures.tables.readings import (
    Reading,
    beside,
    by_total,
    sizes,
    totals_across,
    usual_readings,
    wholes_down,
)
from goldenthread.checker.figures.tables.table import Table
from goldenthread.checker.figures.verdicts.judging import verdict_of
from goldenthread.checker.results import Verdict

Place = tuple[int, int]
"""Row and column of an entry in a table."""


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
    pooled = _best(table, usual_readings(table), list(_telling(table, range(len(table.columns)))))
    for column in range(len(table.columns)):
        places = list(_telling(table, (column,)))
        reading = _of_column(table, column, places, pooled)
        for row, cells in enumerate(table.entries):
            base = _base_at(reading, cells[column], row, column)
            kinds = (table.rows[row].kind, table.columns[column].kind)
            if base is not None and _governs(base, cells[column], kinds):
                found[row, column] = base
    return found


def _base_at(reading: Reading | None, cell: Cell, row: int, column: int) -> int | None:
    if cell.share is None:
        return None
    if cell.base is not None:
        return cell.base
    return reading(row, column) if reading else None


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
    own = _best(table, usual_readings(table), places) or _best(table, beside(table), places)
    return own or _of_whole_column(table, column)


def _of_whole_column(table: Table, column: int) -> Reading | None:
    """The column's total, where the table prints 100% beside it."""
    for whole in wholes_down(table):
        if whole.total is not None:
            share = table.entries[whole.total][column].share
            if share is not None and share.value == 1:
                return by_total(table, whole)
    return None


def _of_percents_alone(table: Table, column: int) -> Reading | None:
    """For percentages without counts: the size in a header or the row's total, if possible."""
    places = [(r, column) for r, cells in enumerate(table.entries) if cells[column].share]
    for reading in (*sizes(table), *totals_across(table)):
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
