"""How long the segments of diverging bars are: shares of a row's base on one scale for all rows.

After Robbins and Heiberger, "Plotting Likert and other rating scales" (2011).
"""

from dataclasses import dataclass

from goldenthread.documents.charts.columns import Span
from goldenthread.documents.charts.lines import Style
from goldenthread.documents.charts.model import BarRow, LevelKey, Segment

NOMINAL = 2.5
"""Size of a number that is not shown where nothing tells it: the middle of 1 to 4."""

INSET = 0.12
"""Least space beside a number, in type sizes."""

_BEYOND = 2.0
"""Widest number for which room is made beyond a bar, in type sizes."""

_NEARLY = 0.9
"""Making room beyond the bars narrows them, so a number that only just fits may stand there too."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment with its share of the row's base."""

    segment: Segment
    level: LevelKey
    share: float
    colour: str

    @property
    def hidden(self) -> bool:
        """Whether the number is not shown."""
        return self.segment.count is None


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the middle line stands, and how long the whole of a base would be."""

    middle: float
    whole: float


def parts_of(row: BarRow, levels: tuple[LevelKey, ...], colours: dict[str, str]) -> list[Part]:
    """The row's segments from worst to best, each with its share; empty ones are left out.

    What is left of the base is spread evenly over numbers that are not shown, so that their length
    tells nothing that the printed numbers do not.
    """
    by_id = {level.level: level for level in levels}
    known = sum(segment.count or 0 for segment in row.segments)
    hidden = sum(segment.count is None for segment in row.segments)
    rest = max((row.base or 0) - known, 0)
    each = rest / hidden if rest and hidden else NOMINAL
    total = max(row.base or 0, known + hidden * each)
    sizes = ((one, each if one.count is None else one.count) for one in row.segments)
    parts = [
        Part(segment, by_id[segment.level], size / total, colours[segment.level])
        for segment, size in sizes
        if size
    ]
    return sorted(parts, key=lambda part: part.level.rank)


def scale_of(rows: list[list[Part]], plot: Span, style: Style) -> Scale:
    """The scale, with room at both ends for numbers that stand beyond a bar."""
    scale = _scale(rows, plot)
    room = max((_room_beyond(parts, scale, style) for parts in rows), default=0.0)
    return _scale(rows, Span(plot.x + room, plot.width - 2 * room))


def _room_beyond(parts: list[Part], scale: Scale, style: Style) -> float:
    """Width of the widest short number at an end of the bar that is too narrow for it."""
    rooms = (room_of(part, style) for part in (*parts[:1], *parts[-1:]) if part.share)
    widths = (part.share * scale.whole for part in (*parts[:1], *parts[-1:]))
    narrow = (room for room, width in zip(rooms, widths, strict=True) if room > _NEARLY * width)
    return max((room for room in narrow if room <= _BEYOND * style.size), default=0.0)


def room_of(part: Part, style: Style) -> float:
    """Width that a number needs, with the least space beside it."""
    return style.strong().width(part.segment.text) + 2 * INSET * style.size


def _scale(rows: list[list[Part]], plot: Span) -> Scale:
    """One scale for all rows: the longest arms on both sides fill the plot."""
    left = max((arm(parts, good=False) for parts in rows), default=0.0)
    right = max((arm(parts, good=True) for parts in rows), default=0.0)
    if left + right == 0:
        return Scale(plot.x + plot.width / 2, 0)
    whole = plot.width / (left + right)
    return Scale(plot.x + left * whole, whole)


def arm(parts: list[Part], good: bool) -> float:
    """Share of the base on one side of the middle line."""
    return sum(part.share for part in parts if part.level.good is good)
