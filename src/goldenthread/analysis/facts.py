"""Facts: the typed tables that every figure is computed from.

One row is one thing that happened or was judged. Rows refer to each other by reference
(``audit``, ``child``), never by name. Grades are level ids of a scale, never bare numbers.
The same tables come from a returns workbook today and from the database later.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Purpose(StrEnum):
    """Why a record was read."""

    FIRST = "first"
    SECOND = "second"
    MODERATED = "moderated"
    SELF = "self"
    CALIBRATION = "calibration"
    RE_AUDIT = "re_audit"


JUDGED_ALONE = frozenset({Purpose.FIRST, Purpose.SECOND, Purpose.CALIBRATION})
"""Readings by one person who judged alone, and so can be compared with another's."""


class Answered(StrEnum):
    """What stands in a category: a grade, or which of three distinct reasons why not."""

    GRADED = "graded"
    NOT_APPLICABLE = "not_applicable"
    NOT_EVIDENCED = "not_evidenced"
    NOT_GRADED = "not_graded"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of one child's record by one person, with the child's context at that time."""

    audit: str
    child: str
    purpose: Purpose
    auditor: str
    team: str
    service: str
    plan_type: str
    age_band: str
    cycle: str
    occurred_on: date
    """The day on which the reading was completed."""
    look_back_months: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reading says of one category (or of ``overall``).

    ``level`` is a level id when ``answered`` is ``GRADED`` and ``None`` otherwise.
    A moderated reading has judgements only where moderation changed something.
    """

    audit: str
    purpose: Purpose
    auditor: str
    category: str
    answered: Answered
    level: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a grade was given, and where on file to see it. ``text`` never leaves by itself."""

    audit: str
    category: str
    text: str
    piece_of_work: str = ""
    occurred_on: date | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """One audit asked of one auditor."""

    audit: str
    child: str
    auditor: str
    team: str
    service: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """An allocation that need not be returned, from the day it was approved."""

    audit: str
    reason: str
    approved_by: str
    approved_on: date


class Respondent(StrEnum):
    """Who answered. Never pooled with one another."""

    CHILD = "child"
    PARENT = "parent"
    PROFESSIONAL = "professional"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of 0 to 10 to one question, as it was asked; ``None`` when asked, not answered."""

    audit: str
    respondent: Respondent
    question: str
    answer: int | None
    comment: str = ""


class Observed(StrEnum):
    """Whether a practice item was seen in an observation."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Observation:
    """One item looked for in one observed visit, meeting or supervision."""

    observation: str
    item: str
    observed: Observed
    occurred_on: date | None = None
    team: str = ""


@dataclass(frozen=True, slots=True)
class Escalation:
    """A child thought unsafe, or another fixed reason, raised at once and followed until closed."""

    audit: str
    reason: str
    raised_on: date
    raised_to: str
    acknowledged_on: date | None
    done: str
    child_safe: bool | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class TimelinessEvent:
    """One clock: a rule's id, the day that started it, the day it was done (``None``: not yet)."""

    audit: str
    rule: str
    trigger_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A challenge by an independent reviewing officer or conference chair."""

    challenge: str
    raised_on: date
    subject: str
    response_due_on: date | None
    answered_on: date | None
    resolved_on: date | None


class FindingKind(StrEnum):
    """What a finding is."""

    STRENGTH = "strength"
    WORRY = "worry"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class FindingEvidence:
    """Which audits a finding came from; its *n of N* is counted from them."""

    finding: str
    kind: FindingKind
    theme: str
    team: str
    """Empty for a finding about the whole service."""
    audits: tuple[str, ...]


class ActionLevel(StrEnum):
    """Whether the reader can do it, or leaders must."""

    READER = "reader"
    LEADERS = "leaders"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody will do by a date because of a finding."""

    action: str
    finding: str
    level: ActionLevel
    owner: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class PreviousFigure:
    """A figure of the earlier cycle, as counts: its percentage is computed, never typed."""

    key: str
    numerator: int
    denominator: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All tables. Order of rows carries no meaning."""

    readings: tuple[Reading, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    reasons: tuple[Reason, ...] = ()
    allocations: tuple[Allocation, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    responses: tuple[Response, ...] = ()
    observations: tuple[Observation, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    timeliness: tuple[TimelinessEvent, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    findings: tuple[FindingEvidence, ...] = ()
    actions: tuple[Action, ...] = ()
    previous_figures: tuple[PreviousFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class CycleWindow:
    """The cycle whose figures are asked for, and as at which day.

    ``cycle`` is the name that readings carry; a reading without one belongs to this cycle.
    Nothing that happened after ``as_at`` is counted.
    """

    cycle: str
    period_from: date
    period_to: date
    cut_off: date
    as_at: date


@dataclass(frozen=True, slots=True)
class CycleFacts:
    """Facts with the window to look at them through."""

    window: CycleWindow
    facts: Facts = field(default_factory=Facts)
