"""Grids of any shape are read, and nothing that is no figure is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.checker.figures.tables.cells import Says, as_headers_say, cell_of
from goldenthread.checker.figures.tables.grids import figures_of_grid
from goldenthread.checker.figures.tables.headers import LineKind, line_of, says_of
from goldenthread.checker.source import Grid

CELLS = st.sampled_from(
    [
        "",
        "-",
        "c",
        "<5",
        "n/a",
        "Total",
        "Sub-total",
        "of which",
        "Good",
        "RI",
        "No",
        "Yes",
        "%",
        "n",
        "n (%)",
        "2019",
        "2019/20",
        "12",
        "0",
        "1,204",
        "38%",
        "100%",
        "10 (38%)",
        "10/26",
        "38% (10)",
        "10 (38)",
        "7.5",
        "£20",
        "+3%",
        "Average",
        "Rate per 10,000",
        "(n=26)",
        "nine",
        "104%",
        "0/0",
    ]
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    width = draw(st.integers(1, 6))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), max_size=7))
    marked = st.none() | st.integers(0, 8)
    return Grid(
        tuple(rows),
        "table 1",
        caption=draw(st.sampled_from(["", "Grades of 44 audits", "Rates per 10,000"])),
        header_rows=draw(marked),
        header_columns=draw(marked),
    )


@pytest.mark.slow
@given(grids())
def test_any_grid_is_read_without_complaint(grid: Grid) -> None:
    figures = figures_of_grid(grid, 3)
    assert all(bound.mention.part == 3 for bound, _ in figures.shares)
    assert all(0 <= bound.mention.start < len(grid.rows) for bound, _ in figures.shares)
    assert all(len(parts.members) > 1 for parts in figures.sets)


@pytest.mark.parametrize("rows", [(), ((),), (("",),), (("Total",),), (("", ""), ("", ""))])
def test_empty_grid_has_no_figures(rows: tuple[tuple[str, ...], ...]) -> None:
    figures = figures_of_grid(Grid(rows, "table 1"), 0)
    assert (figures.shares, figures.sets) == ((), ())


@pytest.mark.parametrize(
    ("text", "count", "base", "printed"),
    [
        ("10", 10, None, None),
        ("1,204", 1204, None, None),
        ("38%", None, None, "38"),
        ("7.5 per cent", None, None, "7.5"),
        ("10 (38%)", 10, None, "38"),
        ("10, 38%", 10, None, "38"),
        ("10 or 38%", 10, None, "38"),
        ("10 audits (38%)", 10, None, "38"),
        ("38% (n=10)", 10, None, "38"),
        ("10/26", 10, 26, None),
        ("10 of 26 (38%)", 10, 26, "38"),
        ("10 out of the 26", 10, 26, None),
        ("26*", 26, None, None),
        ("nine", 9, None, None),
    ],
)
def test_cell_holds_count_base_and_share(
    text: str, count: int | None, base: int | None, printed: str | None
) -> None:
    cell = cell_of(text, 0, 0)
    found = cell.share.printed if cell.share else None
    assert (cell.count, cell.base, found) == (count, base, printed)


@pytest.mark.parametrize(
    "text", ["", "-", "–", "c", "x", "z", "*", "<5", "n/a", "1-4", "low", ".."]
)
def test_cell_with_a_sign_for_no_number_is_unknown(text: str) -> None:
    cell = cell_of(text, 0, 0)
    assert not cell.is_known
    assert not cell.has_number


@pytest.mark.parametrize(
    "text", ["£20", "+3%", "-4", "3.4", "12 days", "14/04/2022", "304%", "10:30", "Team 4", "2nd"]
)
def test_cell_with_another_kind_of_number_holds_no_figure(text: str) -> None:
    assert not cell_of(text, 0, 0).has_number


def test_share_above_the_whole_is_one_only_among_right_shares() -> None:
    slip = (("Grade", "n", "%"), ("Good", "3", "152%"), ("RI", "3", "25%"), ("Poor", "6", "50%"))
    found = figures_of_grid(Grid((*slip, ("Total", "12", "100%")), "table 1"), 0)
    assert [b.mention.share.printed for b, _ in found.shares] == ["152", "25", "50", "100"]
    growth = (("Team", "Visits", "Change"), ("A", "30", "120%"), ("B", "20", "105%"))
    assert figures_of_grid(Grid((*growth, ("C", "10", "50%")), "table 1"), 0).shares == ()


@pytest.mark.parametrize("header", ["Year", "Date", "Ref", "Rate per 10,000", "Average", "Target"])
def test_number_under_a_header_of_another_kind_is_no_figure(header: str) -> None:
    assert not as_headers_say(cell_of("38%", 1, 1), says_of(header)).has_number


def test_bare_number_under_a_rate_is_no_figure_and_a_signed_one_is() -> None:
    assert says_of("Return rate") is Says.RATE
    assert not as_headers_say(cell_of("38", 1, 1), Says.RATE).has_number
    assert as_headers_say(cell_of("38%", 1, 1), Says.RATE).has_number


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Total", LineKind.TOTAL),
        ("Grand total", LineKind.TOTAL),
        ("All teams", LineKind.TOTAL),
        ("Sub-total", LineKind.SUBTOTAL),
        ("North total", LineKind.SUBTOTAL),
        ("of which in care", LineKind.SUBSET),
        ("Including siblings", LineKind.SUBSET),
        ("Good or better", LineKind.COMBINED),
        ("Good/Outstanding", LineKind.COMBINED),
        ("N/A", LineKind.UNGRADED),
        ("Not recorded", LineKind.UNGRADED),
        ("England", LineKind.COMPARATOR),
        ("Change since 2022", LineKind.COMPARATOR),
        ("Change of worker", LineKind.PART),
        ("Requires improvement", LineKind.PART),
    ],
)
def test_header_says_what_its_line_is_to_the_whole(header: str, kind: LineKind) -> None:
    assert line_of(header).kind is kind


def test_totals_without_a_sign_are_counts_under_a_caption_of_percentages() -> None:
    rows = (
        ("", "North", "South"),
        ("Good", "14 (40%)", "13 (33%)"),
        ("Other", "21 (60%)", "26 (67%)"),
    )
    caption = "Audits by grade (column percentages in brackets)"
    grid = Grid((*rows, ("Total", "35", "39")), "table 1", caption=caption)
    bases = [bound.base for bound, _ in figures_of_grid(grid, 0).shares]
    assert bases == [35, 39, 35, 39]
