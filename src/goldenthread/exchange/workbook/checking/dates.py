"""Checks of the order of dates."""

from datetime import date

from goldenthread.exchange.workbook.checking.collected import Collected
from goldenthread.exchange.workbook.reading.cycle import VALUE, CycleItems
from goldenthread.exchange.workbook.reading.placed import sound
from goldenthread.exchange.workbook.reading.report import Report


def check_dates(found: Collected, report: Report) -> None:
    """What cannot come before what. Done before a timescale's trigger is on time, and allowed."""
    for escalation in sound(found.escalations):
        raised = escalation.record.raised_on
        for column, day in (
            ("Acknowledged", escalation.record.acknowledged_on),
            ("Closed", escalation.record.closed_on),
        ):
            _check_after("Escalations", escalation.row, column, day, raised, report)
    for challenge in sound(found.challenges):
        raised = challenge.record.raised_on
        for column, day in (
            ("Response due", challenge.record.response_due_on),
            ("Answered", challenge.record.answered_on),
            ("Resolved", challenge.record.resolved_on),
        ):
            _check_after("Challenges", challenge.row, column, day, raised, report)


def _check_after(
    sheet: str, row: int, column: str, day: date | None, raised: date, report: Report
) -> None:
    if day is not None and day < raised:
        mend = f"This is before it was raised ({raised:%d/%m/%Y}); correct one of the two."
        report.problem(sheet, row, column, f"{day:%d/%m/%Y}", mend)


_IN_ORDER = (
    ("Period from", "Period to"),
    ("Period from", "Cut-off date"),
    ("Due date", "Cut-off date"),
    ("Issue date", "Next brief date"),
)


def check_cycle_dates(items: CycleItems, report: Report) -> None:
    """The dates of the *Cycle* sheet."""
    for earlier, later in _IN_ORDER:
        first, second = items.days.get(earlier), items.days.get(later)
        if first is not None and second is not None and second < first:
            mend = f"{later} is before {earlier} ({first:%d/%m/%Y}); correct one of the two."
            report.problem("Cycle", items.rows[later], VALUE, f"{second:%d/%m/%Y}", mend)
