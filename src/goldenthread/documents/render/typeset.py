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
from goldenthread.documents.charts.drawing import Piece
from goldenthread.documents.charts.layout import lay_out
from goldenthread.documents.charts.lines import stacked
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.charts.svg import piece_svg
from goldenthread.documents.render.grouping import grouped
from goldenthread.documents.render.office.addresses import link_target
from goldenthread.documents.render.table_widths import CELL_PADDING, column_widths
from goldenthread.documents.text import plain

Data = dict[str, Any]
"""What can be written as JSON."""

GUTTER = 22.0
PADDING = 12.0
CARD_GAP = 9.0
"""Between columns, within panels and between cards, in points."""

_TOGETHER = 18
"""A figure of at most so many characters is not broken over lines."""

_CARD_ROW = 430
"""Cards stand side by side while each has at most so many characters."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: width available and type sizes in points, and level."""

    width: float
    size: float
    smallest: float
    level: int = 2
    tone: Tone = Tone.PLAIN

    def within(self, section: Section) -> "Setting":
        """The setting of what stands within a section."""
        inner = self.width - 2 * PADDING if section.boxed else self.width
        return replace(self, width=inner, level=self.level + 1, tone=section.tone)


def run_data(run: Run) -> Data:
    """One run."""
    data: Data = {"text": run.text, "emphasis": "none"}
    if isinstance(run, Link):
        target = link_target(run.address)
        return data | ({"address": target} if target else {})
    together = isinstance(run, FigureRun) and len(run.text) <= _TOGETHER
    return data | {"emphasis": run.emphasis.value, "together": together}


def runs_data(runs: Runs) -> list[Data]:
    """Runs in their order; empty ones are left out."""
    return [run_data(run) for run in runs if run.text]


def blocks_data(blocks: tuple[Block, ...], at: Setting) -> list[Data]:
    """Blocks in their order; neighbouring cards make one row or pile."""
    return [
        _cards(group, at) if isinstance(group, list) else _block(group, at)
        for group in grouped(blocks)
    ]


def _block(block: Block, at: Setting) -> Data:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "style": block.style.value, "runs": runs_data(block.runs)}
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
        {"runs": runs_data(item.runs), "more": [runs_data(line) for line in item.more]}
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
    items = [
        {
            "title": runs_data(card.title),
            "number": card.number,
            "tone": (card.tone if card.tone is not Tone.PLAIN else at.tone).value,
            "level": at.level,
            "lines": [{"label": label, "runs": runs_data(line)} for label, line in card.lines],
        }
        for card in cards
    ]
    across = len(cards) if abreast else 1
    return {"kind": "cards", "across": across, "gap": CARD_GAP, "items": items}


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
        {"figure": run_data(item.figure), "label": runs_data(item.label), "size": round(size, 2)}
        for item in block.items
    ]
    return {"kind": "key figures", "gutter": gutter, "inset": inset, "items": items}


def _table(block: Table, at: Setting) -> Data:
    widths, break_words = column_widths(block, at.width, at.smallest)
    return {
        "kind": "table",
        "caption": runs_data(block.caption),
        "header": [runs_data(cell) for cell in block.header],
        "rows": [[runs_data(cell) for cell in row] for row in block.rows],
        "numeric": list(block.numeric or (False,) * len(block.header)),
        "columns": [round(width, 2) for width in widths],
        "padding": CELL_PADDING,
        "break words": break_words,
        "note": runs_data(block.note),
    }


def _chart(block: ChartBlock, at: Setting) -> Data:
    """The chart in bands at the width of its place, so that a page may break between rows."""
    drawing = lay_out(block.chart, at.width, at.smallest)
    return {
        "kind": "chart",
        "title": block.chart.title,
        "alternative": plain(block.alternative) or block.chart.title,
        "width": at.width,
        "head": _band([drawing.head], at.width),
        "rows": [_band(rows, at.width) for rows in _kept_together(drawing.rows)],
        "foot": _band([drawing.foot], at.width),
        "table": _table(block.table, at),
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
    width = min(max(labels, default=0.0) + 1, 0.3 * at.width)
    rows = [(runs_data(label), runs_data(value)) for label, value in block.rows]
    return {"kind": "facts", "label": round(width, 2) if at.width >= 200 else None, "rows": rows}


def _section(block: Section, at: Setting) -> Data:
    return {
        "kind": "section",
        "title": runs_data(block.title),
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
