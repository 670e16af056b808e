"""Page and type sizes of a Word document, in points, on the grid of the PDF."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from goldenthread.documents.blocks import Document
from goldenthread.documents.fonts import WEB_FAMILY, widths
from goldenthread.documents.render.office.metrics import Face

FAMILY: Final = WEB_FAMILY
"""The typeface that the document carries: the part of Source Sans 3 that European names need."""

SMALLEST: Final = 9.5
SIZES: Final = (11.0, 10.5, 10.0, SMALLEST)
"""Sizes of running text that are tried until the page budget is kept; Word has half points."""
UNBUDGETED: Final = 10.5

_LONG, _SHORT = 841.9, 595.3
"""Sides of A4 (ISO 216)."""
_LINE: Final = 1.257
"""Height of a line of Source Sans 3, in sizes: its ascent and descent (hhea table)."""
LEADING: Final = 0.96
"""Of running text, as a share of the face's own line."""

PADDING: Final = 11.0
"""White space between the bar of a panel and its text."""
GUTTER: Final = 22.0
"""Between columns."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of running text, and the page with its margins."""

    body: float
    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def small(self) -> float:
        """Size of tables, captions and notes."""
        return min(self.body, SMALLEST)

    @property
    def gap(self) -> float:
        """White space between paragraphs; it shrinks with the type."""
        return self.body * (0.6 + 0.12 * (self.body - SMALLEST))


def measures_for(document: Document, body: float) -> Measures:
    """Return the measures of a document with running text of ``body`` points."""
    slim = document.page_budget == 1 or document.orientation == "landscape"
    side, top, bottom = (42.0, 30.0, 46.0) if slim else (51.0, 32.0, 48.0)
    if document.orientation == "landscape":
        return Measures(body, _LONG, _SHORT, side, top, bottom)
    return Measures(body, _SHORT, _LONG, side, top, bottom)


@cache
def house_face() -> Face:
    """Return the typeface of documents, for measuring."""
    regular, bold = (
        {char: width / 1000 for char, width in widths(weight).items()}
        for weight in ("regular", "semibold")
    )
    return Face(regular, bold, _LINE)
