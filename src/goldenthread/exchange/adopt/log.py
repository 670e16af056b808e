"""What is noticed while a map is applied: problems with their place, and notes."""

from dataclasses import dataclass, field

from goldenthread.exchange.adopt.entries import Entry, Place
from goldenthread.exchange.problems import Problem

NOT_SHOWN = "(not shown)"
"""In place of a value that may name somebody."""

_LONGEST = 60


@dataclass(slots=True)
class Log:
    """Collects what has to be said; the order is the order of the source."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    to_fill_in: list[str] = field(default_factory=list)
    blotted: int = 0

    def problem(self, entry: Entry, column: str, value: str, mend: str) -> None:
        """A value of an entry that cannot be taken as it stands."""
        shown = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
        where = place_of(entry.place)
        self.problems.append(Problem(where, entry.place.row, column, shown, mend))

    def note(self, text: str) -> None:
        """Something to know; the same thing is said once."""
        if text not in self.notes:
            self.notes.append(text)

    def fill_in(self, text: str) -> None:
        """Something that the source cannot tell and somebody must write; said once."""
        if text not in self.to_fill_in:
            self.to_fill_in.append(text)


def place_of(place: Place) -> str:
    """Where an entry stands, apart from its row: file, sheet and column."""
    at = "" if place.row is not None else place.at
    return ", ".join(part for part in (place.file, place.sheet, at) if part)
