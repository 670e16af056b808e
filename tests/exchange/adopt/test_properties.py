"""Whatever people do to their spreadsheets, no audit is lost unsaid and nothing crashes."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.adopt.makers.own_sheets import ABBREVIATED, SHORT
from tests.exchange.adopt.makers.truth import CATEGORIES, FRAMEWORK, SCALE, Truth, audits

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.adopt.applying import Adopted, apply
from goldenthread.exchange.adopt.entries import Shape, Source
from goldenthread.exchange.adopt.people import PeopleKey
from goldenthread.exchange.adopt.proposals.proposing import propose
from goldenthread.exchange.adopt.reading.recognising import Recogniser
from goldenthread.exchange.adopt.reading.sources import source_of
from goldenthread.exchange.book import Book, OpenedSheet, Value

pytestmark = pytest.mark.slow

AUDITS = audits(6)
HEADINGS: tuple[str, ...] = (
    "Audit no", "Mosaic ID", "Auditor", "Team", "Plan", "Date of audit", *SHORT, "Overall"
)  # fmt: skip
GRADES = {f"NM{audit.number:03d}": [*audit.grades.values(), audit.overall] for audit in AUDITS}

noise = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12)
anything: st.SearchStrategy[Value] = st.one_of(
    noise,
    st.sampled_from(["Good", "RI", "N/A", "Total", "Risk", "Audit ref", "x", "Yes", "", "", ""]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.booleans(),
)
grids = st.lists(st.lists(anything, min_size=5, max_size=5), min_size=1, max_size=12)


def row_of(audit: Truth) -> list[Value]:
    about = [f"NM{audit.number:03d}", audit.child, audit.email, audit.team, audit.plan]
    return [*about, audit.completed, *(ABBREVIATED[g] for g in audit.grades.values()),
            ABBREVIATED[audit.overall]]  # fmt: skip


def sheet(rows: Sequence[Sequence[Value]], name: str = "Audits") -> OpenedSheet:
    width = max(len(row) for row in rows)
    return OpenedSheet(name, tuple((*row, *[""] * (width - len(row))) for row in rows))


def adopt(opened: OpenedSheet) -> tuple[Source, Adopted]:
    """Adopt a sheet for the first time, without a file."""
    source = source_of("own.xlsx", Book((opened,)), Recogniser(FRAMEWORK, SCALE))
    column_map = propose(source, FRAMEWORK, SCALE).column_map
    return source, apply(source, column_map, PeopleKey())


def grades_in(adopted: Adopted) -> dict[object, list[object]]:
    labels = [*CATEGORIES, "Overall"]
    return {r["Audit ref"]: [r[label] for label in labels] for r in adopted.rows["Readings"]}


def unaccounted(source: Source, opened: OpenedSheet) -> set[int]:
    """Filled rows that are neither an audit nor named as left out."""
    filled = {n for n, row in enumerate(opened.rows, start=1) if any(str(c).strip() for c in row)}
    known = {entry.place.row for entry in source.entries}
    for one in source.left_out:
        if one.place.row is None:
            return set()  # the whole sheet is named
        known.add(one.place.row)
    return filled - known


@given(st.permutations(AUDITS))
@settings(max_examples=20)
def test_order_of_rows_changes_no_grade(order: Sequence[Truth]) -> None:
    _, adopted = adopt(sheet([HEADINGS, *map(row_of, order)]))
    assert grades_in(adopted) == GRADES


@given(st.permutations(range(len(HEADINGS))))
@settings(max_examples=20)
def test_order_of_columns_changes_no_grade(order: Sequence[int]) -> None:
    rows = [[row[place] for place in order] for row in (HEADINGS, *map(row_of, AUDITS))]
    _, adopted = adopt(sheet(rows))
    assert grades_in(adopted) == GRADES


@given(
    st.lists(st.lists(noise, min_size=7, max_size=7), max_size=3),
    st.lists(noise.map(lambda text: [text]), max_size=3),
)
@settings(max_examples=25)
def test_extra_columns_and_lines_above_change_no_grade(
    extra: list[list[str]], above: list[list[str]]
) -> None:
    rows = [HEADINGS, *map(row_of, AUDITS)]
    wider = [[*row, *(f"~ {column[n]}" for column in extra)] for n, row in enumerate(rows)]
    _, adopted = adopt(sheet([*above, [""], *wider]))
    assert grades_in(adopted) == GRADES


@given(
    st.lists(st.sampled_from(["{}", " {}", "{}:", "{} ", "{}\u00a0", "3. {}", "Q4: {}"]),
             min_size=len(HEADINGS), max_size=len(HEADINGS)),
    st.lists(st.sampled_from([str.upper, str.lower, str]), min_size=len(HEADINGS),
             max_size=len(HEADINGS)),
)  # fmt: skip
@settings(max_examples=25)
def test_headings_written_in_other_ways_change_no_grade(
    ways: list[str], cases: list[type[str]]
) -> None:
    headings = [
        way.format(case(heading)) for way, case, heading in zip(ways, cases, HEADINGS, strict=True)
    ]
    _, adopted = adopt(sheet([headings, *map(row_of, AUDITS)]))
    assert grades_in(adopted) == GRADES


@given(grids)
@settings(max_examples=80)
def test_any_cells_are_read_or_refused_and_every_row_is_accounted_for(
    rows: list[list[Value]],
) -> None:
    opened = sheet(rows)
    try:
        source, adopted = adopt(opened)
    except UnreadableFile:
        return
    check_everything_is_said(source, adopted, opened)


@given(grids)
@settings(max_examples=60)
def test_any_rows_among_audits_are_read_or_said_and_no_audit_is_lost(
    rows: list[list[Value]],
) -> None:
    mixed = [HEADINGS, row_of(AUDITS[0]), *rows, row_of(AUDITS[1])]
    opened = sheet(mixed)
    source, adopted = adopt(opened)
    check_everything_is_said(source, adopted, opened)
    found = grades_in(adopted)
    for ref in ("NM001", "NM002"):
        assert found[ref] == GRADES[ref]


def check_everything_is_said(source: Source, adopted: Adopted, opened: OpenedSheet) -> None:
    """Rows in = audits + left out + headings; audits = readings + allocations + left out."""
    counts = adopted.report.counts
    assert counts.readings + counts.not_returned + counts.exempt >= len(source.entries)
    if source.shape in (Shape.ROWS, Shape.FORMS):
        headings = unaccounted(source, opened)
        assert len(headings) <= 3  # the headings, groups above them, parts below
        assert not headings or max(headings) - min(headings) == len(headings) - 1
