"""Checks of what became of the children about whom something was escalated."""

from goldenthread.exchange.workbook.checking.collected import Collected
from goldenthread.exchange.workbook.reading.placed import sound
from goldenthread.exchange.workbook.reading.report import Report


def check_escalations(found: Collected, report: Report) -> None:
    """Ask about every escalation that was closed although the child is said not to be safe."""
    for placed in sound(found.escalations):
        escalation = placed.record
        if escalation.closed_on is not None and escalation.child_safe is False:
            mend = "This was closed although the child is not safe; correct one of the two."
            report.warn("Escalations", placed.row, "Child safe", "no", mend)
