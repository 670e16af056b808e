"""The example's rows as tests read them: plain dictionaries, without any code of the product."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from goldenthread.definitions import example

Sheets = dict[str, list[dict[str, Any]]]
Grades = dict[str, dict[str, str]]

CONTEXT = 10
"""Columns of *Readings* before the overall grade."""


def _sheets(cycle: str) -> Sheets:
    return {sheet: [dict(row) for row in rows] for sheet, rows in example.rows(cycle).items()}


def _reported(sheets: Sheets) -> Grades:
    """Audit to category label to the reported grade: moderated where there is one."""
    grades: Grades = {}
    for purpose in ("first", "moderated"):
        for row in sheets["Readings"]:
            if row["Purpose"] == purpose:
                cells = list(row.items())[CONTEXT:]
                changed = {label: cell for label, cell in cells if cell is not None}
                grades.setdefault(row["Audit ref"], {}).update(changed)
    return grades


@pytest.fixture(scope="session")
def current() -> Sheets:
    """All sheets of September and October 2026."""
    return _sheets("current")


@pytest.fixture(scope="session")
def previous() -> Sheets:
    """All sheets of July and August 2026."""
    return _sheets("previous")


@pytest.fixture(scope="session")
def reported(current: Sheets) -> Grades:
    """Reported grades of September and October 2026."""
    return _reported(current)


@pytest.fixture(scope="session")
def reported_before(previous: Sheets) -> Grades:
    """Reported grades of July and August 2026."""
    return _reported(previous)


@pytest.fixture(scope="session")
def first(current: Sheets) -> Mapping[str, dict[str, Any]]:
    """Audit to its first reading."""
    return {r["Audit ref"]: r for r in current["Readings"] if r["Purpose"] == "first"}


@pytest.fixture(scope="session")
def cut_off(current: Sheets) -> date:
    """The cut-off of September and October 2026."""
    found: date = next(r["Value"] for r in current["Cycle"] if r["Item"] == "Cut-off date")
    return found
