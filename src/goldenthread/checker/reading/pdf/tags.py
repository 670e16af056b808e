"""The tags of a page: what its parts are, as the program that wrote the PDF says."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.pdfium import Handle, wide_text

_DEEPEST = 60
_MOST_ELEMENTS = 20_000
"""Of one page; a full page has a few hundred."""


@dataclass(slots=True)
class Tag:
    """One element of the structure tree (ISO 32000-1 §14.7), as far as it is on the page.

    ``kids`` are elements and numbers of marked content. ``columns`` and ``rows`` are what a cell
    spans.
    """

    kind: str
    kids: list["Tag | int"] = field(default_factory=list)
    alternative: str = ""
    actual: str = ""
    columns: int = 1
    rows: int = 1

    def contents(self) -> Iterator[int]:
        """Numbers of all marked content in it, in order."""
        for kid in self.kids:
            if isinstance(kid, int):
                yield kid
            else:
                yield from kid.contents()


def tags_of(page: Handle) -> list[Tag]:
    """The outermost elements on an open page; none when it has no tags."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        left = [_MOST_ELEMENTS]
        found = []
        for number in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
            element = raw.FPDF_StructTree_GetChildAtIndex(tree, number)
            if element and left[0] > 0:
                found.append(_tag(element, left, 0))
        return found
    finally:
        raw.FPDF_StructTree_Close(tree)


def _tag(element: Handle, left: list[int], depth: int) -> Tag:
    left[0] -= 1
    tag = Tag(
        kind=wide_text(raw.FPDF_StructElement_GetType, element),
        alternative=wide_text(raw.FPDF_StructElement_GetAltText, element),
        actual=wide_text(raw.FPDF_StructElement_GetActualText, element),
    )
    if tag.kind in {"TH", "TD"}:
        tag.columns, tag.rows = _span(element, b"ColSpan"), _span(element, b"RowSpan")
    for number in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
        content = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
        if content >= 0:
            tag.kids.append(content)
            continue
        kid = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if kid and depth < _DEEPEST and left[0] > 0:
            tag.kids.append(_tag(kid, left, depth + 1))
    return tag


_WIDEST = 60


def _span(element: Handle, name: bytes) -> int:
    for number in range(max(raw.FPDF_StructElement_GetAttributeCount(element), 0)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, number)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, name) if attribute else None
        size = ctypes.c_float()
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, size):
            return max(1, min(int(size.value), _WIDEST))
    return 1
