"""Comments on slides, older and newer, and who wrote them."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.properties import property_passage
from goldenthread.checker.reading.office.text import drawn_paragraphs
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Passage, Region


def read_comments(package: Package, part: str, found: Collected, where: str) -> None:
    """Keep the comments on a slide."""
    for name in package.related(part, "comments"):
        for text in _texts(package.xml(name)):
            found.add(Passage(text, f"{where}, comment", region=Region.COMMENT))


def read_authors(package: Package, main: str, found: Collected) -> None:
    """Keep the names of all who commented."""
    for kind in ("commentAuthors", "authors"):
        for name in package.related(main, kind):
            for author in package.xml(name):
                words = tidied(author.get("name") or "")
                if words:
                    found.add(property_passage("Author of a comment", words))


def _texts(root: etree._Element) -> Iterator[str]:
    """Texts of older comments (``p:text``), then of newer ones and their replies."""
    for element in root.iter("{*}text"):
        text = tidied(element.text or "")
        if text:
            yield text
    yield from drawn_paragraphs(root)
