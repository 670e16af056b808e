"""The tree of shapes on a slide, a layout or a master."""

from lxml import etree

from goldenthread.checker.reading.office.choices import children_within
from goldenthread.checker.reading.office.names import SLIDE

_GROUPS = frozenset({f"{SLIDE}grpSp"})


def shapes_of(root: etree._Element | None) -> list[etree._Element]:
    """Shapes, pictures and frames in the order of the tree; those of groups in their place."""
    tree = None if root is None else root.find(f"{SLIDE}cSld/{SLIDE}spTree")
    return [] if tree is None else list(children_within(tree, _GROUPS))
