"""A document that we composed, before it is rendered: what every file type will hold."""

from collections.abc import Iterable, Iterator

from goldenthread.checker.source import (
    FileKind,
    Grid,
    Link,
    Part,
    Passage,
    Picture,
    Region,
    Role,
    Shows,
    Source,
)
from goldenthread.documents import blocks
from goldenthread.documents.blocks import Block, Document, Runs
from goldenthread.documents.text import links_of, plain

_SHOWN = frozenset(set(Shows) - {Shows.PAGES, Shows.COLOURS, Shows.TAGS})


def read(document: Document) -> Source:
    """The source that a composed document makes; ``where`` names the section."""
    parts = tuple(part for part in _parts(document) if not isinstance(part, Passage) or part.text)
    return Source(
        file=document.layout,
        kind=FileKind.HTML,
        parts=parts,
        shows=_SHOWN,
        language=document.language,
        title=document.title,
        pictures=tuple(_pictures(parts)),
        links=tuple(Link(link.text, link.address, document.layout) for link in links_of(document)),
    )


def _parts(document: Document) -> Iterator[Part]:
    head = document.masthead
    yield _passage(f"{head.authority}: {head.kind}", head.kind, Role.HEADING, 1)
    for runs in (head.focus, head.period, head.issued):
        yield _passage(plain(runs), head.kind)
    yield from _blocks(document.body, head.kind, 2)
    yield _passage(plain(document.footer), "footer")


def _passage(text: str, where: str, role: Role = Role.PARAGRAPH, level: int = 0) -> Passage:
    return Passage(" ".join(text.split()), where, role, level=level)


def _blocks(found: Iterable[Block], where: str, level: int) -> Iterator[Part]:
    for block in found:
        yield from _block(block, where, level)


def _block(block: Block, where: str, level: int) -> Iterator[Part]:
    match block:
        case blocks.Section():
            title = plain(block.title)
            yield _passage(title, title, Role.HEADING, level)
            yield from _blocks(block.blocks, title, level + 1)
        case blocks.Columns():
            for column in block.columns:
                yield from _blocks(column, where, level)
        case blocks.Table():
            yield _grid(block, where)
            yield _passage(plain(block.note), where)
        case blocks.ChartBlock():
            yield Passage(block.chart.title, where, Role.CAPTION)
            yield Passage(plain(block.alternative), where, region=Region.ALT_TEXT)
            yield _grid(block.table, where)
        case _:
            yield from _running(block, where, level)


def _running(block: Block, where: str, level: int) -> Iterator[Part]:
    """Paragraphs, lists and what reads like them."""
    match block:
        case blocks.Paragraph():
            yield _passage(plain(block.runs), where)
        case blocks.BulletList():
            for item in block.items:
                yield _item(item.runs, *item.more, where=where)
        case blocks.Card():
            yield _passage(plain(block.title), where, Role.HEADING, level)
            for label, line in block.lines:
                yield _passage(f"{label}: {plain(line)}", where)
        case blocks.KeyFigures():
            for key_figure in block.items:
                yield _item((key_figure.figure,), key_figure.label, where=where)
        case blocks.Facts():
            for label_of_row, value in block.rows:
                yield _passage(f"{plain(label_of_row)}: {plain(value)}", where)


def _item(*lines: Runs, where: str) -> Passage:
    return _passage(" ".join(plain(line) for line in lines), where, Role.LIST_ITEM)


def _grid(table: blocks.Table, where: str) -> Grid:
    rows = tuple(tuple(plain(cell) for cell in row) for row in (table.header, *table.rows))
    return Grid(rows, where, caption=plain(table.caption), header_rows=1, header_columns=1)


def _pictures(parts: Iterable[Part]) -> Iterator[Picture]:
    """One picture for each chart: its alternative stands among the parts."""
    for part in parts:
        if part.region is Region.ALT_TEXT and isinstance(part, Passage):
            yield Picture(part.where, part.text, is_chart=True)
