"""Facts for tests, built in the words of the field: audits, grades, readings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import (
    Allocation,
    Answered,
    CycleFacts,
    CycleWindow,
    Exemption,
    Facts,
    Judgement,
    Purpose,
    Reading,
)
from goldenthread.definitions.frameworks import Category, Framework
from goldenthread.definitions.scales import Level, Scale

CYCLE = "September and October 2026"
WINDOW = CycleWindow(
    cycle=CYCLE,
    period_from=date(2026, 9, 1),
    period_to=date(2026, 10, 31),
    cut_off=date(2026, 11, 6),
    as_at=date(2026, 11, 20),
)
SHORT_FORMS = {
    "O": "outstanding",
    "G": "good",
    "R": "requires_improvement",
    "I": "inadequate",
}
NOT_GRADES = {
    "n/a": Answered.NOT_APPLICABLE,
    "n/e": Answered.NOT_EVIDENCED,
    "-": Answered.NOT_GRADED,
}


class Cycle:
    """A cycle written row by row; ``facts`` gives what the figures are made from."""

    def __init__(self, window: CycleWindow = WINDOW) -> None:
        self.window = window
        self.rows = Facts()

    def add(self, **tables: Any) -> "Cycle":
        """More rows of any table."""
        more = {name: (*getattr(self.rows, name), *rows) for name, rows in tables.items()}
        self.rows = replace(self.rows, **more)
        return self

    def reading(
        self,
        audit: str,
        grades: Mapping[str, str] | None = None,
        *,
        on: date = date(2026, 9, 15),
        purpose: Purpose = Purpose.FIRST,
        team: str = "Alder",
        plan_type: str = "child_in_need",
        cycle: str = CYCLE,
    ) -> "Cycle":
        """A reading with what it says of each category: O, G, R, I, n/a, n/e, - or a level id."""
        auditor = f"auditor of {audit}, {purpose}"
        reading = Reading(
            audit, f"child of {audit}", purpose, auditor, team, "Localities", plan_type,
            "5 to 9", cycle, on,
        )  # fmt: skip
        judgements = [
            Judgement(audit, purpose, auditor, category, *given(text))
            for category, text in (grades or {}).items()
        ]
        return self.add(readings=[reading], judgements=judgements)

    def allocation(
        self, audit: str, team: str = "Alder", *, exempt_on: date | None = None
    ) -> "Cycle":
        """An audit asked for, and its exemption if it has one."""
        child = f"child of {audit}"
        self.add(allocations=[Allocation(audit, child, "", team, "Localities")])
        if exempt_on:
            self.add(exemptions=[Exemption(audit, "Child moved away", "Director", exempt_on)])
        return self

    def as_at(self, day: date) -> "Cycle":
        """The same cycle, seen on another day."""
        self.window = replace(self.window, as_at=day)
        return self

    @property
    def facts(self) -> CycleFacts:
        """Everything written so far."""
        return CycleFacts(self.window, self.rows)


def given(text: str) -> tuple[Answered, str | None]:
    """What a short form in a test says of a category."""
    if text in NOT_GRADES:
        return NOT_GRADES[text], None
    return Answered.GRADED, SHORT_FORMS.get(text, text)


@pytest.fixture
def cycle() -> Cycle:
    """A cycle without facts."""
    return Cycle()


@pytest.fixture(scope="session")
def new_cycle() -> Callable[[], Cycle]:
    """Makes cycles without facts."""
    return Cycle


@pytest.fixture(scope="session")
def scale() -> Scale:
    """The four grades of inspection, worst first."""
    levels = tuple(Level(id=i, label=i, short=i) for i in reversed(SHORT_FORMS.values()))
    return Scale(id="four", label="Four grades", version="1", levels=levels, good_from="good")


@pytest.fixture(scope="session")
def framework() -> Framework:
    """Three categories and an overall grade."""
    labels = {
        "risk": "Identification of and response to risk",
        "planning": "Planning",
        "iro": "IRO footprint",
    }
    categories = tuple(Category(id=i, label=label, short=i) for i, label in labels.items())
    return Framework(id="three", version="1", label="Three", scale="four", categories=categories)


@pytest.fixture
def counted(framework: Framework, scale: Scale) -> Any:
    """(numerator, denominator) of a cycle's figures, by key."""

    def count(cycle: Any) -> dict[str, tuple[int | None, int | None]]:
        figures = cycles.figures(cycle.facts, framework, scale)
        return {figure.key: (figure.numerator, figure.denominator) for figure in figures}

    return count
