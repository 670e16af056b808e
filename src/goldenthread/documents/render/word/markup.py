"""Small pieces of WordprocessingML: elements, the head of a part, measures, ids and colours."""

from functools import cache
from typing import Any, Final

from docx.oxml.ns import qn

from goldenthread.documents.blocks import Tone
from goldenthread.documents.render.office.theme import hex_colour
from goldenthread.documents.theme import LOOKS, PALETTE

NAMESPACE: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_THEME: Final = {
    PALETTE.accent: "accent1",
    PALETTE.ink: "text1",
    PALETTE.quiet: "text2",
    PALETTE.paper: "background1",
    PALETTE.accent_tint: "background2",
    PALETTE.rule: "accent6",
}
"""Colours that follow the theme under Word's Design menu."""


_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_qn = cache(qn)


def child(parent: Any, tag: str, **attributes: object) -> Any:
    """Add an element with attributes of the same namespace, and return it."""
    element = parent.makeelement(_qn(tag))
    for name, value in attributes.items():
        element.set(_qn(f"w:{name}"), str(value))
    parent.append(element)
    return element


def add_paragraph(parent: Any, style: str) -> Any:
    """Add a paragraph in a style, at the end of a cell or before the body's last section."""
    paragraph = child(parent, "w:p")
    child(child(paragraph, "w:pPr"), "w:pStyle", val=style_id(style))
    return paragraph


def add_text(paragraph: Any, text: str, style: str | None = None) -> Any:
    """Add a run of text, in a character style, to a paragraph's element, and return it."""
    run = child(paragraph, "w:r")
    if style:
        child(child(run, "w:rPr"), "w:rStyle", val=style_id(style))
    written = child(run, "w:t")
    written.text = text
    written.set(_SPACE, "preserve")
    return run


def style_id(name: str) -> str:
    """Return the id of a style.

    >>> style_id("List Bullet")
    'ListBullet'
    """
    return name.replace(" ", "")


def twips(points: float) -> int:
    """Return points in twentieths."""
    return round(points * 20)


def _value(colour: str, tone: Tone) -> str:
    look = LOOKS[tone]
    value: str = {"strong": look.strong, "tint": look.tint}.get(colour) or getattr(PALETTE, colour)
    return value


def colour_of(attribute: str, theme_attribute: str, colour: str, tone: Tone) -> str:
    """Return a colour as attributes, tied to the theme where the theme has it."""
    value = _value(colour, tone)
    theme = f' w:{theme_attribute}="{_THEME[value]}"' if value in _THEME else ""
    return f'w:{attribute}="{hex_colour(value)}"{theme}'


def coloured(colour: str, tone: Tone) -> str:
    """Return the element that colours text."""
    return f"<w:color {colour_of('val', 'themeColor', colour, tone)}/>"
