"""Page and type sizes of a Word document, in points, on the grid of the PDF."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from goldenthread.documents.blocks import (
    Block,
    Card,
    Columns,
    Document,
    Facts,
    KeyFigures,
    Section,
)
from goldenthread.documents.fonts import WEB_FAMILY, widths
from goldenthread.documents.render.office.metrics import Face
from goldenthread.documents.render.office.words import line_of, one_line

FAMILY: Final = WEB_FAMILY
"""The typeface that the document carries: the part of Source Sans 3 that European names need."""

SMALLEST: Final = 9.0
"""Type size below which no text is set, whatever the page budget."""
TABLE_SIZE: Final = 9.5
"""Of tables and charts, where running text is not smaller."""

_LONG, _SHORT = 841.9, 595.3
"""Sides of A4 (ISO 216)."""
_LINE: Final = 1.257
"""Height of a line of Source Sans 3, in sizes: its ascent and descent (hhea table)."""

PADDING: Final = 11.0
"""White space between the bar of a panel and its text."""
GUTTER, PANEL_GUTTER = 22.0, 12.0
"""Between columns, and between columns of panels."""
_LONGEST_LABEL: Final = 130.0
_BESIDE_LABEL: Final = 10.0
FIGURE_SIDE: Final = 9.0
"""White space beside key figures, in points."""


@dataclass(frozen=True, slots=True)
class Density:
    """Type size of running text in points (Word has half points), the rest in shares of it."""

    body: float
    gap: float
    leading: float = 0.96
    """Distance of lines, as a share of the face's own."""
    slim: bool = False
    """With narrow margins."""
    charts_hold_numbers: bool = False
    """Charts of grades print their numbers, and no second table below them does."""
    columns_flow: bool = False
    """Neighbouring columns of text are filled one after another, like those of a newspaper."""


DENSITIES: Final = (
    Density(11.0, 0.78),
    Density(10.5, 0.72),
    Density(10.0, 0.66),
    Density(9.5, 0.6),
    Density(9.5, 0.5, 0.94),
    Density(10.0, 0.66, charts_hold_numbers=True),
    Density(9.5, 0.6, charts_hold_numbers=True),
    Density(9.5, 0.5, 0.94, slim=True, charts_hold_numbers=True),
    Density(9.0, 0.5, 0.94, slim=True, charts_hold_numbers=True),
    Density(9.0, 0.42, 0.9, slim=True, charts_hold_numbers=True),
    Density(SMALLEST, 0.38, 0.88, slim=True, charts_hold_numbers=True, columns_flow=True),
)
"""From the most generous to the tightest: the first that keeps the page budget is used."""
UNBUDGETED: Final = DENSITIES[1]


@dataclass(frozen=True, slots=True)
class Measures:
    """The density of the text, the page with its margins, and the widths of labels."""

    density: Density
    width: float
    height: float
    side: float
    top: float
    bottom: float
    fact_label: float
    message_label: float
    figure: float
    """Largest size in which every key figure stands on one line."""

    @property
    def body(self) -> float:
        """Size of running text."""
        return self.density.body

    @property
    def small(self) -> float:
        """Size of tables, captions and notes."""
        return min(self.body, TABLE_SIZE)

    @property
    def gap(self) -> float:
        """White space between paragraphs."""
        return self.body * self.density.gap

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom


def measures_for(document: Document, density: Density) -> Measures:
    """Return the measures of a document at a density."""
    slim = density.slim or document.page_budget == 1 or document.orientation == "landscape"
    side, top, bottom = (42.0, 26.0, 41.0) if slim else (51.0, 32.0, 48.0)
    landscape = document.orientation == "landscape"
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    text_width = width - 2 * side
    return Measures(
        density,
        width,
        height,
        side,
        top,
        bottom,
        _widest((label for labels in _fact_labels(document.body) for label in labels), density),
        _widest((label for labels in _card_labels(document.body) for label in labels), density),
        min(_figure_sizes(document.body, text_width), default=math.inf),
    )


def _widest(labels: Iterable[str], density: Density) -> float:
    """Return the width of a column of labels, with the white space beside it."""
    face = house_face()
    widest = max((face.width(label, density.body, bold=True) for label in labels), default=0.0)
    return min(widest, _LONGEST_LABEL) + _BESIDE_LABEL


def _figure_sizes(blocks: Iterable[Block], width: float) -> Iterator[float]:
    """Yield the size in which each key figure fills its place in a strip ``width`` points wide."""
    for block in _flat(blocks):
        if isinstance(block, KeyFigures):
            room = width / len(block.items) - 2 * FIGURE_SIDE if block.items else width
            for one in block.items:
                longest = house_face().width(line_of((one.figure,)), 1.0, bold=True)
                yield room / longest if longest else math.inf


def _fact_labels(blocks: Iterable[Block]) -> Iterator[list[str]]:
    for block in _flat(blocks):
        if isinstance(block, Facts):
            yield [line_of(label) for label, _ in block.rows]


def _card_labels(blocks: Iterable[Block]) -> Iterator[list[str]]:
    for block in _flat(blocks):
        if isinstance(block, Card):
            yield [one_line(label) for label, _ in block.lines]


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and what stands within them."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from _flat(block.blocks)
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from _flat(column)


@cache
def house_face() -> Face:
    """Return the typeface of documents, for measuring."""
    regular, bold = (
        {char: width / 1000 for char, width in widths(weight).items()}
        for weight in ("regular", "semibold")
    )
    return Face(regular, bold, _LINE)
