"""One-audit forms: labels with their values to the right or below, and a grid of judgements."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import Entry, LeftOut, Place, SourceColumn
from goldenthread.exchange.adopt.meaning.answers import looks_like_a_person
from goldenthread.exchange.adopt.reading.grids import Cell, Grid, text_of
from goldenthread.exchange.adopt.reading.judgement_grids import (
    JudgementGrid,
    find_judgements,
    judgements,
    part_name,
)
from goldenthread.exchange.adopt.reading.recognising import Recogniser

LONGEST_LABEL = 90
"""Characters of a label; longer text is an answer or guidance."""

Spot = tuple[int, int]
"""Row and place of a cell, counted from 0."""


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet read as the form of one audit."""

    columns: tuple[SourceColumn, ...]
    entry: Entry
    left_out: tuple[LeftOut, ...]


def form_in(grid: Grid, recogniser: Recogniser) -> Form | None:
    """The one audit in a sheet; ``None`` when there is no grid of judgements, or several audits."""
    found = find_judgements(grid, recogniser)
    if found is None or _holds_several_audits(grid, found, recogniser):
        return None
    columns: dict[str, SourceColumn] = {}
    values: dict[str, Cell] = {}
    fields = _Fields(grid, found, recogniser)
    for label, value in fields.read():
        _add(columns, values, SourceColumn(label, label), value)
    for category, part, value in judgements(grid, found):
        _add(columns, values, SourceColumn(f"{category} / {part}", part, category), value)
    place = Place(grid.file, grid.sheet)
    return Form(tuple(columns.values()), Entry(place, values), fields.unread(place))


def _holds_several_audits(grid: Grid, found: JudgementGrid, recogniser: Recogniser) -> bool:
    """Whether grades stand in several columns that no heading tells to be parts of one audit."""
    if len(found.grades_at) < 2:
        return False
    return not all(recogniser.is_part(part_name(grid, found, at)) for at in found.grades_at)


def _add(
    columns: dict[str, SourceColumn], values: dict[str, Cell], column: SourceColumn, value: Cell
) -> None:
    """Keep a value under its column; a label that comes again gets a number."""
    name, number = column.name, 2
    while normalise(name) in {normalise(known) for known in columns}:
        name = f"{column.name} ({number})"
        number += 1
    columns[name] = SourceColumn(name, column.heading, column.group, next(reversed(columns), ""))
    if value is not None:
        values[name] = value


class _Fields:
    """The labelled cells of a form outside its grid. Every cell is read once, or left over."""

    def __init__(self, grid: Grid, found: JudgementGrid, recogniser: Recogniser) -> None:
        self.grid, self.recogniser = grid, recogniser
        self.used: set[Spot] = set(_spots_of(grid, found))

    def read(self) -> Iterator[tuple[str, Cell]]:
        """Label and value of each field, from the top left; the value may be blank."""
        for row, line in enumerate(self.grid.lines):
            for place in line.filled():
                if (row, place) not in self.used and (pair := self._field(row, place)):
                    yield pair

    def unread(self, place: Place) -> tuple[LeftOut, ...]:
        """What no label claims, such as titles and guidance: counted, not repeated."""
        count = sum(
            (row, at) not in self.used
            for row, line in enumerate(self.grid.lines)
            for at in line.filled()
        )
        if not count:
            return ()
        cells = "1 cell stands" if count == 1 else f"{count} cells stand"
        return (LeftOut(place, f"{cells} beside no label: titles, guidance, notes"),)

    def _field(self, row: int, place: int) -> tuple[str, Cell] | None:
        text = self._text(row, place)
        if inline := self._inline(text):
            self.used.add((row, place))
            return inline
        if not text or len(text) > LONGEST_LABEL:
            return None
        known = self.recogniser.is_label(text)
        if not (known or text.endswith((":", "?")) or self._is_pair(row, place)):
            return None
        self.used.add((row, place))
        spot = self._value_right(row, place) or self._value_below(row, place)
        if spot is None:
            return text.rstrip(": "), None
        self.used.add(spot)
        return text.rstrip(": "), self.grid.lines[spot[0]].cells[spot[1]]

    def _inline(self, text: str) -> tuple[str, Cell] | None:
        """Label and value that share a cell: *Team: North*."""
        label, colon, value = text.partition(":")
        if colon and value.strip() and self.recogniser.is_label(label):
            return label.strip(), value.strip()
        return None

    def _is_pair(self, row: int, place: int) -> bool:
        """Whether a row holds this text and one thing to its right, and nothing else.

        Text that may be somebody's name is no label: labels stand in the map.
        """
        filled = self.grid.lines[row].filled()
        if looks_like_a_person(self.grid.lines[row].cells[place]):
            return False
        return len(filled) == 2 and filled[0] == place and (row, filled[1]) not in self.used

    def _value_right(self, row: int, place: int) -> Spot | None:
        for at in self.grid.lines[row].filled():
            if at > place:
                return (row, at) if self._is_value(row, at) else None
        return None

    def _value_below(self, row: int, place: int) -> Spot | None:
        if row + 1 < len(self.grid.lines) and self._is_value(row + 1, place):
            return (row + 1, place)
        return None

    def _is_value(self, row: int, place: int) -> bool:
        """Whether a cell is filled, not read yet, and no label itself."""
        cell = self.grid.lines[row].cells[place]
        if cell is None or (row, place) in self.used:
            return False
        text = self._text(row, place)
        return not (text.endswith(":") or self.recogniser.is_known(text) or self._inline(text))

    def _text(self, row: int, place: int) -> str:
        cell = self.grid.lines[row].cells[place]
        return text_of(cell) if isinstance(cell, str) else ""


def _spots_of(grid: Grid, found: JudgementGrid) -> Iterator[Spot]:
    """The cells of the grid's rows, with the numbers that stand before the categories."""
    rows = found.rows if found.header_at is None else (found.header_at, *found.rows)
    for row in rows:
        for place in range(grid.width):
            yield row, place
