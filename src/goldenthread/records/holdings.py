"""What the service holds about a child, as sections that people can read.

An app above that holds something answers the reader ``HOLDINGS`` (``core.readers``); the table is
``config/reactions.py``. What apps below hold is answered in ``disclosures.py``.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from goldenthread.core.readers import Reader
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose data, by every row of the child, and for which reader they are named."""

    child: UUID
    rows: frozenset[UUID]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Section:
    """What one app holds: a table of cells. Narrative is a cell like any other."""

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def replaced(self, said: dict[str, str]) -> "Section":
        """The same, with cells that were decided otherwise."""
        rows = tuple(tuple(said.get(cell, cell) for cell in row) for row in self.rows)
        return Section(self.title, self.about, self.columns, rows)

    def as_data(self) -> dict[str, Any]:
        """For machines, and for the seal."""
        return {
            "title": self.title,
            "about": self.about,
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
        }


def section_from(data: dict[str, Any]) -> Section:
    """A section again, from its data."""
    rows = tuple(tuple(row) for row in data["rows"])
    return Section(data["title"], data["about"], tuple(data["columns"]), rows)


HOLDINGS: Reader[Asked, tuple[Section, ...]] = Reader("records.holdings")
"""What each app holds about a child. Today: children, the ledger, the read log."""


def held_about(asked: Asked) -> tuple[Section, ...]:
    """Everything that any app holds, in the order of the table."""
    return tuple(section for sections in HOLDINGS.ask(asked) for section in sections)
