"""A list of staff as it was read: rows, what could not be understood, which columns were used."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from goldenthread.exchange.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """One person of the list. ``line`` is the row's number as the file shows it."""

    line: int
    name: str
    surname: str = ""
    email: str = ""
    staff_number: str = ""
    job_title: str = ""
    team: str = ""
    service: str = ""
    manages: bool = False
    line_manager: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffList:
    """What was read."""

    rows: tuple[StaffRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    """Heading of the file to what it was understood as."""
    ignored: tuple[str, ...] = ()
    """Headings that say nothing to us."""

    def as_json(self) -> dict[str, Any]:
        """The list as it is kept until somebody has decided."""
        return {
            "rows": [asdict(row) for row in self.rows],
            "problems": [asdict(problem) for problem in self.problems],
            "columns": dict(self.columns),
            "ignored": list(self.ignored),
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "StaffList":
        """The list again, from what was kept."""
        return cls(
            rows=tuple(StaffRow(**row) for row in content.get("rows", ())),
            problems=tuple(Problem(**problem) for problem in content.get("problems", ())),
            columns=content.get("columns", {}),
            ignored=tuple(content.get("ignored", ())),
        )
