"""Running text on slides: lines of five kinds, measured, sized and broken over slides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from goldenthread.documents.blocks import (
    BulletList,
    Card,
    Emphasis,
    Facts,
    FigureRun,
    Link,
    Literal,
    Paragraph,
    ParagraphStyle,
    Run,
    Runs,
    Text,
)
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.words import line_of

SIZES: Final = (32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0)
"""Sizes of body text, in points, from the best to the smallest."""
SMALLEST: Final = 14.0
"""Nothing on a slide's body is smaller: it must be read from the back of a room."""
_INDENT: Final = 1.3
"""Of list items, as a share of their size."""
_PIECE: Final = 400
"""Characters of one piece when a paragraph is longer than a slide."""


class Role(IntEnum):
    """What a line is; the value is its level in the master's text styles."""

    TEXT = 0
    ITEM = 1
    MORE = 2
    SMALL = 3
    LABEL = 4
    VALUE = 5
    """Text below a label."""


_SMALLER: Final = {Role.MORE: 2, Role.SMALL: 6, Role.LABEL: 4}
"""How many points smaller than running text."""
_SPACE: Final = {
    Role.TEXT: 0.4,
    Role.ITEM: 0.4,
    Role.MORE: 0.1,
    Role.SMALL: 0.6,
    Role.LABEL: 0.7,
    Role.VALUE: 0.08,
}
"""White space above, as a share of the size of running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a slide. ``number`` is its place in a numbered list."""

    runs: Runs
    role: Role = Role.TEXT
    number: int | None = None
    keep: bool = False
    """Never the last on a slide: it belongs to what follows."""


def size_of(role: Role, size: float) -> float:
    """Return the size of a line of ``role`` where body text has ``size``, in points."""
    return max(SMALLEST, size - _SMALLER.get(role, 0))


def space_before(role: Role, size: float) -> float:
    """Return the white space above a line, in points."""
    return _SPACE[role] * size


def indent(role: Role, size: float) -> float:
    """Return how far the lines of a list stand in, in points."""
    return _INDENT * size if role in (Role.ITEM, Role.MORE) else 0.0


def height(line: Line, size: float, width: float) -> float:
    """Return the height of a line with the space above it, in points."""
    own = size_of(line.role, size)
    room = width - indent(line.role, size)
    bold = line.role is Role.LABEL or any(run_is_bold(run) for run in line.runs)
    words = ARIAL.height(line_of(line.runs), own, room, bold=bold)
    return words + space_before(line.role, size)


def run_is_bold(run: Run) -> bool:
    """Tell whether a run is set in bold."""
    return not isinstance(run, Link) and run.emphasis is Emphasis.STRONG


def lines_of(block: Paragraph | BulletList | Facts | Card) -> list[Line]:
    """Return the lines of a block of running text."""
    match block:
        case Paragraph():
            small = block.style is ParagraphStyle.SMALL
            return [Line(block.runs, Role.SMALL if small else Role.TEXT)]
        case BulletList():
            return _list_lines(block)
        case Facts():
            return [line for label, value in block.rows for line in _labelled(label, value)]
        case Card():
            return _card_lines(block)


def _list_lines(block: BulletList) -> list[Line]:
    lines = []
    for place, item in enumerate(block.items, 1):
        number = place if block.numbered else None
        lines.append(Line(item.runs, Role.ITEM, number, keep=bool(item.more)))
        lines.extend(Line(more, Role.MORE) for more in item.more)
    return lines


def _labelled(label: Runs, value: Runs) -> list[Line]:
    return [Line(label, Role.LABEL, keep=True), Line(value, Role.VALUE)]


def _card_lines(card: Card) -> list[Line]:
    number: Runs = (Literal(f"{card.number} ", "list number"),) if card.number else ()
    title = Line(strong((*number, *card.title)), keep=bool(card.lines))
    lines = [line for label, runs in card.lines for line in _labelled((Text(label),), runs)]
    return [title, *lines]


def strong(runs: Runs) -> Runs:
    """Return the runs in bold."""
    return tuple(
        run if isinstance(run, Link) else replace(run, emphasis=Emphasis.STRONG) for run in runs
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """Text set on slides: its size, and the lines of each slide."""

    size: float
    pages: tuple[tuple[Line, ...], ...]


def set_lines(lines: Sequence[Line], width: float, room: float) -> Setting:
    """Set lines in boxes of ``width`` by ``room`` points.

    They stand on as few slides as the smallest size allows, in the largest size that needs no
    more slides, and evenly, so that the last slide is not left with one line.
    """
    smallest = SIZES[-1]
    whole = [piece for line in lines for piece in _pieces(line, smallest, width, room)]
    fewest = len(_fill(whole, smallest, width, room))
    size = next(size for size in SIZES if len(_fill(whole, size, width, room)) <= fewest)
    even = room
    while (
        fewest > 1
        and even > room / 3
        and len(_fill(whole, size, width, even - 12)) <= fewest
        and not _too_tall(whole, size, width, even - 12)
    ):
        even -= 12
    return Setting(size, tuple(tuple(page) for page in _fill(whole, size, width, even)))


def _too_tall(lines: Sequence[Line], size: float, width: float, room: float) -> bool:
    return any(height(line, size, width) > room for line in lines)


def _fill(lines: Sequence[Line], size: float, width: float, room: float) -> list[list[Line]]:
    """Fill boxes from the top; a line that is to be kept goes over with what follows it."""
    pages: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        needed = height(line, size, width)
        if pages[-1] and used + needed > room:
            kept = _kept_tail(pages[-1])
            pages.append(kept)
            used = sum(height(earlier, size, width) for earlier in kept)
        pages[-1].append(line)
        used += needed
    return pages


def _kept_tail(page: list[Line]) -> list[Line]:
    """Take from the end of a page the lines that may not stand last on it."""
    kept: list[Line] = []
    while len(page) > 1 and page[-1].keep:
        kept.insert(0, page.pop())
    return kept


def _pieces(line: Line, size: float, width: float, room: float) -> list[Line]:
    """Break a line that no slide can hold into pieces; figures and literals stay whole."""
    if height(line, size, width) <= room:
        return [line]
    pieces: list[list[Run]] = [[]]
    length = 0
    for run in (part for whole in line.runs for part in _run_pieces(whole)):
        if pieces[-1] and length + len(run.text) > _PIECE:
            pieces.append([])
            length = 0
        pieces[-1].append(run)
        length += len(run.text)
    *before, last = (replace(line, runs=tuple(piece)) for piece in pieces)
    return [*(replace(piece, keep=False) for piece in before), last]


def _run_pieces(run: Run) -> list[Run]:
    if isinstance(run, FigureRun | Literal | Link) or len(run.text) <= _PIECE:
        return [run]
    texts, words = [""], run.text.split(" ")
    for word in words:
        if texts[-1] and len(texts[-1]) + len(word) > _PIECE:
            texts.append("")
        texts[-1] += word + " "
    texts[-1] = texts[-1].removesuffix(" ")
    return [replace(run, text=text) for text in texts]
