"""A chart stands in for its table only where it says as much."""

from dataclasses import replace

import pytest
from tests.documents.samples.charts import answers_chart, category_chart
from tests.documents.samples.words import runs

from goldenthread.documents.blocks import ChartBlock, FigureRun, Literal, Table
from goldenthread.documents.render.paper.bar_table import bar_strips

WIDTH, SIZE = 493.0, 9.5


def with_first_cell(chart: ChartBlock, *cell: FigureRun | Literal) -> ChartBlock:
    """The chart with another number in the first cell of its table."""
    first, *others = chart.table.rows
    rows = ((first[0], cell, *first[2:]), *others)
    return replace(chart, table=replace(chart.table, rows=rows))


def test_chart_that_prints_all_figures_of_its_table_gives_a_strip_for_each_row() -> None:
    strips = bar_strips(category_chart(), WIDTH, SIZE)
    assert strips is not None
    assert len(strips.plots) == 16


@pytest.mark.parametrize(
    "cell",
    [
        FigureRun("record.outstanding", "2", count=2),
        FigureRun("other.outstanding", "1", count=1),
        Literal("1", "quotation"),
    ],
)
def test_table_with_a_number_that_the_chart_does_not_print_is_kept(
    cell: FigureRun | Literal,
) -> None:
    assert bar_strips(with_first_cell(category_chart(), cell), WIDTH, SIZE) is None


def test_table_with_a_nought_that_the_chart_does_not_draw_says_no_more() -> None:
    nought = FigureRun("record.not_evidenced", "0", count=0)
    assert bar_strips(with_first_cell(category_chart(), nought), WIDTH, SIZE) is not None


def test_table_with_other_rows_than_the_chart_is_kept() -> None:
    chart = category_chart()
    fewer: Table = replace(chart.table, rows=chart.table.rows[1:])
    renamed = replace(chart.table, rows=((runs("Else"), *chart.table.rows[0][1:]), *fewer.rows))
    assert bar_strips(replace(chart, table=fewer), WIDTH, SIZE) is None
    assert bar_strips(replace(chart, table=renamed), WIDTH, SIZE) is None


def test_narrow_places_and_other_charts_keep_their_table() -> None:
    assert bar_strips(category_chart(), 200, SIZE) is None
    assert bar_strips(answers_chart(), WIDTH, SIZE) is None
