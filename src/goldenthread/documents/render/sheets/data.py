"""A sheet for each table of the document, with its chart beside it."""

from collections.abc import Sequence
from typing import Final

from goldenthread.documents.charts.model import AnswerDots, DivergingBars
from goldenthread.documents.render.office.words import line_of
from goldenthread.documents.render.sheets.book import Book
from goldenthread.documents.render.sheets.cells import SheetColumn, sheet_columns, with_own_headers
from goldenthread.documents.render.sheets.charts import (
    Spot,
    answer_columns,
    draw_answers,
    draw_bars,
    grade_columns,
    level_places,
)
from goldenthread.documents.render.sheets.contents import Content

_TOP: Final = 2


def write_data(book: Book, content: Content) -> None:
    """Write the table as printed below its note, and the chart beside it.

    Above the table a note has the whole width of the sheet; below, the chart would cover its end.
    """
    sheet = book.add_sheet(content.sheet)
    sheet.write_string(0, 0, content.title, book.formats["title"])
    book.write(sheet, 1, 0, line_of(content.table.note), "note")
    columns = sheet_columns(content.table)
    below = book.write_table(sheet, _TOP, columns)
    sheet.freeze_panes(_TOP + 1, 1)
    sheet.repeat_rows(_TOP)
    own = _own_columns(content, columns)
    book.fit(sheet, (_TOP, columns), *([(below + 2, own)] if own else []))
    if own:
        sheet.write_string(below + 1, 0, content.chart_title, book.formats["label"])
        book.write_table(sheet, below + 2, own)
    header = below + 2 if own else _TOP
    _draw(book, content, columns, Spot(sheet, header, _TOP, max(len(columns), len(own)) + 1))


def _own_columns(content: Content, columns: Sequence[SheetColumn]) -> tuple[SheetColumn, ...]:
    """Return the numbers behind a chart, unless the table holds just these."""
    match content.chart:
        case DivergingBars(rows=(_, *_)) as chart if level_places(columns, chart) is None:
            return tuple(with_own_headers(grade_columns(chart)))
        case AnswerDots(rows=(_, *_)) as chart:
            return tuple(with_own_headers(answer_columns(chart)))
    return ()


def _draw(book: Book, content: Content, columns: Sequence[SheetColumn], spot: Spot) -> None:
    match content.chart:
        case DivergingBars(rows=(_, *_)) as chart:
            places = level_places(columns, chart) or range(1, len(chart.levels) + 1)
            draw_bars(book, chart, spot, places, content.alternative)
        case AnswerDots() as chart:
            draw_answers(book, chart, spot, content.alternative)
