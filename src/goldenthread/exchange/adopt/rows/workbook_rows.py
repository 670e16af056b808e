"""The rows of the returns workbook, collected audit by audit."""

from collections.abc import Iterator, Sequence

from goldenthread.exchange.adopt.entries import LeftOut, Source
from goldenthread.exchange.adopt.mapping import Status
from goldenthread.exchange.adopt.rows.feedback import feedback_rows, questions
from goldenthread.exchange.adopt.rows.other_rows import (
    escalation_row,
    exemption_row,
    reason_rows,
    timeliness_rows,
)
from goldenthread.exchange.adopt.rows.readings import Audit, Row, moderated_row, reading_row
from goldenthread.exchange.adopt.rows.taking import Reader
from goldenthread.exchange.adopt.targets import DUE_ON
from goldenthread.exchange.workbook.declared.cycle import CYCLE_ITEMS

REMINDER = (
    "Add a row for every audit that was allocated and did not come back, then delete this row"
)
"""Stands in *Allocations* without an audit ref, so that no brief can be made before it is read."""

_SHARED = ("Audit ref", "Child ref", "Auditor code", "Team", "Service")
"""What an allocation has in common with its reading."""


class WorkbookRows:
    """Rows by sheet. Every audit gets a reading or an allocation, or is named in ``left_out``."""

    def __init__(
        self, audits: Sequence[Audit], source: Source, reader: Reader, grades: Sequence[str]
    ) -> None:
        self._reader, self._grades = reader, grades
        self._questions = questions(reader.map, source)
        self._sheets: dict[str, list[Row]] = {}
        self.left_out: list[LeftOut] = []
        cycles = tuple(dict.fromkeys(audit.cycle for audit in audits if audit.cycle))
        self.cycle: str = reader.map.cycle or (cycles[0] if len(cycles) == 1 else "")
        self.undecided: tuple[str, ...] = () if self.cycle else cycles
        """The cycles of the source, while nobody has said which of them the workbook is for."""
        for audit in audits:
            self._add(audit)
        self._finish()

    def of(self, sheet: str) -> tuple[Row, ...]:
        """The rows of one sheet."""
        return tuple(self._sheets.get(sheet, ()))

    def by_sheet(self) -> dict[str, tuple[Row, ...]]:
        """All rows, by sheet."""
        return {sheet: tuple(rows) for sheet, rows in self._sheets.items()}

    def _add(self, audit: Audit) -> None:
        """Add all that one audit fills."""
        reading = reading_row(audit, self._reader, self._grades)
        allocated = audit.is_first and not self.undecided and audit.cycle in ("", self.cycle)
        if allocated:
            self._put("Allocations", self._allocation(audit, reading))
        if audit.status is Status.RETURNED:
            self._put("Readings", reading)
            if moderated := moderated_row(audit, reading, self._reader, self._grades):
                self._put("Readings", moderated)
        elif not allocated:
            why = "it did not come back, and is no allocation of the workbook's cycle"
            self.left_out.append(LeftOut(audit.taken.entry.place, why))
        elif audit.status is Status.EXEMPT:
            self._put("Exemptions", exemption_row(audit, self._reader))
        for sheet, row in self._others(audit):
            self._put(sheet, row)

    def _others(self, audit: Audit) -> Iterator[tuple[str, Row]]:
        for row in reason_rows(audit, self._reader, self._grades):
            yield "Reasons", row
        for row in feedback_rows(audit, self._questions, self._reader):
            yield "Feedback", row
        if escalation := escalation_row(audit, self._reader):
            yield "Escalations", escalation
        for row in timeliness_rows(audit, self._reader):
            yield "Timeliness", row

    def _allocation(self, audit: Audit, reading: Row) -> Row:
        shared = {heading: reading[heading] for heading in _SHARED}
        return {**shared, "Due on": self._reader.day(audit.taken, DUE_ON)}

    def _finish(self) -> None:
        """The reminder at the end of the allocations, and what is known of the cycle."""
        if not self.undecided:
            self._put("Allocations", {"Auditor code": REMINDER})
        known = {"Framework": self._reader.map.framework.id, "Cycle": self.cycle}
        for item in CYCLE_ITEMS:
            value = known.get(item.heading, "")
            self._put("Cycle", {"Item": item.heading, "Value": value})
            if item.must and not value:
                self._reader.log.fill_in(f"Cycle: {item.heading}.")

    def _put(self, sheet: str, row: Row) -> None:
        self._sheets.setdefault(sheet, []).append(row)
