"""Small sources, written cell by cell."""

from collections.abc import Sequence
from pathlib import Path

from tests.exchange.adopt.makers.sheets import write
from tests.exchange.adopt.makers.truth import FRAMEWORK, SCALE

from goldenthread.exchange.adopt.adopting import FirstAdoption, adopt_first

HEADINGS = ("Audit ref", "Child ID", "Auditor", "Date of audit", "Risk", "Assessment")
AUDIT = ("N1", "1042", "priya@northmoor.example", "13/01/2026", "Good", "RI")
"""One audit with nothing the matter."""


def small(
    folder: Path, *audits: Sequence[object], headings: Sequence[str] = HEADINGS
) -> FirstAdoption:
    """Adopt a sheet of these rows for the first time."""
    path = write(folder / "small.xlsx", {"Audits": [headings, *audits]})
    return adopt_first(path, FRAMEWORK, SCALE)


def with_columns(folder: Path, **more: object) -> FirstAdoption:
    """Adopt the one audit with more columns; underscores in a name stand for spaces."""
    headings = [name.replace("_", " ") for name in more]
    return small(folder, [*AUDIT, *more.values()], headings=[*HEADINGS, *headings])
