"""Plain text of runs, and every figure that a document prints."""

import re
from collections.abc import Iterator

from goldenthread.documents.blocks import (
    Block,
    BulletList,
    Card,
    ChartBlock,
    Columns,
    Document,
    Facts,
    FigureRun,
    KeyFigures,
    Link,
    Paragraph,
    Run,
    Runs,
    Section,
    Table,
)
from goldenthread.documents.charts.model import Chart, DivergingBars

_NOT_PRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(runs: Runs) -> str:
    """The text of runs as printed, without emphasis or addresses."""
    return "".join(run.text for run in runs)


def printable(text: str) -> str:
    """The text without control characters, which no XML file may hold (XML 1.0, "Char").

    >>> printable("a\\x0bb")
    'a b'
    """
    return _NOT_PRINTABLE.sub(" ", text)


def figures_of(document: Document) -> tuple[FigureRun, ...]:
    """Every figure that any file type prints, in reading order, repeats included.

    It walks the masthead, text alternatives, the segments of charts, tables and the footer.
    """
    head = document.masthead
    runs = [*head.focus, *head.period, *head.issued]
    for block in document.body:
        runs.extend(runs_of(block))
    return tuple(run for run in (*runs, *document.footer) if isinstance(run, FigureRun))


def links_of(document: Document) -> tuple[Link, ...]:
    """Every link of a document, in reading order."""
    runs = (run for block in document.body for run in runs_of(block))
    return tuple(run for run in runs if isinstance(run, Link))


def runs_of(block: Block) -> Iterator[Run]:
    """All runs of a block and of what it holds, in reading order; chart segments as figures."""
    match block:
        case Paragraph():
            yield from block.runs
        case BulletList():
            for item in block.items:
                yield from item.runs
                for line in item.more:
                    yield from line
        case Card():
            yield from block.title
            for _, line in block.lines:
                yield from line
        case KeyFigures():
            for key_figure in block.items:
                yield key_figure.figure
                yield from key_figure.label
        case Facts():
            for label, value in block.rows:
                yield from (*label, *value)
        case Table():
            yield from _table_runs(block)
        case ChartBlock():
            yield from block.alternative
            yield from segment_figures(block.chart)
            yield from _table_runs(block.table)
        case Section():
            yield from block.title
            for inner in block.blocks:
                yield from runs_of(inner)
        case Columns():
            for column in block.columns:
                for inner in column:
                    yield from runs_of(inner)


def _table_runs(table: Table) -> Iterator[Run]:
    yield from table.caption
    for cells in (table.header, *table.rows):
        for cell in cells:
            yield from cell
    yield from table.note


def segment_figures(chart: Chart) -> Iterator[FigureRun]:
    """The numbers printed in a chart's segments. Segments of nought are not drawn."""
    if not isinstance(chart, DivergingBars):
        return
    for row in chart.rows:
        for segment in row.segments:
            if segment.count != 0:
                yield FigureRun(segment.key, segment.text, "count", count=segment.count)
