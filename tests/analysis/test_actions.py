"""Actions."""

from datetime import date
from typing import Any

from goldenthread.analysis.facts import Action, ActionLevel

TODAY = date(2026, 11, 20)
BEFORE, AFTER = date(2026, 11, 19), date(2026, 11, 21)


def test_actions_open_includes_overdue(cycle: Any, counted: Any) -> None:
    dates = [(BEFORE, BEFORE), (BEFORE, AFTER), (BEFORE, None), (TODAY, None), (None, None)]
    cycle.add(
        actions=[
            Action(f"X{n}", "F1", ActionLevel.READER, "Team manager", due, done)
            for n, (due, done) in enumerate(dates)
        ]
    )
    figures = counted(cycle)
    assert figures["actions.all"] == (5, None)
    assert figures["actions.done"] == (1, 5)
    assert figures["actions.overdue"] == (2, 5)
    assert figures["actions.open"] == (4, None)
