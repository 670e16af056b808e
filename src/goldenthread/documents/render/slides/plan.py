"""Which slides a document becomes: one subject each, none fuller than its room."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    ChartBlock,
    Columns,
    Document,
    Facts,
    KeyFigure,
    KeyFigures,
    Literal,
    Paragraph,
    Runs,
    Section,
    Table,
    Text,
    Tone,
)
from goldenthread.documents.charts.model import AnswerDots, DivergingBars
from goldenthread.documents.render.office.words import joined, line_of
from goldenthread.documents.render.slides import grid
from goldenthread.documents.render.slides.bars import BarsFit, fit_bars
from goldenthread.documents.render.slides.heading import (
    Head,
    Heading,
    side_heading,
    title_fits,
    top_heading,
)
from goldenthread.documents.render.slides.lines import Line, lines_of, set_lines
from goldenthread.documents.render.slides.room import (
    FIGURES_IN_A_ROW,
    evenly,
    fit_figures,
    legend_height,
)
from goldenthread.documents.render.slides.tables import TableFit, fit_table

ANSWERS_ON_A_SLIDE: Final = 3
FIGURES_ON_A_SLIDE: Final = 4
_PART: Final = " ({}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{})"
_LEAST_TEXT: Final = 90.0
"""Height of text above key figures, in points: less is not worth a slide."""
ABOVE_TABLE: Final = 12.0
"""White space between a chart and the caption of its table, in points."""
CAPTION: Final = 22.0
"""Height of the caption of a table below its chart, in points."""


@dataclass(frozen=True, slots=True)
class WordsSlide:
    """Running text, and key figures below it."""

    head: Head
    heading: Heading
    lines: tuple[Line, ...]
    size: float
    figures: tuple[KeyFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class BarsSlide:
    """Bars of grades, with the table below where there is room."""

    head: Head
    heading: Heading
    chart: DivergingBars
    alternative: Runs
    fit: BarsFit
    table: TableFit | None = None


@dataclass(frozen=True, slots=True)
class AnswersSlide:
    """Answers from 0 to 10, one chart for each row."""

    head: Head
    heading: Heading
    chart: AnswerDots
    alternative: Runs


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A table, or the part of it that one slide holds."""

    head: Head
    heading: Heading
    table: TableFit
    last: bool


SlidePlan = WordsSlide | BarsSlide | AnswersSlide | TableSlide


def plan(document: Document) -> list[SlidePlan]:
    """Return the slides after the opening slide, each with a title of its own."""
    head = document.masthead
    home = Head(head.focus or (Text(document.title),), "", head.kind)
    return _told_apart(list(_Planner(home).slides(document.body)))


@dataclass(slots=True)
class _Planner:
    """Turns the blocks below one heading into slides; text waits until it must be set."""

    head: Head
    waiting: list[Line] = field(default_factory=list)

    def slides(self, blocks: Iterable[Block]) -> Iterator[SlidePlan]:
        """Plan blocks in reading order."""
        for block in blocks:
            match block:
                case Paragraph() | BulletList() | Facts() | Card(lines=()):
                    self.waiting += lines_of(block)
                case KeyFigures():
                    yield from self._figures(block.items)
                case _:
                    yield from self._words()
                    yield from self._apart(block)
        yield from self._words()

    def _apart(self, block: Block) -> Iterator[SlidePlan]:
        """Plan a block that has slides of its own."""
        match block:
            case Card():
                yield from self._message(block)
            case Table():
                yield from self._table(block)
            case ChartBlock(chart=DivergingBars() as chart):
                yield from self._bars(block, chart)
            case ChartBlock(chart=AnswerDots() as chart):
                yield from self._answers(block, chart)
            case Section():
                title = block.title if line_of(block.title) else self.head.title
                own = Head(title, block.number, line_of(title), bool(block.number), block.tone)
                yield from _Planner(own).slides(block.blocks)
            case Columns():
                for column in block.columns:
                    yield from self.slides(column)

    def _words(self, figures: tuple[KeyFigure, ...] = ()) -> Iterator[SlidePlan]:
        """Set the text that waits; key figures stand below its last part."""
        lines, self.waiting = self.waiting, []
        if not lines and not figures:
            return
        heading = side_heading(self.head)
        box = heading.content
        setting = set_lines(lines, box.width, box.height - fit_figures(figures).height)
        for place, page in enumerate(setting.pages, 1):
            last = place == len(setting.pages)
            yield WordsSlide(self.head, heading, page, setting.size, figures if last else ())

    def _figures(self, items: tuple[KeyFigure, ...]) -> Iterator[SlidePlan]:
        """Set key figures below the text that waits, if both find room on one slide."""
        some = items[:FIGURES_ON_A_SLIDE]
        if fit_figures(some).height > grid.BODY.height:
            some = items[:FIGURES_IN_A_ROW]
        if self.waiting and fit_figures(some).height > grid.BODY.height - _LEAST_TEXT:
            yield from self._words()
        yield from self._words(some)
        if len(items) > len(some):
            yield from self._figures(items[len(some) :])

    def _message(self, card: Card) -> Iterator[SlidePlan]:
        """Give a message a slide whose title is what it says, or its section's if that is long."""
        kicker = joined(self._name(), card.number)
        tone = self.head.tone if card.tone is Tone.PLAIN else card.tone
        head = Head(card.title, kicker, self.head.group, tone=tone)
        if title_fits(head):
            yield from _Planner(head, lines_of(card)[1:]).slides(())
        else:
            yield from _Planner(replace(self.head, tone=tone), lines_of(card)).slides(())

    def _table(self, table: Table) -> Iterator[SlidePlan]:
        head = self._data_head(table.caption)
        heading = top_heading(head)
        parts = fit_table(table, heading.content)
        for place, part in enumerate(parts, 1):
            yield TableSlide(head, heading, part, last=place == len(parts))

    def _bars(self, block: ChartBlock, chart: DivergingBars) -> Iterator[SlidePlan]:
        head = self._data_head((Text(chart.title),))
        heading = top_heading(head)
        box = heading.content
        fits = fit_bars(chart, box) if chart.rows else []
        table = _beside(chart, fits, fit_table(block.table, box))
        for fit in fits:
            part = replace(chart, rows=fit.rows)
            yield BarsSlide(head, heading, part, block.alternative, fit, table)
        if table is None:
            yield from self._table(block.table)

    def _answers(self, block: ChartBlock, chart: AnswerDots) -> Iterator[SlidePlan]:
        head = self._data_head((Text(chart.title),))
        for part in evenly([1.0] * len(chart.rows), ANSWERS_ON_A_SLIDE):
            if chart.rows:
                own = replace(chart, rows=chart.rows[part])
                yield AnswersSlide(head, top_heading(head), own, block.alternative)
        yield from self._table(block.table)

    def _data_head(self, title: Runs) -> Head:
        """Return the head of a chart or table: it says itself, and its section above it."""
        title = title if line_of(title) else self.head.title
        same = line_of(self.head.title) == line_of(title)
        return Head(title, "" if same else self._name(), self.head.group)

    def _name(self) -> str:
        """Return the section's title with its number, to stand above other titles."""
        title = line_of(self.head.title)
        return f"{self.head.kicker} {title}" if self.head.numbered else title


def _beside(chart: DivergingBars, fits: list[BarsFit], tables: list[TableFit]) -> TableFit | None:
    """Return the table if chart and table fit on one slide together."""
    if not len(fits) == len(tables) == 1:
        return None
    needed = legend_height(chart) + fits[0].modest + tables[0].height + ABOVE_TABLE + CAPTION
    return tables[0] if needed <= fits[0].box.height else None


def _told_apart(slides: list[SlidePlan]) -> list[SlidePlan]:
    """Number the slides that share a title, so that each can be found by its own."""
    titles = [line_of(slide.head.title) for slide in slides]
    seen: dict[str, int] = {}
    numbered: list[SlidePlan] = []
    for slide, title in zip(slides, titles, strict=True):
        seen[title] = seen.get(title, 0) + 1
        count = titles.count(title)
        if count > 1:
            part: Runs = (Literal(_PART.format(seen[title], count), "list number"),)
            slide = replace(slide, head=replace(slide.head, title=(*slide.head.title, *part)))
        numbered.append(slide)
    return numbered
