"""Find the row of headings, wherever it stands in the first ten rows, and what each column is."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.book import OpenedSheet, Value
from goldenthread.exchange.workbook.columns import Sheet

MOST_HEADING_ROW = 10


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the columns stand. Rows and columns are counted from 1."""

    row: int
    places: Mapping[str, int]
    """Heading as declared, to column number."""
    extra: tuple[tuple[int, str], ...]
    """Column numbers and headings that mean nothing here."""
    repeated: tuple[tuple[int, str], ...]
    """Further columns whose heading means a column already found."""


def find_headings(sheet: Sheet, opened: OpenedSheet) -> Headings | None:
    """The row among the first ten with most known headings; ``None`` when none has two.

    Capitals, spaces, punctuation and an asterisk after a heading do not matter.
    """
    known = _known(sheet)
    candidates = [
        _headings(number, row, known)
        for number, row in enumerate(opened.rows[:MOST_HEADING_ROW], start=1)
    ]
    best = max(candidates, key=lambda found: len(found.places), default=None)
    if best is None or len(best.places) < min(2, len(sheet.columns)):
        return None
    return best


def misspelt(sheet: Sheet, headings: Headings) -> dict[int, str]:
    """Columns whose heading is nearly that of a column not found, with what it may mean.

    Read past, such a column would leave a whole column empty: *Date close* instead of *Date
    closed* would make every escalation an open one.
    """
    wanted = {
        spelling: heading
        for spelling, heading in _known(sheet).items()
        if heading not in headings.places
    }
    found = {}
    for column, text in headings.extra:
        near = difflib.get_close_matches(normalise(text), wanted, n=1, cutoff=_NEARLY)
        if near:
            found[column] = wanted[near[0]]
    return found


_NEARLY = 0.85
"""Of ten letters nine are the same."""


def _known(sheet: Sheet) -> dict[str, str]:
    """Normalised headings; other headings only where they mean one column and are none's own."""
    meanings: dict[str, set[str]] = {}
    for column in sheet.columns:
        for other in column.also:
            meanings.setdefault(normalise(other), set()).add(column.heading)
    also = {name: next(iter(found)) for name, found in meanings.items() if len(found) == 1}
    return also | {normalise(column.heading): column.heading for column in sheet.columns}


def _headings(number: int, row: tuple[Value, ...], known: Mapping[str, str]) -> Headings:
    places: dict[str, int] = {}
    extra: list[tuple[int, str]] = []
    repeated: list[tuple[int, str]] = []
    for column, value in enumerate(row, start=1):
        text = " ".join(str(value).split())
        heading = known.get(normalise(text.replace("*", "")))
        if heading is None:
            extra.extend([(column, text)] if text else [])
        elif heading in places:
            repeated.append((column, heading))
        else:
            places[heading] = column
    return Headings(number, places, tuple(extra), tuple(repeated))
