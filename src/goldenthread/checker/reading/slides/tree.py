"""The tree of shapes on a slide, a layout or a master."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.office.choices import ALTERNATIVES, chosen
from goldenthread.checker.reading.office.names import SLIDE


def shapes_of(root: etree._Element | None) -> list[etree._Element]:
    """Shapes, pictures and frames in the order of the tree; those of groups in their place."""
    tree = None if root is None else root.find(f"{SLIDE}cSld/{SLIDE}spTree")
    return [] if tree is None else list(_shapes_in(tree))


def _shapes_in(tree: etree._Element) -> Iterator[etree._Element]:
    waiting = [tree.iterchildren("{*}*")]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == f"{SLIDE}grpSp":
            waiting.append(element.iterchildren("{*}*"))
        elif element.tag == ALTERNATIVES:
            branch = chosen(element)
            if branch is not None:
                waiting.append(branch.iterchildren("{*}*"))
        else:
            yield element
