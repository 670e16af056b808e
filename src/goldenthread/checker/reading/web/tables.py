"""Tables of a web page: cells that span others, and which are headings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

_WIDEST = 200
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; its paragraphs are on lines of their own."""

    element: etree._Element | None
    text: str
    is_heading: bool


EMPTY = Cell(None, "", False)


def cells_of(table: etree._Element, text_of: Callable[[etree._Element], str]) -> list[list[Cell]]:
    """Rows of one length, in which a cell that spans several is repeated."""
    rows = list(_rows(table))[:_LONGEST]
    grid: list[dict[int, Cell]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for element in row:
            if element.tag not in {"td", "th"}:
                continue
            while column in grid[number]:
                column += 1
            if column >= _WIDEST:
                break
            wide, high = _span(element, "colspan"), _span(element, "rowspan")
            cell = Cell(element, text_of(element), _is_heading(element))
            for below in grid[number : number + high]:
                below.update(dict.fromkeys(range(column, min(column + wide, _WIDEST)), cell))
            column += wide
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    return [[row.get(column, EMPTY) for column in range(width)] for row in grid]


def header_rows(cells: Sequence[Sequence[Cell]]) -> int:
    """How many rows from the top are all headings."""
    return sum(1 for _ in takewhile(_are_headings, cells))


def header_columns(cells: Sequence[Sequence[Cell]]) -> int:
    """How many columns from the left are all headings, below the rows of headings."""
    body = cells[header_rows(cells) :]
    return sum(1 for _ in takewhile(_are_headings, zip(*body, strict=True))) if body else 0


def _are_headings(cells: Sequence[Cell]) -> bool:
    """A corner may stay empty."""
    filled = [cell for cell in cells if cell.text.strip()]
    return bool(filled) and all(cell.is_heading for cell in filled)


def _is_heading(cell: etree._Element) -> bool:
    row = cell.getparent()
    group = row.getparent() if row is not None else None
    return cell.tag == "th" or (group is not None and group.tag == "thead")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _span(cell: etree._Element, name: str) -> int:
    stated = cell.get(name, "1").strip()
    return min(max(int(stated), 1), _WIDEST) if stated.isdecimal() and len(stated) < 6 else 1
