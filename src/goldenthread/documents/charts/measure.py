"""How wide a text is in the typeface that ships with the package, and how it breaks into lines.

Kerning is left out: it only narrows text, so what is measured to fit does fit.
"""

from unicodedata import combining

from goldenthread.documents.fonts import Weight, widths

ASCENT = 0.75
"""Height of capitals and ascenders above the baseline, as a share of the type size."""

DESCENT = 0.22
"""Depth of descenders below the baseline, as a share of the type size."""

LINE = 1.22
"""Distance between baselines, as a share of the type size."""

_UNKNOWN = 1000
"""Width of a character that another typeface has to supply: a full square, the widest usual."""


def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """Width of a line of text, in the unit of ``size``.

    >>> text_width("00", 10)
    9.94
    """
    table = widths(weight)
    return sum(_character(table.get(one), one) for one in text) * size / 1000


def _character(width: int | None, one: str) -> int:
    if width is not None:
        return width
    return 0 if combining(one) else _UNKNOWN


def wrap(text: str, size: float, limit: float, weight: Weight = "regular") -> tuple[str, ...]:
    """Break a text into lines no wider than ``limit``; a longer word breaks inside.

    At least one character stands on each line. An empty text has no lines.

    >>> wrap("one two", 10, 20)
    ('one', 'two')
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, weight) <= limit:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _break(word, size, limit, weight)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def _break(word: str, size: float, limit: float, weight: Weight) -> list[str]:
    """Pieces of a word that each fit, or are a single character."""
    pieces = [""]
    for one in word:
        if pieces[-1] and text_width(pieces[-1] + one, size, weight) > limit:
            pieces.append("")
        pieces[-1] += one
    return pieces
