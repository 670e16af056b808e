"""Stretches of text on a page, in the order in which they were written into the file."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.painting import Painting
from goldenthread.checker.reading.pdf.pdfium import Handle, address, fill_colour, marks
from goldenthread.checker.reading.pdf.space import Box, View

MOST_CHARACTERS = 400_000
"""Of one page; a full page has 5,000."""

_WIDE_GAP = 1.2
"""In sizes of the type: few spaces of justified text are wider."""
_NARROW_GAP = 0.6
"""Between objects: cells of a table may stand close to each other."""
_LARGE_GAP = 0.4
_MORE_THAN_OTHERS = 1.6
_WORD = re.compile(r"[^\s\0\u00ad]+\u00ad?|\u00ad")
"""A word, or its beginning up to the hyphen that breaks it: the rest is on another line."""
_MARK = re.compile(r"\d{1,3}")
_MARKED_WORD = re.compile(r"(?:[^\W\d_][.,;:!?)”’\"']?)(\d{1,3})\Z|(\d{1,3})(?=[^\W\d_])")
"""A number right behind a word, or before one at the head of a note."""
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


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one line in one style.

    ``spaced`` is whether white space stands before it; ``number`` counts the segments of a page.
    """

    text: str
    box: Box
    baseline: float
    style: Style
    spaced: bool
    number: int
    raised: bool = False
    """Whether its letterforms stand above the line, as those of footnote marks do."""


Look = tuple[float, int, int, str | None]
"""Size before scaling, number of the marked content, font and colour."""


class _Page:
    """An open page's characters, with what each asks of PDFium only once."""

    def __init__(self, text_page: Handle, view: View, painting: Painting) -> None:
        self.page = text_page
        self.view = view
        self.order = painting.order
        self.styles: dict[int, Style] = {}
        self.looks: dict[int, Look] = {}
        self.fonts: dict[int, bool] = {}

    def object_at(self, index: int) -> Handle:
        return raw.FPDFText_GetTextObject(self.page, index)

    def origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.page, index, x, y)
        return self.view.point(x.value, y.value)

    def box(self, index: int) -> Box:
        sides = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self.page, index, sides)
        return self.view.box(sides.left, sides.bottom, sides.right, sides.top)

    def look(self, item: Handle, index: int) -> "Look":
        """What tells objects apart that some programs make of every single letter."""
        place = address(item)
        if place not in self.looks:
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

    def style(self, item: Handle, index: int) -> Style:
        place = address(item)
        if place not in self.styles:
            self.styles[place] = self._style(item, index)
        return self.styles[place]

    def _style(self, item: Handle, index: int) -> Style:
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
            order=self.order.get(address(item), len(self.order)),
        )

    def _is_bold(self, font: Handle) -> bool:
        place = address(font)
        if place not in self.fonts:
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, buffer, 200)
            named = _BOLD_NAME.search(buffer.value.decode("latin-1")) is not None
            self.fonts[place] = named or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
        return self.fonts[place]


def segments_of(text_page: Handle, view: View, painting: Painting) -> list[Segment]:
    """All text of the page. Hyphens that break a word at a line's end stand as U+00AD."""
    page = _Page(text_page, view, painting)
    text = _characters(text_page)
    found: list[Segment] = []
    for start, end in _stretches(page, text):
        item = page.object_at(start)
        if not item:
            continue
        box = page.box(start).joined(page.box(end - 1))
        spaced = start == 0 or text[start - 1].isspace()
        style = page.style(item, start)
        baseline = page.origin(start)[1]
        if is_level(style):
            box = Box(
                box.left, baseline - 0.7 * style.size, box.right, baseline + 0.15 * style.size
            )
        words = text[start:end]
        raised = _MARK.fullmatch(words) is not None and page.is_raised(start)
        found.append(Segment(words, box, baseline, style, spaced, len(found), raised))
    return found


def is_level(style: Style) -> bool:
    """Whether the text runs from left to right as the page is seen."""
    return style.angle < 2 or style.angle > 358


def _characters(text_page: Handle) -> str:
    count = max(min(raw.FPDFText_CountChars(text_page), MOST_CHARACTERS), 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        codes = list(buffer)[:count]
    else:  # characters that are left out there, or that UTF-16 writes as two
        codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    return "".join(map(_character, codes))


def _character(code: int) -> str:
    """PDFium gives 2 or U+FFFE for a hyphen that breaks a word."""
    if code in {2, 0xFFFE}:
        return "\u00ad"
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\0"


def _stretches(page: _Page, text: str) -> Iterator[tuple[int, int]]:
    """Ranges of characters that look alike and stand close together on a line."""
    start = end = -1
    gaps: list[float] = []
    for first, last in _words(page, text):
        gap = _gap(page, text, end, first) if start >= 0 else None
        if gap is not None and _is_usual(gap, gaps):
            gaps.append(gap)
            end = last
            continue
        if start >= 0:
            yield start, end
        start, end = first, last
        gaps.clear()
    if start >= 0:
        yield start, end


def _is_usual(gap: float, before: list[float]) -> bool:
    """Whether a space is like the others on the line: all spaces of a justified line are."""
    return not before or gap <= _LARGE_GAP or gap <= _MORE_THAN_OTHERS * min(before)


def _words(page: _Page, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each word; a word that does not look alike throughout is split."""
    for word in _WORD.finditer(text):
        start, end = word.span()
        mark = (
            _MARKED_WORD.search(word[0]) if word[0][-1].isdigit() or word[0][0].isdigit() else None
        )
        if mark is not None and page.is_raised(start + mark.start(mark.lastindex or 0)):
            cuts = {start, start + mark.start(mark.lastindex or 0), start + mark.end(), end}
            yield from pairwise(sorted(cuts))
            continue
        item = page.object_at(start)
        if end - start == 1 or address(page.object_at(end - 1)) == address(item):
            yield start, end
            continue
        look = page.look(item, start) if item else None
        for index in range(start + 1, end):
            other = page.object_at(index)
            if other and page.look(other, index) != look:
                yield start, index
                start, look = index, page.look(other, index)
        yield start, end


def _gap(page: _Page, text: str, end: int, first: int) -> float | None:
    """The space, in sizes of the type, before a word that continues a stretch; else ``None``.

    Within one object only a wide gap parts them: it is a tab, or the next column of a table.
    """
    before, item = page.object_at(end - 1), page.object_at(first)
    if end == first or "\n" in text[end:first] or not before or not item:
        return None
    if page.look(before, end - 1) != page.look(item, first):
        return None
    gap = page.box(first).left - page.box(end - 1).right
    gap /= page.style(item, first).size or 1.0
    widest = _WIDE_GAP if address(before) == address(item) else _NARROW_GAP
    return gap if -1 < gap <= widest else None
