"""A columnar reader is asked only where it gets the memory that it takes."""

from math import inf
from pathlib import Path

import pytest
from tests.exchange.grades.files import HEADINGS, as_rows, read

from goldenthread.exchange.grades import delimited, memory


def test_room_is_endless_without_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_left", lambda: inf)
    assert memory.room_for_columns(10**12)


def test_room_is_for_the_reader_and_what_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_left", lambda: 2_300_000_001)
    assert memory.room_for_columns(100_000_000)
    assert not memory.room_for_columns(100_000_001)


def test_room_that_is_lacking_leaves_the_rows_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEADINGS + "".join(f"C{n},AU{n % 3},risk,Good\n" for n in range(9))
    by_line = as_rows(read(tmp_path, text).grades)
    monkeypatch.setattr(delimited, "SMALL", 0)
    by_column = as_rows(read(tmp_path, text).grades)
    monkeypatch.setattr(delimited, "room_for_columns", lambda _: False)
    monkeypatch.setattr(delimited, "read_columns", None)
    assert as_rows(read(tmp_path, text).grades) == by_line == by_column
