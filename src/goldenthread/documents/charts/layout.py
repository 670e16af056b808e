"""From a chart to a drawing."""

from goldenthread.documents.charts.bars import lay_out_bars
from goldenthread.documents.charts.dots import lay_out_dots
from goldenthread.documents.charts.drawing import Drawing
from goldenthread.documents.charts.model import Chart, DivergingBars


def lay_out(chart: Chart, width: float, size: float) -> Drawing:
    """Lay out any chart at a width, in the unit of ``size``, the type size.

    Raises ``ValueError`` for an answer that is not from 0 to 10.
    """
    if isinstance(chart, DivergingBars):
        return lay_out_bars(chart, width, size)
    return lay_out_dots(chart, width, size)
