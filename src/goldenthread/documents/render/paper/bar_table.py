"""A chart of grades as one table: each row has its label, its bar with the numbers, and its note.

On paper a table that says what the chart already prints would double its length. Here the chart is
the table: screen readers meet a header row, a label, the row's numbers in words, and its base.
"""

import re

from goldenthread.documents.blocks import ChartBlock, FigureRun, Runs
from goldenthread.documents.charts.bars import Strips, lay_out_strips
from goldenthread.documents.charts.columns import ROW_GAP
from goldenthread.documents.charts.model import BarRow, DivergingBars, LevelKey
from goldenthread.documents.text import plain

_NUMBER = re.compile(r"\d+|\bc\b")
"""A number of a row's note, or the mark of one that is not shown."""


_TIGHT_ROW_GAP = 0.04
"""Space above and below a bar where every line counts, in type sizes."""


def bar_strips(
    block: ChartBlock, width: float, size: float, *, tight: bool = False
) -> Strips | None:
    """The chart's bars for a table of that width, in the unit of the type ``size``.

    ``None`` if the block's own table says more than the bars do, or the place is too narrow.
    """
    chart = block.chart
    if not isinstance(chart, DivergingBars) or not chart.rows or not _says_all(block, chart):
        return None
    strips = lay_out_strips(chart, width, size, _TIGHT_ROW_GAP if tight else ROW_GAP)
    return None if strips.columns.above else strips


def row_in_words(row: BarRow, levels: tuple[LevelKey, ...]) -> str:
    """The numbers of a row with the names of their levels, from worst to best.

    >>> from goldenthread.documents.charts.model import Segment
    >>> good = LevelKey("good", "Good", 1, good=True)
    >>> row_in_words(BarRow("Risk", (Segment("good", 9, "risk.good", "9"),), 9), (good,))
    'Good: 9'
    """
    texts = {segment.level: segment.text for segment in row.segments}
    ordered = sorted(levels, key=lambda level: level.rank)
    return ", ".join(
        f"{level.label}: {texts[level.level]}" for level in ordered if level.level in texts
    )


def _says_all(block: ChartBlock, chart: DivergingBars) -> bool:
    """Whether chart and table have the same rows, and the chart prints all of their figures."""
    rows = block.table.rows
    if [plain(cells[0]) for cells in rows] != [row.label for row in chart.rows]:
        return False
    return all(
        _says(row, cell) for row, cells in zip(chart.rows, rows, strict=True) for cell in cells[1:]
    )


def _says(row: BarRow, cell: Runs) -> bool:
    """Whether the row prints all that a cell says. That there is none goes without saying."""
    printed = {(segment.key, segment.text) for segment in row.segments}
    in_note = _NUMBER.findall(row.note)
    return all(
        run.count == 0 or (run.key, run.text) in printed or run.text in in_note
        if isinstance(run, FigureRun)
        else run.text in row.note
        for run in cell
        if run.text
    )
