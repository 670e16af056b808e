"""Escalations."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import Escalation
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale

RAISED, NEXT_DAY, LATER = date(2026, 9, 10), date(2026, 9, 11), date(2026, 9, 20)
AFTER = date(2026, 11, 21)


@pytest.fixture
def counted(framework: Framework, scale: Scale) -> Any:
    """Numerators of the figures of a cycle with these escalations, by the key's last word."""

    def count(cycle: Any, *escalations: Escalation) -> dict[str, int | None]:
        figures = cycles.figures(cycle.add(escalations=escalations).facts, framework, scale)
        found = [figure for figure in figures if figure.key.startswith("escalations.")]
        return {f.key.removeprefix("escalations."): f.numerator for f in found}

    return count


def escalation(
    audit: str = "A1",
    *,
    raised: date = RAISED,
    acknowledged: date | None = RAISED,
    safe: bool | None = True,
    closed: date | None = LATER,
) -> Escalation:
    """An escalation: by default acknowledged the same day, child safe, closed."""
    return Escalation(
        audit, "Child unsafe now", raised, "Service manager", acknowledged, "", safe, closed
    )


def test_escalations_none_are_counted_as_none(cycle: Any, counted: Any) -> None:
    assert counted(cycle) == dict.fromkeys(
        ("raised", "acknowledged_same_day", "acknowledged", "child_safe", "closed", "open"), 0
    )


def test_escalations_dealt_with_count_everywhere(cycle: Any, counted: Any) -> None:
    assert counted(cycle, escalation()) == {
        "raised": 1,
        "acknowledged_same_day": 1,
        "acknowledged": 1,
        "child_safe": 1,
        "closed": 1,
        "open": 0,
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"acknowledged": NEXT_DAY}, {"acknowledged_same_day": 0, "acknowledged": 1}),
        ({"acknowledged": None}, {"acknowledged_same_day": 0, "acknowledged": 0}),
        ({"safe": False}, {"child_safe": 0}),
        ({"safe": None}, {"child_safe": 0}),
        ({"closed": None}, {"closed": 0, "open": 1}),
        ({"closed": AFTER}, {"closed": 0, "open": 1}),
        ({"acknowledged": AFTER}, {"acknowledged": 0, "child_safe": 0}),
        ({"raised": AFTER}, {"raised": 0, "open": 0}),
    ],
)
def test_escalations_not_dealt_with_by_the_day_of_the_figures_do_not_count(
    cycle: Any, counted: Any, changes: dict[str, Any], expected: dict[str, int]
) -> None:
    assert counted(cycle, escalation(**changes)).items() >= expected.items()


def test_escalations_of_one_child_count_as_one_and_only_when_all_are_dealt_with(
    cycle: Any, counted: Any
) -> None:
    cycle.reading("A1")
    second = escalation(acknowledged=NEXT_DAY, safe=None, closed=None)
    assert counted(cycle, escalation(), second) == {
        "raised": 1,
        "acknowledged_same_day": 0,
        "acknowledged": 1,
        "child_safe": 0,
        "closed": 0,
        "open": 1,
    }


def test_escalations_of_another_cycle_are_left_out(cycle: Any, counted: Any) -> None:
    cycle.reading("B1", cycle="July and August 2026")
    assert counted(cycle, escalation("B1"))["raised"] == 0


def test_escalations_raised_before_the_audit_was_returned_count(cycle: Any, counted: Any) -> None:
    cycle.reading("A1", on=date(2026, 10, 30)).as_at(LATER)
    assert counted(cycle, escalation())["raised"] == 1
