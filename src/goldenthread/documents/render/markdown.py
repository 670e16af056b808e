"""Markdown: CommonMark with pipe tables; charts are printed as their tables."""

from collections.abc import Iterable, Iterator

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    ChartBlock,
    Columns,
    Document,
    Facts,
    KeyFigures,
    Paragraph,
    Runs,
    Section,
    Table,
)
from goldenthread.documents.render.markdown_text import escaped, line, strong
from goldenthread.documents.text import printable

_BREAK = "\\\n"
_DEEPEST = 6
_LISTS = ("- ", "1. ")


def render(document: Document) -> bytes:
    """The document as Markdown in UTF-8, always the same bytes for the same document."""
    head = document.masthead
    about = (
        strong(escaped(head.authority)),
        line(head.focus),
        line(head.period),
        line(head.issued),
    )
    parts = [f"# {escaped(head.kind)}", _BREAK.join(part for part in about if part)]
    parts.extend(_blocks(document.body, 2))
    if document.footer:
        parts += ["---", line(document.footer)]
    text = "\n\n".join(_parted(part for part in parts if part))
    return f"{printable(text)}\n".encode()


def _parted(parts: Iterable[str]) -> Iterator[str]:
    """The parts, with an empty comment between neighbouring lists, which would else be one list."""
    earlier = ""
    for part in parts:
        if part.startswith(_LISTS) and earlier.startswith(_LISTS):
            yield "<!-- -->"
        yield part
        earlier = part


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield line(block.runs)
        case BulletList():
            items = [tuple(map(line, (item.runs, *item.more))) for item in block.items]
            yield _list(items, block.numbered)
        case Card():
            yield _heading(block.title, level, block.number)
            yield from (
                f"{strong(escaped(name))}{_BREAK}{line(runs)}" for name, runs in block.lines
            )
        case KeyFigures():
            yield _pairs(((item.figure,), item.label) for item in block.items)
        case Facts():
            yield _pairs(block.rows)
        case Table():
            yield from _table(block)
        case ChartBlock():
            yield f"{strong(escaped(block.chart.title))}{_BREAK}{line(block.alternative)}"
            yield from _table(block.table)
        case Section():
            yield _heading(block.title, level, block.number)
            yield from _blocks(block.blocks, level + 1)
        case Columns():
            for column in block.columns:
                yield from _blocks(column, level)


def _heading(title: Runs, level: int, number: str) -> str:
    text = f"{escaped(number)} {line(title)}" if number else line(title)
    return f"{'#' * min(level, _DEEPEST)} {text}"


def _list(items: Iterable[tuple[str, ...]], numbered: bool = False) -> str:
    """A list; further lines of an item follow its first one."""
    lines = []
    for place, item in enumerate(items, 1):
        marker = f"{place}. " if numbered else "- "
        lines.append(marker + (_BREAK + " " * len(marker)).join(item))
    return "\n".join(lines)


def _pairs(rows: Iterable[tuple[Runs, Runs]]) -> str:
    """A list in which what comes first stands out."""
    return _list(((f"{strong(line(first, plain=True))} {line(second)}",) for first, second in rows))


def _table(table: Table) -> Iterator[str]:
    """Caption, pipe table (GitHub Flavored Markdown, section 4.10) and note."""
    numeric = table.numeric or (False,) * len(table.header)
    rows = [_row(map(line, cells)) for cells in (table.header, *table.rows)]
    rows.insert(1, _row("---:" if number else "---" for number in numeric))
    yield strong(line(table.caption, plain=True))
    yield "\n".join(rows)
    yield line(table.note)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
