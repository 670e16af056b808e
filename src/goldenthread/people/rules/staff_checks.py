"""What is wrong with a row of a list of staff, said with the cell and how to mend it."""

import re
from collections.abc import Iterable, Mapping

from goldenthread.exchange.problems import Problem
from goldenthread.people.rules.names import surname_of
from goldenthread.people.rules.staff_rows import StaffRow

_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
_YES = {"yes", "y", "true", "1", "x"}
_NO = {"", "no", "n", "false", "0"}
_LONGEST = {
    "name": 150,
    "email": 254,
    "staff_number": 40,
    "job_title": 100,
    "team": 100,
    "service": 100,
}

Row = tuple[int, Mapping[str, str]]


def checked_rows(
    table: Iterable[Row], headings: Mapping[str, str]
) -> tuple[list[StaffRow], list[Problem]]:
    """Rows that can be used, and all problems. A row with a problem is not used."""
    rows: list[StaffRow] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], int] = {}
    for line, cells in table:
        found = [*_faults(cells), *_repeats(line, cells, seen)]
        problems += [
            Problem("", line, headings.get(column, column), cells.get(column, ""), mend)
            for column, mend in found
        ]
        if not found:
            rows.append(_row(line, cells))
    return rows, problems


def _row(line: int, cells: Mapping[str, str]) -> StaffRow:
    name, surname = _name(cells), cells.get("surname", "")
    before, comma, after = name.partition(",")
    return StaffRow(
        line=line,
        name=f"{after.strip()} {before.strip()}" if comma else name,
        surname=surname or (surname_of(name) if comma else ""),
        email=cells.get("email", "").lower(),
        staff_number=cells.get("staff_number", ""),
        job_title=cells.get("job_title", ""),
        team=cells.get("team", ""),
        service=cells.get("service", ""),
        manages=cells.get("manages", "").casefold() in _YES,
        line_manager=cells.get("line_manager", ""),
    )


def _name(cells: Mapping[str, str]) -> str:
    parts = cells.get("forename", ""), cells.get("surname", "")
    return cells.get("name", "") or " ".join(part for part in parts if part)


def _faults(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if not _name(cells):
        found.append(("name", "Write the person's name."))
    email = cells.get("email", "")
    if email and not _ADDRESS.fullmatch(email):
        found.append(("email", "Write one address, like name@example.gov.uk."))
    manages = cells.get("manages", "").casefold()
    if manages not in _YES | _NO:
        found.append(("manages", "Write yes or no."))
    if manages in _YES and not cells.get("team"):
        found.append(("team", "Write which team the person manages."))
    found += [
        (column, f"Write {longest} characters or fewer.")
        for column, longest in _LONGEST.items()
        if len(_name(cells) if column == "name" else cells.get(column, "")) > longest
    ]
    return found


def _repeats(
    line: int, cells: Mapping[str, str], seen: dict[tuple[str, str], int]
) -> list[tuple[str, str]]:
    """The same address or number in two rows: which row is meant, only a person knows."""
    found: list[tuple[str, str]] = []
    for column in ("email", "staff_number"):
        value = cells.get(column, "").casefold()
        first = seen.setdefault((column, value), line) if value else line
        if first != line:
            found.append((column, f"Row {first} has the same. Leave one of the two."))
    return found
