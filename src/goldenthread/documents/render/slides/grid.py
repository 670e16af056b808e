"""The grid of a 16:9 slide, in points (72 to the inch)."""

from dataclasses import dataclass
from typing import Final

EMU: Final = 12_700
"""English metric units in a point."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def emu(self) -> tuple[int, int, int, int]:
        """Return left, top, width and height in English metric units."""
        left, top = round(self.left * EMU), round(self.top * EMU)
        return left, top, round(self.width * EMU), round(self.height * EMU)

    def below(self, offset: float) -> "Box":
        """Return what is left when ``offset`` points are taken from the top."""
        return Box(self.left, self.top + offset, self.width, self.height - offset)


WIDTH: Final = 960.0
HEIGHT: Final = 540.0
MARGIN: Final = 44.0
BAR: Final = Box(0, 0, 10, HEIGHT)
"""The strip of accent colour at the left edge of every slide."""

PANEL: Final = Box(0, 0, 292, HEIGHT)
"""The tinted panel that holds the title of a text slide."""

SIDE_KICKER: Final = Box(MARGIN, 40, 224, 40)
SIDE_TITLE: Final = Box(MARGIN, 84, 224, 396)
BODY: Final = Box(332, 84, 584, 396)

TOP_KICKER: Final = Box(MARGIN, 26, 872, 24)
TOP_TITLE: Final = Box(MARGIN, 50, 872, 70)
LEGEND: Final = Box(MARGIN, 122, 872, 26)
CONTENT: Final = Box(MARGIN, 122, 872, 366)

OPENING_TITLE: Final = Box(80, 124, 800, 150)
OPENING_FOCUS: Final = Box(80, 288, 800, 76)
OPENING_CONTACT: Final = Box(80, 446, 800, 88)

FOOTER: Final = Box(332, 500, 480, 20)
WIDE_FOOTER: Final = Box(MARGIN, 500, 760, 20)
NUMBER: Final = Box(836, 500, 80, 20)
