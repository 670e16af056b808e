"""Lines of type: stretches of text that stand beside each other, without footnote marks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from goldenthread.checker.reading.pdf.segments import Segment
from goldenthread.checker.reading.pdf.space import Box
from goldenthread.checker.reading.wording import is_bullet

_SAME_BASELINE = 0.2
"""Everything below is in sizes of the type."""
_FOLLOWS = 0.42
_STANDS_BESIDE = 0.42
_BEHIND_BULLET = 4.0
_OVERLAP = -0.4
_SPACE = 0.12
_NEAR = 2
"""Segments apart in the file: the mark of a footnote may stand between."""

_MARK_SIZE = 0.9
_RAISED_FROM, _RAISED_TO = 0.12, 0.75
_MARK = re.compile(r"[\d\u00b9\u00b2\u00b3\u2070-\u2079*†‡§a-z,.)\]\[(]{1,6}")
_ORDINAL = re.compile(r"st|nd|rd|th")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column, or the part of it that stands together.

    ``bold`` is ``None`` where only some of it is. ``marked`` is whether the mark of a footnote
    stood before it.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool | None
    segments: tuple[Segment, ...]
    marked: bool


def lines_of(segments: Iterable[Segment]) -> list[Line]:
    """The lines that level segments make, from the top of the page downwards."""
    return [line for row in _beside(rows_of(segments)) if (line := line_of(row)) is not None]


def rows_of(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that stand on one line, in the order in which they were written."""
    rows: list[list[Segment]] = []
    for segment in segments:
        if rows and _continues(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def line_of(row: Sequence[Segment]) -> Line | None:
    """The segments as one line; ``None`` when nothing but footnote marks is left."""
    kept = tuple(segment for number, segment in enumerate(row) if not _is_mark(row, number))
    if not kept:
        return None
    numbers = {segment.number for segment in kept}
    text, spaced = "", False
    for before, segment in pairwise((row[0], *row)):
        spaced = spaced or _is_spaced(before, segment)
        if segment.number in numbers:
            text += (" " if spaced and text else "") + segment.text
            spaced = False
    box = kept[0].box
    for segment in kept[1:]:
        box = box.joined(segment.box)
    main = max(kept, key=lambda segment: len(segment.text))
    bold = {segment.style.bold for segment in kept if any(map(str.isalnum, segment.text))}
    weight = bold.pop() if len(bold) == 1 else None
    marked = kept[0] is not row[0]
    return Line(text, box, main.baseline, main.style.size, weight, kept, marked)


def body_size(lines: Iterable[Line]) -> float:
    """The size in which most characters are set; 10 points where there are none."""
    sizes = [line.size for line in lines for _ in range(max(len(line.text) // 10, 1))]
    return median(sizes) if sizes else 10.0


def _is_spaced(before: Segment, segment: Segment) -> bool:
    if 0 <= segment.number - before.number <= _NEAR:
        return segment.spaced
    return segment.spaced or segment.box.left - before.box.right > _SPACE * segment.style.size


def _continues(row: Sequence[Segment], segment: Segment) -> bool:
    """Whether a segment goes on the line that was written just before it."""
    last = row[-1]
    size = max(last.style.size, segment.style.size)
    gap = segment.box.left - last.box.right
    furthest = _BEHIND_BULLET if len(row) == 1 and _is_bullet_mark(last) else _FOLLOWS
    if not _OVERLAP * size <= gap <= furthest * size:
        return False
    drop = abs(segment.baseline - last.baseline)
    if drop <= _SAME_BASELINE * size:
        return True
    return drop <= _RAISED_TO * size and _differ(last, segment)


def _differ(one: Segment, other: Segment) -> bool:
    small, large = sorted((one.style.size, other.style.size))
    return small <= _MARK_SIZE * large


def _is_bullet_mark(segment: Segment) -> bool:
    return len(segment.text) <= 3 and is_bullet(segment.text + " x")


def _beside(rows: list[list[Segment]]) -> list[list[Segment]]:
    """Rows joined that stand close beside each other, in whatever order they were written."""
    joined: list[list[Segment]] = []
    for row in sorted(rows, key=lambda row: (round(row[0].baseline), row[0].box.left)):
        before = joined[-1] if joined else None
        if before is not None and _stands_beside(before, row):
            before.extend(row)
        else:
            joined.append(row)
    return joined


def _stands_beside(before: Sequence[Segment], row: Sequence[Segment]) -> bool:
    last, first = before[-1], row[0]
    size = max(last.style.size, first.style.size)
    bullet = len(before) == 1 and _is_bullet_mark(last)
    gap = first.box.left - last.box.right
    level = abs(first.baseline - last.baseline) <= _SAME_BASELINE * size
    return level and _OVERLAP * size <= gap <= (_BEHIND_BULLET if bullet else _STANDS_BESIDE) * size


def _is_mark(row: Sequence[Segment], number: int) -> bool:
    """Whether this is the small raised mark of a footnote, and not the *th* of a date."""
    segment = row[number]
    if segment.raised and len(row) > 1:
        return True
    if _MARK.fullmatch(segment.text) is None or _ORDINAL.fullmatch(segment.text):
        return False
    return any(
        _RAISED_FROM * other.style.size
        <= other.baseline - segment.baseline
        <= _RAISED_TO * other.style.size
        and segment.style.size <= _MARK_SIZE * other.style.size
        for other in (*row[max(number - 1, 0) : number], *row[number + 1 : number + 2])
    )
