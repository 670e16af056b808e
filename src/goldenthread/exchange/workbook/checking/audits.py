"""Checks between readings, allocations and exemptions."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import timedelta
from typing import TypeVar

from goldenthread.analysis.facts import Purpose
from goldenthread.exchange.workbook.checking.collected import Collected
from goldenthread.exchange.workbook.reading.audits import ReadingRow
from goldenthread.exchange.workbook.reading.placed import Placed, sound
from goldenthread.exchange.workbook.reading.report import Report

T = TypeVar("T")

FAR = timedelta(days=62)
"""How far outside its period a reading may be completed before it is asked about."""

_ONE_OF_EACH = (Purpose.FIRST, Purpose.MODERATED)


def check_audits(found: Collected, report: Report) -> None:
    """Every check between *Readings*, *Allocations* and *Exemptions*."""
    _check_readings(found, report)
    _check_children(found, report)
    _warn_names(found, report)
    _check_allocated(found, report)
    _check_exemptions(found, report)
    _warn_other_cycles(found, report)
    _warn_far_outside(found, report)


def repeats(
    placed: Iterable[Placed[T]], key: Callable[[T], Hashable]
) -> Iterator[tuple[Placed[T], int]]:
    """Each sound record whose key stood in an earlier row, with the number of that row."""
    first: dict[Hashable, int] = {}
    for one in sound(placed):
        its_key = key(one.record)
        if its_key in first:
            yield one, first[its_key]
        else:
            first[its_key] = one.row


def _check_readings(found: Collected, report: Report) -> None:
    def same(row: ReadingRow) -> Hashable:
        return row.reading.audit, row.reading.purpose, row.reading.auditor

    repeated = set()
    for placed, row in repeats(found.readings, same):
        repeated.add(placed.row)
        mend = (
            f"Row {row} holds the same audit, purpose and auditor; delete one, or give each audit "
            "its own reference."
        )
        report.problem("Readings", placed.row, "Audit ref", placed.record.reading.audit, mend)
    _check_one_of_each(found, repeated, report)
    _check_first_exists(found, report)
    _check_second_person(found, report)


def _check_one_of_each(found: Collected, repeated: set[int], report: Report) -> None:
    for purpose in _ONE_OF_EACH:
        of_purpose = [p for p in found.readings if p.record.reading.purpose is purpose]
        for placed, row in repeats(of_purpose, lambda one: one.reading.audit):
            if placed.row not in repeated:
                mend = f"Row {row} is the {purpose} reading of this audit; there can be only one."
                audit = placed.record.reading.audit
                report.problem("Readings", placed.row, "Purpose", audit, mend)


def _check_first_exists(found: Collected, report: Report) -> None:
    firsts = {
        p.record.reading.audit for p in found.readings if p.record.reading.purpose is Purpose.FIRST
    }
    for placed in sound(found.readings):
        reading = placed.record.reading
        needs_first = reading.purpose in {Purpose.SECOND, Purpose.MODERATED}
        if needs_first and reading.audit not in firsts:
            mend = f"Add the first reading of {reading.audit}, or correct the reference."
            report.problem("Readings", placed.row, "Audit ref", reading.audit, mend)


def _check_second_person(found: Collected, report: Report) -> None:
    """A brief says how many audits were read by a second person: that cannot be the first."""
    first = {
        (placed.record.reading.audit, placed.record.reading.auditor): placed.row
        for placed in found.readings
        if placed.record.reading.purpose is Purpose.FIRST
    }
    for placed in sound(found.readings):
        reading = placed.record.reading
        row = first.get((reading.audit, reading.auditor))
        if reading.purpose is Purpose.SECOND and row is not None:
            mend = f"Row {row} is the first reading by the same auditor; correct one of the two."
            report.problem("Readings", placed.row, "Auditor code", reading.auditor, mend)


def _warn_names(found: Collected, report: Report) -> None:
    """A reference holds a figure; words alone may be somebody's name. It is not repeated here."""
    for sheet, row, _, child in _children(found):
        if _NAME.fullmatch(child):
            mend = (
                "This looks like a name: write a reference that only your service can trace. "
                "It is printed nowhere."
            )
            report.warn(sheet, row, "Child ref", "", mend)


_NAME = re.compile(r"[^\W\d_]+(?:[ ,.'’-]+[^\W\d_]+)*[ ,]+[^\W\d_]{2,}")


def _check_children(found: Collected, report: Report) -> None:
    """One audit is about one child, on whichever sheet it stands."""
    children: dict[str, tuple[str, str, int]] = {}
    for sheet, row, audit, child in _children(found):
        known = children.setdefault(audit, (child, sheet, row))
        if child != known[0]:
            mend = f"Audit {audit} is about {known[0]} on sheet {known[1]}, row {known[2]}."
            report.problem(sheet, row, "Child ref", child, f"{mend} Correct one of the two.")


def _children(found: Collected) -> Iterator[tuple[str, int, str, str]]:
    for allocated in sound(found.allocations):
        if allocated.record.child:
            audit = allocated.record.audit
            yield "Allocations", allocated.row, audit, allocated.record.child
    for placed in sound(found.readings):
        yield "Readings", placed.row, placed.record.reading.audit, placed.record.reading.child


def _check_allocated(found: Collected, report: Report) -> None:
    for placed, row in repeats(found.allocations, lambda one: one.audit):
        mend = f"This audit is allocated in row {row} already; delete one of the two."
        report.problem("Allocations", placed.row, "Audit ref", placed.record.audit, mend)
    allocated = {placed.record.audit for placed in found.allocations}
    if not allocated:
        return
    for audit, first in sorted(found.first_readings().items()):
        if first.sound and audit not in allocated:
            mend = f"Add {audit} to the sheet Allocations, or correct the reference."
            report.problem("Readings", first.row, "Audit ref", audit, mend)


def _check_exemptions(found: Collected, report: Report) -> None:
    allocated = {placed.record.audit for placed in found.allocations}
    returned = found.first_readings()
    for repeated, row in repeats(found.exemptions, lambda one: one.audit):
        mend = f"This audit is exempt in row {row} already; delete one of the two."
        report.problem("Exemptions", repeated.row, "Audit ref", repeated.record.audit, mend)
    for placed in sound(found.exemptions):
        audit = placed.record.audit
        if allocated and audit not in allocated:
            mend = f"Add {audit} to the sheet Allocations, or correct the reference."
            report.problem("Exemptions", placed.row, "Audit ref", audit, mend)
        elif audit in returned:
            mend = "This audit is exempt, and was returned all the same; both were kept."
            report.warn("Exemptions", placed.row, "Audit ref", audit, mend)


def _warn_other_cycles(found: Collected, report: Report) -> None:
    """A reading that names another cycle leaves this one's figures: that must not go unsaid."""
    if found.cycle is None:
        return
    for placed in sound(found.readings):
        reading = placed.record.reading
        if reading.purpose is Purpose.FIRST and not found.is_of_this_cycle(placed.record):
            mend = (
                f"This audit names the cycle {reading.cycle} and not {found.cycle.cycle}: it was "
                "kept as history and is in no figure of this cycle."
            )
            report.warn("Readings", placed.row, "Cycle", reading.audit, mend)


def _warn_far_outside(found: Collected, report: Report) -> None:
    if found.cycle is None:
        return
    earliest = min(found.cycle.period_from, found.cycle.issue_on) - FAR
    latest = max(found.cycle.period_to, found.cycle.cut_off_on) + FAR
    for placed in sound(found.of_this_cycle()):
        day = placed.record.reading.occurred_on
        if not earliest <= day <= latest:
            mend = "This is more than two months outside the cycle's period; it was kept."
            report.warn("Readings", placed.row, "Completed on", f"{day:%d/%m/%Y}", mend)
