"""What an element's own attributes say of its looks: hidden, bold, colours."""

import re

from lxml import etree

_HIDES = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all"
    r"|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|rem|%)?\s{0,9}(?:;|$)|opacity\s{0,9}:\s{0,9}0(?:;|$)",
    re.I,
)
_COLOUR = re.compile(r"(?:^|;)\s{0,9}color\s{0,9}:\s{0,9}([#a-z0-9(),.% ]{3,40})", re.I)
_BACKGROUND = re.compile(
    r"(?:^|;)\s{0,9}background(?:-color)?\s{0,9}:\s{0,9}([#a-z0-9(),.% ]{3,40})", re.I
)
_BOLD = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|bolder|[6-9]00)", re.I)
_SHORT_HEX = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_HEX = re.compile(r"#[0-9a-f]{6}")
_RGB = re.compile(r"rgb\((\d{1,3}),\s{0,9}(\d{1,3}),\s{0,9}(\d{1,3})\)")
_NAMED = {
    "black": "#000000",
    "white": "#ffffff",
    "red": "#ff0000",
    "green": "#008000",
    "lime": "#00ff00",
    "blue": "#0000ff",
    "navy": "#000080",
    "teal": "#008080",
    "aqua": "#00ffff",
    "yellow": "#ffff00",
    "orange": "#ffa500",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "maroon": "#800000",
    "olive": "#808000",
    "silver": "#c0c0c0",
    "gray": "#808080",
    "grey": "#808080",
    "windowtext": "#000000",
}
"""The sixteen of HTML 4, orange, and what Word calls black."""

_BOLD_TAGS = frozenset({"b", "strong", "th"})


def is_hidden(element: etree._Element) -> bool:
    """Whether it is there but neither shown nor read out."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or (element.tag == "input" and element.get("type", "").lower() == "hidden")
        or _HIDES.search(element.get("style", "")) is not None
    )


def is_bold(element: etree._Element) -> bool:
    """Whether the element makes its words bold, by its name or its own style."""
    return element.tag in _BOLD_TAGS or _BOLD.search(element.get("style", "")) is not None


def text_colour(element: etree._Element) -> str | None:
    """The colour that the element states for its words, as ``#rrggbb``."""
    stated = _COLOUR.search(element.get("style", ""))
    value = stated[1] if stated else element.get("color") if element.tag == "font" else None
    return _as_hex(value)


def background(element: etree._Element) -> str | None:
    """The colour that the element states for what is behind its words, as ``#rrggbb``."""
    stated = _BACKGROUND.search(element.get("style", ""))
    return _as_hex(stated[1] if stated else element.get("bgcolor"))


def _as_hex(value: str | None) -> str | None:
    """The colour, of the notations that programs write.

    >>> _as_hex("#FA0"), _as_hex("rgb(0, 128, 255)"), _as_hex("var(--ink)")
    ('#ffaa00', '#0080ff', None)
    """
    colour = (value or "").strip().lower()
    if _HEX.fullmatch(colour):
        return colour
    if short := _SHORT_HEX.fullmatch(colour):
        return "#" + "".join(digit * 2 for digit in short.groups())
    if rgb := _RGB.fullmatch(colour):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in rgb.groups())
    return _NAMED.get(colour)
