"""The typefaces that ship with the package, and the widths of their characters.

Source Sans 3 is Adobe's own, unchanged, under the SIL Open Font Licence (``OFL.txt``). *Golden
Thread Sans* is the part of it that web pages carry. ``tools/make_fonts.py`` makes all files here.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

WEB_FAMILY = "Golden Thread Sans"
"""Name of the typeface that web pages carry."""

Weight = Literal["regular", "semibold"]


def folder() -> Path:
    """The folder of the font files, for programs that search a folder for fonts."""
    return Path(str(files(__name__)))


def web_font(weight: Weight) -> bytes:
    """A small WOFF2 file of *Golden Thread Sans* for a web page to carry within it."""
    return (files(__name__) / f"golden-thread-sans-{weight}.woff2").read_bytes()


@cache
def widths(weight: Weight) -> Mapping[str, int]:
    """Advance width of each character that the typeface has, in thousandths of the type size."""
    table: Mapping[str, Mapping[str, int]] = _all_widths()
    return table[weight]


@cache
def _all_widths() -> Mapping[str, Mapping[str, int]]:
    text = (files(__name__) / "widths.json").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, int]] = json.loads(text)
    return table
