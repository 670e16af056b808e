"""XML from an untrusted file: no entity is expanded, nothing is fetched, size is limited."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree


def parsed(content: bytes) -> etree._Element:
    """The root element. Raises ``lxml.etree.XMLSyntaxError`` for what is not well formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def elements(content: bytes, *tags: str) -> Iterator[etree._Element]:
    """Each element with one of these tags, in document order, as soon as it is complete."""
    events = etree.iterparse(
        BytesIO(content), tag=tags, resolve_entities=False, no_network=True, huge_tree=False
    )
    return (element for _, element in events)
