"""Entries with a swatch, set one after another, and the direction in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.documents.charts.drawing import Bar, Box, Piece, Shape, Stroke
from goldenthread.documents.charts.lines import Style, text_piece
from goldenthread.documents.theme import PALETTE

_INDENT = 1.1
_GAP = 1.3
_ARROW = 1.6
"""From a swatch to its text, from one entry to the next, and the arrow's length, in type sizes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A swatch and what it stands for; ``hatched`` ones stand for a number that is not shown."""

    colour: str
    text: str
    hatched: bool = False

    def width(self, limit: float, style: Style) -> float:
        """Width of swatch and wrapped text."""
        lines = style.wrap(self.text, limit - _INDENT * style.size)
        return _INDENT * style.size + max((style.width(line) for line in lines), default=0.0)

    def piece(self, x: float, limit: float, style: Style) -> Piece:
        """Swatch and wrapped text, starting at ``x``."""
        indent, side = _INDENT * style.size, 0.8 * style.size
        words = text_piece(self.text, x + indent, limit - indent, style)
        swatch = Box(x, (style.pitch - side) / 2, side, side)
        bar = Bar(swatch, self.colour, self.hatched)
        return Piece((bar, *words.shapes), max(words.height, style.pitch))


def flow(entries: Sequence[Entry], x: float, limit: float, style: Style) -> tuple[Piece, float]:
    """Entries one after another on as many lines as they need, and where the last one ends.

    An entry wider than the limit is wrapped and has its lines to itself.
    """
    shapes: list[Shape] = []
    at, top, line_height = x, 0.0, 0.0
    for entry in entries:
        width = entry.width(limit, style)
        if at > x and at + width > x + limit:
            at, top, line_height = x, top + line_height, 0.0
        piece = entry.piece(at, limit, style)
        shapes.extend(piece.lowered(top))
        line_height = max(line_height, piece.height)
        at += width + _GAP * style.size
    return Piece(tuple(shapes), top + line_height), at - _GAP * style.size


def direction(text: str, width: float, style: Style) -> Piece:
    """The words that say which way is better, with an arrow, ending at ``width``."""
    room = (_ARROW + 0.4) * style.size
    words = text_piece(text, width - room, width - room, style, "end")
    if not words.shapes:
        return Piece()
    middle, head, start = style.pitch / 2, 0.28 * style.size, width - _ARROW * style.size
    arrow = (
        Stroke(start, middle, width, middle, PALETTE.quiet, 0.09 * style.size),
        Stroke(width - head, middle - head, width, middle, PALETTE.quiet, 0.09 * style.size),
        Stroke(width - head, middle + head, width, middle, PALETTE.quiet, 0.09 * style.size),
    )
    return Piece((*words.shapes, *arrow), words.height)


def direction_width(text: str, style: Style) -> float:
    """Room that the direction takes on one line."""
    return style.width(text) + (_ARROW + 0.4) * style.size
