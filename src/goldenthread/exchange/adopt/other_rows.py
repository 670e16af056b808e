"""Rows of the other sheets that an audit fills: reasons, feedback, escalations, clocks."""

from collections.abc import Iterator, Sequence

from goldenthread.analysis.facts import Respondent
from goldenthread.definitions import library
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.answers import NOT_ANSWERED, NOT_ASKED, Reply, answer, reply
from goldenthread.exchange.adopt.entries import Source
from goldenthread.exchange.adopt.grids import Cell, text_of
from goldenthread.exchange.adopt.mapping import Blanks, ColumnMap, MapLine
from goldenthread.exchange.adopt.readings import Audit, Row
from goldenthread.exchange.adopt.taking import DOUBT, Reader, Taken
from goldenthread.exchange.adopt.targets import ESCALATED, Target

_NOTHING = frozenset({"", "no", "none", "na", "nil", "notapplicable", "nothing"})
"""What people write in a box about escalation when there is nothing to write."""

_ESCALATION_DATES = ("Raised", "Acknowledged", "Closed")
_SAFE = Target("Escalations", "Child safe")


def reason_rows(audit: Audit, reader: Reader, grades: Sequence[str]) -> Iterator[Row]:
    """A row for each category with a reason, or with the piece of work that shows it."""
    taken = audit.taken
    for label in grades:
        reason = Target("Reasons", label)
        work, day = (Target("Reasons", label, part) for part in ("Piece of work", "Date"))
        if not any(taken.has(target) for target in (reason, work, day)):
            continue
        yield {
            "Audit ref": audit.identity.audit,
            "Category": label,
            "Reason": reader.prose(taken, reason),
            "Piece of work": reader.prose(taken, work),
            "Date": reader.day(taken, day),
        }


def feedback_rows(
    audit: Audit, reader: Reader, column_map: ColumnMap, source: Source
) -> Iterator[Row]:
    """A row for each question that somebody was asked, with the comment that belongs to it."""
    for respondent in Respondent:
        question, row = "", None
        for line in column_map.columns:
            if line.target == Target("Feedback", respondent.value):
                if row:
                    yield row
                question = line.question or _wording(source, line)
                row = _answer_row(audit, reader, line, respondent, question)
            elif line.target == Target("Feedback", respondent.value, "Comment"):
                row = _commented(audit, reader, line, row, respondent, question)
        if row:
            yield row


def _wording(source: Source, line: MapLine) -> str:
    return next((c.heading for c in source.columns if c.name == line.column), line.column)


def _answer_row(
    audit: Audit, reader: Reader, line: MapLine, respondent: Respondent, question: str
) -> Row | None:
    """The row of one answer; ``None`` when nobody was asked."""
    value = audit.taken.entry.values.get(line.column)
    said = normalise(text_of(value))
    if said in NOT_ASKED or (value is None and reader.map.blanks is Blanks.LEFT_OUT):
        return None
    row = _feedback_row(audit, respondent, question)
    if value is not None and said not in NOT_ANSWERED:
        row["Answer"] = _number(audit.taken, reader, line, value)
    return row


def _feedback_row(audit: Audit, respondent: Respondent, question: str) -> Row:
    return {
        "Audit ref": audit.identity.audit,
        "Respondent": respondent.value,
        "Question as asked": question,
    }


def _number(taken: Taken, reader: Reader, line: MapLine, value: Cell) -> object:
    number = answer(value)
    if number is not None:
        return number
    text = reader.blotted(taken, text_of(value))
    reader.log.problem(taken.entry, line.column, text, "write a whole number from 0 to 10")
    return f"{text}{DOUBT}"


def _commented(
    audit: Audit,
    reader: Reader,
    line: MapLine,
    row: Row | None,
    respondent: Respondent,
    question: str,
) -> Row | None:
    """The row with the comment; a comment without an answer is a row of its own."""
    value = audit.taken.entry.values.get(line.column)
    if value is None:
        return row
    row = row or _feedback_row(audit, respondent, line.question or question or line.column)
    row["Comment"] = reader.blotted(audit.taken, str(value))
    return row


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
    for rule in library.timescale_rules():
        trigger, done = (Target("Timeliness", rule.label, part) for part in ("Trigger", "Done"))
        if taken.has(trigger) or taken.has(done):
            yield {
                "Audit ref": audit.identity.audit,
                "Rule": rule.label,
                "Trigger": reader.day(taken, trigger),
                "Done": reader.day(taken, done),
            }


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
