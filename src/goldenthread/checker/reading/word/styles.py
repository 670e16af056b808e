"""Styles of a Word document: which are headings, lists and captions, and how they look."""

import re
from dataclasses import dataclass

from lxml import etree

from goldenthread.checker.reading.office.colours import Theme
from goldenthread.checker.reading.office.names import WORD
from goldenthread.checker.reading.word.looks import PLAIN, Looks, fill, looks_of

_HEADING = re.compile(
    r"(?:heading|pennawd|überschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|nadpis|berschrift|encabezado|intestazione)[ _-]?([1-9])(?:\b|(?=[A-Z]))",
    re.IGNORECASE,
)
"""Names and ids of heading styles, as Word, LibreOffice and converters write them."""
_TITLES = {"title": 1, "titel": 1, "titre": 1, "título": 1, "titolo": 1, "teitl": 1, "subtitle": 2}
_CAPTIONS = frozenset(
    {"caption", "beschriftung", "légende", "descripción", "didascalia", "bijschrift"}
)
_MOST_LEVELS = 6
_MOST_STEPS = 20
"""Styles that one style may be based on, one upon another."""


@dataclass(frozen=True, slots=True)
class Style:
    """``level`` is that of a heading, 0 for none. ``list_id`` is ``None`` where nothing is said."""

    level: int = 0
    list_id: str | None = None
    is_caption: bool = False
    looks: Looks = PLAIN
    shading: str | None = None
    has_shading: bool = False


NO_STYLE = Style()


class Styles:
    """All styles by id; what a style is based on shows through."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        elements = [] if root is None else list(root.iter(f"{WORD}style"))
        self._elements = {element.get(f"{WORD}styleId", ""): element for element in elements}
        self._theme = theme
        self._resolved: dict[str, Style] = {}
        self.document = _looks_of_document(root, theme)
        self._usual = next(
            (
                element.get(f"{WORD}styleId", "")
                for element in elements
                if element.get(f"{WORD}type") == "paragraph"
                and element.get(f"{WORD}default") in {"1", "true"}
            ),
            "",
        )

    def of(self, style_id: str | None) -> Style:
        """The style with this id; an unknown one has no properties."""
        return self._style(style_id or "")

    def of_paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph, which is the usual one if it names none."""
        return self._style(style_id or self._usual)

    def _style(self, style_id: str) -> Style:
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _resolve(self, style_id: str) -> Style:
        style = NO_STYLE
        for element in reversed(self._chain(style_id)):
            style = _stated(element, self._theme, style)
        return style

    def _chain(self, style_id: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        element = self._elements.get(style_id)
        while element is not None and len(chain) < _MOST_STEPS:
            chain.append(element)
            element = self._elements.get(_value(element, "basedOn") or "")
        return chain


def _stated(element: etree._Element, theme: Theme, under: Style) -> Style:
    """One style over the one that it is based on."""
    name = (_value(element, "name") or "").strip()
    properties = element.find(f"{WORD}pPr")
    number = None if properties is None else properties.find(f"{WORD}numPr/{WORD}numId")
    shading = None if properties is None else properties.find(f"{WORD}shd")
    level = level_stated(properties)
    if level is None and element.get(f"{WORD}type") == "paragraph":
        level = _level_by_name(name) or _level_by_name(element.get(f"{WORD}styleId", "")) or None
    return Style(
        level=under.level if level is None else level,
        list_id=under.list_id if number is None else number.get(f"{WORD}val"),
        is_caption=under.is_caption or name.casefold() in _CAPTIONS,
        looks=looks_of(element.find(f"{WORD}rPr"), theme).over(under.looks),
        shading=under.shading if shading is None else fill(shading, theme),
        has_shading=under.has_shading or next(element.iter(f"{WORD}shd"), None) is not None,
    )


def level_stated(properties: etree._Element | None) -> int | None:
    """The heading level in paragraph properties: 0 for body text, ``None`` if they are silent."""
    outline = None if properties is None else properties.find(f"{WORD}outlineLvl")
    value = "" if outline is None else outline.get(f"{WORD}val", "")
    if value not in set("0123456789"):
        return None
    return 0 if value == "9" else min(int(value) + 1, _MOST_LEVELS)


def _level_by_name(name: str) -> int:
    match = _HEADING.match(name)
    if match:
        return min(int(match[1]), _MOST_LEVELS)
    return _TITLES.get(name.casefold(), 0)


def _value(element: etree._Element, child: str) -> str | None:
    found = element.find(f"{WORD}{child}")
    return None if found is None else found.get(f"{WORD}val")


def _looks_of_document(root: etree._Element | None, theme: Theme) -> Looks:
    path = f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr"
    return PLAIN if root is None else looks_of(root.find(path), theme)
