"""Columns of tables fill the width and keep words whole as long as they can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.samples.charts import category_chart

from goldenthread.documents.blocks import Table, Text
from goldenthread.documents.charts.measure import text_width
from goldenthread.documents.render.paper.table_widths import CELL_PADDING, column_widths

words = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), max_size=40)


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=5), st.floats(60, 700))
def test_widths_of_any_table_fill_the_width(
    texts: list[tuple[str, str, str]], width: float
) -> None:
    header, *rows = (tuple((Text(text),) for text in row) for row in texts)
    table = Table((), header, tuple(rows), (False, True, False))
    widths = column_widths(table, width, 9.5)
    assert sum(widths) == pytest.approx(width)
    assert min(widths) > 0


def test_columns_of_numbers_are_as_wide_as_they_need() -> None:
    widths = column_widths(category_chart().table, 493.0, 9.5)
    good = text_width("Good", 9.5, "semibold") + 2 * CELL_PADDING
    assert widths[2] == pytest.approx(good, abs=1)


def test_words_that_can_wrap_give_way_first() -> None:
    """ "Requires improvement" breaks between its words before "Outstanding" breaks in two."""
    widths = column_widths(category_chart().table, 400.0, 9.5)
    assert widths[1] >= text_width("Outstanding", 9.5, "semibold") + 2 * CELL_PADDING
    assert widths[3] < text_width("Requires improvement", 9.5, "semibold") + 2 * CELL_PADDING
