"""What a web page says beside its text: attributes that are read out or shown, and all others."""

from collections.abc import Iterator

from lxml import etree

from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Label, Passage, Region

_SPOKEN = frozenset(
    {"title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext"}
    | {"placeholder", "summary", "abbr", "label"}
)
"""Shown when pointed at, or read out by screen readers."""

_PLAIN = frozenset({"alt", "href", "style", "d", "points", "transform", "viewbox", "data-line"})
"""Read elsewhere, or numbers."""

_UNSHOWN = frozenset({"script", "style", "template"})
_LONGEST = 20_000
_MOST = 20_000


def spoken_words(root: etree._Element) -> Iterator[Passage]:
    """Words in attributes that readers meet, and what a page says of itself to other sites."""
    for element in root.iter(etree.Element):
        for name, value in _attributes(element):
            if name in _SPOKEN and (text := tidy(value[:_LONGEST])):
                where = f"{name} of <{element.tag}>"
                yield Passage(text, where, region=Region.HIDDEN)


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    return ((str(name), str(value)) for name, value in element.items())


def labels_of(root: etree._Element) -> list[Label]:
    """All other attributes, scripts, styles and templates: only known names are looked for."""
    kept: dict[str, str] = {}
    for element in root.iter(etree.Element):
        if len(kept) >= _MOST:
            break
        tag = str(element.tag)
        if tag in _UNSHOWN:
            kept.setdefault("".join(map(str, element.itertext()))[:_LONGEST], f"<{tag}>")
        for name, value in _attributes(element):
            if name not in _SPOKEN and name not in _PLAIN and len(value) > 3:
                kept.setdefault(value[:_LONGEST], f"{name} of <{tag}>")
    return [Label(tidy(text), where) for text, where in kept.items() if text.strip()]
