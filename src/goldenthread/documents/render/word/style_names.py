"""The names of styles: in the look of a tone, at the end of a panel, at the top of a column."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Final

from goldenthread.documents.blocks import Tone
from goldenthread.documents.render.word.style import Style
from goldenthread.documents.render.word.styles import BASE, ENDED, TOP

TONES: Final = (Tone.PLAIN, Tone.STRENGTH, Tone.WORRY, Tone.METHOD)
"""One tone of each look."""
_SUFFIXES: Final = {Tone.STRENGTH: " Strength", Tone.WORRY: " Worry", Tone.METHOD: " Method"}
_END: Final = " End"


def in_tone(name: str, tone: Tone) -> str:
    """Return the name of a style in the look of a tone.

    >>> in_tone("Heading 1", Tone.WORRY), in_tone("Heading 1", Tone.NEXT)
    ('Heading 1 Worry', 'Heading 1')
    """
    style = _BY_NAME.get(name)
    return name + suffix(tone) if style and style.toned else name


def label_style(tone: Tone) -> str:
    """Return the name of the character style of labels in the look of a tone."""
    return f"Label{suffix(tone)}"


def suffix(tone: Tone) -> str:
    """Return what the names of styles in the look of a tone end with."""
    return _SUFFIXES.get(tone, "")


def below_top(name: str) -> str:
    """Return the name of the style of a heading that may stand below other text in a column.

    >>> below_top("Heading 1 Column Worry")
    'Heading 1 Worry'
    """
    return name.replace(TOP, "")


def is_panel(name: str) -> bool:
    """Tell from its name whether a style is that of a panel or message."""
    return "Panel" in name or "Message" in name


def at_end(name: str) -> str:
    """Return the name of the style for the last paragraph of a panel or message.

    >>> at_end("Panel") == at_end(at_end("Panel"))
    True
    """
    return name.removesuffix(_END) + _END


def all_styles() -> Iterator[tuple[Style, Tone]]:
    """Yield every style with a tone whose look it has; styles come after those they build on."""
    for style in BASE:
        yield style, Tone.PLAIN
        for tone in _SUFFIXES if style.toned else ():
            name = in_tone(style.name, tone)
            yield (
                Style(
                    name,
                    style.name,
                    colour=style.colour,
                    fill=style.fill,
                    edges=style.edges,
                    bullets=style.bullets,
                    left=style.left if style.bullets else None,
                    hanging=style.hanging if style.bullets else None,
                ),
                tone,
            )
    for style in ENDED:
        for tone in TONES:
            name = in_tone(style.name, tone)
            yield Style(at_end(name), name, after=1.0), tone


def inherited(name: str) -> Style:
    """Return a style with what it takes from the styles it is based on.

    >>> inherited("Heading 3 Worry").leading == inherited("Heading 1").leading
    True
    """
    style = _every_style().get(name, Style("Normal"))
    if style.name == "Normal":
        return style
    given = {part.name: getattr(style, part.name) for part in fields(Style)}
    own = {name: value for name, value in given.items() if value is not None}
    return replace(inherited(style.based_on), **own)


@cache
def _every_style() -> Mapping[str, Style]:
    return {style.name: style for style, _ in all_styles()}


_BY_NAME: Final = {style.name: style for style in BASE}
"""Base styles by name."""
