"""A web page as a source."""

from lxml import etree

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.web.labels import labels_of, spoken_words
from goldenthread.checker.reading.web.opening import page_of
from goldenthread.checker.reading.web.pictures import words_in
from goldenthread.checker.reading.web.reading import Context, Reading
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import FileKind, Passage, Region, Shows, Source

_SHOWN = frozenset(
    {Shows.HEADINGS, Shows.LISTS, Shows.HEADER_ROWS, Shows.PICTURES, Shows.LINKS}
    | {Shows.LANGUAGE, Shows.TITLE}
)
_PROPERTIES = {"author": "Author", "description": "Description", "keywords": "Keywords"}


def read(content: bytes, name: str) -> Source:
    """The page. Raises ``Damaged`` and ``Unfit``."""
    root = page_of(content)
    styled = root.find(".//style") is not None or _has_style_sheet(root)
    stated = root.find("head/title")
    title = tidy(words_in(stated)) if stated is not None else ""
    found = collected(root, shows_colours=not styled)
    for label, value in _properties(root, title):
        where = "properties of the file"
        found.add(Passage(f"{label}: {value}", where, region=Region.PROPERTY))
    return Source(
        file=name,
        kind=FileKind.HTML,
        parts=tuple(found.parts),
        shows=_SHOWN if styled else _SHOWN | {Shows.COLOURS},
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        title=title,
        pictures=tuple(found.pictures),
        links=tuple(found.links),
        colours=tuple(found.colours),
        warnings=tuple(found.warnings),
        labels=tuple(found.labels),
    )


def collected(root: etree._Element, shows_colours: bool) -> Collected:
    """All that the body of a page holds."""
    found = Collected()
    ids = {name: element for element in root.iter() if (name := element.get("id"))}
    reading = Reading(found, ids, shows_colours)
    head, body = root.find("head"), root.find("body")
    if head is not None:
        for comment in head.iter(etree.Comment):
            reading.read(comment, Context())
    if body is not None:
        reading.read(body, Context())
        reading.finish(Context())
    for passage in spoken_words(root):
        found.add(passage)
    found.labels.extend(labels_of(root))
    return found


def _has_style_sheet(root: etree._Element) -> bool:
    return any("stylesheet" in link.get("rel", "").lower() for link in root.iter("link"))


def _properties(root: etree._Element, title: str) -> list[tuple[str, str]]:
    stated = [("Title", title)]
    for meta in root.iter("meta"):
        label = _PROPERTIES.get((meta.get("name") or "").lower())
        if label:
            stated.append((label, tidy(meta.get("content") or "")))
    return [(label, value) for label, value in stated if value]
