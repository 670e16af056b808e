"""Pictures and drawings of a web page, and the words that stand for them."""

from collections.abc import Mapping

from lxml import etree

from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Picture

SVG = "svg"
PICTURES = frozenset({"img", SVG, "object", "embed", "canvas", "picture", "area"})
_MOST_NAMES = 5


Ids = Mapping[str, etree._Element]
"""Elements of the page by their ids, to which others refer."""


def picture_of(element: etree._Element, where: str, ids: Ids) -> Picture:
    """The picture. One with an empty ``alt``, or marked as decoration, carries no meaning."""
    stated = alternative(element, ids)
    decorative = (
        element.get("role") in {"presentation", "none"}
        or element.get("aria-hidden") == "true"
        or (element.tag == "img" and element.get("alt") is not None and not stated)
    )
    return Picture(where, stated or None, decorative and not stated)


def drawn_words(drawing: etree._Element) -> list[str]:
    """Words that are drawn in a drawing, such as the labels of a chart."""
    words = (tidy(words_in(text)) for text in drawing.iter("text"))
    return [word for word in words if word]


def words_in(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(map(str, element.itertext()))


def alternative(element: etree._Element, ids: Ids) -> str:
    """The words for a picture, found in the order of browsers (Accessible Name 1.2, §4.3)."""
    names = element.get("aria-labelledby", "").split()[:_MOST_NAMES]
    parts = [text for name in names if name in ids and (text := words_in(ids[name]))]
    if not parts and element.get("aria-label"):
        parts = [element.get("aria-label", "")]
    if not parts and element.get("alt"):
        parts = [element.get("alt", "")]
    if not parts:
        inside = (child for child in element if child.tag in {"title", "desc"})
        parts = [words_in(child) for child in inside]
    return tidy(" ".join(_ended(part) for part in parts) if len(parts) > 1 else "".join(parts))


def _ended(text: str) -> str:
    clean = tidy(text)
    return clean if clean.endswith((".", "!", "?", ":")) else f"{clean}."
