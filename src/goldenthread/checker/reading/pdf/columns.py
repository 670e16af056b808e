"""Reading order of what stands on a page: columns found by the white between them.

A recursive cut of the page in the manner of Nagy and Seth's XY-cut (1984). Columns are sought
before gaps between paragraphs, so that two columns are not read across where both have a gap.
"""

from collections.abc import Iterator, Sequence
from statistics import median

from goldenthread.checker.reading.pdf.gutters import Gutter, Strip, is_straight
from goldenthread.checker.reading.pdf.labels import are_labels, labelled_rows
from goldenthread.checker.reading.pdf.placed import Item
from goldenthread.checker.reading.pdf.tables import table_of

_NARROWEST = 0.42
"""White between columns, in sizes of the type."""
_MOST_CANDIDATES = 80
_DEEPEST = 12
_HEADING = 1.12
_OFF = 0.9
_MUCH_WHITE = 4.0
"""In sizes of the type, across the whole width."""
_OWN_SPACE = 2.6
"""White on the other side of a heading, in sizes: more than between two paragraphs."""


def reading_order(items: Sequence[Item], depth: int = 0) -> Iterator[list[Item]]:
    """Blocks of one column each, in the order in which they are read."""
    if not items:
        return
    strips = strips_of(items)
    gutter = _widest_reach(strips) if depth < _DEEPEST else None
    if gutter is None:
        yield [item for strip in strips for item in sorted(strip, key=lambda item: item.box.left)]
        return
    within = [item for strip in strips[gutter.first : gutter.last] for item in strip]
    middle = (gutter.left + gutter.right) / 2
    left = [item for item in within if item.box.right <= middle]
    right = [item for item in within if item.box.right > middle]
    yield from reading_order([i for s in strips[: gutter.first] for i in s], depth + 1)
    table = table_of(within)
    if table is not None:
        yield [table]
    elif are_labels(left, right):
        yield from labelled_rows(left, right)
    else:
        yield from reading_order(left, depth + 1)
        yield from reading_order(right, depth + 1)
    yield from reading_order([i for s in strips[gutter.last :] for i in s], depth + 1)


def strips_of(items: Sequence[Item]) -> list[Strip]:
    """Items that share some height, from the top of the page downwards."""
    strips: list[Strip] = []
    bottom = 0.0
    for item in sorted(items, key=lambda item: (item.box.top, item.box.left)):
        if strips and item.box.top < bottom:
            strips[-1].append(item)
            bottom = max(bottom, item.box.bottom)
        else:
            strips.append([item])
            bottom = item.box.bottom
    return strips


def _widest_reach(strips: list[Strip]) -> Gutter | None:
    """The white column that parts the most text, of those that pass between text."""
    size = median(item.size for strip in strips for item in strip)
    gaps: dict[tuple[int, int], tuple[int, float, float]] = {}
    for number, strip in enumerate(strips):
        for left, right in _gaps(strip):
            if right - left >= _NARROWEST * size:
                gaps.setdefault((round(left / 4), round(right / 4)), (number, left, right))
    widest = sorted(gaps.values(), key=lambda gap: gap[1] - gap[2])[:_MOST_CANDIDATES]
    gutters = [
        _reach(strips, start, left, right, _NARROWEST * size) for start, left, right in widest
    ]
    gutters.sort(key=lambda gutter: _parted(strips, gutter), reverse=True)
    return next((gutter for gutter in gutters if is_straight(strips, gutter, size)), None)


def _gaps(strip: Strip) -> Iterator[tuple[float, float]]:
    end = None
    for item in sorted(strip, key=lambda item: item.box.left):
        if end is not None and item.box.left > end:
            yield end, item.box.left
        end = item.box.right if end is None else max(end, item.box.right)


def _parted(strips: list[Strip], gutter: Gutter) -> tuple[float, float]:
    top = min(item.box.top for item in strips[gutter.first])
    bottom = max(item.box.bottom for item in strips[gutter.last - 1])
    return bottom - top, gutter.right - gutter.left


def _reach(strips: list[Strip], start: int, left: float, right: float, narrowest: float) -> Gutter:
    """The white from this strip upwards and downwards, as far as no text crosses it."""
    first, last = start, start + 1
    while last < len(strips) and not _is_parted(strips, last, left, right):
        white = _white(strips[last], left, right)
        if white[1] - white[0] < narrowest:
            break
        left, right = white
        last += 1
    while first > 0 and not _is_parted(strips, first, left, right, upwards=True):
        white = _white(strips[first - 1], left, right)
        if white[1] - white[0] < narrowest:
            break
        left, right = white
        first -= 1
    first, last = _trimmed(strips, first, last, (left + right) / 2)
    return Gutter(left, right, first, last)


def _white(strip: Strip, left: float, right: float) -> tuple[float, float]:
    """What is left of the white between two sides in this strip."""
    middle = (left + right) / 2
    for item in strip:
        if item.box.right <= middle:
            left = max(left, item.box.right)
        elif item.box.left >= middle:
            right = min(right, item.box.left)
        else:
            return middle, middle
    return left, right


def _trimmed(strips: list[Strip], first: int, last: int, middle: float) -> tuple[int, int]:
    """Without strips at either end that would change their place: they stand on one side only."""
    size = median(item.size for strip in strips[first:last] for item in strip)
    while first + 1 < last and _stands_off(strips[first], strips[first + 1], size, middle):
        first += 1
    while last > first + 1 and _is_heading(strips[last - 1], size, middle):
        last -= 1
    return first, last


def _stands_off(strip: Strip, below: Strip, size: float, middle: float) -> bool:
    """Whether the strip stands on one side only, and not closely over what is below."""
    bottom = max(item.box.bottom for item in strip)
    gap = min(item.box.top for item in below) - bottom
    on_right = all(item.box.left > middle for item in strip)
    on_left = all(item.box.right <= middle for item in strip)
    return gap > _OFF * size and (on_right or on_left)


def _is_heading(strip: Strip, size: float, middle: float) -> bool:
    return all(item.box.right <= middle for item in strip) and all(
        item.size > _HEADING * size or item.bold is True for item in strip
    )


def _is_parted(
    strips: list[Strip], number: int, left: float, right: float, upwards: bool = False
) -> bool:
    """Whether much white, or a heading of its own, parts a strip from the one before it."""
    size = median(item.size for item in strips[number])
    top = min(item.box.top for item in strips[number])
    bottom = max(item.box.bottom for item in strips[number - 1])
    heading = number - 1 if upwards else number
    return top - bottom > _MUCH_WHITE * size or _is_own_heading(strips, heading, left, right)


def _is_own_heading(strips: list[Strip], number: int, left: float, right: float) -> bool:
    """Whether a heading stands above both columns, although it is short."""
    middle = (left + right) / 2
    size = median(item.size for strip in strips for item in strip)
    if not 0 < number < len(strips) - 1 or not _is_heading(strips[number], size, middle):
        return False
    above = [item.box.bottom for item in strips[number - 1] if item.box.left >= middle]
    below = [item.box.top for item in strips[number + 1] if item.box.left >= middle]
    return bool(above) and bool(below) and min(below) - max(above) > _OWN_SPACE * size
