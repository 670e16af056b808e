"""Counting elements of a page."""

from lxml import html


def count(content: bytes, path: str) -> int:
    """How many elements an XPath finds."""
    found = html.fromstring(content).xpath(path)
    assert isinstance(found, list)
    return len(found)
