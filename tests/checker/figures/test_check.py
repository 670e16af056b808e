"""All figure checks over a whole document."""

import time
from pathlib import Path

import pytest

from goldenthread.checker.figures.check import check_figures
from goldenthread.checker.figures.tables.grids import figures_of_grid
from goldenthread.checker.reading.read import read
from goldenthread.checker.results import SetVerdict, Severity, Verdict
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Region, Source

BRIEF = Path(__file__).parents[1] / "briefs" / "two_months_locality.txt"


def source(*parts: Part) -> Source:
    return Source("report.txt", FileKind.TEXT, parts)


def test_brief_of_2019_has_three_errors_and_no_set_in_error() -> None:
    """The facts of the brief as domain.md §0 works them out by hand."""
    figures = check_figures(read(BRIEF))
    errors = [s.text for s in figures.statements if s.severity is Severity.ERROR]
    assert errors == ["39% of cases", "16 Cases, 39%", "4, (16%)"]
    assert [
        (s.base, s.sum_counts, s.sum_percents, s.verdict, s.severity) for s in figures.sets
    ] == [
        (26, 26, None, SetVerdict.ADDS_UP, Severity.OK),
        (26, 26, "100", SetVerdict.ADDS_UP, Severity.OK),
        (26, 26, "99", SetVerdict.ROUNDING, Severity.NOTE),
        (None, 16, None, SetVerdict.ADDS_UP, Severity.OK),
        (None, 14, None, SetVerdict.ADDS_UP, Severity.OK),
        (None, 13, None, SetVerdict.ADDS_UP, Severity.OK),
    ]


def test_statements_of_text_and_table_come_in_reading_order() -> None:
    rows = (("Grade", "n", "%"), ("Good", "6", "60%"), ("RI", "4", "40%"), ("Total", "10", ""))
    figures = check_figures(
        source(
            Passage("Of 20 plans, 5 (25%) were late.", "page 1"),
            Grid(rows, "page 1, table 1"),
            Passage("Of 40 visits, 30 (75%) were in time.", "page 2"),
        )
    )
    assert [s.percent for s in figures.statements] == ["25", "60", "40", "75"]
    assert [s.where for s in figures.statements][1] == "page 1, table 1, “Good”"
    assert [(s.part, s.start) for s in figures.statements][1:3] == [(1, 1), (1, 2)]


@pytest.mark.parametrize("region", [Region.COMMENT, Region.DELETED, Region.EMBEDDED])
def test_figures_that_are_not_printed_are_not_checked(region: Region) -> None:
    rows = (("Grade", "n", "%"), ("Good", "6", "10%"), ("RI", "4", "40%"), ("Total", "11", ""))
    text = "Of the 26 audits, 1 was outstanding, 9 good, 12 RI and 9 inadequate (39%)."
    figures = check_figures(
        source(Passage(text, "page 1", region=region), Grid(rows, "table 1", region=region))
    )
    assert figures.statements == ()
    assert figures.sets == ()


def test_alternative_text_beside_its_table_makes_statements_of_its_own() -> None:
    rows = (("Grade", "n", "%"), ("Good", "6", "60%"), ("RI", "4", "40%"), ("Total", "10", ""))
    spoken = Passage("Of 10 audits, 6 (60%) were good.", "picture 1", region=Region.ALT_TEXT)
    figures = check_figures(source(spoken, Grid(rows, "table 1")))
    assert [s.percent for s in figures.statements] == ["60", "60", "40"]


def test_percentage_adjusted_to_a_hundred_is_a_note() -> None:
    rows = (("", "n", "%"), ("A", "1", "34%"), ("B", "1", "33%"), ("C", "1", "33%"))
    figures = check_figures(source(Grid((*rows, ("Total", "3", "100%")), "table 1")))
    first = figures.statements[0]
    assert (first.verdict, first.severity) == (Verdict.DISAGREES, Severity.NOTE)
    assert "add up to 100" in first.message


def test_split_found_twice_is_given_once() -> None:
    text = (
        "Of the 4 audits, 1 (25%) was outstanding, 1 (25%) good, 1 (25%) RI and 1 (25%) inadequate."
    )
    assert len(check_figures(source(Passage(text, "page 1"))).sets) == 1


def test_wrong_split_names_both_numbers_and_chooses_neither() -> None:
    text = "Of the 26 audits, 1 was outstanding, 9 good, 12 RI and 5 inadequate."
    found = check_figures(source(Passage(text, "page 3"))).sets[0]
    assert (found.where, found.sum_counts, found.base) == ("page 3", 27, 26)
    assert found.message == (
        "The parts add up to 27, but the whole is 26: check the parts and the whole."
    )


@pytest.mark.slow
def test_table_of_two_hundred_rows_and_twenty_columns_is_read_quickly() -> None:
    """0.05 s of processor time when it was written; the promise is a tenth of a second."""
    header = ("Area", *(f"Team {n}" for n in range(18)), "Total")
    rows = [header]
    for n in range(199):
        counts = [(7 * n + 3 * column) % 50 + 1 for column in range(18)]
        total = sum(counts)
        cells = [f"{count} ({(200 * count + total) // (2 * total)}%)" for count in counts]
        rows.append((f"Area {n}", *cells, str(total)))
    start = time.process_time()
    figures = figures_of_grid(Grid(tuple(rows), "table 1"), 0)
    elapsed = time.process_time() - start
    assert {bound.base for bound, _ in figures.shares} == {int(row[-1]) for row in rows[1:]}
    assert len(figures.sets) == 199
    assert elapsed < 0.3  # three times the promise, for a machine that is busy


@pytest.mark.parametrize(
    "cell",
    ["9" * 5000, "(" * 5000, "1 " * 3000, "10 (" * 2000, "<" * 5000, "%" * 5000, "1,000" * 900],
)
def test_hostile_cells_are_read_at_once(cell: str) -> None:
    start = time.process_time()
    check_figures(source(Grid((("", cell, "%"), (cell, cell, cell), ("Total", "1", "1")), "t")))
    assert time.process_time() - start < 0.5


def test_counts_in_brackets_belong_to_the_share_before_them() -> None:
    text = "52% were boys (214), 47% girls (194) and 1% not yet known (4): 412 in total."
    figures = check_figures(source(Passage(text, "page 1")))
    assert [(s.count, s.base, s.severity) for s in figures.statements] == [
        (214, 412, Severity.OK),
        (194, 412, Severity.OK),
        (4, 412, Severity.OK),
    ]
    assert all(one.severity is Severity.OK for one in figures.sets)
