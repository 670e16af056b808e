"""All records of a workbook, with the rows that they came from."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.analysis.facts import (
    Allocation,
    Challenge,
    Escalation,
    Exemption,
    Observation,
    PreviousFigure,
    Purpose,
    Reason,
    Response,
    TimelinessEvent,
)
from goldenthread.exchange.workbook.reading.audits import ReadingRow
from goldenthread.exchange.workbook.reading.placed import Placed
from goldenthread.exchange.workbook.result import (
    AcceptedHitRow,
    ActionRow,
    AskRow,
    CycleSheet,
    FindingRow,
    HelperRow,
    LinkRow,
    NoticeRow,
)


@dataclass(frozen=True, slots=True)
class Collected:
    """Records by sheet, with those that are not sound: they still stand for what they name."""

    cycle: CycleSheet | None
    readings: list[Placed[ReadingRow]]
    allocations: list[Placed[Allocation]]
    exemptions: list[Placed[Exemption]]
    reasons: list[Placed[Reason]]
    responses: list[Placed[Response]]
    observations: list[Placed[Observation]]
    escalations: list[Placed[Escalation]]
    timeliness: list[Placed[TimelinessEvent]]
    challenges: list[Placed[Challenge]]
    findings: list[Placed[FindingRow]]
    actions: list[Placed[ActionRow]]
    notices: list[Placed[NoticeRow]]
    asks: list[Placed[AskRow]]
    links: list[Placed[LinkRow]]
    helpers: list[Placed[HelperRow]]
    previous: list[Placed[PreviousFigure]]
    accepted: list[Placed[AcceptedHitRow]]

    def of_this_cycle(self) -> Iterator[Placed[ReadingRow]]:
        """Readings of the cycle that the *Cycle* sheet names, or of no named cycle."""
        return (placed for placed in self.readings if self.is_of_this_cycle(placed.record))

    def is_of_this_cycle(self, row: ReadingRow) -> bool:
        """Whether a reading belongs to this cycle; the others are history."""
        return not row.reading.cycle or (
            self.cycle is not None and row.reading.cycle.casefold() == self.cycle.cycle.casefold()
        )

    def first_readings(self) -> dict[str, Placed[ReadingRow]]:
        """The first readings of this cycle, by audit."""
        return {
            placed.record.reading.audit: placed
            for placed in self.of_this_cycle()
            if placed.record.reading.purpose is Purpose.FIRST
        }

    def known_audits(self) -> frozenset[str]:
        """Every audit that was allocated or read."""
        read = {placed.record.reading.audit for placed in self.readings}
        return frozenset(read | {placed.record.audit for placed in self.allocations})
