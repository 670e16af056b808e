"""Blocks as data for the templates, which only say how things look."""

from dataclasses import replace

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    ChartBlock,
    Columns,
    Facts,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    Tone,
)
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.render.grouping import grouped
from goldenthread.documents.render.paper.figures import chart_data, facts_data, table_data
from goldenthread.documents.render.paper.setting import (
    PADDING,
    Data,
    Setting,
    run_data,
    runs_data,
)
from goldenthread.documents.text import plain

GUTTER = 22.0
CARD_GAP = 9.0
CARD_PADDING = 9.0
"""Between columns, between cards and within them, in points."""

_CARD_ROW = 700
"""Cards stand side by side while each has at most so many characters."""

_LEAD, _CARD_TITLE, _HEADING = 1.16, 1.12, 1.4
_BULLET, _CARD_NUMBER = 1.6, 2.2
"""Largest sizes and indents of the templates, in type sizes, for words that may have to break."""


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
            return table_data(block, at)
        case ChartBlock():
            return chart_data(block, at)
        case Facts():
            return facts_data(block, at)
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
