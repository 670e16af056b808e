"""A small returns workbook of an invented authority, and ways to make a mess of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.read import read_returns
from goldenthread.exchange.workbook.result import Returns
from goldenthread.exchange.workbook.sheets import sheets_for
from goldenthread.exchange.workbook.write import write_workbook

Row = dict[str, object]
Rows = dict[str, list[Row]]
Edit = Callable[[Any], None]


@pytest.fixture(scope="session")
def framework() -> Framework:
    return library.framework("core_16")


@pytest.fixture(scope="session")
def scale() -> Scale:
    return library.scale("ofsted_4")


CYCLE: Mapping[str, object] = {
    "Authority": "Larkshire Council",
    "Cycle": "January 2026",
    "Focus": "Locality teams",
    "Period from": date(2026, 1, 1),
    "Period to": date(2026, 1, 31),
    "Issue date": date(2026, 2, 20),
    "Due date": date(2026, 2, 3),
    "Cut-off date": date(2026, 2, 7),
    "Next brief date": date(2026, 3, 20),
    "Framework": "core_16",
    "Author": "Niamh Sandhu-Price, audit lead",
    "Method of choosing": "Drawn at random",
    "Seed": "20260101",
}


def cycle_rows(**changed: object) -> list[Row]:
    items = dict(CYCLE) | {name.replace("_", " "): value for name, value in changed.items()}
    return [{"Item": item, "Value": value} for item, value in items.items()]


def reading(audit: str, **changed: object) -> Row:
    """A first reading graded in three of the sixteen categories."""
    row: Row = {
        "Audit ref": audit,
        "Child ref": f"C{audit[1:]}",
        "Purpose": "first",
        "Auditor code": "AU1",
        "Team": "Alder",
        "Service": "Locality",
        "Plan type": "Child in need",
        "Age band": "5-9",
        "Completed on": date(2026, 1, 20),
        "Look-back (months)": 12,
        "Overall": "Good",
        "Assessment": "Good",
        "Identification of and response to risk": "Requires improvement",
        "Supervision": "Not evidenced",
    }
    return row | {name.replace("_", " "): value for name, value in changed.items()}


def allocation(audit: str) -> Row:
    return {"Audit ref": audit, "Child ref": f"C{audit[1:]}", "Auditor code": "AU1"}


@pytest.fixture
def rows() -> Rows:
    """Four allocations, of which three were returned."""
    return {
        "Cycle": cycle_rows(),
        "Readings": [reading("A1"), reading("A2"), reading("A3", Team="Beech")],
        "Allocations": [allocation(audit) for audit in ("A1", "A2", "A3", "A4")],
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "returns.xlsx"


@pytest.fixture
def written(
    path: Path, framework: Framework, scale: Scale
) -> Callable[[Mapping[str, Sequence[Mapping[str, object]]]], Path]:
    """Write rows as a workbook and give its path."""

    def write(rows: Mapping[str, Sequence[Mapping[str, object]]]) -> Path:
        path.write_bytes(write_workbook(framework, scale, rows))
        return path

    return write


@pytest.fixture
def read(written: Callable[[Rows], Path]) -> Callable[[Rows], Returns]:
    """Write rows and read them again."""
    return lambda rows: read_returns(written(rows))


@pytest.fixture
def edited(path: Path, framework: Framework) -> Callable[[Rows, Edit], Returns]:
    """A workbook made and changed with openpyxl, as a person's own would be, and read."""

    def edit(rows: Rows, change: Edit) -> Returns:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for sheet in sheets_for(framework):
            if sheet.name in {*rows, "Escalations"}:
                headings = [column.heading for column in sheet.columns]
                table = book.create_sheet(sheet.name)
                table.append(headings)
                for row in rows.get(sheet.name, ()):
                    table.append([row.get(heading) for heading in headings])
        change(book)
        book.save(path)
        return read_returns(path)

    return edit
