"""Feedback, observations, escalations, timeliness and challenges, row by row."""

from goldenthread.analysis.facts import (
    Challenge,
    Escalation,
    Observation,
    Observed,
    Respondent,
    Response,
    TimelinessEvent,
)
from goldenthread.exchange.workbook.reading.row import RowReader


def response(row: RowReader) -> Response:
    """An answer to one question."""
    return Response(
        audit=row.name("Audit ref"),
        respondent=row.member("Respondent", Respondent, Respondent.CHILD),
        question=" ".join(row.prose("Question as asked").split()),
        answer=row.answer("Answer"),
        comment=row.prose("Comment"),
    )


def observation(row: RowReader) -> Observation:
    """One item looked for."""
    return Observation(
        observation=row.name("Observation ref"),
        item=" ".join(row.prose("Item").split()),
        observed=row.member("Seen", Observed, Observed.NO),
        occurred_on=row.day("Date"),
        team=row.name("Team"),
    )


def escalation(row: RowReader) -> Escalation:
    """A concern raised about a child, and what became of it."""
    return Escalation(
        audit=row.name("Audit ref"),
        reason=row.name("Reason"),
        raised_on=row.day_that_must_be("Raised"),
        raised_to=row.name("To"),
        acknowledged_on=row.day("Acknowledged"),
        done=row.prose("What was done"),
        child_safe=row.yes("Child safe"),
        closed_on=row.day("Closed"),
    )


def timeliness_event(row: RowReader) -> TimelinessEvent:
    """One clock."""
    return TimelinessEvent(
        audit=row.name("Audit ref"),
        rule=row.choice("Rule"),
        trigger_on=row.day_that_must_be("Trigger"),
        done_on=row.day("Done"),
    )


def challenge(row: RowReader) -> Challenge:
    """A challenge by an independent reviewing officer or conference chair."""
    return Challenge(
        challenge=row.name("Challenge ref"),
        raised_on=row.day_that_must_be("Raised"),
        subject=row.prose("Subject"),
        response_due_on=row.day("Response due"),
        answered_on=row.day("Answered"),
        resolved_on=row.day("Resolved"),
    )
