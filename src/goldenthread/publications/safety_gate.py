"""No brief while a child's safety is open without words about it (design.md §3)."""

from collections.abc import Iterator

from goldenthread.analysis.facts import Escalation
from goldenthread.publications.refusals import Refusal


def open_escalations(escalations: tuple[Escalation, ...]) -> Iterator[Refusal]:
    """A refusal for each escalation that is not closed and of which nothing is written."""
    for escalation in escalations:
        if escalation.closed_on is None and not escalation.done.strip():
            yield Refusal(
                "sheet Escalations",
                f"audit {escalation.audit}",
                "This escalation is open and nothing is written of what was done: write it, or"
                " close it, before the brief goes out.",
            )
