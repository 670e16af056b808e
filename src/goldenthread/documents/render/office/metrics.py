"""How much room text takes, without loading a font.

The widths of Arial are those of Adobe's font metrics for Helvetica, which Liberation Sans shares
too. They serve to break slides, size columns and choose sizes before any Office program sees the
file, so where they err they err on the wide side.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_REGULAR: Final = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·\u00a0",
    333: "()-`r“”",
    334: "{}",
    355: '•"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£§–é",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_BOLD: Final = {
    278: " ',./I\\ijl|‘’·\u00a0",
    333: "!()-:;[]`ft",
    389: "*r{}•",
    500: 'z"“”',
    556: "#$0123456789J_aceksvxy£§–é",
    584: "+<=>^~×",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    1000: "—…",
}
_OTHER: Final = 0.68
"""Letters of other alphabets, in ems."""
_WIDE: Final = 1.05
"""East Asian letters and pictographs."""
_FIRST_WIDE: Final = "\u2e80"


@dataclass(frozen=True, eq=False)
class Face:
    """A typeface: the widths of its regular and bold characters, and the height of a line.

    Widths are in ems, the height in sizes. Kerning is left out: it only narrows text.
    """

    regular: Mapping[str, float]
    bold: Mapping[str, float]
    line: float

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of ``text`` on one line, in points.

        >>> round(ARIAL.width("10 of 26 (38%)", 10), 1)
        65.6
        """
        return size * _ems(self, text, bold)

    def longest_word(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of the widest word, in points: no narrower column can hold it."""
        return max((self.width(word, size, bold=bold) for word in _words(text)), default=0.0)

    def lines(
        self, text: str, size: float, available: float, *, bold: bool = False, start: float = 0.0
    ) -> int:
        """Return how many lines ``text`` takes in ``available`` points; at least one.

        A word wider than the line is broken, as Word and PowerPoint do. ``start`` is how much of
        the first line is taken already.

        >>> ARIAL.lines("Children are known and valued", 10, 90)
        2
        >>> ARIAL.lines("Children are known and valued", 10, 90, start=40)
        3
        >>> ARIAL.lines("x" * 40, 10, 80)
        3
        """
        lines, used = 1, start
        space = self.width(" ", size, bold=bold)
        for word in _words(text):
            width = self.width(word, size, bold=bold)
            if used and used + space + width <= available:
                used += space + width
                continue
            lines += 1 if used else 0
            extra, used = divmod(width, max(available, size)) if width > available else (0, width)
            lines += int(extra)
        return lines

    def height(
        self, text: str, size: float, available: float, *, bold: bool = False, start: float = 0.0
    ) -> float:
        """Return the height of ``text`` broken into lines of ``available`` points."""
        return self.lines(text, size, available, bold=bold, start=start) * size * self.line


@lru_cache(maxsize=20_000)
def _ems(face: Face, text: str, bold: bool) -> float:
    """Width in ems: words are measured in several sizes, but added up once."""
    table = face.bold if bold else face.regular
    return sum(table.get(char) or _unknown(char) for char in text)


def _words(text: str) -> list[str]:
    """Break a text where a line may end: at spaces, but not at no-break spaces."""
    return [word for word in text.split(" ") if word]


def _unknown(char: str) -> float:
    return _WIDE if char >= _FIRST_WIDE else _OTHER


def _ems_of(table: Mapping[int, str]) -> dict[str, float]:
    return {char: thousandths / 1000 for thousandths, chars in table.items() for char in chars}


ARIAL: Final = Face(_ems_of(_REGULAR), _ems_of(_BOLD), 1.2)
"""The typeface of slides and workbooks."""


def share_out(natural: list[float], smallest: list[float], available: float) -> list[float]:
    """Return column widths that add up to ``available``.

    Every column gets its smallest width where they fit, then its share of what is left: up to its
    natural width, or beyond it in proportion where there is room to spare. When not even the
    smallest fit, the widest are cut down first: their words are broken, the others' are not.

    >>> share_out([100, 20, 20], [40, 20, 20], 100)
    [60.0, 20.0, 20.0]
    >>> share_out([60, 20], [50, 20], 100)
    [75.0, 25.0]
    >>> share_out([90.0, 20.0], [90.0, 20.0], 60)
    [40.0, 20.0]
    """
    least, whole = sum(smallest), sum(natural)
    if least >= available:
        return _capped(smallest, available)
    if whole <= available:
        return [width * available / whole for width in natural]
    part = (available - least) / (whole - least)
    pairs = zip(natural, smallest, strict=True)
    return [floor + (wish - floor) * part for wish, floor in pairs]


def _capped(widths: list[float], available: float) -> list[float]:
    """Cut all widths down to one cap, with which they add up to ``available``."""
    cap, room = 0.0, available
    for place, width in enumerate(sorted(widths)):
        cap = room / (len(widths) - place)
        if width >= cap:
            break
        room -= width
    return [min(width, cap) for width in widths]
