"""Tables that hold data, and tables that only lay out prose."""

import time

import pytest

from goldenthread.checker.reading.tables import is_data_table, reads_by_column

PROSE = "Plans need to say what will change, how and by when. Families then know what we expect."


@pytest.mark.parametrize(
    "rows",
    [
        [["Category", "Good", "Inadequate"], ["Plans", "14", "2"], ["Risk", "10", "–"]],
        [["", "Number", "%"], ["Outstanding", "1", "4%"], ["Total", "26", "100%"]],
        [["Grade", "Audits"], ["Good", "8 of 26 (31%)"]],
        [["0", "0"], ["0", "0"]],
        [["What", "Who", "When"], ["Chronologies", "Team managers", "31 March"]],
        [["Grade", "Audits", "What we saw"], ["Good", "8", PROSE], ["Inadequate", "5", PROSE]],
        [["Grades of plans"] * 3, ["Good", "8", "31%"], ["Inadequate", "5", "19%"]],
    ],
)
def test_is_data_table_with_short_cells_or_figures_is_data(rows: list[list[str]]) -> None:
    assert is_data_table(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["", ""], ["", ""]],
        [["One cell"]],
        [["One row", "of two", "cells"]],
        [["One column"], ["of two"], ["rows"]],
        [["Positive findings", "Reminders"], [PROSE, PROSE]],
        [["What we found", "What to do"], [PROSE, PROSE], [PROSE, PROSE]],
        [["Strengths", "Worries"], ["Visits\nPlans\nSupervision", "Risk\nCare plans"]],
        [["Heading", ""], ["", "a"], ["b", ""], ["", "c"]],
        [["A heading over all", "A heading over all"], [PROSE, "Short"]],
    ],
)
def test_is_data_table_with_prose_or_few_cells_is_layout(rows: list[list[str]]) -> None:
    assert not is_data_table(rows)


def test_is_data_table_with_a_cell_of_a_million_marks_answers_quickly() -> None:
    began = time.perf_counter()
    assert not is_data_table([["a", "b"], ["1 of " * 250_000, "-" * 1_000_000]])
    assert time.perf_counter() - began < 1


def test_reads_by_column_with_headings_over_prose_is_so() -> None:
    assert reads_by_column([["Positive findings", "Reminders"], [PROSE, PROSE], ["", ""]])


@pytest.mark.parametrize(
    "rows",
    [
        [[PROSE, PROSE]],
        [["What we found", "What to do"], [PROSE, PROSE], [PROSE, PROSE]],
        [["One heading", "One heading"], [PROSE, PROSE]],
    ],
)
def test_reads_by_column_with_other_layouts_is_not_so(rows: list[list[str]]) -> None:
    assert not reads_by_column(rows)
