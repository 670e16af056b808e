"""Whatever stands in a file: never a crash, and never a row lost unsaid."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.definitions import library
from goldenthread.definitions.example import loading as example
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.result import Returns
from goldenthread.exchange.workbook.sheets import SHEETS, sheets_for
from goldenthread.exchange.workbook.write import write_workbook

FRAMEWORK = library.framework("core_16")
SCALE = library.scale(FRAMEWORK.scale)
EXAMPLE = example.rows("previous")

READ_AS = {
    "Readings": lambda r: len(r.facts.readings),
    "Allocations": lambda r: len(r.facts.allocations),
    "Exemptions": lambda r: len(r.facts.exemptions),
    "Reasons": lambda r: len(r.facts.reasons),
    "Feedback": lambda r: len(r.facts.responses),
    "Observations": lambda r: len(r.facts.observations),
    "Escalations": lambda r: len(r.facts.escalations),
    "Timeliness": lambda r: len(r.facts.timeliness),
    "Challenges": lambda r: len(r.facts.challenges),
    "Findings": lambda r: len(r.findings),
    "Actions": lambda r: len(r.actions),
    "Notices": lambda r: len(r.notices),
    "Asks": lambda r: len(r.asks),
    "Links": lambda r: len(r.links),
    "Helpers": lambda r: len(r.helpers),
    "Previous figures": lambda r: len(r.facts.previous_figures),
    "Accepted hits": lambda r: len(r.accepted),
}
"""Sheet to the records that came out of it."""


def assert_nothing_lost(returns: Returns, filled: Mapping[str, int]) -> None:
    """Rows in = rows read + rows reported + rows said to be left out; and each is there to see."""
    for tally in returns.tallies:
        assert tally.rows == tally.read + tally.reported + tally.left_out
        if tally.sheet in filled:
            assert tally.rows == filled[tally.sheet]
        if tally.sheet in READ_AS:
            assert READ_AS[tally.sheet](returns) == tally.read
        if tally.reported:
            assert any(one.sheet == tally.sheet for one in returns.problems)
        if tally.left_out:
            assert any(one.sheet == tally.sheet for one in returns.warnings)


def read_or_refused(path: Path, content: bytes) -> Returns | None:
    path.write_bytes(content)
    refused = ""
    try:
        return read_returns(path)
    except UnreadableFile as error:
        refused = str(error)
    assert refused.endswith(".")
    assert "\n" not in refused
    return None


@pytest.fixture(scope="module")
def good() -> bytes:
    return write_workbook(FRAMEWORK, SCALE, EXAMPLE)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file for all examples of a test: Hypothesis asks for no fresh folder each time."""
    return tmp_path_factory.mktemp("fuzz") / "returns.xlsx"


@pytest.mark.slow
@settings(max_examples=60)
@given(data=st.data())
def test_read_returns_truncated_file_never_crashes(
    path: Path, good: bytes, data: st.DataObject
) -> None:
    length = data.draw(st.integers(0, len(good) - 1))
    assert read_or_refused(path, good[:length]) is None


@pytest.mark.slow
@settings(max_examples=80)
@given(data=st.data())
def test_read_returns_flipped_bytes_never_crash(
    path: Path, good: bytes, data: st.DataObject
) -> None:
    content = bytearray(good)
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=30)):
        content[place] = data.draw(st.integers(0, 255))
    if returns := read_or_refused(path, bytes(content)):
        assert_nothing_lost(returns, {})


PARTS = ("sheet1.xml", "sheet2.xml", "styles.xml", "sharedStrings.xml", "workbook.xml", ".rels")


@pytest.mark.slow
@settings(max_examples=80)
@given(data=st.data())
def test_read_returns_spoiled_xml_never_crashes(
    path: Path, good: bytes, data: st.DataObject
) -> None:
    """Damage inside a part, with the archive around it whole: its checksums agree."""
    spoiled = data.draw(st.sampled_from(PARTS))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            if name.endswith(spoiled):
                place = data.draw(st.integers(0, len(part) - 1))
                gone = data.draw(st.integers(0, 40))
                part[place : place + gone] = data.draw(st.binary(max_size=10))
            new.writestr(name, bytes(part))
    if returns := read_or_refused(path, buffer.getvalue()):
        assert_nothing_lost(returns, {})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "latin-1", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("part", ["sheet2.xml", "sharedStrings.xml", "workbook.xml"])
def test_read_returns_part_in_another_encoding_never_crashes(
    path: Path, good: bytes, part: str, encoding: str
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(part):
                text = content.decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
                content = text.encode(encoding, errors="xmlcharrefreplace")
            new.writestr(name, content)
    if returns := read_or_refused(path, buffer.getvalue()):
        assert_nothing_lost(returns, {})


WORDS = ("Good", "RI", "n/a", "first", "moderated", "yes", "Total", "A1", "A2", "C1", "Alder",
         "Child in need", "31/01/2026", "9/25/26", "core_16", "5-9", " ", "\u00a0")  # fmt: skip

CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12),
    st.integers(-5, 60_000),
    st.floats(-1e18, 1e18),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001  (Excel has no zones)
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.timedeltas(timedelta(0), timedelta(days=40)),
)


def typed_workbook(tables: Mapping[str, list[list[Any]]]) -> bytes:
    """A workbook of raw cells of every type, as Excel would store them."""
    buffer = io.BytesIO()
    as_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = xlsxwriter.Workbook(buffer, {"in_memory": True} | as_text)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    clock = book.add_format({"num_format": "[h]:mm"})
    for name, table in tables.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(table):
            for column, value in enumerate(cells):
                timed = isinstance(value, time | timedelta)
                style = clock if timed else day if isinstance(value, date) else None
                sheet.write(row, column, value, style)
    book.close()
    return buffer.getvalue()


def is_filled(row: list[Any]) -> bool:
    return any(value is not None and str(value).strip() for value in row)


@pytest.mark.slow
@settings(max_examples=100)
@given(data=st.data())
def test_read_returns_any_cells_anywhere_lose_no_row_unsaid(
    path: Path, data: st.DataObject
) -> None:
    tables = {}
    for sheet in sheets_for(FRAMEWORK):
        headings: list[Any] = [column.heading for column in sheet.columns]
        row = st.lists(CELLS, min_size=len(headings), max_size=len(headings))
        kept = EXAMPLE.get(sheet.name, []) if data.draw(st.booleans()) else []
        known: list[list[Any]] = [[one.get(heading) for heading in headings] for one in kept]
        tables[sheet.name] = [headings, *known, *data.draw(st.lists(row, max_size=2))]
    returns = read_or_refused(path, typed_workbook(tables))
    assert returns is not None
    filled = {name: sum(map(is_filled, table[1:])) for name, table in tables.items()}
    assert_nothing_lost(returns, filled)


@pytest.mark.slow
@settings(max_examples=15)
@given(data=st.data())
def test_read_returns_order_of_rows_does_not_matter(path: Path, data: st.DataObject) -> None:
    shuffled = {name: data.draw(st.permutations(rows)) for name, rows in EXAMPLE.items()}
    path.write_bytes(write_workbook(FRAMEWORK, SCALE, EXAMPLE))
    before = read_returns(path)
    path.write_bytes(write_workbook(FRAMEWORK, SCALE, shuffled))
    after = read_returns(path)
    assert after.problems == before.problems == ()
    for table in before.facts.__slots__:
        found = getattr(before.facts, table), getattr(after.facts, table)
        assert set(found[0]) == set(found[1])


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs"]),
    min_size=1,
    max_size=40,
)


@pytest.mark.slow
@settings(max_examples=40)
@given(title=TEXT, text=TEXT, day=st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_read_returns_what_was_written_comes_back(
    path: Path, title: str, text: str, day: date | None
) -> None:
    rows = dict(EXAMPLE) | {
        "Notices": [{"Title": title, "Text": f"{text}\n{text}", "Address": text}],
        "Asks": [{"Ask": text, "To": title, "By": day}],
        "Helpers": [{"Name": "Somebody", "Role": text, "Topic": title, "Contact": text}],
    }
    path.write_bytes(write_workbook(FRAMEWORK, SCALE, rows))
    returns = read_returns(path)
    assert returns.problems == ()
    (notice,), (ask,), (helper,) = returns.notices, returns.asks, returns.helpers
    assert (notice.title.text, notice.text.text) == (title, f"{text}\n{text}")
    assert (ask.text.text, ask.to, ask.by) == (text, title, day)
    assert (helper.role, helper.topic, helper.contact) == (text, title, text)


def test_every_sheet_is_counted_by_these_tests() -> None:
    assert {*READ_AS, "Cycle"} == {sheet.name for sheet in SHEETS}
