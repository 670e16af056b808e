"""Rows of *Readings*: one for each reading, and one more where moderation stands in the row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from goldenthread.exchange.adopt.log import Log
from goldenthread.exchange.adopt.mapping import Meaning, Status
from goldenthread.exchange.adopt.reading.grids import text_of
from goldenthread.exchange.adopt.rows.identities import Identity
from goldenthread.exchange.adopt.rows.taking import DOUBT, Reader, Taken
from goldenthread.exchange.adopt.targets import (
    AGE_BAND,
    COMPLETED_ON,
    CYCLE,
    LOOK_BACK,
    MODERATED,
    MODERATED_ON,
    PLAN_TYPE,
    PURPOSE,
    SERVICE,
    STATUS,
    TEAM,
    Target,
)
from goldenthread.exchange.workbook.choices import AGE_BANDS

Row = dict[str, object]
"""Heading to value, as the writer of the workbook takes it."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_BANDS = ((0, 0, 1), (1, 4, 2), (5, 9, 3), (10, 15, 4), (16, 17, 5), (18, 25, 6))
"""Youngest and oldest year of each band, and its place in ``AGE_BANDS``."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One entry on its way into the workbook."""

    taken: Taken
    identity: Identity
    purpose: str
    cycle: str
    status: Status

    @property
    def is_first(self) -> bool:
        """Whether it is a first reading, the only kind that is allocated."""
        return self.purpose == "first"


def audit_of(taken: Taken, identity: Identity, reader: Reader, grades: Sequence[str]) -> Audit:
    """What an entry is: which reading, of which cycle, and whether it came back."""
    purpose = reader.word(taken, PURPOSE, Meaning.PURPOSES)
    status = _status(taken, reader, grades)
    if purpose != "first" and not taken.has(STATUS):
        status = Status.RETURNED
    return Audit(taken, identity, purpose, _cycle(taken), status)


def _status(taken: Taken, reader: Reader, grades: Sequence[str]) -> Status:
    """What became of an allocated audit: by its status, or by whether anything was filled in."""
    judged = any(taken.has(Target("Readings", label)) for label in grades)
    said = reader.word(taken, STATUS, Meaning.STATUSES)
    if said in (Status.EXEMPT.value, Status.NOT_RETURNED.value):
        if judged:
            mend = "grades stand in the same row: say that it was returned, or take them out"
            reader.log.problem(taken.entry, taken.column(STATUS), said, mend)
        return Status(said)
    if said != Status.RETURNED.value and not (judged or taken.has(COMPLETED_ON)):
        return Status.NOT_RETURNED
    return Status.RETURNED


def _cycle(taken: Taken) -> str:
    """The cycle's name; a month that Excel has made a date of is named again."""
    if not taken.has(CYCLE):
        return ""
    value = taken.cells[CYCLE].value
    if isinstance(value, date):
        return f"{_MONTHS[value.month - 1]} {value.year}"
    return text_of(value)


def reading_row(audit: Audit, reader: Reader, grades: Sequence[str]) -> Row:
    """The row of one reading. Blank stays blank: nothing is filled in for the auditor."""
    taken = audit.taken
    row: Row = _about(audit, reader)
    row["Purpose"] = audit.purpose
    row["Auditor code"] = audit.identity.auditor
    row["Age band"] = _age_band(taken, reader)
    row["Completed on"] = reader.day(taken, COMPLETED_ON)
    row["Look-back (months)"] = _months(taken, reader)
    for label in grades:
        row[label] = reader.word(taken, Target("Readings", label), Meaning.GRADES)
    return row


def moderated_row(audit: Audit, first: Row, reader: Reader, grades: Sequence[str]) -> Row | None:
    """The moderated reading that stands in the same row, or ``None``.

    Only changed grades are kept: in the workbook, blank means unchanged.
    """
    taken = audit.taken
    targets = {label: Target(MODERATED, label) for label in grades}
    if not any(taken.has(target) for target in targets.values()):
        return None
    row: Row = _about(audit, reader)
    row["Purpose"] = "moderated"
    row["Auditor code"] = audit.identity.moderator
    row["Completed on"] = reader.day(taken, MODERATED_ON)
    for label, target in targets.items():
        grade = reader.word(taken, target, Meaning.GRADES)
        row[label] = "" if grade == first[label] else grade
    return row


def _about(audit: Audit, reader: Reader) -> Row:
    taken, identity = audit.taken, audit.identity
    return {
        "Audit ref": identity.audit,
        "Child ref": identity.child,
        "Team": reader.word(taken, TEAM, Meaning.TEAMS),
        "Service": reader.word(taken, SERVICE, Meaning.SERVICES),
        "Plan type": reader.word(taken, PLAN_TYPE, Meaning.PLAN_TYPES),
        "Cycle": audit.cycle,
    }


def _age_band(taken: Taken, reader: Reader) -> str:
    """A band; an age in years becomes its band, so that the exact age is not carried."""
    text = reader.one(taken, AGE_BAND)
    if re.fullmatch(r"\d{1,2}( (years?|yrs?)( old)?)?", text):
        years = int(text.split()[0])
        for youngest, oldest, place in _BANDS:
            if youngest <= years <= oldest:
                return AGE_BANDS[place]
    return text


def _months(taken: Taken, reader: Reader) -> object:
    """A whole number of months, also written *12 months*."""
    text = reader.text(taken, LOOK_BACK)
    if match := re.fullmatch(r"(\d{1,3})(?: months?)?", text, re.IGNORECASE):
        return int(match[1])
    if text:
        mend = "write a whole number of months"
        reader.log.problem(taken.entry, taken.column(LOOK_BACK), text, mend)
    return f"{text}{DOUBT}" if text else ""


def with_first_refs(audits: Sequence[Audit], log: Log) -> tuple[Audit, ...]:
    """The same audits; second and moderated readings carry the reference of their first reading.

    A reading whose own reference is no first reading's is joined to the one first reading of the
    same child in the same cycle. When there is none, or more than one, it is a problem.
    """
    firsts = {audit.identity.audit for audit in audits if audit.is_first}
    by_child: dict[tuple[str, str], list[str]] = {}
    for audit in audits:
        if audit.is_first and audit.identity.child:
            child = (audit.identity.child, audit.cycle)
            by_child.setdefault(child, []).append(audit.identity.audit)
    joined = []
    for audit in audits:
        if audit.purpose in ("second", "moderated") and audit.identity.audit not in firsts:
            audit = _joined(audit, by_child, log)
        joined.append(audit)
    return tuple(joined)


def _joined(audit: Audit, by_child: dict[tuple[str, str], list[str]], log: Log) -> Audit:
    refs = by_child.get((audit.identity.child, audit.cycle), [])
    if audit.identity.child and len(refs) == 1:
        log.note(
            "Second and moderated readings with a reference of their own were joined to the first "
            "reading of the same child."
        )
        return replace(audit, identity=replace(audit.identity, audit=refs[0]))
    mend = "give it the audit ref of the first reading that it belongs to"
    log.problem(audit.taken.entry, "Audit ref", audit.identity.audit, mend)
    return audit
