"""Colours as Office files state them: plain, by a name, or by a place in the theme."""

import colorsys
import re

from lxml import etree

from goldenthread.checker.reading.office.names import DRAWING
from goldenthread.checker.reading.office.package import Package

_HEX = re.compile(r"[0-9A-Fa-f]{6}")

_NAMED = {
    "black": "#000000",
    "blue": "#0000ff",
    "cyan": "#00ffff",
    "green": "#00ff00",
    "magenta": "#ff00ff",
    "red": "#ff0000",
    "yellow": "#ffff00",
    "white": "#ffffff",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#c0c0c0",
}
"""Highlights of Word (ECMA-376 part 1, 17.18.40)."""

_SLOTS = {
    "tx1": "dk1",
    "text1": "dk1",
    "dark1": "dk1",
    "bg1": "lt1",
    "background1": "lt1",
    "light1": "lt1",
    "tx2": "dk2",
    "text2": "dk2",
    "dark2": "dk2",
    "bg2": "lt2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""Places in the theme as documents name them, and as the theme does."""

Theme = dict[str, str]


def hexadecimal(value: str | None) -> str | None:
    """``#rrggbb`` for six hexadecimal digits; ``None`` for ``auto`` and anything else.

    >>> hexadecimal("0F4C5C"), hexadecimal("auto")
    ('#0f4c5c', None)
    """
    return f"#{value.lower()}" if value and _HEX.fullmatch(value) else None


def highlight(name: str | None) -> str | None:
    """The colour of a highlight of Word."""
    return _NAMED.get(name or "")


def theme_of(package: Package, part: str) -> Theme:
    """Colours of the theme that a part uses, by their place: ``accent1``, ``dk1``."""
    root = package.related_xml(part, "theme")
    scheme = None if root is None else root.find(f".//{DRAWING}clrScheme")
    if scheme is None:
        return {}
    found = {str(slot.tag).rpartition("}")[2]: _first_colour(slot, {}) for slot in scheme}
    return {slot: colour for slot, colour in found.items() if colour}


def themed(theme: Theme, slot: str | None, tint: str | None, shade: str | None) -> str | None:
    """A theme colour as Word states it; ``tint`` and ``shade`` are two hexadecimal digits.

    Tint and shade change the luminance (ECMA-376 part 1, 17.3.2.6).
    """
    colour = theme.get(_SLOTS.get(slot or "", slot or ""))
    if colour is None:
        return None
    if tint:
        part = _share(tint)
        return _with_luminance(colour, part, 1 - part)
    return _with_luminance(colour, _share(shade), 0) if shade else colour


def fill_of(properties: etree._Element | None, theme: Theme) -> str | None:
    """The plain fill in DrawingML properties (``a:solidFill``), ``None`` for any other fill."""
    fill = None if properties is None else properties.find(f"{DRAWING}solidFill")
    return None if fill is None else _first_colour(fill, theme)


def has_other_fill(properties: etree._Element | None) -> bool:
    """Whether the fill is a gradient, a picture or a pattern, whose colour nobody can name."""
    kinds = ("gradFill", "blipFill", "pattFill", "grpFill")
    return properties is not None and any(
        properties.find(f"{DRAWING}{kind}") is not None for kind in kinds
    )


def _first_colour(holder: etree._Element, theme: Theme) -> str | None:
    for element in holder.iterchildren(f"{DRAWING}*"):
        kind = str(element.tag)[len(DRAWING) :]
        value = element.get("val", "")
        if kind == "srgbClr":
            return _modified(hexadecimal(value), element)
        if kind == "sysClr":
            return _modified(hexadecimal(element.get("lastClr")), element)
        if kind == "schemeClr":
            return _modified(theme.get(_SLOTS.get(value, value)), element)
    return None


def _modified(colour: str | None, element: etree._Element) -> str | None:
    """The colour, lighter or darker as stated; ``None`` where it is changed in another way."""
    if colour is None:
        return None
    scale, offset = 1.0, 0.0
    for change in element.iterchildren(f"{DRAWING}*"):
        amount = _thousandths(change.get("val"))
        kind = str(change.tag)[len(DRAWING) :]
        if kind == "lumMod":
            scale = amount
        elif kind == "lumOff":
            offset = amount
        else:
            return None
    return _with_luminance(colour, scale, offset) if (scale, offset) != (1.0, 0.0) else colour


def _with_luminance(colour: str, scale: float, offset: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(max(light * scale + offset, 0.0), 1.0)
    return "#" + "".join(
        f"{round(value * 255):02x}" for value in colorsys.hls_to_rgb(hue, light, saturation)
    )


def _share(digits: str) -> float:
    return int(digits, 16) / 255 if re.fullmatch(r"[0-9A-Fa-f]{2}", digits) else 1.0


def _thousandths(value: str | None) -> float:
    return int(value) / 100_000 if value and re.fullmatch(r"-?\d{1,7}", value) else 1.0
