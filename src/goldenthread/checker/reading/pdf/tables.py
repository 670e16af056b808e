"""Tables without tags: short cells in columns, of which some are figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from goldenthread.checker.reading.pdf.placed import Item
from goldenthread.checker.reading.pdf.space import Box
from goldenthread.checker.reading.tables import is_data_table
from goldenthread.checker.reading.wording import tidy

_FIGURE = re.compile(r"[\s\d.,:/%£()+\-–—−*<≤]{1,40}(?:of\s{1,3}\d[\d,]{0,9}[\s\d.,%()]{0,20})?")
_FEWEST_ROWS = 3
"""One of headings and two of figures: fewer may be anything."""
_MOSTLY = 0.6
_MOST_WORDS = 30
"""In one cell: with more, columns of text stand beside figures."""
_LEVEL = 0.35
_COLUMN_GAP = 0.3
"""In sizes of the type."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table and where it stands. Its rows are all of one length."""

    rows: tuple[tuple[str, ...], ...]
    box: Box
    size: float

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(cell for row in self.rows for cell in row)

    @property
    def bold(self) -> bool | None:
        """Unknown: some cells may be."""
        return None


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


def table_of(items: Sequence[Item]) -> Table | None:
    """The table that these items make, when they do: figures stand below each other."""
    size = median(item.size for item in items)
    columns = _columns(items, size)
    if len(columns) < 2:
        return None
    figures = [number for number in range(1, len(columns)) if _is_figures(items, columns, number)]
    anchors = _anchors([item for item in items if _column(item, columns) in figures], size)
    if not figures or len(anchors) < _FEWEST_ROWS - 1:
        return None
    rows = _rows(items, columns, anchors, size)
    longest = max(len(cell.split()) for row in rows for cell in row)
    if len(rows) < _FEWEST_ROWS or longest > _MOST_WORDS or not is_data_table(rows):
        return None
    box = items[0].box
    for item in items[1:]:
        box = box.joined(item.box)
    return Table(tuple(tuple(tidy(cell) for cell in row) for row in rows), box, size)


def _columns(items: Sequence[Item], size: float) -> list[_Column]:
    """Columns that the white in the fullest lines parts; headings may span several."""
    levels: dict[int, list[Item]] = {}
    for item in items:
        levels.setdefault(round(item.box.bottom / (size * _LEVEL * 2)), []).append(item)
    fullest = max(len(level) for level in levels.values())
    chosen = [
        item for level in levels.values() if len(level) >= _MOSTLY * fullest for item in level
    ]
    columns: list[_Column] = []
    for item in sorted(chosen, key=lambda item: item.box.left):
        if columns and item.box.left < columns[-1].right + _COLUMN_GAP * size:
            right = max(columns[-1].right, item.box.right)
            columns[-1] = _Column(columns[-1].left, right)
        else:
            columns.append(_Column(item.box.left, item.box.right))
    return columns


def _column(item: Item, columns: Sequence[_Column]) -> int:
    """The column in which the middle of the item stands, or the nearest."""
    middle = (item.box.left + item.box.right) / 2
    return min(
        range(len(columns)),
        key=lambda number: max(columns[number].left - middle, middle - columns[number].right),
    )


def _is_figures(items: Sequence[Item], columns: Sequence[_Column], number: int) -> bool:
    cells = [item.text for item in items if _column(item, columns) == number]
    figures = sum(
        any(map(str.isdigit, cell)) and _FIGURE.fullmatch(cell.strip()[:90]) is not None
        for cell in cells
    )
    return figures >= 2 and figures >= _MOSTLY * len(cells)


def _anchors(items: Sequence[Item], size: float) -> list[float]:
    """Heights at which figures stand: one for each row of the body."""
    anchors: list[float] = []
    for bottom in sorted(i.box.bottom for i in items if _FIGURE.fullmatch(i.text.strip()[:90])):
        if not anchors or bottom - anchors[-1] > _LEVEL * size * 2:
            anchors.append(bottom)
    return anchors


def _rows(
    items: Sequence[Item], columns: Sequence[_Column], anchors: Sequence[float], size: float
) -> list[list[str]]:
    """Cells by row and column: heading first, then one row for each anchor."""
    pitch = median(low - high for high, low in pairwise(anchors))
    first = anchors[0] - min(pitch * 0.5, size * 1.2)
    middle = any(first < item.box.bottom < anchors[0] - _LEVEL * size for item in items)
    cells = [["" for _ in columns] for _ in range(len(anchors) + 1)]
    for item in sorted(items, key=lambda item: (round(item.box.bottom), item.box.left)):
        row = _row(item.box.bottom, anchors, first, size, middle)
        for number in _spanned(item, columns):
            cells[row][number] += f" {item.text}"
    return cells if any(cells[0]) else cells[1:]


def _row(bottom: float, anchors: Sequence[float], first: float, size: float, middle: bool) -> int:
    """0 for the heading. Cells of several lines stand around their figure, or begin beside it."""
    if bottom < first:
        return 0
    if middle:
        return 1 + min(range(len(anchors)), key=lambda number: abs(anchors[number] - bottom))
    return max(sum(anchor <= bottom + _LEVEL * size for anchor in anchors), 1)


def _spanned(item: Item, columns: Sequence[_Column]) -> list[int]:
    own = _column(item, columns)
    over = [
        number
        for number, column in enumerate(columns)
        if item.box.left < column.right and item.box.right > column.left
    ]
    return over if len(over) > 1 and item.text.strip() else [own]
