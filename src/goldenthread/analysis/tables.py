"""The tables that figures are counted from: one row is one thing that is counted.

``facts`` says what happened; these rows say how it counts in one cycle, as at one day, after the
rules of ``reported``, ``returns``, ``timeliness`` and their neighbours were applied. Columns,
types and meanings are declared here once: ``counts`` checks them on the way in, and a figure's
``Selector`` names the same tables and columns.

No value is ever null: an empty text says that there is none. Yes-or-no columns hold ``yes`` and
``no``, so that a selector can name every value as text.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, NamedTuple

Where = tuple[tuple[str, tuple[str, ...]], ...]
"""Conditions ``(column, values)``, all of which hold: the same as ``Selector.where``."""

YES, NO = "yes", "no"


class FactsError(ValueError):
    """Facts that contradict each other or their framework: one sentence of what, where, mend."""


def where(**conditions: str | Collection[str]) -> Where:
    """Conditions from keywords: a text is one value, a collection several.

    >>> where(category="risk", level=("good", "outstanding"))
    (('category', ('risk',)), ('level', ('good', 'outstanding')))
    """
    return tuple(
        (column, (str(values),) if isinstance(values, str) else tuple(map(str, values)))
        for column, values in conditions.items()
    )


def yes_no(holds: bool) -> str:
    """``yes`` or ``no``."""
    return YES if holds else NO


class AuditRow(NamedTuple):
    """An audit returned: a first reading of the cycle, completed by the day of the figures."""

    audit: Annotated[str, "reference of the audit"]
    team: Annotated[str, "team of the child's worker when the child was chosen"]
    plan_type: Annotated[str, "id of the plan type when the child was chosen"]
    month: Annotated[str, "month of completion, YYYY-MM"]
    occurred_on: Annotated[date, "day of completion"]
    second_reading: Annotated[str, "yes, no: read by a second reader"]
    moderated: Annotated[str, "yes, no: has a moderated reading"]


class AllocationRow(NamedTuple):
    """An audit asked for."""

    audit: Annotated[str, "reference of the audit"]
    team: Annotated[str, "team of the child's worker when the audit was allocated"]
    at_cut_off: Annotated[str, "returned, exempt, outstanding: at the end of the cut-off day"]
    to_date: Annotated[str, "returned, exempt, outstanding: at the end of the day of the figures"]


class JudgementRow(NamedTuple):
    """What is reported of one category (or ``overall``) in one audit returned."""

    audit: Annotated[str, "reference of the audit"]
    team: Annotated[str, "team of the child's worker when the child was chosen"]
    plan_type: Annotated[str, "id of the plan type when the child was chosen"]
    month: Annotated[str, "month of completion, YYYY-MM"]
    category: Annotated[str, "id of the category, or overall"]
    answered: Annotated[str, "graded, not_applicable, not_evidenced, not_graded"]
    level: Annotated[str, "id of the level that it counts as; empty outside the denominator"]
    change: Annotated[str, "unchanged, raised, lowered, other; empty where nothing was moderated"]


class ResponseRow(NamedTuple):
    """A question put to one person."""

    respondent: Annotated[str, "child, parent, professional, worker"]
    question: Annotated[str, "wording as asked"]
    answer: Annotated[str, "0 to 10, as text; empty when asked and not answered"]


class ObservationRow(NamedTuple):
    """An item looked for in one observation of practice."""

    observation: Annotated[str, "reference of the observation"]
    item: Annotated[str, "what was looked for"]
    observed: Annotated[str, "yes, partly, no"]


class TimelinessRow(NamedTuple):
    """A clock: a rule applied to one trigger."""

    audit: Annotated[str, "reference of the audit"]
    rule: Annotated[str, "id of the timescale rule"]
    status: Annotated[str, "met, late, overdue, not_yet_due, not_applicable"]


class EscalationRow(NamedTuple):
    """A child about whom something was escalated, over all that was raised."""

    acknowledged: Annotated[str, "same_day, later, no: the latest of what was raised"]
    child_safe: Annotated[str, "yes, no, not_known"]
    closed: Annotated[str, "yes, no: all that was raised"]


class ChallengeRow(NamedTuple):
    """A challenge by an independent reviewing officer or conference chair."""

    challenge: Annotated[str, "reference of the challenge"]
    answered: Annotated[str, "yes, no"]
    status: Annotated[str, "met, late, overdue, not_yet_due, no_date: the answer against its date"]
    resolved: Annotated[str, "yes, no"]


class ActionRow(NamedTuple):
    """An action."""

    action: Annotated[str, "reference of the action"]
    status: Annotated[str, "done, overdue, in_time"]


class EvidenceRow(NamedTuple):
    """An audit returned that a finding names as evidence."""

    finding: Annotated[str, "reference of the finding"]
    audit: Annotated[str, "reference of the audit"]


DECLARED: Mapping[str, type[NamedTuple]] = {
    "audits": AuditRow,
    "allocations": AllocationRow,
    "judgements": JudgementRow,
    "responses": ResponseRow,
    "observations": ObservationRow,
    "timeliness": TimelinessRow,
    "escalations": EscalationRow,
    "challenges": ChallengeRow,
    "actions": ActionRow,
    "evidence": EvidenceRow,
}
"""Every table, by the name that selectors use."""
