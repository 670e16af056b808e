"""Tables and splits made by chance: right ones raise nothing, and one changed number is found."""

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from goldenthread.checker.figures.check import Figures, check_figures
from goldenthread.checker.results import Severity
from goldenthread.checker.source import FileKind, Grid, Part, Passage, Role, Source

pytestmark = pytest.mark.slow

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
AREAS = ("Neglect", "Drift in planning", "Court", "Change of worker", "Housing", "School", "Other")
TEAMS = ("North", "South", "East", "West", "Front door", "Care leavers")

Rows = list[list[str]]


def rounded(count: int, base: int) -> str:
    """Per cent, half up, worked out with whole numbers."""
    return str((200 * count + base) // (2 * base))


def checked(*parts: Part) -> Figures:
    return check_figures(Source("report.txt", FileKind.TEXT, parts))


def worst(figures: Figures) -> set[Severity]:
    return {one.severity for one in figures.statements} | {one.severity for one in figures.sets}


def raises_doubt(figures: Figures) -> bool:
    return bool(worst(figures) & {Severity.ERROR, Severity.QUERY})


def table(rows: Rows) -> Figures:
    return checked(Grid(tuple(tuple(row) for row in rows), "table 1"))


def two_columns(labels: tuple[str, ...], counts: list[int], total: int) -> Rows:
    body = [[name, str(n), rounded(n, total) + "%"] for name, n in zip(labels, counts, strict=True)]
    return [["", "Number", "%"], *body, ["Total", str(total), "100%"]]


def bare_columns(labels: tuple[str, ...], counts: list[int], total: int) -> Rows:
    body = [[name, str(n), rounded(n, total)] for name, n in zip(labels, counts, strict=True)]
    return [["Part", "n", "Per cent"], *body, ["All", str(total), ""]]


def total_first(labels: tuple[str, ...], counts: list[int], total: int) -> Rows:
    rows = two_columns(labels, counts, total)
    return [rows[0], rows[-1], *rows[1:-1]]


def one_cell(labels: tuple[str, ...], counts: list[int], total: int) -> Rows:
    body = [[name, f"{n:,} ({rounded(n, total)}%)"] for name, n in zip(labels, counts, strict=True)]
    return [["Part", "Audits (%)"], *body, ["Total", f"{total:,}"]]


def lying(labels: tuple[str, ...], counts: list[int], total: int) -> Rows:
    numbers = [str(n) for n in (*counts, total)]
    shares = [rounded(n, total) + "%" for n in (*counts, total)]
    return [["", *labels, "Total"], ["Number", *numbers], ["%", *shares]]


LAYOUTS: list[Callable[[tuple[str, ...], list[int], int], Rows]] = [
    two_columns,
    bare_columns,
    total_first,
    one_cell,
    lying,
]


@st.composite
def partitions(draw: st.DrawFn) -> tuple[tuple[str, ...], list[int]]:
    """Labels with counts, at least three of them above nought."""
    labels: tuple[str, ...] = draw(st.sampled_from([GRADES, AREAS[:3], AREAS[:5], AREAS]))
    counts = draw(st.lists(st.integers(0, 400), min_size=len(labels), max_size=len(labels)))
    assume(sum(count > 0 for count in counts) >= 3)
    return labels, counts


@st.composite
def crosstabs(draw: st.DrawFn) -> list[list[int]]:
    teams = draw(st.integers(2, len(TEAMS)))
    row = st.lists(st.integers(1, 60), min_size=4, max_size=4)
    return draw(st.lists(row, min_size=teams, max_size=teams))


def crossed(counts: list[list[int]], *, shares: bool) -> Rows:
    """Teams by grades with totals both ways, each cell with its share of the row if wanted."""
    counts = [*counts, [sum(column) for column in zip(*counts, strict=True)]]
    names = (*TEAMS[: len(counts) - 1], "Total")
    rows = [["Team", *GRADES, "Total"]]
    for name, row in zip(names, counts, strict=True):
        total = sum(row)
        cells = [f"{n} ({rounded(n, total)}%)" if shares else str(n) for n in row]
        rows.append([name, *cells, str(total)])
    return rows


@given(partitions(), st.sampled_from(LAYOUTS))
def test_table_that_is_right_raises_nothing(
    partition: tuple[tuple[str, ...], list[int]],
    layout: Callable[[tuple[str, ...], list[int], int], Rows],
) -> None:
    labels, counts = partition
    figures = table(layout(labels, counts, sum(counts)))
    assert worst(figures) <= {Severity.OK}
    assert figures.sets


@given(crosstabs(), st.booleans())
def test_crosstab_that_is_right_raises_nothing(counts: list[list[int]], shares: bool) -> None:
    figures = table(crossed(counts, shares=shares))
    assert worst(figures) <= {Severity.OK}
    assert len(figures.sets) == len(counts) + 1 + len(GRADES) + 1


@given(partitions(), st.sampled_from(LAYOUTS), st.data())
def test_table_with_one_other_count_is_found(
    partition: tuple[tuple[str, ...], list[int]],
    layout: Callable[[tuple[str, ...], list[int], int], Rows],
    data: st.DataObject,
) -> None:
    labels, counts = partition
    place = data.draw(st.integers(0, len(counts) - 1))
    wrong = data.draw(st.integers(0, 999))
    assume(wrong != counts[place])
    rows = layout(labels, counts, sum(counts))
    false = layout(labels, [*counts[:place], wrong, *counts[place + 1 :]], sum(counts) + 1000)
    for r, row in enumerate(rows):
        for c in range(1, len(row)):
            if row[0] == labels[place] and layout is not lying and c == 1:
                shown = row[c].split(" ")
                row[c] = " ".join([false[r][c].split(" ")[0], *shown[1:]])
    if layout is lying:
        rows[1][1 + place] = str(wrong)
    assert raises_doubt(table(rows))


@given(partitions(), st.sampled_from(LAYOUTS), st.integers(0, 5000))
def test_table_with_another_total_is_found(
    partition: tuple[tuple[str, ...], list[int]],
    layout: Callable[[tuple[str, ...], list[int], int], Rows],
    wrong: int,
) -> None:
    labels, counts = partition
    assume(wrong != sum(counts))
    rows = layout(labels, counts, sum(counts))
    if layout is lying:
        rows[1][-1] = str(wrong)
    else:
        total = next(row for row in rows[1:] if row[0] in ("Total", "All"))
        total[1] = str(wrong)
    assert raises_doubt(table(rows))


@given(partitions(), st.sampled_from([two_columns, one_cell, lying]), st.data())
def test_table_with_another_percentage_is_found(
    partition: tuple[tuple[str, ...], list[int]],
    layout: Callable[[tuple[str, ...], list[int], int], Rows],
    data: st.DataObject,
) -> None:
    labels, counts = partition
    place = data.draw(st.integers(0, len(counts) - 1))
    right = int(rounded(counts[place], sum(counts)))
    wrong = data.draw(st.integers(0, 100))
    assume(abs(wrong - right) > 1)
    rows = layout(labels, counts, sum(counts))
    if layout is lying:
        rows[2][1 + place] = f"{wrong}%"
    elif layout is one_cell:
        rows[1 + place][1] = f"{counts[place]:,} ({wrong}%)"
    else:
        rows[1 + place][2] = f"{wrong}%"
    assert raises_doubt(table(rows))


@given(crosstabs(), st.data())
def test_crosstab_with_one_other_cell_is_found(
    counts: list[list[int]], data: st.DataObject
) -> None:
    rows = crossed(counts, shares=False)
    row = data.draw(st.integers(1, len(rows) - 1))
    column = data.draw(st.integers(1, 5))
    wrong = data.draw(st.integers(0, 999))
    assume(str(wrong) != rows[row][column])
    rows[row][column] = str(wrong)
    assert raises_doubt(table(rows))


def with_shares(counts: list[int], base: int) -> str:
    a, b, c, d = (f"{n} ({rounded(n, base)}%)" for n in counts)
    return (
        f"Of the {base} audits, {a} were graded outstanding, {b} good, "
        f"{c} requires improvement and {d} inadequate."
    )


def without_shares(counts: list[int], base: int) -> str:
    a, b, c, d = counts
    return (
        f"{base} audits were graded: {a} ‘outstanding’, {b} ‘good’, "
        f"{c} ‘requires improvement’ and {d} ‘inadequate’."
    )


def grade_first(counts: list[int], base: int) -> str:
    a, b, c, d = counts
    return f"Of the {base} audits: Outstanding {a}, Good {b}, RI {c}, Inadequate {d}."


WORDINGS = [with_shares, without_shares, grade_first]
FOUR = st.lists(st.integers(1, 300), min_size=4, max_size=4)


@pytest.mark.parametrize("wording", WORDINGS)
@given(counts=FOUR)
@example(counts=[188, 281, 192, 45])  # two parts that both print as 27%
@settings(max_examples=40)
def test_split_that_is_right_raises_nothing(
    wording: Callable[[list[int], int], str], counts: list[int]
) -> None:
    figures = checked(Passage(wording(counts, sum(counts)), "page 1"))
    assert worst(figures) == {Severity.OK}
    assert [found.base for found in figures.sets] == [sum(counts)]


@pytest.mark.parametrize("wording", WORDINGS)
@given(counts=FOUR, place=st.integers(0, 3), wrong=st.integers(0, 300))
@settings(max_examples=40)
def test_split_with_one_other_count_is_found(
    wording: Callable[[list[int], int], str], counts: list[int], place: int, wrong: int
) -> None:
    base = sum(counts)
    assume(wrong != counts[place])
    changed = [*counts[:place], wrong, *counts[place + 1 :]]
    assert raises_doubt(checked(Passage(wording(changed, base), "page 1")))


@given(counts=FOUR)
@settings(max_examples=40)
def test_list_of_grades_adds_up_to_the_number_above_it(counts: list[int]) -> None:
    items = [
        Passage(f"{grade}: {n}", "page 1", role=Role.LIST_ITEM)
        for grade, n in zip(GRADES, counts, strict=True)
    ]
    lead = Passage(f"Of the {sum(counts)} audits:", "page 1")
    figures = checked(lead, *items)
    assert [(f.base, f.severity) for f in figures.sets] == [(sum(counts), Severity.OK)]
    lead = Passage(f"Of the {sum(counts) + 1} audits:", "page 1")
    assert [f.severity for f in checked(lead, *items).sets] == [Severity.ERROR]
