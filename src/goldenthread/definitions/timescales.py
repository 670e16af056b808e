"""Timescale rules: how long a step may take, counted how, and on whose authority."""

from datetime import date, timedelta
from enum import StrEnum

from pydantic import Field

from goldenthread.definitions.base import Definition, Id, Line, Prose
from goldenthread.definitions.calendars import Calendar, months_after


class Unit(StrEnum):
    """How the days of a rule are counted."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    WEEKS = "weeks"
    MONTHS = "months"


class Basis(StrEnum):
    """Where a rule comes from: law, guidance, or the authority's own standard."""

    STATUTORY = "statutory"
    GUIDANCE = "guidance"
    LOCAL = "local"


class TimescaleRule(Definition):
    """Done within ``count`` ``unit`` of the trigger. Day 0 is the trigger's date.

    On time means done on or before the due date; done before the trigger is on time too.
    """

    id: Id
    label: Line
    trigger: Line
    stop: Line
    count: int = Field(gt=0, le=1000)
    unit: Unit
    basis: Basis
    source: Line
    note: Prose = ""
    effective_from: date | None = None
    effective_to: date | None = None
    also: tuple[Line, ...] = ()


def due_on(rule: TimescaleRule, trigger: date, calendar: Calendar) -> date:
    """The last day on which the step is on time. Raises ``OutsideCalendar``.

    With the default convention (day 0 is the trigger's date) ten working days end on the tenth
    working day after it, one week seven days later, and months on the same day of the month or on
    the month's last day where it is shorter. Where the trigger's own day is the first day, each
    ends a day earlier.

    >>> from goldenthread.definitions import library
    >>> rules = {rule.id: rule for rule in library.timescale_rules()}
    >>> due_on(rules["r11_care_plan"], date(2018, 12, 14), library.calendar("england"))
    datetime.date(2019, 1, 2)
    """
    calendar.require(trigger)
    day_0 = trigger - timedelta(days=calendar.trigger_is_day)
    match rule.unit:
        case Unit.WORKING_DAYS:
            return calendar.working_day_after(day_0, rule.count)
        case Unit.CALENDAR_DAYS:
            due = day_0 + timedelta(days=rule.count)
        case Unit.WEEKS:
            due = day_0 + timedelta(weeks=rule.count)
        case Unit.MONTHS:
            due = months_after(trigger, rule.count) - (trigger - day_0)
    calendar.require(due)
    return due
