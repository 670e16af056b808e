"""Rows and cells of a table in a Word document."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.checker.reading.office.grids import within_limits
from goldenthread.checker.reading.office.names import WORD
from goldenthread.checker.reading.tidied import tidied
from goldenthread.checker.reading.word.looks import fill, is_on
from goldenthread.checker.reading.word.story import Place, Story
from goldenthread.checker.reading.word.wrappers import unwrapped
from goldenthread.checker.source import Part, Passage

_MOST_SPAN = 64
"""Columns; Word makes tables of at most 63."""


@dataclass(slots=True)
class Cell:
    """A cell, the columns that it spans, and whether it goes on from the row above."""

    element: etree._Element
    span: int
    goes_on: bool
    parts: list[Part] = field(default_factory=list)

    def text(self, place: Place) -> str:
        """Its own printed paragraphs, parted by line breaks."""
        own = (
            part.text for part in self.parts if isinstance(part, Passage) and is_own(part, place)
        )
        return "\n".join(own)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``before`` counts the columns that it leaves out at its start."""

    cells: tuple[Cell, ...]
    before: int
    is_header: bool


def rows_of(table: etree._Element) -> list[Row]:
    """Rows of a table, with those inside content controls."""
    return [_row(element) for element in unwrapped(table) if element.tag == f"{WORD}tr"]


def is_own(part: Part, place: Place) -> bool:
    """Whether a part is the text of a cell, not of a box, a picture or a change in it."""
    return isinstance(part, Passage) and part.region is place.region


def texts_of(rows: list[Row], place: Place) -> list[list[str]]:
    """Texts by row and column; those of merged cells stand in all the columns and rows."""
    texts: list[list[str]] = []
    for row in rows:
        within_limits(len(texts) * _width(row))
        above = texts[-1] if texts else []
        line = [""] * row.before
        for cell in row.cells:
            start = len(line)
            if cell.goes_on:
                line += [*above[start : start + cell.span], *[""] * cell.span][: cell.span]
            else:
                line += [cell.text(place)] * cell.span
        texts.append(line)
    return texts


def _width(row: Row) -> int:
    return row.before + sum(cell.span for cell in row.cells)


def header_rows(rows: list[Row]) -> int:
    """Rows at the top that are marked to be repeated as headings."""
    return next((number for number, row in enumerate(rows) if not row.is_header), len(rows))


def header_columns(table: etree._Element) -> int | None:
    """1 where the file says that the first column holds headings, else ``None``."""
    look = table.find(f"{WORD}tblPr/{WORD}tblLook")
    if look is None:
        return None
    first = look.get(f"{WORD}firstColumn")
    if first is None:
        return 1 if _bits(look.get(f"{WORD}val")) & 0x80 else None
    return 1 if first in {"1", "true", "on"} else None


def title_of(table: etree._Element) -> str:
    """The title in the table's properties."""
    caption = table.find(f"{WORD}tblPr/{WORD}tblCaption")
    return "" if caption is None else tidied(caption.get(f"{WORD}val") or "")


def background_of(story: Story, table: etree._Element, cell: Cell, place: Place) -> str | None:
    """The fill of a cell; ``None`` where the style of the table may fill it."""
    shading = cell.element.find(f"{WORD}tcPr/{WORD}shd")
    own = fill(shading, story.theme)
    if own is not None:
        return own
    named = table.find(f"{WORD}tblPr/{WORD}tblStyle")
    style = story.styles.of(None if named is None else named.get(f"{WORD}val"))
    has_fill = style.has_shading or table.find(f"{WORD}tblPr/{WORD}shd") is not None
    return None if has_fill else place.background


def _row(element: etree._Element) -> Row:
    properties = element.find(f"{WORD}trPr")
    before = None if properties is None else properties.find(f"{WORD}gridBefore")
    header = None if properties is None else properties.find(f"{WORD}tblHeader")
    return Row(
        cells=tuple(_cells(element)),
        before=0 if before is None else _span(before, 0),
        is_header=is_on(header),
    )


def _cells(row: etree._Element) -> Iterator[Cell]:
    for element in unwrapped(row):
        if element.tag == f"{WORD}tc":
            span = element.find(f"{WORD}tcPr/{WORD}gridSpan")
            merge = element.find(f"{WORD}tcPr/{WORD}vMerge")
            goes_on = merge is not None and merge.get(f"{WORD}val", "continue") == "continue"
            yield Cell(element, 1 if span is None else _span(span, 1), goes_on)


def _span(element: etree._Element, least: int) -> int:
    value = element.get(f"{WORD}val", "")
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 5 else least
    return min(max(number, least), _MOST_SPAN)


def _bits(value: str | None) -> int:
    try:
        return int(value or "0", 16)
    except ValueError:
        return 0
