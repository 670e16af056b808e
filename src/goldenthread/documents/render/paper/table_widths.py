"""How wide the columns of a table are where its width is given."""

from goldenthread.documents.blocks import Table
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.fonts import Weight
from goldenthread.documents.text import plain

CELL_PADDING = 5.0
"""On each side of a cell, in points; none before the first column."""

_LONGEST_WORD = 24
"""Longer words may break anywhere."""


def column_widths(table: Table, width: float, size: float) -> list[float]:
    """Widths of the columns in points; together they fill the width.

    Columns of numbers are no wider than they need. What is left goes to columns of words; what is
    lacking is taken from the columns that can wrap, and in the end from all, so that words break.
    """
    places = range(len(table.header))
    numeric = table.numeric or (False,) * len(table.header)
    natural = [_needed(table, place, size, wrapped=False) for place in places]
    least = [_needed(table, place, size, wrapped=True) for place in places]
    if sum(natural) <= width:
        wordy = [0.0 if number else need for need, number in zip(natural, numeric, strict=True)]
        return _shared(natural, wordy if any(wordy) else natural, width)
    if sum(least) <= width:
        slack = [most - need for most, need in zip(natural, least, strict=True)]
        return _shared(least, slack, width)
    return [need * width / sum(least) for need in least]


def _shared(needs: list[float], weights: list[float], width: float) -> list[float]:
    """Needs with the rest of the width shared out by weight."""
    rest = (width - sum(needs)) / (sum(weights) or 1)
    return [need + weight * rest for need, weight in zip(needs, weights, strict=True)]


def _needed(table: Table, place: int, size: float, wrapped: bool) -> float:
    """Width of a column's widest cell, or of its widest word if cells may wrap."""
    cells: list[tuple[str, Weight]] = [(plain(row[place]), "regular") for row in table.rows]
    cells.append((plain(table.header[place]), "semibold"))
    widest = 0.0
    for text, weight in cells:
        pieces = [word[:_LONGEST_WORD] for word in text.split()] if wrapped else [text]
        widest = max(widest, *(text_width(piece, size, weight) for piece in (*pieces, "")))
    return widest + CELL_PADDING * (1 if place == 0 else 2) + 0.5
