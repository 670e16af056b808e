"""Properties that travel with an Office file: who wrote it, what it is called, what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.package import Package
from goldenthread.checker.reading.office.text import text_in
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.source import Passage, Region

_LABELS = {
    "title": "Title",
    "subject": "Subject",
    "creator": "Author",
    "lastModifiedBy": "Last changed by",
    "keywords": "Keywords",
    "description": "Comments",
    "category": "Category",
    "contentStatus": "Status",
    "Manager": "Manager",
    "Company": "Company",
    "HyperlinkBase": "Base of links",
}
_KINDS = ("core-properties", "extended-properties", "custom-properties")
_WHERE = "properties of the file"


@dataclass(frozen=True, slots=True)
class Properties:
    """``pages`` and ``words`` are what the program that saved the file counted."""

    passages: tuple[Passage, ...]
    title: str
    language: str
    pages: int | None
    words: int | None


def properties_of(package: Package) -> Properties:
    """Properties of a file; empty where it has none."""
    roots = [package.xml(name) for kind in _KINDS for name in package.related("", kind)]
    stated = {_local(element): text_in(element) for root in roots for element in root}
    return Properties(
        passages=tuple(passage for root in roots for passage in _passages(root)),
        title=stated.get("title", ""),
        language=stated.get("language", ""),
        pages=_count(stated.get("Pages")),
        words=_count(stated.get("Words")),
    )


def property_passage(label: str, value: str) -> Passage:
    """A property as a passage: "Author: …"."""
    return Passage(f"{label}: {value}", _WHERE, region=Region.PROPERTY)


def stored_data(package: Package) -> Iterator[Passage]:
    """Text in data that forms and document systems keep inside the file (``customXml``)."""
    for name in package.names:
        if name.startswith("customXml/item") and name.endswith(".xml"):
            for text in map(str, package.xml(name).itertext()):
                if any(mark.isalpha() for mark in text):
                    yield Passage(tidied(text), "data stored in the file", region=Region.HIDDEN)


def _passages(root: etree._Element) -> Iterator[Passage]:
    for element in root:
        label = _LABELS.get(_local(element), "")
        if _local(element) == "property":
            label = element.get("name", "")
        if label and (value := text_in(element)):
            yield property_passage(tidied(label), value)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _count(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else None
