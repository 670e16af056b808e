"""Rows of the fictional authority's returns workbook, from the CSV and YAML beside this module.

A sheet is a file of its name: ``findings.yaml`` is a list of rows, ``timeliness.csv`` a table.
Headings are those of the workbook. *Readings* and *Observations* are kept as grids, because a
grid can be read by eye.
"""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable

from goldenthread.definitions import library
from goldenthread.definitions.example.grids import labelled, observations, readings
from goldenthread.definitions.yaml_reading import read_yaml

Cell = str | int | date | None
"""What a cell holds; ``None`` is an empty one."""

Row = Mapping[str, Cell]
"""One row of a sheet: heading to cell."""

CYCLES = ("current", "previous")
SHEETS = (
    "Cycle",
    "Readings",
    "Allocations",
    "Exemptions",
    "Reasons",
    "Feedback",
    "Observations",
    "Escalations",
    "Timeliness",
    "Challenges",
    "Findings",
    "Actions",
    "Notices",
    "Asks",
    "Links",
    "Helpers",
    "Previous figures",
    "Accepted hits",
)
"""Sheets of the returns workbook, in its order."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,4}")


def rows(cycle: str = "current") -> Mapping[str, list[Row]]:
    """All sheets of one cycle, by name, each a list of rows; a sheet may have none.

    ``cycle`` is ``current`` (September and October 2026) or ``previous`` (July and August 2026).
    Raises ``ValueError`` for another.

    >>> rows()["Exemptions"][0]["Approved on"]
    datetime.date(2026, 9, 21)
    """
    if cycle not in CYCLES:
        raise ValueError(f"there is no cycle '{cycle}' in the example; choose from {CYCLES}")
    folder = resources.files(__package__).joinpath(cycle)
    texts = {sheet: _texts(folder, sheet) for sheet in SHEETS}
    framework = library.framework(_framework_id(texts["Cycle"]))
    texts["Readings"] = readings(texts["Readings"], texts["Allocations"], framework)
    texts["Observations"] = observations(texts["Observations"])
    texts["Reasons"] = labelled(texts["Reasons"], "Category", framework.categories)
    texts["Timeliness"] = labelled(texts["Timeliness"], "Rule", library.timescale_rules())
    return {
        sheet: [{heading: _cell(text) for heading, text in row.items()} for row in table]
        for sheet, table in texts.items()
    }


def _texts(folder: Traversable, sheet: str) -> list[dict[str, str]]:
    """The rows of one sheet as they are written, or none where there is no file."""
    name = sheet.lower().replace(" ", "_")
    table, listed = folder.joinpath(f"{name}.csv"), folder.joinpath(f"{name}.yaml")
    if table.is_file():
        return list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    if not listed.is_file():
        return []
    content = read_yaml(listed.read_bytes(), listed.name).content
    if isinstance(content, dict):
        return [{"Item": item, "Value": str(value)} for item, value in content.items()]
    return [
        {heading: str(text or "") for heading, text in row.items()}
        for row in content or []
        if isinstance(row, dict)
    ]


def _framework_id(items: list[dict[str, str]]) -> str:
    return next(row["Value"] for row in items if row["Item"] == "Framework")


def _cell(text: str) -> Cell:
    """A date or a whole number where that is what the text is.

    Longer numbers are references such as a seed, and stay text.

    >>> _cell("2026-09-21"), _cell("10"), _cell("20260824"), _cell("")
    (datetime.date(2026, 9, 21), 10, '20260824', None)
    """
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if _WHOLE.fullmatch(text):
        return int(text)
    return text.strip() or None
