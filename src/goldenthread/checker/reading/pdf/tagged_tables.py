"""Tables as tags describe them: cells that span others, and which are headings."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from goldenthread.checker.reading.pdf.page import Page
from goldenthread.checker.reading.pdf.tags import Tag
from goldenthread.checker.reading.tables import is_data_table
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Grid

_MOST_COLUMNS = 200
_GROUPS = frozenset({"THead", "TBody", "TFoot", "NonStruct", "Div", "Sect"})

Row = list[tuple[str, bool]]
"""Text of each cell, and whether it is a heading."""


def grid_of(table: Tag, text_of: Callable[[Tag], str], page: Page) -> Grid | None:
    """The data of a tagged table; ``None`` when it only lays out prose."""
    rows = _filled(list(_rows(table)), text_of)
    texts = [[text for text, _ in row] for row in rows]
    if not rows or not is_data_table(texts):
        return None
    header_rows = sum(1 for _ in takewhile(_is_heading_row, rows))
    below = rows[header_rows:]
    columns = zip(*below, strict=True) if below else iter(())
    return Grid(
        rows=tuple(tuple(tidy(text) for text in row) for row in texts),
        where=page.where,
        header_rows=header_rows,
        header_columns=sum(1 for _ in takewhile(_is_heading_row, columns)),
        page=page.number,
    )


def _is_heading_row(cells: Sequence[tuple[str, bool]]) -> bool:
    return all(heading for _, heading in cells)


def _rows(tag: Tag) -> Iterator[Tag]:
    for kid in tag.kids:
        if isinstance(kid, Tag):
            if kid.kind == "TR":
                yield kid
            elif kid.kind in _GROUPS:
                yield from _rows(kid)


def _filled(rows: Sequence[Tag], text_of: Callable[[Tag], str]) -> list[Row]:
    """Rows of one length, in which a cell that spans several is repeated."""
    grid: list[dict[int, tuple[str, bool]]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.kids:
            if not isinstance(cell, Tag) or cell.kind not in {"TH", "TD"}:
                continue
            while column in grid[number]:
                column += 1
            content = (text_of(cell), cell.kind == "TH")
            for below in grid[number : number + cell.rows]:
                below.update(
                    dict.fromkeys(range(column, min(column + cell.columns, _MOST_COLUMNS)), content)
                )
            column += cell.columns
    width = min(max((max(row, default=-1) + 1 for row in grid), default=0), _MOST_COLUMNS)
    return [[row.get(column, ("", False)) for column in range(width)] for row in grid]
