"""What Word sets: lines in styles, tables, pictures, and columns of these."""

from dataclasses import dataclass

from goldenthread.documents.blocks import ChartBlock, KeyFigure, Runs, Table
from goldenthread.documents.charts.bars import Strips
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.render.word.measures import GUTTER
from goldenthread.documents.render.word.numbering import Marker


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``label`` stands in front, in a style; ``more`` are lines below its own."""

    style: str
    runs: Runs
    label: Runs = ()
    label_style: str = ""
    run_in: bool = False
    """Whether the text follows its label at once, and not in a column beside it."""
    aside: Runs = ()
    """Follows the text, quieter."""
    more: tuple[Runs, ...] = ()
    marker: Marker | None = None
    """Of a numbered list."""
    starts: bool = False
    """Whether it is the first item of a numbered list."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table without its caption and note, which are lines; widths are in points."""

    table: Table
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart without its title and table."""

    block: ChartBlock
    width: float


@dataclass(frozen=True, slots=True)
class BarTable:
    """A chart of grades that is its own table: a label, a bar with its numbers, a note a row."""

    block: ChartBlock
    chart: DivergingBars
    strips: Strips


@dataclass(frozen=True, slots=True)
class Figures:
    """A strip of key figures."""

    items: tuple[KeyFigure, ...]
    width: float


@dataclass(frozen=True, slots=True)
class PageColumns:
    """Columns of the page.

    Where they are ``parted`` each has its own items; otherwise there is one flow of items, from
    one column into the next.
    """

    columns: "tuple[tuple[Item, ...], ...]"
    widths: tuple[float, ...]
    gutter: float = GUTTER
    parted: bool = True
    new_page: bool = False


Item = Line | DataTable | Picture | BarTable | Figures | PageColumns
