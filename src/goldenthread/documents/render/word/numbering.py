"""Bullets and numbers of lists (ECMA-376 part 1, 17.9), in the look of each tone."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.documents.blocks import Tone
from goldenthread.documents.render.office.opc import HEAD
from goldenthread.documents.render.word.markup import NAMESPACE, coloured, twips
from goldenthread.documents.render.word.measures import PADDING
from goldenthread.documents.render.word.style_names import TONES
from goldenthread.documents.render.word.styles import INDENT


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before list items: a bullet or a number, in a tone, perhaps within a panel."""

    tone: Tone
    panel: bool = False
    numbered: bool = False

    @property
    def number(self) -> int:
        """The id of its definition, and of the plain instance of that."""
        tone = self.tone if self.tone in TONES else Tone.PLAIN
        return 1 + TONES.index(tone) + len(TONES) * (self.panel + 2 * self.numbered)


def numbering_part() -> str:
    """Return the definitions of all markers; numbered lists add their own instances."""
    markers = list(_markers())
    definitions = "".join(_definition(marker) for marker in markers)
    instances = "".join(
        f'<w:num w:numId="{marker.number}"><w:abstractNumId w:val="{marker.number}"/></w:num>'
        for marker in markers
    )
    return f"{HEAD}<w:numbering {NAMESPACE}>{definitions}{instances}</w:numbering>"


def _markers() -> Iterator[Marker]:
    for numbered in (False, True):
        for panel in (False, True):
            for tone in TONES:
                yield Marker(tone, panel, numbered)


def _definition(marker: Marker) -> str:
    kind, text = ("decimal", "%1") if marker.numbered else ("bullet", "•")
    left = twips(INDENT + (PADDING if marker.panel else 0))
    return (
        f'<w:abstractNum w:abstractNumId="{marker.number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{twips(INDENT)}"/></w:pPr>'
        f"<w:rPr><w:b/>{coloured('strong', marker.tone)}</w:rPr></w:lvl></w:abstractNum>"
    )
