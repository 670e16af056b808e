"""Colours of levels, and the text colour that can be read on each."""

from goldenthread.documents.charts.contrast import READABLE, channels, contrast
from goldenthread.documents.charts.model import LevelKey
from goldenthread.documents.theme import GRADE_RAMP_BELOW, GRADE_RAMP_GOOD, PALETTE


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
    ends = list(zip(channels(strong), channels(light), strict=True))
    shares = [step / (steps - 1) if steps > 1 else 0.0 for step in range(steps)]
    return ["#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in ends) for share in shares]
