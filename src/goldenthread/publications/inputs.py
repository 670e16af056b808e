"""What an author gives: findings, notices, asks, links, helpers, method and dates.

Every text an author wrote is ``Words``: it may hold tokens such as ``{risk.inadequate}`` and
marked literals such as ``[[10]]``, and it knows where it came from, so that an error can say so.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.facts import ActionLevel, Escalation, FindingKind
from goldenthread.analysis.phrases.consistency_amounts import Estimated
from goldenthread.analysis.phrases.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Words:
    """Text as its author wrote it, and where: "sheet Findings, row 4, column Text"."""

    text: str
    origin: str = ""

    def __bool__(self) -> bool:
        """Whether anything was written."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class CycleDetails:
    """The cycle that a brief is about."""

    authority: str
    cycle: str
    focus: Words
    period_from: date
    period_to: date
    issue_on: date
    due_on: date
    cut_off_on: date
    next_brief_on: date | None
    author: str
    method: Words
    seed: str


@dataclass(frozen=True, slots=True)
class Message:
    """A finding as a message: what was found, so what, what to do, words to try."""

    finding: str
    kind: FindingKind
    headline: int | None
    """Place among the headline messages (1-3), or ``None``."""
    theme: str
    team: str
    category: str
    text: Words
    so_what: Words
    what_to_do: Words
    words_to_try: Words
    standard: Words
    source: Words
    audits: int = 0
    """How many audits are named as evidence."""


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """Who does what by when."""

    action: str
    what: Words
    level: ActionLevel
    owner: str
    due_on: date | None
    done_on: date | None
    finding: str = ""
    outcome: Words = Words("")


@dataclass(frozen=True, slots=True)
class Notice:
    """A piece of news: title, text, and an address if there is more to read."""

    title: Words
    text: Words
    address: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """What we ask readers to do or to tell us, to whom, by when."""

    text: Words
    to: str
    by: date | None


@dataclass(frozen=True, slots=True)
class ResourceLink:
    """A link to learning, by topic."""

    title: Words
    address: str
    topic: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class Helper:
    """A person who helps with a topic. A contact, not somebody written about."""

    name: str
    role: str
    topic: str
    contact: str


@dataclass(frozen=True, slots=True)
class AcceptedHit:
    """A disclosure hit that two people accepted, with the reason."""

    kind: str
    text: str
    reason: str
    accepted_by: str
    second_person: str


@dataclass(frozen=True, slots=True)
class SecondReadings:
    """What children read by two auditors say of the service's grades; empty where none was."""

    agreed: Pieces = ()
    """Whether auditors agree, a sentence."""
    children: tuple[Estimated, ...] = ()
    """The children's part of the difference between audits by one, two and three auditors a child;
    empty where too few were read twice."""


@dataclass(frozen=True, slots=True)
class BriefInputs:
    """Everything that a brief is composed from, besides its figures."""

    cycle: CycleDetails
    as_at: date
    """The day up to which was counted: the cycle's cut-off, or another that was asked for."""
    messages: tuple[Message, ...] = ()
    actions: tuple[PlannedAction, ...] = ()
    notices: tuple[Notice, ...] = ()
    asks: tuple[Ask, ...] = ()
    links: tuple[ResourceLink, ...] = ()
    helpers: tuple[Helper, ...] = ()
    accepted: tuple[AcceptedHit, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    teams: tuple[str, ...] = ()
    """Names of teams, which worries may not hold."""
    second_readings: SecondReadings = SecondReadings()
    identifiers: frozenset[str] = frozenset()
    """References of audits and children and codes of auditors, which no text may hold."""
