"""Figures of a table or chart: its percentages with their counts and bases, and its sums."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from goldenthread.checker.figures.model import Bound, Mention
from goldenthread.checker.figures.sets.parts import Parts
from goldenthread.checker.figures.tables.bases import Place, bases_of
from goldenthread.checker.figures.tables.cells import Cell
from goldenthread.checker.figures.tables.rates import is_printed_as, with_rates
from goldenthread.checker.figures.tables.sums import sets_down
from goldenthread.checker.figures.tables.table import Table, table_of
from goldenthread.checker.source import Grid

_ENOUGH_RIGHT = 2
"""So many right shares show that a column holds shares."""


@dataclass(frozen=True, slots=True)
class GridFigures:
    """What a grid says. ``shares`` are bound percentages, each with its place for people."""

    shares: tuple[tuple[Bound, str], ...] = ()
    sets: tuple[Parts, ...] = ()


def figures_of_grid(grid: Grid, part: int) -> GridFigures:
    """Read a grid, which is part number ``part`` of its source. A mention's start is its row.

    >>> rows = (("Grade", "n", "%"), ("Good", "14", "54"), ("RI", "12", "45"), ("Total", "26", ""))
    >>> figures = figures_of_grid(Grid(rows, "table 1"), 0)
    >>> [(b.count, b.base, b.mention.share.printed, where) for b, where in figures.shares]
    [(14, 26, '54', 'table 1, “Good”'), (12, 26, '45', 'table 1, “RI”')]
    >>> [(parts.base, parts.where) for parts in figures.sets]
    [(26, 'table 1, its total')]
    """
    plain = table_of(grid)
    if plain is None:
        return GridFigures()
    table = with_rates(plain)
    bases = bases_of(table)
    table = _without_growth(table, bases)
    shares = [
        (_bound(cell, bases.get((row, column)), part), _where(grid, table, row, column))
        for row, cells in enumerate(table.entries)
        for column, cell in enumerate(cells)
        if cell.share is not None
    ]
    turned = {(column, row): base for (row, column), base in bases.items()}
    sets = [
        *sets_down(table, bases, grid.where, part),
        *sets_down(table.turned(), turned, grid.where, part),
    ]
    shares.sort(key=lambda share: share[0].mention.start)
    return GridFigures(tuple(shares), tuple(sorted(sets, key=lambda parts: parts.start)))


def _without_growth(table: Table, bases: Mapping[Place, int]) -> Table:
    """The table without percentages above a hundred, unless those beside them are right shares.

    "157%" among shares that agree with their counts is a slip; else it is growth or a rate.
    """
    entries = tuple(
        tuple(
            cell
            if cell.share is None or cell.share.value <= 1 or _is_a_slip(table, bases, row, column)
            else replace(cell, share=None)
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(table.entries)
    )
    return replace(table, entries=entries)


def _is_a_slip(table: Table, bases: Mapping[Place, int], row: int, column: int) -> bool:
    if table.entries[row][column].count is None or (row, column) not in bases:
        return False
    right = [
        cells[column]
        for n, cells in enumerate(table.entries)
        if n != row and _is_right(cells[column], bases.get((n, column)))
    ]
    return len(right) >= _ENOUGH_RIGHT


def _is_right(cell: Cell, base: int | None) -> bool:
    if cell.share is None or cell.count is None or base is None:
        return False
    return is_printed_as(cell.count, base, cell.share)


def _bound(cell: Cell, base: int | None, part: int) -> Bound:
    if cell.share is None:
        raise ValueError("a cell without a share cannot be bound")
    mention = Mention(
        share=cell.share,
        count=cell.count,
        base=base,
        text=cell.text.strip(),
        part=part,
        start=cell.row,
        end=cell.row,
    )
    return Bound(mention, base=base, stated=base is not None, count=cell.count)


def _where(grid: Grid, table: Table, row: int, column: int) -> str:
    labels = (table.rows[row].label, table.columns[column].label)
    return ", ".join([grid.where, *(f"“{label}”" for label in labels if label)])
