"""Characters of an open page, and what PDFium knows of each."""

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.painting import Painting
from goldenthread.checker.reading.pdf.pdfium import Handle, address, fill_colour, marks
from goldenthread.checker.reading.pdf.space import Box, View

_RAISED = 0.2
"""In sizes of the type."""
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_BOLD_WEIGHT = 600
_INVISIBLE = 3
"""Text rendering mode of text that is neither filled nor stroked (ISO 32000-1 §9.3.6)."""


@dataclass(frozen=True, slots=True)
class Style:
    """What all text of one object has in common. ``size`` is in points as seen."""

    size: float
    bold: bool
    angle: float
    invisible: bool
    colour: str | None
    content: int
    """Number of the marked content, by which tags refer to it; -1 without."""
    artifact: bool
    order: int


def is_level(style: Style) -> bool:
    """Whether the text runs from left to right as the page is seen."""
    return style.angle < 2 or style.angle > 358


Look = tuple[float, int, int, str | None]
"""Size before scaling, number of the marked content, font and colour."""


_SIDES = raw.FS_RECTF()
"""Written anew for every word of a page."""

_LINE = re.compile(r"[^\s\0](?:[^\r\n]*[^\s\0])?")


class Characters:
    """An open page's characters, with what each asks of PDFium only once.

    ``places`` are the addresses of the objects that they belong to; 0 for spaces put in.
    """

    def __init__(self, text_page: Handle, text: str, view: View, painting: Painting) -> None:
        self.page = text_page
        self.view = view
        self.order = painting.order
        self.styles: dict[int, Style] = {}
        self.looks: dict[int, Look] = {}
        self.fonts: dict[int, bool] = {}
        self.is_upright = view.matrix[:3] == (1, 0, 0)
        self.places = [0] * len(text)
        for line in _LINE.finditer(text):
            self._ask(line.start())
            self._ask(line.end() - 1)
            self._fill(*line.span())

    def _ask(self, index: int) -> None:
        self.places[index] = address(raw.FPDFText_GetTextObject(self.page, index))

    def _fill(self, start: int, end: int) -> None:
        """Fill in the places between two known ones, by halves until both ends are in one object.

        PDFium writes the characters of an object one after the other, so that what lies between
        them is of that object as well. To ask for each would take half of the time of a page.
        """
        place = self.places[start]
        if place and place == self.places[end - 1]:
            self.places[start:end] = [place] * (end - start)
        elif end - start > 2:
            middle = (start + end) // 2
            self._ask(middle - 1)
            self._ask(middle)
            self._fill(start, middle)
            self._fill(middle, end)

    def baseline(self, index: int) -> float:
        """How far down the page a character stands."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.page, index, x, y)
        return self.view.point(x.value, y.value)[1]

    def box(self, index: int) -> Box:
        """Where a character stands, from the ascent to the descent of its font."""
        sides = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self.page, index, sides)
        return self.view.box(sides.left, sides.bottom, sides.right, sides.top)

    def gap(self, end: int, first: int) -> float:
        """Points of white between the character before ``end`` and a later one."""
        if not self.is_upright:
            return self.box(first).left - self.box(end - 1).right
        sides = _SIDES
        raw.FPDFText_GetLooseCharBox(self.page, first, sides)
        left = sides.left
        raw.FPDFText_GetLooseCharBox(self.page, end - 1, sides)
        return float(left - sides.right)

    def look(self, index: int) -> Look | None:
        """What tells objects apart that some programs make of every single letter."""
        place = self.places[index]
        if not place:
            return None
        if place not in self.looks:
            item = raw.FPDFText_GetTextObject(self.page, index)
            self.looks[place] = (
                raw.FPDFText_GetFontSize(self.page, index),
                raw.FPDFPageObj_GetMarkedContentID(item),
                address(raw.FPDFTextObj_GetFont(item)),
                fill_colour(item),
            )
        return self.looks[place]

    def is_raised(self, index: int) -> bool:
        """Whether a character's ink begins well above its baseline."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharBox(self.page, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(self.page, index, x, y)
        size = raw.FPDFText_GetFontSize(self.page, index)
        return bool(bottom.value - y.value > _RAISED * size)

    def style(self, index: int) -> Style:
        """The style of a character that belongs to an object."""
        place = self.places[index]
        if place not in self.styles:
            self.styles[place] = self._style(index)
        return self.styles[place]

    def _style(self, index: int) -> Style:
        item = raw.FPDFText_GetTextObject(self.page, index)
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.page, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        content = raw.FPDFPageObj_GetMarkedContentID(item)
        return Style(
            size=round(raw.FPDFText_GetFontSize(self.page, index) * scale, 1),
            bold=self._is_bold(raw.FPDFTextObj_GetFont(item)),
            angle=self.view.angle(matrix.a, matrix.b),
            invisible=mode == _INVISIBLE,
            colour=fill_colour(item),
            content=content,
            artifact=content < 0 and "Artifact" in marks(item),
            order=self.order.get(self.places[index], len(self.order)),
        )

    def _is_bold(self, font: Handle) -> bool:
        place = address(font)
        if place not in self.fonts:
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, buffer, 200)
            named = _BOLD_NAME.search(buffer.value.decode("latin-1")) is not None
            self.fonts[place] = named or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
        return self.fonts[place]
