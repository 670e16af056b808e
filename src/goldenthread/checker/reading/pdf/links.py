"""Links on a page: the words that a reader can follow, and where they lead."""

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.page import Page
from goldenthread.checker.reading.pdf.pdfium import Handle
from goldenthread.checker.reading.pdf.space import Box, View
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Link

_MOST = 2_000
_LONGEST = 4_000


def links_of(document: Any, handle: Handle, page: Page, view: View) -> list[Link]:
    """Links to addresses outside the document; one that runs over several lines is one link."""
    boxes: list[tuple[str, list[Box]]] = []
    start, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(_MOST):
        if not raw.FPDFLink_Enumerate(handle, start, link):
            break
        address = _address(document, link)
        sides = raw.FS_RECTF()
        if address and raw.FPDFLink_GetAnnotRect(link, sides):
            box = view.box(sides.left, sides.bottom, sides.right, sides.top)
            if boxes and boxes[-1][0] == address and _are_near(boxes[-1][1][-1], box):
                boxes[-1][1].append(box)
            else:
                boxes.append((address, [box]))
    return [Link(_words(page, held), address, page.where) for address, held in boxes]


def _are_near(one: Box, other: Box) -> bool:
    """Whether two stand on the same line, or on lines that follow each other."""
    return abs(one.top - other.top) < 2.5 * max(one.height, other.height, 1.0)


def _address(document: Any, link: Handle) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action:
        return ""
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", errors="replace")


def _words(page: Page, boxes: Sequence[Box]) -> str:
    """Words whose middle stands in one of the link's rectangles."""
    inside = (
        segment.text
        for segment in page.segments
        if any(box.holds(*segment.box.middle) for box in boxes)
    )
    return tidy(" ".join(inside))
