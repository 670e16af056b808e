"""Elements that only wrap others, and how to go through what is drawn."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.office.choices import ALTERNATIVES, children_within, chosen
from goldenthread.checker.reading.office.names import WORD

_WRAPPERS = frozenset(
    f"{WORD}{name}"
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
)
BOX = f"{WORD}txbxContent"


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """Children in order; those of content controls, changes and other wrappers in their place."""
    return children_within(parent, _WRAPPERS)


def drawn(element: etree._Element) -> Iterator[etree._Element]:
    """An element and all inside it, in order, but nothing inside a text box or the other branch.

    >>> from lxml import etree
    >>> [str(e.tag) for e in drawn(etree.fromstring("<a><b/><c><d/></c></a>"))]
    ['a', 'b', 'c', 'd']
    """
    waiting = [element]
    while waiting:
        found = waiting.pop()
        yield found
        if found.tag == ALTERNATIVES:
            branch = chosen(found)
            waiting.extend([] if branch is None else [branch])
        elif found.tag != BOX:
            waiting.extend(reversed([*found.iterchildren("{*}*")]))
