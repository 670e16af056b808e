"""Native charts on slides: they can be edited in PowerPoint, and hold only what is printed."""

from collections.abc import Sequence
from typing import Any, Final

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from goldenthread.documents.charts.colour import level_colours, text_on
from goldenthread.documents.charts.model import BarRow, DivergingBars, DotRow, LevelKey
from goldenthread.documents.render.office.theme import hex_colour
from goldenthread.documents.render.office.words import one_line
from goldenthread.documents.render.slides.bars import BarsFit, bar_label

_NO_NOUGHTS: Final = "0;;;"
"""A number format that prints no noughts: a segment without length has no label."""
_ANSWERS: Final = range(11)


def draw_bars(placeholder: Any, chart: DivergingBars, fit: BarsFit) -> Any:
    """Draw grades as bars of equal length, worst on the left and best on the right.

    PowerPoint computes the shares from the counts, so that the workbook behind the chart holds
    counts alone and rows with different bases compare. Bars around a middle line would need
    negative counts, which programs draw in different ways. Returns the graphic frame.
    """
    data = CategoryChartData(number_format=_NO_NOUGHTS)
    data.categories = [one_line(bar_label(row)) for row in fit.rows]
    levels = sorted(chart.levels, key=lambda level: level.rank)
    for level in levels:
        data.add_series(one_line(level.label), [_count(row, level) for row in fit.rows])
    frame = placeholder.insert_chart(XL_CHART_TYPE.BAR_STACKED_100, data)
    _dress_bars(frame.chart, levels, level_colours(chart.levels), fit)
    return frame


def _count(row: BarRow, level: LevelKey) -> int | None:
    """Return a row's count at a level.

    A row with a count that may not be shown has no bar at all: the others alone would be drawn
    as if they were everything.
    """
    counts = {segment.level: segment.count for segment in row.segments}
    return None if None in counts.values() else counts.get(level.level)


def _dress_bars(
    chart: Chart, levels: Sequence[LevelKey], colours: dict[str, str], fit: BarsFit
) -> None:
    _plain(chart, fit.size)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 30, 100
    for series, level in zip(plot.series, levels, strict=True):
        colour = colours[level.level]
        series.invert_if_negative = False
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(hex_colour(colour))
        series.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        _label(series.data_labels, fit.size, text_on(colour))
        series.data_labels.position = XL_LABEL_POSITION.CENTER
    axis = chart.category_axis
    axis.reverse_order = True
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _plain_axis(axis)
    axis.format.line.fill.background()
    _label_every_row(axis)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    _lay_out(chart, left=fit.label_width / fit.box.width)


def _label_every_row(axis: Any) -> None:
    """Print all labels, which have been measured: without this every second may be left out."""
    element = axis._element
    skip = element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    element.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def draw_answers(placeholder: Any, row: DotRow, size: float) -> Any:
    """Draw how many gave each answer from 0 to 10. Returns the graphic frame."""
    counts = [row.answers.count(answer) or None for answer in _ANSWERS]
    data = CategoryChartData(number_format="0")
    data.categories = [str(answer) for answer in _ANSWERS]
    data.add_series(one_line(row.label), counts)
    frame = placeholder.insert_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, data)
    chart = frame.chart
    _plain(chart, size)
    plot = chart.plots[0]
    plot.gap_width = 25
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    _label(series.data_labels, size, None)
    series.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _plain_axis(chart.category_axis)
    _scale(chart.value_axis, max((count for count in counts if count), default=1))
    return frame


def _scale(axis: Any, highest: int) -> None:
    """Leave room for the number above the highest column."""
    axis.visible = False
    axis.has_major_gridlines = False
    axis.minimum_scale, axis.maximum_scale = 0, highest + 1 + highest // 3


def _plain(chart: Chart, size: float) -> None:
    """No title, no legend: both stand on the slide as text."""
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _plain_axis(axis: Any) -> None:
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_2
    axis.format.line.width = Pt(1)


def _label(labels: Any, size: float, colour: str | None) -> None:
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = _NO_NOUGHTS, False
    labels.font.size, labels.font.bold = Pt(size), True
    if colour is not None:
        labels.font.color.rgb = RGBColor.from_string(hex_colour(colour))


def _lay_out(chart: Chart, left: float) -> None:
    """Give the labels the width that was measured for them, and the bars the rest."""
    area = chart._chartSpace.chart.plotArea
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = area.makeelement(qn("c:layout"), {})
        area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in (
        ("layoutTarget", "inner"),
        ("xMode", "edge"),
        ("yMode", "edge"),
        ("x", f"{left:.4f}"),
        ("y", "0"),
        ("w", f"{1 - left:.4f}"),
        ("h", "1"),
    ):
        etree.SubElement(manual, qn(f"c:{name}"), val=value)
