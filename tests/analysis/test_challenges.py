"""Challenges and whether they were answered."""

from datetime import date
from typing import Any

from goldenthread.analysis.facts import Challenge

TODAY = date(2026, 11, 20)
BEFORE, AFTER = date(2026, 11, 19), date(2026, 11, 21)
EARLY = date(2026, 9, 7)


def test_challenges_answered_on_time_is_of_those_answered_or_due(cycle: Any, counted: Any) -> None:
    dates = [  # response due, answered, resolved
        (BEFORE, BEFORE, BEFORE),
        (BEFORE, TODAY, None),  # answered late
        (BEFORE, None, None),  # overdue
        (AFTER, None, None),  # not yet due
        (None, BEFORE, AFTER),  # no date for the answer, resolved later
    ]
    cycle.add(challenges=[Challenge(f"C{n}", EARLY, "Drift", *d) for n, d in enumerate(dates)])
    cycle.add(challenges=[Challenge("C9", AFTER, "Not raised yet", None, None, None)])
    figures = counted(cycle)
    assert figures["challenges.raised"] == (5, None)
    assert figures["challenges.answered"] == (3, 5)
    assert figures["challenges.answered_on_time"] == (1, 3)
    assert figures["challenges.open"] == (4, None)
