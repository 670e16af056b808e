"""Rows and columns of a table that should add up, and the totals that they should add up to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from goldenthread.checker.figures.model import SetMember
from goldenthread.checker.figures.sets.arithmetic import (
    percents_exceed_a_whole,
    percents_may_be_whole,
    sum_of_counts,
)
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.figures.tables.bases import Place
from goldenthread.checker.figures.tables.cells import Cell, Says
from goldenthread.checker.figures.tables.headers import Line
from goldenthread.checker.figures.tables.table import Table
from goldenthread.checker.figures.tables.wholes import Whole, are_all_levels, are_levels, wholes_of

_PERIOD = re.compile(
    r"(?:q(?:uarter)?\s?[1-4]|week|month|(?:19|20)\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|spring|summer|autumn|winter|half)",
    re.IGNORECASE,
)
_NOT_ADDED = (Says.NO_FIGURE, Says.RATE)


def sets_down(table: Table, bases: Mapping[Place, int], where: str, part: int) -> list[Parts]:
    """The sets that the columns of a table make; for those of its rows, turn the table.

    ``bases`` are those of its percentages, by place. A set with an unknown part is left out.
    """
    found: list[Parts] = []
    for whole in wholes_of(table.rows):
        columns = [n for n, line in enumerate(table.columns) if line.says not in _NOT_ADDED]
        if whole.total is None:
            read = [_without_total(table, bases, whole, n) for n in columns]
            found.extend(_agreed([parts for parts in read if parts is not None]))
        else:
            found.extend(_with_total(table, bases, whole, columns))
    return [replace(parts, where=f"{where}, {parts.where}", part=part) for parts in found]


def _with_total(
    table: Table, bases: Mapping[Place, int], whole: Whole, columns: Sequence[int]
) -> list[Parts]:
    """Each column against its total, if the total is of these parts in the table's own eyes."""
    read = [_column_with_total(table, bases, whole, n) for n in columns]
    sets = [parts for parts in read if parts is not None]
    counted, fitting = _counted(sets), _fitting(sets)
    sure = whole.is_plain and (len(counted) == 1 or bool(fitting))
    sure = sure or (len(counted) > 1 and 2 * len(fitting) >= len(counted))
    kept = sets if sure else [p for p in sets if p in fitting or p not in counted]
    graded = any(are_all_levels(table.rows, option) for option in whole.options)
    if graded and not sure and len(counted) == 1:
        kept = [replace(parts, base_stated=parts in fitting) for parts in sets]
    return [replace(parts, may_overlap=table.overlaps) for parts in kept]


def _column_with_total(
    table: Table, bases: Mapping[Place, int], whole: Whole, column: int
) -> Parts | None:
    if whole.total is None:
        return None
    total = table.entries[whole.total][column]
    if total.count is None:
        return _percents_with_total(table, bases, whole, column)
    options = [[table.entries[row][column] for row in option] for option in whole.options]
    fits = [_adds_up(cells, total.count) for cells in options]
    chosen = fits.index(True) if any(fits) else 0
    cells = options[chosen]
    if any(cell.count is None for cell in cells) or _is_one_merged_cell(cells, total):
        return None
    rows = whole.options[chosen]
    if _is_last_of_periods([table.rows[row] for row in rows], cells, total.count):
        return None
    shared = all(bases.get((row, column)) == total.count for row in rows)
    members = _members(table, rows, column, with_share=shared)
    return Parts(members, total.count, _where(table, column), 0, _first(cells))


def _is_last_of_periods(lines: Sequence[Line], cells: Sequence[Cell], total: int) -> bool:
    """Whether the "total" of months or quarters is what it was at one time, or their average."""
    counts = [cell.count or 0 for cell in cells]
    between = min(counts) <= total <= max(counts) and sum(counts) >= 2 * total
    return between and all(_PERIOD.match(line.label) for line in lines)


def _percents_with_total(
    table: Table, bases: Mapping[Place, int], whole: Whole, column: int
) -> Parts | None:
    """A column of percentages under which 100% is printed, or in which all grades stand."""
    total = table.entries[whole.total or 0][column]
    rows = whole.options[0]
    shares = [table.entries[row][column].share for row in rows]
    if all(share is not None and share.value == 1 for share in shares):
        return None
    is_whole = total.share is not None and total.share.value == 1
    return _of_percents(table, bases, rows, column) if is_whole else None


def _without_total(
    table: Table, bases: Mapping[Place, int], whole: Whole, column: int
) -> Parts | None:
    """A column in which all grades of a scale stand, or whose percentages make it a whole."""
    rows = whole.options[0]
    cells = [table.entries[row][column] for row in rows]
    if not are_all_levels(table.rows, rows):
        return _whole_by_percents(table, bases, rows, column)
    if all(cell.count is None for cell in cells):
        return _of_percents(table, bases, rows, column)
    if any(cell.count is None for cell in cells):
        return None
    size = table.columns[column].size or table.size
    shared = _one_base(bases, rows, column) is not None
    members = _members(table, rows, column, with_share=shared)
    if size is None and not shared:
        return None
    base = size if size is not None else sum_of_counts(members)
    return Parts(members, base, _where(table, column), 0, _first(cells))


def _whole_by_percents(
    table: Table, bases: Mapping[Place, int], rows: Sequence[int], column: int
) -> Parts | None:
    """A column of one base whose counts make it, or whose percentages make a hundred.

    Grades that make more than a hundred are a set as well: they cannot overlap.
    """
    base = _one_base(bases, rows, column)
    cells = [table.entries[row][column] for row in rows]
    members = _members(table, rows, column, with_share=True)
    where = _where(table, column)
    if are_levels(table.rows, rows) and percents_exceed_a_whole(members):
        return Parts(members, base, where, 0, _first(cells))
    if base is None or any(cell.base for cell in cells):
        return None
    if sum_of_counts(members) != base and not percents_may_be_whole(members):
        return None
    return Parts(members, base, where, 0, _first(cells))


def _one_base(bases: Mapping[Place, int], rows: Sequence[int], column: int) -> int | None:
    """The base of all percentages of a column, if they all have the same."""
    found = {bases.get((row, column)) for row in rows}
    return found.pop() if len(found) == 1 else None


def _agreed(read: Sequence[Parts]) -> list[Parts]:
    """Sets by the size in a header: kept when most add up, asked about when there is only one."""
    counted, fitting = _counted(read), _fitting(read)
    if 2 * len(fitting) >= len(counted):
        return list(read)
    if len(counted) == 1:
        return [replace(p, base_stated=False) if p in counted else p for p in read]
    return [parts for parts in read if parts in fitting or parts not in counted]


def _counted(sets: Sequence[Parts]) -> list[Parts]:
    """Sets of counts with something to compare their sum with."""
    known = (p for p in sets if p.base is not None)
    return [parts for parts in known if sum_of_counts(parts.members) is not None]


def _fitting(sets: Sequence[Parts]) -> list[Parts]:
    return [parts for parts in sets if _counted([parts]) and _makes_its_base(parts)]


def _makes_its_base(parts: Parts) -> bool:
    return sum_of_counts(parts.members) == parts.base


def _of_percents(
    table: Table, bases: Mapping[Place, int], rows: Sequence[int], column: int
) -> Parts | None:
    """Percentages without counts, unless one of them is unknown."""
    cells = [table.entries[row][column] for row in rows]
    if any(cell.share is None for cell in cells):
        return None
    members = _members(table, rows, column, with_share=True)
    base = _one_base(bases, rows, column)
    return Parts(members, base, _where(table, column), 0, _first(cells))


def _members(
    table: Table, rows: Sequence[int], column: int, *, with_share: bool
) -> tuple[SetMember, ...]:
    return tuple(
        _member(table.rows[row], table.entries[row][column], with_share=with_share) for row in rows
    )


def _member(line: Line, cell: Cell, *, with_share: bool) -> SetMember:
    text = f"{line.label}: {cell.text.strip()}" if line.label else cell.text.strip()
    return SetMember(text, cell.count, cell.share if with_share else None, line.label)


def _adds_up(cells: Sequence[Cell], total: int) -> bool:
    counts = [cell.count for cell in cells]
    known = [count for count in counts if count is not None]
    return len(known) == len(counts) and sum(known) == total


def _is_one_merged_cell(cells: Sequence[Cell], total: Cell) -> bool:
    """Whether every part repeats the total, as one cell that spans all rows does."""
    return all(cell.text == total.text for cell in cells)


def _first(cells: Sequence[Cell]) -> int:
    return min(cell.row for cell in cells)


def _where(table: Table, column: int) -> str:
    label = table.columns[column].label
    return f"“{label}”" if label else "its total"
