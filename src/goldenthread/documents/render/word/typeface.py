"""The typeface that a Word document carries, obfuscated as Office asks.

The first 32 bytes of an embedded font are combined with a key that stands in the font table
(ECMA-376 part 4, section 2.8.1). ``tools/make_word_fonts.py`` makes the files; their licence stands
in ``documents/fonts/OFL.txt``.
"""

from functools import cache
from importlib.resources import files
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from goldenthread.documents.render.word.measures import FAMILY
from goldenthread.documents.theme import OFFICE_FONT

STYLES: Final = ("Regular", "Bold")
"""The styles of the family that are carried, in the order of their relationships."""
_OBFUSCATED: Final = 32
_FONT_TABLE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)


def _key(style: str) -> UUID:
    """Return the key of a style: a fixed one, so that the same document gives the same bytes."""
    return uuid5(NAMESPACE_URL, f"{FAMILY} {style}")


@cache
def obfuscated_font(style: str) -> bytes:
    """Return the font file of a style with its first bytes combined with its key."""
    package = files("goldenthread.documents.render.word")
    font = (package / "fonts" / f"{style.lower()}.ttf").read_bytes()
    key = _key(style).bytes[::-1] * 2
    head = bytes(byte ^ mask for byte, mask in zip(font[:_OBFUSCATED], key, strict=True))
    return head + font[_OBFUSCATED:]


def font_table() -> str:
    """Return the font table; where the carried typeface cannot be used, Arial stands in."""
    embedded = "".join(
        f'<w:embed{style} r:id="rId{number}" w:fontKey="{{{str(_key(style)).upper()}}}"/>'
        for number, style in enumerate(STYLES, 1)
    )
    return (
        f'{_FONT_TABLE}<w:font w:name="{FAMILY}"><w:altName w:val="{OFFICE_FONT}"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{embedded}</w:font></w:fonts>'
    )
