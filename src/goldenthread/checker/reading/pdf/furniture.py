"""What is printed around the text of every page: running headers and footers, page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from goldenthread.checker.reading.pdf.page import Page
from goldenthread.checker.reading.pdf.paragraphs import Paragraph
from goldenthread.checker.reading.pdf.tables import Table
from goldenthread.checker.source import Passage, Region

Piece = Paragraph | Table

_MARGIN = 0.1
"""Of the page's height, at its top and at its foot."""
_FEWEST = 2
_OFTEN = 0.3
"""Of all pages: left and right pages may differ, and chapters have headers of their own."""
_LONGEST = 200
_SAME_HEIGHT = 6.0
"""Points."""
_MOST_AHEAD = 20
"""Covers and lists of contents are often left out when pages are counted."""

_PAGE_NUMBER = re.compile(
    r"[\s\-–—|·]*(?:page|p\.?|seite)?\s{0,3}\d{1,4}(?:\s{0,3}(?:of|/|\|)\s{0,3}\d{1,4})?"
    r"(?:\s{0,3}\|\s{0,3}page)?[\s\-–—|·]*|[ivxl]{1,7}",
    re.I,
)
_PAGE_IN_TEXT = re.compile(
    r"[\s|·–—-]{0,9}\bpage\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?\b[\s|·–—-]{0,9}", re.I
)
_DIGITS = re.compile(r"\d{1,9}")


@dataclass(slots=True)
class Furniture:
    """Parts taken out of the pages; ``running`` has each header and footer once."""

    running: list[Passage] = field(default_factory=list)
    places: dict[int, set[int]] = field(default_factory=dict)
    """By number of page, which of its pieces are no part of the text."""


def furniture_of(pages: Sequence[tuple[Page, Sequence[Piece]]]) -> Furniture:
    """What repeats in the margins of these pages, and numbers of pages."""
    counts = Counter(key for page, pieces in pages for key in {*_keys(page, pieces)})
    fewest = max(_FEWEST, _OFTEN * len(pages))
    found = Furniture()
    said: set[str] = set()
    for page, pieces in pages:
        places = found.places.setdefault(page.number, set())
        for number, piece in enumerate(pieces):
            region = margin_of(piece, page)
            if region is None:
                continue
            if _PAGE_NUMBER.fullmatch(piece.text.strip()):
                places.add(number)
            elif counts[key := _key(piece, region, page)] >= fewest:
                places.add(number)
                if key not in said:
                    said.add(key)
                    found.running.append(running_passage(piece.text, region, page))
    return found


def running_passage(text: str, region: Region, page: Page) -> Passage:
    """A header or footer, without the number of the page."""
    words = _PAGE_IN_TEXT.sub(" ", text).strip()
    return Passage(words, f"{region.value} of {page.where}", region=region, page=page.number)


def is_page_number(text: str) -> bool:
    """Whether the text only counts pages.

    >>> is_page_number("Page 3 of 12"), is_page_number("3 of 12 audits")
    (True, False)
    """
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def margin_of(piece: Piece, page: Page) -> Region | None:
    """Whether a short piece stands in the margin at the top or at the foot of its page."""
    if isinstance(piece, Table) or len(piece.text) > _LONGEST:
        return None
    depth = _MARGIN * page.box.height
    if piece.box.bottom <= depth:
        return Region.HEADER
    return Region.FOOTER if piece.box.top >= page.box.height - depth else None


def _keys(page: Page, pieces: Sequence[Piece]) -> Iterable[str]:
    for piece in pieces:
        region = margin_of(piece, page)
        if region is not None:
            yield _key(piece, region, page)


def _key(piece: Piece, region: Region, page: Page) -> str:
    """Equal for pieces at the same height that differ in the number of the page only."""
    height = round(piece.box.bottom / _SAME_HEIGHT)
    number = _DIGITS.search(piece.text)
    text = piece.text
    if number is not None and abs(ahead := int(number[0]) - page.number) <= _MOST_AHEAD:
        text = f"{text[: number.start()]}#{ahead}{text[number.end() :]}"
    return f"{region.value} {height} {text}"
