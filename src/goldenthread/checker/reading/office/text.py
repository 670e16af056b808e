"""Text inside elements."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.office.names import DRAWING
from goldenthread.checker.reading.tidied import tidied


def text_in(element: etree._Element, *tags: str) -> str:
    """All text in an element, or that of the elements in it with these tags."""
    return tidied("".join(map(str, element.itertext(*tags))))


def drawn_paragraphs(element: etree._Element) -> Iterator[str]:
    """Texts of the paragraphs in a drawing (``a:p``), without those that are empty."""
    for paragraph in element.iter(f"{DRAWING}p"):
        runs = paragraph.iter(f"{DRAWING}t", f"{DRAWING}br")
        text = tidied("".join(run.text or "" if run.tag == f"{DRAWING}t" else " " for run in runs))
        if text:
            yield text
