"""One page read: its paragraphs and tables in reading order, and what is hidden on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.characters import is_level
from goldenthread.checker.reading.pdf.frames import framed_order
from goldenthread.checker.reading.pdf.lines import Line, lines_of
from goldenthread.checker.reading.pdf.painting import MOST_OBJECTS, Painting, painting_of
from goldenthread.checker.reading.pdf.paragraphs import Paragraph, paragraphs_of
from goldenthread.checker.reading.pdf.pdfium import Handle
from goldenthread.checker.reading.pdf.placed import Item
from goldenthread.checker.reading.pdf.segments import Segment, segments_of
from goldenthread.checker.reading.pdf.space import Box, View, view_of
from goldenthread.checker.reading.pdf.tables import Table
from goldenthread.checker.reading.pdf.tags import Tag, TagReader

_SCANNED = 0.5
"""Of the page: under invisible text, a picture this large is a scan whose text was recognised."""
_SMALLEST = 1.0
"""Points: text in a smaller size cannot be seen."""
_A4 = (0.0, 0.0, 595.0, 842.0)


@dataclass(slots=True)
class Page:
    """What stands on a page; ``number`` counts from 1.

    ``hidden`` is there but not seen, ``struck`` is seen with a line through it.
    """

    number: int
    box: Box
    painting: Painting
    segments: list[Segment]
    hidden: list[Segment] = field(default_factory=list)
    struck: list[Segment] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    overfull: bool = False
    """Whether it holds so many objects that its text was left unread."""

    @property
    def where(self) -> str:
        """The place, for people."""
        return f"page {self.number}"

    @property
    def area(self) -> float:
        """In square points."""
        return self.box.width * self.box.height


def page_of(handle: Handle, number: int, reader: TagReader | None) -> Page:
    """An open page, read; with its tags where there is a reader of them."""
    view = view_of_page(handle)
    if raw.FPDFPage_CountObjects(handle) > MOST_OBJECTS:
        return Page(number, Box(0, 0, view.width, view.height), Painting(), [], overfull=True)
    painting = painting_of(handle, view)
    text_page = raw.FPDFText_LoadPage(handle)
    try:
        segments = segments_of(text_page, view, painting) if text_page else []
    finally:
        raw.FPDFText_ClosePage(text_page)
    box = Box(0, 0, view.width, view.height)
    tags = reader.tags_of(handle, painting.contents) if reader else []
    page = Page(number, box, painting, [], tags=tags)
    scanned = painting.picture_share > _SCANNED * page.area
    for segment in segments:
        if _is_hidden(segment, page, scanned):
            page.hidden.append(segment)
        else:
            (page.struck if segment.struck else page.segments).append(segment)
    return page


def pieces_of(segments: Iterable[Segment], page: Page) -> list[Paragraph | Table]:
    """Paragraphs and tables that these segments make, in reading order by their places."""
    pieces: list[Paragraph | Table] = []
    items: list[Item] = list(level_lines(segments))
    for block in framed_order(items, page.painting, page.box):
        tables = [item for item in block if isinstance(item, Table)]
        pieces.extend(tables)
        pieces.extend(paragraphs_of([item for item in block if isinstance(item, Line)]))
    return pieces


def level_lines(segments: Iterable[Segment]) -> list[Line]:
    """The lines that run from left to right."""
    return lines_of(segment for segment in segments if is_level(segment.style))


def turned_text(segments: Iterable[Segment]) -> str:
    """Words that do not run from left to right, in the order in which they were written."""
    return " ".join(segment.text for segment in segments if not is_level(segment.style))


def view_of_page(handle: Handle) -> View:
    """How an open page is shown."""
    sides = raw.FS_RECTF()
    known = raw.FPDF_GetPageBoundingBox(handle, sides)
    left, bottom, right, top = (sides.left, sides.bottom, sides.right, sides.top) if known else _A4
    return view_of(left, bottom, right, top, raw.FPDFPage_GetRotation(handle))


def _is_hidden(segment: Segment, page: Page, scanned: bool) -> bool:
    style = segment.style
    if style.invisible:
        return not scanned
    if style.size < _SMALLEST:
        return True
    x, y = segment.box.middle
    if not page.box.holds(x, y):
        return True
    return style.colour is not None and style.colour == page.painting.background(x, y, style.order)
