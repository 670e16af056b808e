"""Characters as a reader sees them, and the marks that lists begin with."""

import re

from goldenthread.checker.reading.tidied import tidied

_REPLACED: dict[int, str | None] = {
    0x001F: None,  # soft hyphen, as Word copies it
    0x001E: "-",  # hyphen that does not break, as Word copies it
    0x2010: "-",
    0x2011: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_RAISED = re.compile(r"(?<=[^\W\d_.]|[.,;:)”’'\"])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
"""Marks of footnotes, in digits that are raised by themselves."""

_BULLET = re.compile(
    r"\s*(?:[\u2022\u2023\u2043\u204c\u204d\u2219\u25a0-\u25ff\u2605\u2606\u2610-\u2612"
    r"\u2713-\u2718\u2756\u2794\u279c\u27a2\u27a4\u00b7\u00a7\uf000-\uf0ff]\s*|[-–—*+o]\s+)"
)
"""Bullets of text fonts and of symbol fonts (the private area), or a mark and a space."""
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+(?=[^\W\d_]|[\"'“‘])")
"""Number or letter of a list, before words: ``1. ``, ``a) ``, ``(iv) ``."""


def tidy(text: str) -> str:
    """The text with single spaces, without ligatures, footnote marks and what nobody sees.

    >>> tidy("Good  prac\\u00adtice\\n\\ufb01rst in schools³")
    'Good practice first in schools'
    """
    return _RAISED.sub("", tidied(text.translate(_REPLACED)))


def list_item(text: str) -> str | None:
    """The words behind the mark of a list item; ``None`` when it is none.

    >>> list_item("•  Eight of 26"), list_item("1. Ask why"), list_item("2019 was better")
    ('Eight of 26', 'Ask why', None)
    """
    mark = _BULLET.match(text) or _NUMBER.match(text)
    words = text[mark.end() :] if mark is not None else ""
    return words if words.strip() else None


def is_bullet(text: str) -> bool:
    """Whether the text begins with the mark of a list without numbers."""
    return _BULLET.match(text) is not None
