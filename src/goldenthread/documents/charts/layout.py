"""From a chart to a drawing, and from a tall chart to several that each fit a page."""

from dataclasses import replace

from goldenthread.documents.charts.bars import lay_out_bars
from goldenthread.documents.charts.dots import lay_out_dots
from goldenthread.documents.charts.drawing import Drawing
from goldenthread.documents.charts.model import Chart, DivergingBars


def lay_out(chart: Chart, width: float, size: float) -> Drawing:
    """Lay out any chart at a width, both in the unit of ``size``, the type size."""
    if isinstance(chart, DivergingBars):
        return lay_out_bars(chart, width, size)
    return lay_out_dots(chart, width, size)


def split(chart: Chart, width: float, size: float, tallest: float) -> tuple[Chart, ...]:
    """Charts that hold the rows in order and are no taller than ``tallest``.

    A single row that is taller stays whole.
    """
    if len(chart.rows) <= 1 or lay_out(chart, width, size).height <= tallest:
        return (chart,)
    parts: list[Chart] = []
    start = 0
    for end in range(1, len(chart.rows) + 1):
        longer = _rows(chart, start, end)
        if end - start > 1 and lay_out(longer, width, size).height > tallest:
            parts.append(_rows(chart, start, end - 1))
            start = end - 1
    return (*parts, _rows(chart, start, len(chart.rows)))


def _rows(chart: Chart, start: int, end: int) -> Chart:
    if isinstance(chart, DivergingBars):
        return replace(chart, rows=chart.rows[start:end])
    return replace(chart, rows=chart.rows[start:end])
