"""Which lists of a Word document have bullets or numbers."""

from lxml import etree

from goldenthread.checker.reading.office.names import WORD


def list_ids(root: etree._Element | None) -> frozenset[str]:
    """Ids of lists (``w:numId``) whose items are marked: those without a mark are no lists."""
    if root is None:
        return frozenset()
    unmarked = {
        element.get(f"{WORD}abstractNumId")
        for element in root.iter(f"{WORD}abstractNum")
        if _is_unmarked(element)
    }
    return frozenset(
        number.get(f"{WORD}numId", "")
        for number in root.iter(f"{WORD}num")
        if _abstract(number) not in unmarked
    )


def _abstract(number: etree._Element) -> str | None:
    element = number.find(f"{WORD}abstractNumId")
    return None if element is None else element.get(f"{WORD}val")


def _is_unmarked(element: etree._Element) -> bool:
    first = element.find(f"{WORD}lvl/{WORD}numFmt")
    return first is not None and first.get(f"{WORD}val") == "none"
