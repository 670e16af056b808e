"""Draw slides that show data: bars of grades, answers and tables."""

from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from goldenthread.documents.blocks import Emphasis, Literal, Runs, Text
from goldenthread.documents.charts.colour import level_colours
from goldenthread.documents.charts.model import DivergingBars, DotRow
from goldenthread.documents.render.office.metrics import ARIAL
from goldenthread.documents.render.office.theme import hex_colour
from goldenthread.documents.render.office.words import line_of, one_line
from goldenthread.documents.render.slides import layouts
from goldenthread.documents.render.slides.charts import draw_answers, draw_bars
from goldenthread.documents.render.slides.deck import Deck
from goldenthread.documents.render.slides.grid import Box
from goldenthread.documents.render.slides.lines import strong
from goldenthread.documents.render.slides.plan import (
    ABOVE_TABLE,
    CAPTION,
    AnswersSlide,
    BarsSlide,
    TableSlide,
)
from goldenthread.documents.render.slides.room import legend_height
from goldenthread.documents.render.slides.sheet import Sheet, describe, place
from goldenthread.documents.render.slides.tables import CELL_SIDE, TableFit
from goldenthread.documents.render.slides.template import TABLE_STYLE
from goldenthread.documents.render.slides.text import (
    Level,
    add_text,
    colour,
    set_levels,
    write_runs,
)

_ANSWER_TEXT_WIDTH = 300.0
_ANSWER_SIZES = (18.0, 16.0, 14.0)
_TALLEST_ANSWERS = 190.0
_GAP = 14.0


def draw_bars_slide(deck: Deck, plan: BarsSlide) -> None:
    """Draw bars with their legend above and, where there is room, their table below."""
    sheet = deck.add(layouts.GRADES, plan.head.group)
    sheet.write_head(plan.head, plan.heading)
    box = plan.fit.box
    legend = legend_height(plan.chart)
    _write_legend(sheet, plan.chart, Box(box.left, box.top, box.width, legend))
    below = plan.table.height + ABOVE_TABLE + CAPTION if plan.table else 0.0
    high = min(box.height - legend - below, plan.fit.wanted)
    chart = Box(box.left, box.top + legend, box.width, high)
    frame = draw_bars(sheet.slot(layouts.CHART, chart), plan.chart, plan.fit)
    describe(frame, plan.alternative)
    if plan.table:
        _draw_captioned(sheet, plan.table, box.below(chart.bottom - box.top + ABOVE_TABLE))
    deck.close(sheet)


def _draw_captioned(sheet: Sheet, table: TableFit, box: Box) -> None:
    """Draw a table below a chart, with its caption above it."""
    caption = Box(box.left, box.top, box.width, CAPTION)
    sheet.write(layouts.CAPTION, table.table.caption, caption)
    _draw_table(sheet, table, box.below(CAPTION), last=True)


def _write_legend(sheet: Sheet, chart: DivergingBars, box: Box) -> None:
    """Write every level with its colour, worst first, and which way is better."""
    colours = level_colours(chart.levels)
    paragraph = sheet.slot(layouts.LEGEND, box).text_frame.paragraphs[0]
    for level in chart.levels:
        mark = add_text(paragraph, "■ ", sheet.language)
        colour(mark, "srgbClr", hex_colour(colours[level.level]))
        add_text(paragraph, f"{one_line(level.label)}   ", sheet.language)
    write_runs(paragraph, (Text(chart.direction, Emphasis.QUIET),), sheet.language)


def draw_answers_slide(deck: Deck, plan: AnswersSlide) -> None:
    """Draw one row for each question and kind of respondent: words left, answers right."""
    sheet = deck.add(layouts.ANSWERS, plan.head.group)
    sheet.write_head(plan.head, plan.heading)
    box = plan.heading.content
    ends = f"0 {plan.chart.low}   ·   10 {plan.chart.high}"
    sheet.write(
        layouts.LEGEND, (Literal(ends, "scale answer"),), Box(box.left, box.top, box.width, 26)
    )
    rows = box.below(30)
    high = min(_TALLEST_ANSWERS, rows.height / len(plan.chart.rows))
    for n, row in enumerate(plan.chart.rows):
        strip = Box(box.left, rows.top + n * high, box.width, high - 6)
        words = Box(strip.left, strip.top, _ANSWER_TEXT_WIDTH, strip.height)
        _write_question(sheet, layouts.ANSWER_TEXT[n], row, words)
        left = strip.left + _ANSWER_TEXT_WIDTH + _GAP
        bars = Box(left, strip.top, strip.left + strip.width - left, strip.height)
        frame = draw_answers(sheet.slot(layouts.ANSWER_CHART[n], bars), row, 14)
        describe(frame, (Text(f"{row.label}. {row.question} "), *plan.alternative))
    deck.close(sheet)


def _write_question(sheet: Sheet, idx: int, row: DotRow, box: Box) -> None:
    """Write who answered, what they were asked, and how many did."""
    shape = sheet.slot(idx, box)
    texts = [text for text in (row.label, row.question, row.note) if text]
    size = next((s for s in _ANSWER_SIZES if _text_height(texts, s) <= box.height), 14.0)
    frame = shape.text_frame
    lines: tuple[Runs, ...] = (
        strong((Text(row.label),)),
        (Text(row.question),),
        (Text(row.note, Emphasis.QUIET),),
    )
    for place_, runs in enumerate(runs for runs in lines if line_of(runs)):
        paragraph = frame.paragraphs[0] if place_ == 0 else frame.add_paragraph()
        write_runs(paragraph, runs, sheet.language)
    set_levels(frame, [Level(size)])


def _text_height(texts: list[str], size: float) -> float:
    return sum(ARIAL.height(text, size, _ANSWER_TEXT_WIDTH, bold=True) for text in texts)


def draw_table_slide(deck: Deck, plan: TableSlide) -> None:
    """Draw a table, or the part of it that this slide holds."""
    sheet = deck.add(layouts.DATA, plan.head.group)
    sheet.write_head(plan.head, plan.heading)
    _draw_table(sheet, plan.table, plan.heading.content, last=plan.last)
    deck.close(sheet)


def _draw_table(sheet: Sheet, fit: TableFit, box: Box, *, last: bool) -> None:
    """Draw a table at the top of ``box``; its note stands below the last part."""
    rows = (fit.table.header, *fit.table.rows)
    placeholder = sheet.slot(layouts.TABLE)
    frame = placeholder.insert_table(len(rows), len(fit.table.header))
    place(frame, Box(box.left, box.top, box.width, sum(fit.heights)))
    table = frame.table
    _dress(table)
    describe(frame, fit.table.caption)
    for column, width in zip(table.columns, fit.widths, strict=True):
        column.width = Pt(width)
    for height, drawn, cells in zip(fit.heights, table.rows, rows, strict=True):
        drawn.height = Pt(height)
        for n, (cell, runs) in enumerate(zip(drawn.cells, cells, strict=False)):
            _fill_cell(cell, runs, fit, sheet.language, right=_is_number(fit, n))
    if last:
        sheet.write(layouts.TEXT, fit.table.note, box.below(sum(fit.heights) + 8))


def _is_number(fit: TableFit, column: int) -> bool:
    return column < len(fit.table.numeric) and fit.table.numeric[column]


def _dress(table: Any) -> None:
    """Use the deck's own table style, with a header row and row headers."""
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = TABLE_STYLE
    table.first_row = table.first_col = True
    table.horz_banding = False


def _fill_cell(cell: Any, runs: Runs, fit: TableFit, language: str, *, right: bool) -> None:
    """Write a cell; PowerPoint keeps margins and sizes of cells in the cells themselves."""
    properties = cell._tc.get_or_add_tcPr()
    for edge, white in (("L", CELL_SIDE), ("R", CELL_SIDE), ("T", fit.padding), ("B", fit.padding)):
        properties.set(f"mar{edge}", str(Pt(white)))
    paragraph = cell.text_frame.paragraphs[0]
    if right:
        paragraph._p.get_or_add_pPr().set("algn", "r")
    write_runs(paragraph, runs, language, fit.size)
