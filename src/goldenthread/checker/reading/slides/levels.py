"""How paragraphs of a shape look, as it, its layout and its master say."""

from dataclasses import dataclass
from itertools import islice

from lxml import etree

from goldenthread.checker.reading.office.names import DRAWING, SLIDE
from goldenthread.checker.reading.slides.templates import Template

_BULLETS = tuple(f"{DRAWING}{name}" for name in ("buChar", "buAutoNum", "buBlip"))
_NO_BULLET = f"{DRAWING}buNone"
MOST_PLACEHOLDERS = 200
"""On one layout that are looked at; people make about ten."""
_TITLES = frozenset({"title", "ctrTitle"})
_OTHERS = frozenset({"dt", "ftr", "sldNum", "hdr"})


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a shape stands in for: ``kind`` is ``body`` if it does not say."""

    kind: str
    number: str

    @property
    def is_title(self) -> bool:
        """Whether it is the title of the slide."""
        return self.kind in _TITLES


def placeholder_of(shape: etree._Element) -> Placeholder | None:
    """The placeholder that a shape fills, ``None`` for a text box or another shape."""
    found = shape.find(f"{SLIDE}nvSpPr/{SLIDE}nvPr/{SLIDE}ph")
    if found is None:
        return None
    return Placeholder(found.get("type", "body"), found.get("idx", "0"))


class Levels:
    """Properties of paragraphs by level, the nearest first: shape, layout, master, usual."""

    def __init__(self, shape: etree._Element, template: Template) -> None:
        lists = [shape.find(f"{SLIDE}txBody/{DRAWING}lstStyle")]
        placeholder = placeholder_of(shape)
        if placeholder is not None:
            lists += [_list_in(tree, placeholder) for tree in (template.layout, template.master)]
            lists.append(_style_in(template.master, placeholder))
        lists.append(template.usual)
        self._lists = [one for one in lists if one is not None]

    def has_bullet(self, paragraph: etree._Element | None) -> bool:
        """Whether a paragraph with these properties (``a:pPr``) has a bullet or number."""
        for properties in self._properties(paragraph):
            if any(properties.find(bullet) is not None for bullet in _BULLETS):
                return True
            if properties.find(_NO_BULLET) is not None:
                return False
        return False

    def bold(self, paragraph: etree._Element | None, run: etree._Element | None) -> bool:
        """Whether text with these properties (``a:pPr``, ``a:rPr``) is bold."""
        return self._stated(paragraph, run, "b") in {"1", "true"}

    def size(self, paragraph: etree._Element | None, run: etree._Element | None) -> float | None:
        """The size of text in points, ``None`` if nothing states it."""
        value = self._stated(paragraph, run, "sz") or ""
        is_number = value.isascii() and value.isdigit() and len(value) < 7
        return int(value) / 100 if is_number else None

    def _stated(
        self, paragraph: etree._Element | None, run: etree._Element | None, name: str
    ) -> str | None:
        own = None if run is None else run.get(name)
        if own is not None:
            return own
        for properties in self._properties(paragraph):
            usual = properties.find(f"{DRAWING}defRPr")
            if usual is not None and usual.get(name) is not None:
                return usual.get(name)
        return None

    def _properties(self, paragraph: etree._Element | None) -> list[etree._Element]:
        level = "0" if paragraph is None else paragraph.get("lvl", "0")
        number = int(level) + 1 if level in set("012345678") else 1
        found = [one.find(f"{DRAWING}lvl{number}pPr") for one in self._lists]
        return [one for one in (paragraph, *found) if one is not None]


def _list_in(tree: etree._Element | None, wanted: Placeholder) -> etree._Element | None:
    """List properties of the same placeholder in a layout or master."""
    shapes = [] if tree is None else islice(tree.iter(f"{SLIDE}sp"), MOST_PLACEHOLDERS)
    held = [(shape, placeholder_of(shape)) for shape in shapes]
    for matches in (_is_same, _is_same_kind):
        for shape, placeholder in held:
            if placeholder is not None and matches(placeholder, wanted):
                return shape.find(f"{SLIDE}txBody/{DRAWING}lstStyle")
    return None


def _is_same(one: Placeholder, other: Placeholder) -> bool:
    return one.number == other.number and one.kind == other.kind


def _is_same_kind(one: Placeholder, other: Placeholder) -> bool:
    return one.is_title == other.is_title and (
        one.kind == other.kind or {one.kind, other.kind} <= {"body", "obj", *_TITLES}
    )


def _style_in(master: etree._Element | None, placeholder: Placeholder) -> etree._Element | None:
    """The style of a master for titles, body text or other text."""
    if master is None:
        return None
    other = "otherStyle" if placeholder.kind in _OTHERS else "bodyStyle"
    return master.find(f"{SLIDE}txStyles/{SLIDE}{'titleStyle' if placeholder.is_title else other}")
