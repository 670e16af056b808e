"""From blocks to the plain data that the typst templates read, with widths worked out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    ChartBlock,
    Columns,
    Facts,
    FigureRun,
    KeyFigures,
    Link,
    Paragraph,
    Run,
    Runs,
    Section,
    Table,
    Tone,
)
from goldenthread.documents.charts.bars import Strips
from goldenthread.documents.charts.drawing import Piece
from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.lines import stacked
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.charts.model import DivergingBars
from goldenthread.documents.charts.svg import piece_svg
from goldenthread.documents.render.bar_table import bar_strips, row_in_words
from goldenthread.documents.render.grouping import grouped
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.render.table_widths import CELL_PADDING, column_widths
from goldenthread.documents.text import plain

Data = dict[str, Any]
"""What can be written as JSON."""

GUTTER = 22.0
PADDING = 12.0
CARD_GAP = 9.0
CARD_PADDING = 9.0
"""Between columns, within panels, between and within cards, in points."""

_TOGETHER = 18
"""A figure of at most so many characters is not broken over lines."""

_CARD_ROW = 700
"""Cards stand side by side while each has at most so many characters."""

_LEAD, _CARD_TITLE, _HEADING = 1.16, 1.12, 1.4
_BULLET, _CARD_NUMBER = 1.6, 2.2
"""Largest sizes and indents of the templates, in type sizes, for words that may have to break."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: width available and type sizes in points, and level."""

    width: float
    size: float
    smallest: float
    level: int = 2
    tone: Tone = Tone.PLAIN

    def runs(self, runs: Runs, scale: float = 1.0, indent: float = 0.0) -> list[Data]:
        """Runs set here at a multiple of the type size, with an indent in type sizes."""
        return runs_data(runs, self.width - indent * self.size, scale * self.size)

    def words(self, text: str, scale: float = 1.0) -> Data:
        """Plain words set here at a multiple of the type size."""
        return words_data(text, self.width, scale * self.size)

    def within(self, section: Section) -> "Setting":
        """The setting of what stands within a section."""
        inner = self.width - 2 * PADDING if section.boxed else self.width
        return replace(self, width=inner, level=self.level + 1, tone=section.tone)


def run_data(run: Run, room: float, size: float) -> Data:
    """One run, set at ``size`` in a line of ``room`` points.

    A word that is wider than the line may break anywhere; a short figure stays on one line.
    """
    data = words_data(run.text, room, size)
    if isinstance(run, Link):
        target = link_target(run.address)
        return data | ({"address": target} if target else {})
    together = isinstance(run, FigureRun) and len(run.text) <= _TOGETHER
    return data | {"emphasis": run.emphasis.value, "together": together and not data["break"]}


def words_data(text: str, room: float, size: float) -> Data:
    """Plain words as a run."""
    widest = max((text_width(word, size, "semibold") for word in text.split()), default=0.0)
    return {"text": text, "emphasis": "none", "break": widest > room}


def runs_data(runs: Runs, room: float, size: float) -> list[Data]:
    """Runs in their order; empty ones are left out."""
    return [run_data(run, room, size) for run in runs if run.text]


def blocks_data(blocks: tuple[Block, ...], at: Setting) -> list[Data]:
    """Blocks in their order; neighbouring cards make one row or pile."""
    return [
        _cards(group, at) if isinstance(group, list) else _block(group, at)
        for group in grouped(blocks)
    ]


def _block(block: Block, at: Setting) -> Data:
    match block:
        case Paragraph():
            return {
                "kind": "paragraph",
                "style": block.style.value,
                "runs": at.runs(block.runs, _LEAD),
            }
        case BulletList():
            return _list(block, at)
        case KeyFigures():
            return _key_figures(block, at)
        case Table():
            return _table(block, at)
        case ChartBlock():
            return _chart(block, at)
        case Facts():
            return _facts(block, at)
        case Section():
            return _section(block, at)
        case Columns():
            return _columns(block, at)
        case Card():
            return _cards([block], at)


def _list(block: BulletList, at: Setting) -> Data:
    items = [
        {
            "runs": at.runs(item.runs, indent=_BULLET),
            "more": [at.runs(line, indent=_BULLET) for line in item.more],
        }
        for item in block.items
    ]
    return {
        "kind": "list",
        "tone": at.tone.value,
        "numbered": block.numbered,
        "compact": block.compact,
        "items": items,
    }


def _cards(cards: list[Card], at: Setting) -> Data:
    """Two or three short cards stand side by side where there is room, others in a pile."""
    longest = max(_card_length(card) for card in cards)
    abreast = len(cards) in (2, 3) and longest <= _CARD_ROW and at.width >= 130 * len(cards)
    across = len(cards) if abreast else 1
    width = (at.width - CARD_GAP * (across - 1)) / across - 2 * CARD_PADDING
    items = [_card(card, replace(at, width=width)) for card in cards]
    return {
        "kind": "cards",
        "across": across,
        "gap": CARD_GAP,
        "padding": CARD_PADDING,
        "items": items,
    }


def _card(card: Card, at: Setting) -> Data:
    return {
        "title": at.runs(card.title, _CARD_TITLE, indent=_CARD_NUMBER),
        "number": card.number,
        "tone": (card.tone if card.tone is not Tone.PLAIN else at.tone).value,
        "level": at.level,
        "lines": [{"label": at.words(name), "runs": at.runs(line)} for name, line in card.lines],
    }


def _card_length(card: Card) -> int:
    return len(plain(card.title)) + sum(len(label) + len(plain(line)) for label, line in card.lines)


def _key_figures(block: KeyFigures, at: Setting) -> Data:
    """Figures as large as the narrowest place allows, all of one size."""
    gutter, inset = 14.0, 9.0
    places = max(len(block.items), 1)
    room = (at.width - gutter * (places - 1)) / places - inset
    widest = max((text_width(item.figure.text, 1, "semibold") for item in block.items), default=1)
    size = max(min(2.1 * at.size, room / max(widest, 0.1)), at.size)
    items = [
        {
            "figure": run_data(item.figure, room, size),
            "label": runs_data(item.label, room, at.size),
            "size": round(size, 2),
        }
        for item in block.items
    ]
    return {"kind": "key figures", "gutter": gutter, "inset": inset, "items": items}


def _table(block: Table, at: Setting) -> Data:
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


def _chart(block: ChartBlock, at: Setting) -> Data:
    """The chart in bands at the width of its place, so that a page may break between rows."""
    strips = bar_strips(block, at.width, at.smallest)
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
        "table": _table(block.table, at),
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


def _facts(block: Facts, at: Setting) -> Data:
    """Labels in a column of their own, unless the place is too narrow for two columns."""
    labels = (text_width(plain(label), at.size, "semibold") for label, _ in block.rows)
    wide = at.width >= 200
    width = min(max(labels, default=0.0) + 1, 0.3 * at.width) if wide else at.width
    rest = at.width - width - 1.2 * at.size if wide else at.width
    rows = [
        (runs_data(label, width, at.size), runs_data(value, rest, at.size))
        for label, value in block.rows
    ]
    return {"kind": "facts", "label": round(width, 2) if wide else None, "rows": rows}


def _section(block: Section, at: Setting) -> Data:
    return {
        "kind": "section",
        "title": at.within(block).runs(block.title, _HEADING, indent=1.0 if block.number else 0.0),
        "number": block.number,
        "tone": block.tone.value,
        "boxed": block.boxed,
        "padding": PADDING,
        "level": at.level,
        "blocks": blocks_data(block.blocks, at.within(block)),
    }


def _columns(block: Columns, at: Setting) -> Data:
    """Columns; when each is a single panel they are drawn equally high."""
    weights = block.weights or (1,) * len(block.columns)
    panels = all(
        len(column) == 1 and isinstance(column[0], Section) and column[0].boxed
        for column in block.columns
    )
    first = (column[0] for column in block.columns if column)
    ruled = at.level == 2 and any(isinstance(one, Section) and not one.boxed for one in first)
    gutter = PADDING if panels else GUTTER
    room = at.width - gutter * (len(weights) - 1)
    columns = [
        blocks_data(column, replace(at, width=room * weight / sum(weights)))
        for column, weight in zip(block.columns, weights, strict=True)
    ]
    return {
        "kind": "columns",
        "weights": list(weights),
        "panels": panels,
        "ruled": ruled,
        "gutter": gutter,
        "columns": columns,
    }
