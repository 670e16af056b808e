"""Rows of the other sheets that an audit fills: reasons, escalations, clocks, exemptions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from goldenthread.definitions import library
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.meaning.answers import Reply, reply
from goldenthread.exchange.adopt.reading.grids import text_of
from goldenthread.exchange.adopt.rows.readings import Audit, Row
from goldenthread.exchange.adopt.rows.taking import DOUBT, Reader, Taken
from goldenthread.exchange.adopt.targets import ESCALATED, Target

_NOTHING = frozenset({"", "no", "none", "na", "nil", "notapplicable", "nothing"})
"""What people write in a box about escalation when there is nothing to write."""

_ESCALATION_DATES = ("Raised", "Acknowledged", "Closed")
_SAFE = Target("Escalations", "Child safe")


def reason_rows(audit: Audit, reader: Reader, grades: Sequence[str]) -> Iterator[Row]:
    """A row for each category with a reason, or with the piece of work that shows it."""
    taken = audit.taken
    for label in grades:
        reason, work, day = _places_of_reason(label)
        if taken.has(reason) or taken.has(work) or taken.has(day):
            yield {
                "Audit ref": audit.identity.audit,
                "Category": label,
                "Reason": reader.prose(taken, reason),
                "Piece of work": reader.prose(taken, work),
                "Date": reader.day(taken, day),
            }


@cache
def _places_of_reason(label: str) -> tuple[Target, Target, Target]:
    reason = Target("Reasons", label)
    return reason, replace(reason, part="Piece of work"), replace(reason, part="Date")


def escalation_row(audit: Audit, reader: Reader) -> Row | None:
    """The escalation of an audit: when it says so, says why, or says that the child is not safe."""
    taken = audit.taken
    said = _reply(taken, ESCALATED, reader)
    safe = _reply(taken, _SAFE, reader)
    texts = {
        part: reader.prose(taken, Target("Escalations", part))
        for part in ("Reason", "To", "What was done")
    }
    told = any(normalise(text) not in _NOTHING for text in texts.values())
    raised = taken.has(Target("Escalations", "Raised"))
    if not (said not in ("", Reply.NO) or told or raised or safe == Reply.NO):
        return None
    row: Row = {"Audit ref": audit.identity.audit, **texts, "Child safe": safe}
    for part in _ESCALATION_DATES:
        row[part] = reader.day(taken, Target("Escalations", part))
    reader.log.fill_in(
        "Escalations: the day each was raised, to whom and why, where the source does not say."
    )
    return row


def _reply(taken: Taken, target: Target, reader: Reader) -> str:
    """Yes or no; anything else is kept as it stands, and is a problem."""
    if not taken.has(target):
        return ""
    value = taken.cells[target].value
    said = reply(value)
    if said is None:
        mend = "write yes or no"
        reader.log.problem(taken.entry, taken.column(target), text_of(value), mend)
    return said or f"{text_of(value)}{DOUBT}"


def timeliness_rows(audit: Audit, reader: Reader) -> Iterator[Row]:
    """A row for each clock that the source has a date of."""
    taken = audit.taken
    for rule, trigger, done in _clocks():
        if taken.has(trigger) or taken.has(done):
            yield {
                "Audit ref": audit.identity.audit,
                "Rule": rule,
                "Trigger": reader.day(taken, trigger),
                "Done": reader.day(taken, done),
            }


@cache
def _clocks() -> tuple[tuple[str, Target, Target], ...]:
    """Each timescale rule's label, and where its trigger and its end are taken from."""
    return tuple(
        (rule.label, Target("Timeliness", rule.label, "Trigger"),
         Target("Timeliness", rule.label, "Done"))
        for rule in library.timescale_rules()
    )  # fmt: skip


def exemption_row(audit: Audit, reader: Reader) -> Row:
    """The exemption of an audit, as far as the source tells it."""
    taken = audit.taken
    reader.log.fill_in("Exemptions: the reason, who approved it and when, where not in the source.")
    return {
        "Audit ref": audit.identity.audit,
        "Reason": reader.prose(taken, Target("Exemptions", "Reason")),
        "Approved by": reader.text(taken, Target("Exemptions", "Approved by")),
        "Approved on": reader.day(taken, Target("Exemptions", "Approved on")),
    }
