"""What is printed around the text of every page: running headers and footers, page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from goldenthread.checker.reading.pdf.columns import strips_of
from goldenthread.checker.reading.pdf.lines import Line, line_of
from goldenthread.checker.reading.pdf.page import Page
from goldenthread.checker.reading.pdf.segments import Segment
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Passage, Region

_MARGIN = 0.1
"""Of the page's height, at its top and at its foot."""
_FEWEST = 2
_OFTEN = 0.3
"""Of all pages: left and right pages may differ, and chapters have headers of their own."""
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
    """Lines taken out of the pages; ``running`` has each header and footer once."""

    running: list[Passage] = field(default_factory=list)
    taken: dict[int, set[int]] = field(default_factory=dict)
    """By number of page, the numbers of the segments that are no part of its text."""

    def text_of(self, page: Page, segments: Iterable[Segment]) -> list[Segment]:
        """What is left of these segments of a page."""
        taken = self.taken.get(page.number, set())
        return [segment for segment in segments if segment.number not in taken]


def furniture_of(pages: Sequence[tuple[Page, Sequence[Line]]]) -> Furniture:
    """What repeats in the margins of these pages, and numbers of pages."""
    margins = [
        (page, line, region)
        for page, lines in pages
        for line in _whole_lines(lines)
        if (region := margin_of(line, page)) is not None
    ]
    on_pages = {(_key(*place), place[0].number) for place in margins}
    repeated = Counter(key for key, _ in on_pages)
    fewest = max(_FEWEST, _OFTEN * len(pages))
    found = Furniture()
    said: set[str] = set()
    for page, line, region in margins:
        key = _key(page, line, region)
        if not is_page_number(line.text) and repeated[key] < fewest:
            continue
        taken = found.taken.setdefault(page.number, set())
        taken.update(segment.number for segment in line.segments)
        if not is_page_number(line.text) and key not in said:
            said.add(key)
            found.running.append(running_passage(line.text, region, page))
    return found


def running_passage(text: str, region: Region, page: Page) -> Passage:
    """A header or footer, without the number of the page."""
    words = tidy(_PAGE_IN_TEXT.sub(" ", text))
    return Passage(words, f"{region.value} of {page.where}", region=region, page=page.number)


def is_page_number(text: str) -> bool:
    """Whether the text only counts pages.

    >>> is_page_number("Page 3 of 12"), is_page_number("3 of 12 audits")
    (True, False)
    """
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def _whole_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """What stands on one height across the page: one word of a line says nothing."""
    for strip in strips_of(lines):
        across = sorted(strip, key=lambda item: item.box.left)
        segments = [s for item in across if isinstance(item, Line) for s in item.segments]
        line = line_of(segments)
        if line is not None:
            yield line


def margin_of(line: Line, page: Page) -> Region | None:
    """Whether a line stands in the margin at the top or at the foot of its page."""
    depth = _MARGIN * page.box.height
    if line.box.bottom <= depth:
        return Region.HEADER
    return Region.FOOTER if line.box.top >= page.box.height - depth else None


def _key(page: Page, line: Line, region: Region) -> str:
    """Equal for lines at the same height that differ in the number of the page only."""
    height = round(line.box.bottom / _SAME_HEIGHT)
    number = _DIGITS.search(line.text)
    text = line.text
    if number is not None and abs(ahead := int(number[0]) - page.number) <= _MOST_AHEAD:
        text = f"{text[: number.start()]}#{ahead}{text[number.end() :]}"
    return f"{region.value} {height} {text}"
