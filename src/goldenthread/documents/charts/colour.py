"""Colours of levels, and the text colour that can be read on each."""

from goldenthread.documents.charts.model import LevelKey
from goldenthread.documents.theme import GRADE_RAMP_BELOW, GRADE_RAMP_GOOD, PALETTE

READABLE = 4.5
"""Least contrast of text, WCAG 2.2 success criterion 1.4.3 (AA)."""


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def text_on(background: str) -> str:
    """The house colour that can be read on a background: white, ink, or black on a mid tone."""
    for colour in (PALETTE.paper, PALETTE.ink):
        if contrast(colour, background) >= READABLE:
            return colour
    return "#000000"


def level_colours(levels: tuple[LevelKey, ...]) -> dict[str, str]:
    """Colour of each level: browns from the worst up, then greens up to the best."""
    ordered = sorted(levels, key=lambda level: level.rank)
    below = [level.level for level in ordered if not level.good]
    good = [level.level for level in ordered if level.good]
    light, strong = GRADE_RAMP_GOOD
    greens = _ramp(strong, light, len(good))[::-1]
    return dict(zip(below + good, _ramp(*GRADE_RAMP_BELOW, len(below)) + greens, strict=True))


def _ramp(strong: str, light: str, steps: int) -> list[str]:
    """``steps`` colours from the strong one to the light one; a single step is the strong one."""
    ends = list(zip(_channels(strong), _channels(light), strict=True))
    shares = [step / (steps - 1) if steps > 1 else 0.0 for step in range(steps)]
    return ["#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in ends) for share in shares]
