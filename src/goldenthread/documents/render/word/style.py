"""What a paragraph style is made of."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from goldenthread.documents.render.word.measures import Measures

_FULL_GAP: Final = 0.66
"""Gap of the density in which white space within panels is as wide as written."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line along an edge of a paragraph: width and distance from the text in points."""

    width: float
    colour: str
    space: float = 0


Edges = Mapping[str, Edge]


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style."""

    name: str
    based_on: str = "Normal"
    size: float | None = None
    small: bool | None = None
    """Set in the smallest size of the document."""
    bold: bool | None = None
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    leading: float | None = None
    left: float | None = None
    hanging: float | None = None
    label: str | None = None
    """``fact`` or ``message``: the text stands beside a column of such labels."""
    right: float | None = None
    align: str | None = None
    outline: int | None = None
    """Level in the outline, from 0."""
    keep_next: bool | None = None
    fill: str | None = None
    edges: Edges | None = None
    bullets: bool | None = None
    one_line: bool | None = None
    """Whether it is smaller where a key figure would break, but no smaller than running text."""
    right_tab: bool | None = None
    """Whether what follows a tab stands at the right margin."""

    @property
    def toned(self) -> bool:
        """Whether the style exists once for each look."""
        edges = (self.edges or {}).values()
        colours = {self.colour, self.fill, *(edge.colour for edge in edges)}
        return bool(self.bullets) or not colours.isdisjoint({"strong", "tint"})


def edge_width(edge: Edge, measures: Measures) -> float:
    """Return the width of a line; lines that stand for white space shrink with the gaps."""
    return (
        edge.width * min(1.0, measures.density.gap / _FULL_GAP)
        if edge.colour == "tint"
        else edge.width
    )


def type_size(style: Style, measures: Measures) -> float:
    """Return the size of a style's text in points, in halves as Word keeps it."""
    size = measures.small if style.small else measures.body * (style.size or 1)
    if style.one_line:
        size = max(measures.body, math.floor(min(size, measures.figure) * 2) / 2)
    return round(size * 2) / 2


def label_width(style: Style, measures: Measures) -> float:
    """Return the width of the column of labels beside a style's text, in points."""
    widths = {"fact": measures.fact_label, "message": measures.message_label}
    return widths.get(style.label or "", 0.0)
