"""Parts of a page that stand on an area or in an outline of their own: text boxes, panels."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from goldenthread.checker.reading.pdf.columns import reading_order
from goldenthread.checker.reading.pdf.painting import Painting
from goldenthread.checker.reading.pdf.placed import Item
from goldenthread.checker.reading.pdf.space import Box

_NARROWEST, _LOWEST = 40.0, 18.0
_MOST_OF_PAGE = 0.8
_MOST_FRAMES = 300
"""Of one page; with more, they are cells of a table or parts of a drawing."""
_LOOSE = 2.0
"""Points by which text may stand out of its frame."""


@dataclass(slots=True)
class Frame:
    """A frame and what stands in it, directly."""

    box: Box
    items: list[Item] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The middle one of the sizes in it."""
        return median(item.size for item in self.items)

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(item.text for item in self.items)

    @property
    def bold(self) -> bool | None:
        """Unknown, as for anything long."""
        return None


def framed_order(items: Sequence[Item], painting: Painting, page: Box) -> Iterator[list[Item]]:
    """Blocks of one column each in reading order; what stands in one frame stays together."""
    frames = _frames(painting, page)
    outside: list[Item] = []
    for item in items:
        _innermost(frames, item.box, outside).append(item)
    for frame in frames:
        if len(frame.items) > 1:
            larger = [other for other in frames if _area(other.box) > _area(frame.box)]
            _innermost(larger, frame.box, outside).append(frame)
        elif frame.items:
            larger = [other for other in frames if _area(other.box) > _area(frame.box)]
            _innermost(larger, frame.box, outside).extend(frame.items)
    yield from _opened(reading_order(outside))


def _opened(blocks: Iterable[list[Item]]) -> Iterator[list[Item]]:
    for block in blocks:
        plain: list[Item] = []
        for item in block:
            if isinstance(item, Frame):
                if plain:
                    yield plain
                plain = []
                yield from _opened(reading_order(item.items))
            else:
                plain.append(item)
        if plain:
            yield plain


def _frames(painting: Painting, page: Box) -> list[Frame]:
    """Frames of a useful size, the smallest first."""
    boxes = {
        (round(box.left), round(box.top), round(box.right), round(box.bottom)): box
        for box in (*(area.box for area in painting.areas), *painting.outlines)
        if box.width >= _NARROWEST
        and box.height >= _LOWEST
        and _area(box) <= _MOST_OF_PAGE * _area(page)
    }
    if len(boxes) > _MOST_FRAMES:
        return []
    return sorted(map(Frame, boxes.values()), key=lambda frame: _area(frame.box))


def _innermost(frames: Sequence[Frame], box: Box, outside: list[Item]) -> list[Item]:
    """Where something with this box belongs: the smallest frame that holds it, or none."""
    for frame in frames:
        if _holds(frame.box, box):
            return frame.items
    return outside


def _holds(frame: Box, box: Box) -> bool:
    return (
        frame.left - _LOOSE <= box.left
        and frame.right + _LOOSE >= box.right
        and frame.top - _LOOSE <= box.top
        and frame.bottom + _LOOSE >= box.bottom
    )


def _area(box: Box) -> float:
    return box.width * box.height
