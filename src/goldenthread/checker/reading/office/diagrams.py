"""Text of diagrams (SmartArt)."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.office.names import DIAGRAM
from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.text import drawn_paragraphs


def diagram_texts(package: Package, part: str, data_id: str) -> Iterator[str]:
    """Texts of a diagram's points, in the order of its data; ``data_id`` is ``r:dm``."""
    relation = package.relations(part).get(data_id)
    root = None if relation is None else package.optional_xml(relation.target)
    if root is not None:
        yield from point_texts(root)


def point_texts(root: etree._Element) -> Iterator[str]:
    """Texts in a data model (``dgm:dataModel``); paragraphs of one point stay apart."""
    for point in root.iter(f"{DIAGRAM}pt"):
        yield from drawn_paragraphs(point)
