"""Blocks of wrapped text."""

from dataclasses import dataclass, replace
from typing import Literal

from goldenthread.documents.charts.drawing import Label, Piece, Shape
from goldenthread.documents.charts.measure import ASCENT, LINE, text_width, wrap
from goldenthread.documents.fonts import Weight
from goldenthread.documents.theme import PALETTE

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set."""

    size: float
    fill: str = PALETTE.ink
    weight: Weight = "regular"

    def width(self, text: str) -> float:
        """Width of a line of text."""
        return text_width(text, self.size, self.weight)

    def wrap(self, text: str, limit: float) -> tuple[str, ...]:
        """Lines no wider than the limit."""
        return wrap(text, self.size, limit, self.weight)

    @property
    def pitch(self) -> float:
        """Distance between two baselines."""
        return LINE * self.size

    def quiet(self) -> "Style":
        """The same in the quiet colour."""
        return replace(self, fill=PALETTE.quiet)

    def strong(self) -> "Style":
        """The same in the heavier weight."""
        return replace(self, weight="semibold")


def text_piece(text: str, x: float, limit: float, style: Style, anchor: Anchor = "start") -> Piece:
    """A text wrapped to a limit; ``x`` is where its lines start, have their middle, or end."""
    lines = style.wrap(text, limit)
    first = (style.pitch - style.size) / 2 + ASCENT * style.size
    labels = tuple(
        Label(x, first + number * style.pitch, line, style.size, style.fill, style.weight, anchor)
        for number, line in enumerate(lines)
    )
    return Piece(labels, len(lines) * style.pitch)


def stacked(*pieces: Piece, gap: float = 0.0) -> Piece:
    """Pieces below one another; the gap is left out around pieces without height."""
    shapes: list[Shape] = []
    y = 0.0
    for piece in pieces:
        y += gap if y and piece.height else 0.0
        shapes.extend(piece.lowered(y))
        y += piece.height
    return Piece(tuple(shapes), y)
