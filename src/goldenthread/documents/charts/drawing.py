"""What a chart consists of once it is laid out: shapes with places, and nothing to decide.

Coordinates run right and down from the top left corner. The unit is that of the type size.
"""

from dataclasses import dataclass, replace
from typing import Literal

from goldenthread.documents.charts.measure import ASCENT, DESCENT, text_width
from goldenthread.documents.fonts import Weight


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    def overlaps(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x + slack < other.right
            and other.x + slack < self.right
            and self.y + slack < other.bottom
            and other.y + slack < self.bottom
        )

    def contains(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether the other box lies within this one."""
        return (
            other.x >= self.x - slack
            and other.right <= self.right + slack
            and other.y >= self.y - slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; ``y`` is its baseline, and ``x`` is where it starts, unless anchored."""

    x: float
    y: float
    text: str
    size: float
    fill: str
    weight: Weight = "regular"
    anchor: Literal["start", "middle", "end"] = "start"

    @property
    def box(self) -> Box:
        """The space that the text takes."""
        width = text_width(self.text, self.size, self.weight)
        shift = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        top = self.y - ASCENT * self.size
        return Box(self.x - shift, top, width, (ASCENT + DESCENT) * self.size)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; ``hatched`` ones stand for a number that is not shown."""

    box: Box
    fill: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


Shape = Bar | Stroke | Dot | Label


@dataclass(frozen=True, slots=True)
class Piece:
    """Some shapes of a drawing, and how much height they take from ``y`` = 0 down."""

    shapes: tuple[Shape, ...] = ()
    height: float = 0.0

    def lowered(self, by: float) -> tuple[Shape, ...]:
        """The shapes further down."""
        return tuple(_lowered(shape, by) for shape in self.shapes)

    def centred(self, top: float, height: float) -> tuple[Shape, ...]:
        """The shapes in the middle of a band."""
        return self.lowered(top + (height - self.height) / 2)


def _lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Bar):
        box = shape.box
        return replace(shape, box=Box(box.x, box.y + by, box.width, box.height))
    if isinstance(shape, Stroke):
        return replace(shape, y1=shape.y1 + by, y2=shape.y2 + by)
    return replace(shape, y=shape.y + by)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A laid-out chart in bands, between which a page may break.

    Shapes are in the order in which they are painted and read.
    """

    width: float
    head: Piece
    rows: tuple[Piece, ...]
    foot: Piece = Piece()

    @property
    def whole(self) -> Piece:
        """All bands below one another."""
        shapes: list[Shape] = []
        top = 0.0
        for piece in (self.head, *self.rows, self.foot):
            shapes.extend(piece.lowered(top))
            top += piece.height
        return Piece(tuple(shapes), top)

    @property
    def labels(self) -> tuple[Label, ...]:
        """All texts in reading order."""
        return tuple(shape for shape in self.whole.shapes if isinstance(shape, Label))
