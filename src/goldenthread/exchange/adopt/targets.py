"""Where a column of a source can go: the closed list of targets, and how a map writes them."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.analysis.facts import Respondent
from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.workbook.columns import Column, Kind
from goldenthread.exchange.workbook.declared.audits import EXEMPTIONS, READINGS
from goldenthread.exchange.workbook.declared.sources import ESCALATIONS
from goldenthread.exchange.workbook.sheets import readings_for

MODERATED = "Moderated"
"""Grades after moderation that stand in the same row: they become a reading of their own."""

PEOPLE = "People"
"""Columns about people. Nothing of them reaches the workbook but the auditor's code."""


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A place in the returns workbook, written ``Readings > Completed on``."""

    sheet: str
    column: str
    part: str = ""

    def __str__(self) -> str:
        """As a map writes it."""
        return " > ".join(part for part in (self.sheet, self.column, self.part) if part)


AUDIT_REF = Target("Readings", "Audit ref")
CHILD_REF = Target("Readings", "Child ref")
PURPOSE = Target("Readings", "Purpose")
AUDITOR = Target("Readings", "Auditor code")
TEAM = Target("Readings", "Team")
SERVICE = Target("Readings", "Service")
PLAN_TYPE = Target("Readings", "Plan type")
AGE_BAND = Target("Readings", "Age band")
CYCLE = Target("Readings", "Cycle")
COMPLETED_ON = Target("Readings", "Completed on")
LOOK_BACK = Target("Readings", "Look-back (months)")
MODERATOR = Target(MODERATED, "Auditor code")
MODERATED_ON = Target(MODERATED, "Completed on")
DUE_ON = Target("Allocations", "Due on")
STATUS = Target("Allocations", "Status")
ESCALATED = Target("Escalations", "Yes or no")
AUDITOR_NAME = Target(PEOPLE, "Auditor name")
WORKER_NAME = Target(PEOPLE, "Worker name")
CHILD_NAME = Target(PEOPLE, "Child name")
CHILD_BIRTH = Target(PEOPLE, "Child date of birth")

READING_FIELDS = tuple(Target("Readings", column.heading) for column in READINGS.columns)
"""Every column of *Readings* that is no grade."""


class Targets:
    """All targets of a framework, found by how people write them."""

    def __init__(self, framework: Framework) -> None:
        self.grades: tuple[Column, ...] = tuple(
            column for column in readings_for(framework).columns if column.kind is Kind.GRADE
        )
        self._by_spelling = dict(self._spelled())

    def find(self, written: str) -> Target | None:
        """The target that a map names; ``None`` when there is none."""
        return self._by_spelling.get(normalise(written))

    def closest(self, written: str) -> tuple[str, ...]:
        """Targets to suggest in an error message, nearest first."""
        near = difflib.get_close_matches(normalise(written), self._by_spelling, n=3, cutoff=0.6)
        return tuple(dict.fromkeys(str(self._by_spelling[key]) for key in near))

    def grade(self, label: str) -> Target:
        """The column of *Readings* for a category's grade."""
        return Target("Readings", label)

    def _spelled(self) -> Iterator[tuple[str, Target]]:
        for target in _plain_targets():
            yield normalise(str(target)), target
        for column in self.grades:
            for spelling in (column.heading, *column.also):
                for target in _of_category(column.heading):
                    yield normalise(str(Target(target.sheet, spelling, target.part))), target


def _plain_targets() -> Iterator[Target]:
    """Targets that no framework changes."""
    yield from READING_FIELDS
    yield from (MODERATOR, MODERATED_ON, DUE_ON, STATUS, ESCALATED)
    yield from (AUDITOR_NAME, WORKER_NAME, CHILD_NAME, CHILD_BIRTH)
    for sheet in (ESCALATIONS, EXEMPTIONS):
        yield from (Target(sheet.name, c.heading) for c in sheet.columns[1:])
    for respondent in Respondent:
        yield Target("Feedback", respondent.value)
        yield Target("Feedback", respondent.value, "Comment")
    for rule in library.timescale_rules():
        yield from (Target("Timeliness", rule.label, part) for part in ("Trigger", "Done"))


def _of_category(label: str) -> tuple[Target, ...]:
    """Targets about one category: its grade, the moderated grade, the reason and its source."""
    return (
        Target("Readings", label),
        Target(MODERATED, label),
        Target("Reasons", label),
        Target("Reasons", label, "Piece of work"),
        Target("Reasons", label, "Date"),
    )
