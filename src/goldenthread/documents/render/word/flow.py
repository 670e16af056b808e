"""A document as the items that Word sets, one below another.

The same flow is measured, to choose the size of the text, and then written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    ChartBlock,
    Columns,
    Document,
    Emphasis,
    Facts,
    KeyFigures,
    Link,
    Literal,
    Paragraph,
    ParagraphStyle,
    Runs,
    Section,
    Table,
    Text,
    Tone,
)
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.paper.bar_table import bar_strips
from goldenthread.documents.render.word.items import (
    BarTable,
    DataTable,
    Figures,
    Item,
    Line,
    PageColumns,
    Picture,
)
from goldenthread.documents.render.word.measures import (
    GUTTER,
    PADDING,
    PANEL_GUTTER,
    TABLE_SIZE,
    UNBUDGETED,
    Density,
    Measures,
)
from goldenthread.documents.render.word.numbering import Marker
from goldenthread.documents.render.word.style_names import at_end, in_tone, is_panel, label_style

_STYLES: Final = {
    ParagraphStyle.BODY: "Normal",
    ParagraphStyle.LEAD: "Lead",
    ParagraphStyle.SMALL: "Small",
}
_SPACE: Final = Text("\N{EN SPACE}")
_DEEPEST: Final = 3
SLACK: Final = 3.0
"""Added to columns of words, so that another program's rounding breaks none of them."""
_NARROW: Final = 250.0
"""Width, in points, below which labels stand in front of their text and not beside it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: width in points, level of headings, tone, in a panel or in columns."""

    width: float
    level: int = 1
    tone: Tone = Tone.PLAIN
    panel: bool = False
    columns: bool = False
    density: Density = UNBUDGETED
    top: bool = False
    """Whether the first line stands at the top of a column, level with its neighbours."""

    def style(self, name: str) -> str:
        """Return the name of a style as it is here: within a panel, and in the tone."""
        if self.panel:
            name = f"{name} Panel".removeprefix("Normal ")
        return in_tone(name, self.tone)


def whole_flow(document: Document, measures: Measures) -> tuple[Item, ...]:
    """Return what Word sets for the body of a document, and how to reply below it."""
    place = Place(measures.text_width, density=measures.density)
    contact = (Line("Contact", document.footer),) if line_of(document.footer) else ()
    return (*flow(document.body, place), *contact)


def flow(blocks: tuple[Block, ...], place: Place) -> tuple[Item, ...]:
    """Return what Word sets for these blocks, in reading order."""
    return tuple(item for block in blocks for item in _items(block, place))


def _items(block: Block, place: Place) -> Iterator[Item]:
    match block:
        case Paragraph():
            yield Line(place.style(_STYLES[block.style]), block.runs)
        case BulletList():
            yield from _list(block, place)
        case Card():
            yield from _card(block, place)
        case KeyFigures():
            yield Figures(block.items, place.width)
        case Table():
            yield from _table(block, place)
        case ChartBlock():
            yield from _chart(block, place)
        case Facts():
            yield from _facts(block, place)
        case Section():
            yield from _section(block, place)
        case Columns():
            yield from _columns(block, place)


def _list(block: BulletList, place: Place) -> Iterator[Item]:
    """Yield list items; the lines below an item are part of it."""
    name = "List Number" if block.numbered else "List Bullet"
    style = place.style(f"{name} Compact" if block.compact else name)
    marker = Marker(place.tone, place.panel, numbered=True) if block.numbered else None
    for number, item in enumerate(block.items):
        yield Line(style, item.runs, more=item.more, marker=marker, starts=number == 0)


def _card(card: Card, place: Place) -> Iterator[Item]:
    """Yield a message: its statement as a heading, then its labelled lines."""
    tone = place.tone if card.tone is Tone.PLAIN else card.tone
    label, narrow = label_style(tone), place.width < _NARROW
    number: Runs = (Literal(card.number, "list number"),) if card.number else ()
    title = "Heading 2 Message" if number else "Heading 2 Message Plain"
    lines = [Line(in_tone(title, tone), card.title, number, label)]
    style = in_tone("Message Text" if narrow else "Message Line", tone)
    lines += [Line(style, runs, (Text(words),), label, narrow) for words, runs in card.lines]
    yield from _ended(lines)


def _facts(block: Facts, place: Place) -> Iterator[Item]:
    """Yield labels with their values beside them; where room is scarce, behind them.

    Where every line counts, all stand in one paragraph.
    """
    if place.density.columns_flow:
        runs = (run for row in block.rows for run in (*_strong(row[0]), _SPACE, *row[1], _SPACE))
        yield Line(place.style("Normal"), tuple(runs)[:-1])
        return
    run_in = place.width < _NARROW or place.density.slim
    style = place.style("Normal" if run_in else "Fact")
    for label, value in block.rows:
        yield Line(style, value, label, label_style(place.tone), run_in)


def _strong(runs: Runs) -> Runs:
    """Return the runs in bold."""
    return tuple(
        run if isinstance(run, Link) else replace(run, emphasis=Emphasis.STRONG) for run in runs
    )


def _chart(block: ChartBlock, place: Place) -> Iterator[Item]:
    """Yield a chart and its table; or, to save room, the chart as its own table."""
    title: Runs = (Text(block.chart.title),)
    size = min(place.density.body, TABLE_SIZE)
    strips = bar_strips(block, place.width - 2 * SLACK, size, tight=True)
    if place.density.charts_hold_numbers and strips and isinstance(block.chart, DivergingBars):
        yield Line("Chart Title", title, aside=block.table.caption)
        yield BarTable(block, block.chart, strips)
        if line_of(block.table.note):
            yield Line("Table Note", block.table.note)
        return
    if line_of(title):
        yield Line("Chart Title", title)
    yield Picture(block, place.width)
    yield from _table(block.table, place)


def _table(table: Table, place: Place) -> Iterator[Item]:
    if line_of(table.caption):
        yield Line("Caption", table.caption)
    yield DataTable(table, place.width)
    if line_of(table.note):
        yield Line("Table Note", table.note)


def _section(section: Section, place: Place) -> Iterator[Item]:
    """Yield a heading and what stands under it; a boxed section is a panel."""
    opens = section.boxed and not place.panel
    inner = replace(
        place,
        width=place.width - 2 * PADDING if opens else place.width,
        level=place.level + 1,
        tone=section.tone,
        panel=section.boxed or place.panel,
        top=False,
    )
    number: Runs = (Literal(f"{section.number}\N{EN SPACE}", "list number"),)
    title = (*number, *section.title) if section.number else section.title
    style = f"Heading {min(place.level, _DEEPEST)}"
    if place.top and not inner.panel:
        style += " Column"
    heading = Line(inner.style(style), title)
    items = [heading, *flow(section.blocks, inner)]
    yield from _ended(items) if opens else items


def _ended(items: list[Item] | list[Line]) -> Iterator[Item]:
    """Give the last line of a panel the style that leaves white space below it."""
    *before, last = items
    yield from before
    ends = isinstance(last, Line) and is_panel(last.style)
    yield replace(last, style=at_end(last.style)) if ends and isinstance(last, Line) else last


def _columns(block: Columns, place: Place) -> Iterator[Item]:
    """Yield columns of the page; columns within columns or panels stand below one another."""
    if place.columns or place.panel:
        for column in block.columns:
            yield from flow(column, place)
        return
    gutter = PANEL_GUTTER if all(map(_is_panels, block.columns)) else GUTTER
    widths = column_widths(block, place.width, gutter)
    columns = (
        (*flow(column[:1], replace(inner, top=True)), *flow(column[1:], inner))
        for column, inner in (
            (column, replace(place, width=width, columns=True))
            for column, width in zip(block.columns, widths, strict=True)
        )
    )
    yield PageColumns(tuple(columns), widths, gutter)


def _is_panels(column: tuple[Block, ...]) -> bool:
    """Whether a column holds messages and panels alone."""
    return all(isinstance(one, Card) or (isinstance(one, Section) and one.boxed) for one in column)


def column_widths(block: Columns, width: float, gutter: float) -> tuple[float, ...]:
    """Return the widths of columns in points, in proportion to their weights."""
    weights = block.weights or (1,) * len(block.columns)
    room = width - gutter * (len(weights) - 1)
    return tuple(room * weight / sum(weights) for weight in weights)
