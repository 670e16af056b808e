"""Charts in a Word document: pictures with a text alternative."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from docx.shared import Pt

from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.model import AnswerDots, Chart, DivergingBars
from goldenthread.documents.charts.png import chart_png
from goldenthread.documents.render.office.words import line_of, one_line
from goldenthread.documents.render.word.items import Picture
from goldenthread.documents.render.word.markup import child
from goldenthread.documents.render.word.measures import Measures
from goldenthread.documents.render.word.writer import Writer

PIXELS: Final = 200
"""Pixels to the inch: sharp in print, and quick to open."""
_TALLEST: Final = 0.85
"""Of a page: a higher chart is drawn in parts."""


def write_picture(writer: Writer, item: Picture) -> None:
    """Write a chart as a picture, with its text alternative."""
    chart, alternative = item.block.chart, line_of(item.block.alternative)
    for part in chart_parts(chart, item.width, writer.measures):
        picture = chart_png(part, item.width, writer.measures.small, PIXELS)
        words = alternative or one_line(chart.title)
        add_picture(writer, writer.paragraph("Chart"), picture, item.width, words)


def add_picture(writer: Writer, paragraph: Any, picture: bytes, width: float, words: str) -> None:
    """Add a picture to a paragraph, ``width`` points wide and with a text alternative."""
    inline = writer.part.new_pic_inline(BytesIO(picture), Pt(width))
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    inline.docPr.set("name", f"Chart {inline.docPr.id}")
    inline.docPr.set("descr", words)
    child(child(paragraph, "w:r"), "w:drawing").append(inline)


@lru_cache(maxsize=64)
def chart_height(chart: Chart, width: float, size: float) -> float:
    """Return the height of a chart's picture, in points, with type of ``size`` points."""
    return lay_out(chart, width, size).whole.height


def chart_parts(chart: Chart, width: float, measures: Measures) -> Iterator[Chart]:
    """Yield a chart in parts of which each fits on a page."""
    height = chart_height(chart, width, measures.small)
    count = int(height // (measures.text_height * _TALLEST)) + 1
    size = -(-len(chart.rows) // count)
    for start in range(0, len(chart.rows), size or 1):
        match chart:
            case DivergingBars():
                yield replace(chart, rows=chart.rows[start : start + size])
            case AnswerDots():
                yield replace(chart, rows=chart.rows[start : start + size])
