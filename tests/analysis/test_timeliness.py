"""Timeliness."""

from datetime import date
from typing import Any

import pytest

from goldenthread.analysis import cycle as cycles
from goldenthread.analysis.facts import TimelinessEvent
from goldenthread.analysis.tables import FactsError
from goldenthread.analysis.timeliness import Status, status_on
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.definitions.timescales import Basis, TimescaleRule, Unit

RULE = TimescaleRule(
    id="care_plan",
    label="Care plan",
    trigger="Start of first placement",
    stop="Care plan prepared",
    count=10,
    unit=Unit.WORKING_DAYS,
    basis=Basis.STATUTORY,
    source="Regulation 4",
)
STARTED = date(2026, 11, 2)
"""A Monday; ten working days later is Monday 16 November 2026."""


@pytest.mark.parametrize(
    ("day", "done", "status"),
    [
        (date(2026, 11, 20), date(2026, 11, 16), Status.MET),
        (date(2026, 11, 20), date(2026, 10, 1), Status.MET),  # before the trigger
        (date(2026, 11, 20), date(2026, 11, 17), Status.LATE),
        (date(2026, 11, 20), None, Status.OVERDUE),
        (date(2026, 11, 16), None, Status.NOT_YET_DUE),
        (date(2026, 11, 17), None, Status.OVERDUE),
        (date(2026, 11, 16), date(2026, 11, 17), Status.NOT_YET_DUE),  # not done yet that day
        (date(2026, 11, 18), date(2026, 11, 19), Status.OVERDUE),
    ],
)
def test_status_follows_the_due_date_and_the_day_of_the_figures(
    day: date, done: date | None, status: Status
) -> None:
    assert status_on(day, date(2026, 11, 16), done) is status


def figures_of(cycle: Any, framework: Framework, scale: Scale, *done: date | None) -> Any:
    """Figures of one clock per audit, all started on the same day."""
    events = [TimelinessEvent(f"A{n}", "care_plan", STARTED, day) for n, day in enumerate(done)]
    return cycles.figures(
        cycle.add(timeliness=events).facts, framework, scale, rules=[RULE]
    ).figures


def test_timeliness_share_keeps_open_overdue_and_leaves_out_not_yet_due(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    done = [date(2026, 11, 16)] * 3 + [date(2026, 11, 20), None]
    cycle.add(timeliness=[TimelinessEvent("A9", "care_plan", date(2026, 11, 19), None)])
    figures = figures_of(cycle, framework, scale, *done)
    found = {
        name: (f.numerator, f.denominator)
        for name in ("on_time", "late", "overdue", "not_yet_due")
        for f in [figures[f"timeliness.care_plan.{name}", ()]]
    }
    # domain.md section 3.1: met / (met + late + overdue)
    assert found == {"on_time": (3, 5), "late": (1, 5), "overdue": (1, 5), "not_yet_due": (1, None)}


def test_timeliness_interval_with_one_clock_per_audit_is_plain_wilson(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    done = [date(2026, 11, 16)] * 5 + [None] * 21
    share = figures_of(cycle, framework, scale, *done)["timeliness.care_plan.on_time", ()]
    # stats.md section 2: Wilson 95% of 5 of 26 is 9-38%
    assert (round(share.lower, 2), round(share.upper, 2)) == (0.09, 0.38)


def test_timeliness_method_says_how_days_are_counted(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    share = figures_of(cycle, framework, scale, None)["timeliness.care_plan.on_time", ()]
    assert "Monday to Friday without bank holidays; the day of the trigger is day 0" in share.method
    assert share.population == "occasions on which “care plan” was done or due"


def test_timeliness_all_not_yet_due_has_no_value(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    cycle.as_at(date(2026, 11, 3))
    share = figures_of(cycle, framework, scale, None)["timeliness.care_plan.on_time", ()]
    assert (share.value, share.denominator) == (None, 0)


def test_timeliness_rule_not_in_force_at_the_trigger_is_not_counted(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    old = RULE.model_copy(update={"effective_to": date(2026, 11, 1)})
    cycle.add(timeliness=[TimelinessEvent("A1", "care_plan", STARTED, None)])
    figures = cycles.figures(cycle.facts, framework, scale, rules=[old])
    assert figures.figures["timeliness.care_plan.on_time", ()].denominator == 0


def test_timeliness_changed_rule_uses_the_one_in_force_at_the_trigger(
    cycle: Any, framework: Framework, scale: Scale
) -> None:
    old = RULE.model_copy(update={"effective_to": date(2026, 11, 1)})
    new = RULE.model_copy(update={"effective_from": date(2026, 11, 2), "count": 1})
    cycle.add(timeliness=[TimelinessEvent("A1", "care_plan", STARTED, date(2026, 11, 4))])
    figures = cycles.figures(cycle.facts, framework, scale, rules=[old, new])
    assert figures.figures["timeliness.care_plan.late", ()].numerator == 1


@pytest.mark.parametrize(
    ("rule", "started", "message"),
    [
        ("no_such_rule", STARTED, "there is no timescale rule 'no_such_rule'"),
        ("care_plan", date(1899, 1, 2), "02/01/1899 is outside the calendar"),
    ],
)
def test_timeliness_impossible_clock_is_refused(
    cycle: Any, framework: Framework, scale: Scale, rule: str, started: date, message: str
) -> None:
    cycle.add(timeliness=[TimelinessEvent("A1", rule, started, None)])
    with pytest.raises(FactsError, match=f"Audit A1.*{message}"):
        cycles.figures(cycle.facts, framework, scale, rules=[RULE])
