"""White between columns, told from gaps that stand below each other by chance."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.checker.reading.pdf.placed import Item
from goldenthread.checker.reading.pdf.space import Box

Strip = list[Item]
"""Items that share some height."""

_SURELY_WIDE = 2.5
"""In sizes of the type."""
_WIDE = 1.3
_FEWEST_WIDE, _FEWEST = 2, 4
"""Lines that must stand beside a gutter."""
_MOSTLY = 0.7
_INDENTS = 3
"""Text, list items and what is set in are so many edges of one column."""
_MANY = 8
_IN_LINE = 3.0
"""Points."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """White from ``left`` to ``right``, through the strips from ``first`` to before ``last``."""

    left: float
    right: float
    first: int
    last: int


def is_straight(strips: list[Strip], gutter: Gutter, size: float) -> bool:
    """Whether text stands in line beside the gutter, and not by chance as in justified text."""
    if gutter.right - gutter.left > _SURELY_WIDE * size:
        return True
    pairs = list(_beside(strips[gutter.first : gutter.last], (gutter.left + gutter.right) / 2))
    wide = gutter.right - gutter.left > _WIDE * size
    if len(pairs) < (_FEWEST_WIDE if wide else _FEWEST):
        return False
    return any(
        _share_in_line(places) >= _MOSTLY
        for places in (
            [right.left for _, right in pairs],
            [right.right for _, right in pairs],
            [(right.left + right.right) / 2 for _, right in pairs],
            [left.right for left, _ in pairs],
        )
    )


def _beside(strips: Sequence[Strip], middle: float) -> Iterator[tuple[Box, Box]]:
    """What stands nearest to the gutter on its left, and beside it on its right."""
    for strip in strips:
        left = [item.box for item in strip if item.box.right <= middle]
        right = [item.box for item in strip if item.box.right > middle]
        for box in left:
            level = [other for other in right if _level(box, other)]
            inner = any(_level(box, other) and other.left >= box.right for other in left)
            if level and not inner:
                yield box, min(level, key=lambda other: other.left)


def _level(one: Box, other: Box) -> bool:
    return one.top < other.bottom and other.top < one.bottom


def _share_in_line(places: Sequence[float]) -> float:
    """Share of the places that stand on the commonest line, or on a few in a long column."""
    counts = Counter(round(place / _IN_LINE) for place in places)
    lines = _INDENTS if len(places) >= _MANY else 1
    return sum(count for _, count in counts.most_common(lines)) / len(places)
