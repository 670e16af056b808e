"""The tags of a page: what its parts are, as the program that wrote the PDF says."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import pypdfium2.raw as raw

from goldenthread.checker.reading.pdf.pdfium import Handle, wide_text

_DEEPEST = 60
_MOST_ELEMENTS = 20_000
"""Of one page; a full page has a few hundred."""
_MANY = 200
"""Kids of an element that goes on over many pages."""


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


class TagReader:
    """Reads the tags of a document, one page after the other.

    An element that holds a whole document has thousands of kids, and for each page all but a few
    of them are missing. To ask for all of them took a third of the time of a long document: they
    are asked for from where the page before ended, until all content of the page is found.
    """

    def __init__(self) -> None:
        self._ended: dict[int, int] = {}
        """Where the page before ended in a long element, by how deep that is."""
        self._left = 0
        self._wanted: set[int] = set()

    def tags_of(self, page: Handle, contents: Iterable[int]) -> list[Tag]:
        """The outermost elements on an open page; none when it has no tags.

        ``contents`` are the numbers of all marked content that is painted on it.
        """
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            return []
        self._left, self._wanted = _MOST_ELEMENTS, set(contents)
        try:
            found = []
            for number in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
                element = raw.FPDF_StructTree_GetChildAtIndex(tree, number)
                if element and self._left > 0:
                    found.append(self._tag(element, 0))
            return found
        finally:
            raw.FPDF_StructTree_Close(tree)

    def _tag(self, element: Handle, depth: int) -> Tag:
        self._left -= 1
        tag = Tag(
            kind=wide_text(raw.FPDF_StructElement_GetType, element),
            alternative=wide_text(raw.FPDF_StructElement_GetAltText, element),
            actual=wide_text(raw.FPDF_StructElement_GetActualText, element),
        )
        if tag.kind in {"TH", "TD"}:
            tag.columns, tag.rows = _span(element, b"ColSpan"), _span(element, b"RowSpan")
        tag.kids = self._kids(element, depth)
        return tag

    def _kids(self, element: Handle, depth: int) -> list[Tag | int]:
        count = max(raw.FPDF_StructElement_CountChildren(element), 0)
        is_long = count > _MANY
        start = min(self._ended.get(depth, 0), count) if is_long else 0
        found: dict[int, Tag | int] = {}
        for number in chain(range(start, count), range(start)):
            kid = self._kid(element, number, depth)
            if kid is not None:
                found[number] = kid
            elif is_long and not self._wanted:
                break
        if is_long and found:
            self._ended[depth] = next(reversed(found))
        return [found[number] for number in sorted(found)]

    def _kid(self, element: Handle, number: int, depth: int) -> Tag | int | None:
        """Marked content or an element; ``None`` for what is on another page or too deep."""
        content = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
        if content >= 0:
            self._wanted.discard(content)
            return int(content)
        kid = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        return self._tag(kid, depth + 1) if kid and depth < _DEEPEST and self._left > 0 else None


_WIDEST = 60


def _span(element: Handle, name: bytes) -> int:
    for number in range(max(raw.FPDF_StructElement_GetAttributeCount(element), 0)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, number)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, name) if attribute else None
        size = ctypes.c_float()
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, size):
            return max(1, min(int(size.value), _WIDEST))
    return 1
