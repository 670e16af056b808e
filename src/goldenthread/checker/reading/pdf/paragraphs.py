"""Lines put together into the paragraphs that their author wrote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from goldenthread.checker.reading.pdf.hyphens import BREAK
from goldenthread.checker.reading.pdf.lines import Line
from goldenthread.checker.reading.pdf.space import Box
from goldenthread.checker.reading.wording import list_item, tidy

_LEADING = 1.3
"""Times the usual distance of baselines: more, and a new paragraph begins."""
_WIDEST_LEADING = 2.2
"""Times the size, where the usual distance is not known."""
_SAME_SIZE = 0.08
_INDENT = 0.8
_ENDS = re.compile(r"[.!?:;][)\"'”’\]]?\Z")
_BROKEN = re.compile(r"[^\W\d_](?:\u00ad|-|\u2010|\u2027)\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``is_item`` when they began with a bullet or number."""

    text: str
    box: Box
    size: float
    bold: bool | None
    is_item: bool
    lines: tuple[Line, ...]


def paragraphs_of(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Paragraphs of one column, whose lines come from the top downwards."""
    leading = _usual_leading(lines)
    right = max((line.box.right for line in lines), default=0.0)
    start = 0
    for number in range(1, len(lines)):
        if _begins(lines[start:number], lines[number], leading, right):
            yield paragraph_of(lines[start:number])
            start = number
    if lines:
        yield paragraph_of(lines[start:])


def paragraph_of(lines: Sequence[Line]) -> Paragraph:
    """These lines as one paragraph or list item, without its bullet."""
    text = joined_text([line.text for line in lines])
    item = list_item(text)
    box = lines[0].box
    for line in lines[1:]:
        box = box.joined(line.box)
    size = max(lines, key=lambda line: len(line.text)).size
    weights = {line.bold for line in lines}
    bold = weights.pop() if len(weights) == 1 else None
    words = tidy(item if item is not None else text)
    return Paragraph(words, box, size, bold, item is not None, tuple(lines))


def joined_text(lines: Sequence[str]) -> str:
    """The lines as one text. ``BREAK`` stands where a line's end broke a word at a hyphen.

    >>> joined_text(["Plans were multi-", "agency, and 3-", "4 weeks late"])
    'Plans were multi‧agency, and 3-4 weeks late'
    """
    parts: list[str] = []
    for number, line in enumerate(lines):
        words = line.strip()
        after = lines[number + 1].strip()[:1] if number + 1 < len(lines) else ""
        if (after.islower() and _BROKEN.search(words)) or (words.endswith("\u00ad") and not after):
            parts.append(words[:-1] + BREAK)
        elif words.endswith(("-", "\u00ad")) and words[-2:-1].isalnum() and after.isalnum():
            parts.append(words[:-1] + "-")
        else:
            parts.append(words + " ")
    return "".join(parts).strip()


def _usual_leading(lines: Sequence[Line]) -> float | None:
    """In sizes of the type."""
    steps = [
        step
        for before, line in pairwise(lines)
        if _same_size(before, line)
        and 0.5 < (step := (line.baseline - before.baseline) / line.size) < _WIDEST_LEADING
    ]
    return median(steps) if steps else None


def _begins(before: Sequence[Line], line: Line, leading: float | None, right: float) -> bool:
    last = before[-1]
    step = line.baseline - last.baseline
    if step < 0.5 * line.size:  # beside each other on one line
        return list_item(line.text) is not None and line.box.left < last.box.left
    widest = min(_WIDEST_LEADING, _LEADING * leading if leading is not None else _WIDEST_LEADING)
    if step > widest * line.size or not _same_size(last, line) or list_item(line.text) is not None:
        return True
    if {True, False} == {last.bold, line.bold} and before[0].bold is last.bold:
        return True
    return _ended(before, line, right)


def _ended(before: Sequence[Line], line: Line, right: float) -> bool:
    """Whether the last line leaves room for the next word, or the next begins in its own way."""
    last = before[-1]
    ends = _ENDS.search(last.text.rstrip()[-3:]) is not None
    if ends and last.bold is not True and line.segments[0].style.bold:
        return True  # a heading that runs in: its first words are bold
    first = line.text.split(maxsplit=1)[0]
    room = right - last.box.right - line.size / 2
    if ends and room > 0.55 * line.size * (len(first) + 1):
        return True
    indent = line.box.left - last.box.left
    hangs = list_item(before[0].text) is not None
    return ends and not hangs and indent > _INDENT * line.size


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)
