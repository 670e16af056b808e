"""Tables, charts and facts as data for the templates."""

from collections.abc import Sequence

from goldenthread.documents.blocks import ChartBlock, Facts, Runs, Table
from goldenthread.documents.charts.bars import Strips
from goldenthread.documents.charts.drawing import Piece
from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.lines import stacked
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.charts.svg import piece_svg
from goldenthread.documents.render.paper.bar_table import bar_strips, row_in_words
from goldenthread.documents.render.paper.setting import Data, Setting, runs_data, words_data
from goldenthread.documents.render.paper.table_widths import CELL_PADDING, column_widths
from goldenthread.documents.text import plain


def table_data(block: Table, at: Setting) -> Data:
    """The table with columns as wide as their words and numbers need."""
    widths = column_widths(block, at.width, at.smallest)

    def cells(row: tuple[Runs, ...]) -> list[list[Data]]:
        rooms = (width - 2 * CELL_PADDING for width in widths)
        return [runs_data(c, room, at.smallest) for c, room in zip(row, rooms, strict=True)]

    return {
        "kind": "table",
        "caption": at.runs(block.caption),
        "header": cells(block.header),
        "rows": [cells(row) for row in block.rows],
        "numeric": list(block.numeric or (False,) * len(block.header)),
        "columns": [round(width, 2) for width in widths],
        "padding": CELL_PADDING,
        "note": at.runs(block.note),
    }


def chart_data(block: ChartBlock, at: Setting) -> Data:
    """The chart in bands at the width of its place, so that a page may break between rows."""
    strips = bar_strips(block, at.width, at.smallest, tight=at.tight)
    if strips and isinstance(block.chart, DivergingBars):
        return _bar_table(block, block.chart, strips, at)
    drawing = lay_out(block.chart, at.width, at.smallest)
    return {
        "kind": "chart",
        "title": at.words(block.chart.title),
        "alternative": plain(block.alternative) or block.chart.title,
        "width": at.width,
        "head": _band([drawing.head], at.width),
        "rows": [_band(rows, at.width) for rows in _kept_together(drawing.rows)],
        "foot": _band([drawing.foot], at.width),
        "table": table_data(block.table, at),
    }


def _bar_table(block: ChartBlock, chart: DivergingBars, strips: Strips, at: Setting) -> Data:
    """The chart as a table with a bar in each row."""
    columns = strips.columns
    plot = columns.plot
    rows = [
        {
            "label": words_data(row.label, columns.label.width, at.smallest),
            "svg": piece_svg(piece, plot.width, plot.x),
            "alternative": row_in_words(row, chart.levels),
            "note": words_data(row.note, columns.note.width, at.smallest),
        }
        for row, piece in zip(chart.rows, strips.plots, strict=True)
    ]
    return {
        "kind": "bar table",
        "title": at.words(chart.title),
        "caption": at.runs(block.table.caption),
        "alternative": plain(block.alternative) or chart.title,
        "label": runs_data(block.table.header[0], columns.label.width, at.smallest),
        "legend": piece_svg(strips.legend, columns.end - plot.x),
        "columns": [plot.x, plot.width, columns.end - plot.right],
        "gap": max(columns.end - plot.right - columns.note.width, 0),
        "rows": rows,
        "note": at.runs(block.table.note),
    }


def _kept_together(rows: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The first two rows and the last two stay together; others may part."""
    if len(rows) <= 4:
        return [rows] if rows else []
    return [rows[:2], *((row,) for row in rows[2:-2]), rows[-2:]]


def _band(pieces: Sequence[Piece], width: float) -> str | None:
    """Pieces below one another as a picture, or nothing if they are empty."""
    piece = stacked(*pieces)
    return piece_svg(piece, width) if piece.shapes else None


def facts_data(block: Facts, at: Setting) -> Data:
    """Labels in a column of their own, unless the place is too narrow, or every line counts."""
    if at.tight:
        return _run_in_facts(block, at)
    labels = (text_width(plain(label), at.size, "semibold") for label, _ in block.rows)
    wide = at.width >= 200
    width = min(max(labels, default=0.0) + 1, 0.3 * at.width) if wide else at.width
    rest = at.width - width - 1.2 * at.size if wide else at.width
    rows = [
        (runs_data(label, width, at.size), runs_data(value, rest, at.size))
        for label, value in block.rows
    ]
    return {"kind": "facts", "label": round(width, 2) if wide else None, "rows": rows}


def _run_in_facts(block: Facts, at: Setting) -> Data:
    """Labels in front of their words, in two columns of nearly the same length."""
    rows = [(at.runs(label), at.runs(value)) for label, value in block.rows]
    lengths = [len(plain(label)) + len(plain(value)) for label, value in block.rows]
    half = min(
        range(len(rows) + 1), key=lambda n: abs(sum(lengths[:n]) - sum(lengths[n:])), default=0
    )
    return {"kind": "facts in columns", "columns": [rows[:half], rows[half:]]}
