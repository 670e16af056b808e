"""Whether a table holds data, or only lays out prose."""

import re
from collections.abc import Iterator, Sequence

_PROSE_WORDS = 20
"""Longer cells are prose. Names of audit categories and column headings stay well below."""
_MOST_PROSE = 4
"""One cell of prose in so many makes a layout, unless the table is mostly figures."""
_FIGURES = 3
"""One figure in so many cells makes data, whatever comments stand beside the figures."""

_FIGURE = re.compile(r"[\s\d.,:/%£()+\-–—−]{1,40}(?:of\s{1,3}\d[\d,]{0,9}[\s\d.,%()]{0,20})?")
"""A cell that is nothing but a figure or a dash: ``38%``, ``10 (38%)``, ``10 of 26 (38%)``."""
_SENTENCE_END = re.compile(r"[.!?][”’\"')]?\s")

Row = Sequence[str]


def is_data_table(rows: Sequence[Row]) -> bool:
    """Whether a table holds data (a ``Grid``) or lays out prose (passages).

    ``rows`` are texts of cells, merged cells repeated, paragraphs of one cell parted by line
    breaks. Data has two rows and two columns at least, and most of its rows fill several cells;
    it is mostly figures, or few of its cells are prose.

    >>> is_data_table([["Category", "Good"], ["Plans", "14 (54%)"]])
    True
    >>> is_data_table([["Strengths", "Reminders"], ["Visits go well.\\nPlans do too.", "Ask why."]])
    False
    """
    filled = [cells for row in rows if (cells := list(_distinct(row)))]
    if len(filled) < 2 or _columns_filled(rows) < 2:
        return False
    if 2 * sum(len(cells) > 1 for cells in filled) <= len(filled):
        return False
    cells = [cell for row in filled for cell in row]
    if _FIGURES * sum(_is_figure(cell) for cell in cells) >= len(cells):
        return True
    return _MOST_PROSE * sum(map(_is_prose, cells)) < len(cells)


def reads_by_column(rows: Sequence[Row]) -> bool:
    """Whether a layout table is read down its columns: one row of headings, one row of prose.

    >>> reads_by_column([["Strengths", "Worries"], ["Visits were well prepared.", "Risk."]])
    True
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) != 2:
        return False
    heads, bodies = filled
    return (
        all(0 < len(head.split()) <= 8 for head in heads)
        and len(set(heads)) == len(heads) > 1
        and sum(map(len, bodies)) > sum(map(len, heads))
    )


def _distinct(row: Row) -> Iterator[str]:
    """Filled cells; words that span several columns count once, but figures may be equal."""
    before = ""
    for cell in row:
        text = cell.strip()
        if text and (text != before or _is_figure(text)):
            yield text
        before = text


def _columns_filled(rows: Sequence[Row]) -> int:
    return len({number for row in rows for number, cell in enumerate(row) if cell.strip()})


def _is_figure(cell: str) -> bool:
    return len(cell) <= 80 and _FIGURE.fullmatch(cell) is not None


def _is_prose(cell: str) -> bool:
    paragraphs = [line for line in cell.splitlines() if line.strip()]
    return (
        len(paragraphs) > 1
        or len(cell.split()) > _PROSE_WORDS
        or _SENTENCE_END.search(cell) is not None
    )
