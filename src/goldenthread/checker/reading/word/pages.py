"""Which page something stands on, as far as the file tells."""

from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.names import WORD
from goldenthread.checker.reading.office.properties import Properties
from goldenthread.checker.reading.word.looks import is_on


@dataclass(frozen=True, slots=True)
class Pages:
    """``rendered``: the program that saved the file marked where it broke pages."""

    known: bool
    rendered: bool
    count: int | None


def pages_of(root: etree._Element, properties: Properties) -> Pages:
    """What the file tells about its pages.

    Breaks that the author set say little, because a page also ends when it is full: they are
    believed when they make as many pages as the program counted.
    """
    marks = sum(1 for _ in root.iter(f"{WORD}lastRenderedPageBreak"))
    counted = properties.pages if _is_up_to_date(root, properties) else None
    if marks:
        return Pages(known=True, rendered=True, count=max(counted or 1, marks + 1))
    known = counted is not None and not _has_sections(root) and _breaks(root) + 1 == counted
    return Pages(known=known, rendered=False, count=counted if known else None)


def _is_up_to_date(root: etree._Element, properties: Properties) -> bool:
    """Whether the counts are of this text, and not left over from a template."""
    if not properties.words or not properties.pages:
        return False
    words = sum(len((text.text or "").split()) for text in root.iter(f"{WORD}t"))
    return words < 2 * properties.words < 4 * max(words, 1)


def _has_sections(root: etree._Element) -> bool:
    """Whether there are sections, which may begin on a new page."""
    return next(root.iterfind(f".//{WORD}pPr/{WORD}sectPr"), None) is not None


def _breaks(root: etree._Element) -> int:
    """Page breaks that the author set."""
    hard = [mark for mark in root.iter(f"{WORD}br") if mark.get(f"{WORD}type") == "page"]
    return len(hard) + sum(is_on(mark) for mark in root.iter(f"{WORD}pageBreakBefore"))
