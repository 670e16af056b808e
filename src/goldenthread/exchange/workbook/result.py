"""What reading a returns workbook gives: the cycle, the facts, what authors wrote, and problems."""

from dataclasses import dataclass
from datetime import date

from goldenthread.analysis.facts import ActionLevel, Facts, FindingKind
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.problems import Problem


@dataclass(frozen=True, slots=True)
class Written:
    """Text from a cell, and where it stands: "sheet Findings, row 4, column Text"."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class CycleSheet:
    """The *Cycle* sheet."""

    authority: str
    cycle: str
    focus: Written
    period_from: date
    period_to: date
    issue_on: date
    due_on: date
    cut_off_on: date
    next_brief_on: date | None
    framework: str
    author: str
    method: Written
    seed: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """The *Findings* sheet: one finding. ``headline`` is 1, 2 or 3, or ``None``."""

    finding: str
    kind: FindingKind
    headline: int | None
    scope: str
    """``service``, or the name of a team."""
    theme: str
    category: str
    audits: tuple[str, ...]
    text: Written
    so_what: Written
    what_to_do: Written
    words_to_try: Written
    standard: Written
    source: Written


@dataclass(frozen=True, slots=True)
class ActionRow:
    """The *Actions* sheet: who does what by when."""

    action: str
    finding: str
    what: Written
    level: ActionLevel
    owner: str
    due_on: date | None
    done_on: date | None
    outcome: Written


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """The *Notices* sheet."""

    title: Written
    text: Written
    address: str


@dataclass(frozen=True, slots=True)
class AskRow:
    """The *Asks* sheet."""

    text: Written
    to: str
    by: date | None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """The *Links* sheet."""

    title: Written
    address: str
    topic: str
    new: bool


@dataclass(frozen=True, slots=True)
class HelperRow:
    """The *Helpers* sheet."""

    name: str
    role: str
    topic: str
    contact: str


@dataclass(frozen=True, slots=True)
class AcceptedHitRow:
    """The *Accepted hits* sheet: a disclosure hit that two people accepted."""

    kind: str
    text: str
    reason: str
    accepted_by: str
    second_person: str


@dataclass(frozen=True, slots=True)
class SheetTally:
    """Rows of one sheet: every row that is not blank is read, reported or said to be left out."""

    sheet: str
    rows: int
    read: int
    reported: int
    left_out: int
    """Totals rows and struck-through rows, which are named in ``warnings``."""


@dataclass(frozen=True, slots=True)
class Returns:
    """A whole workbook. With ``problems`` nothing may be computed from it."""

    cycle: CycleSheet | None
    framework: Framework | None
    scale: Scale | None
    facts: Facts
    findings: tuple[FindingRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    notices: tuple[NoticeRow, ...] = ()
    asks: tuple[AskRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    helpers: tuple[HelperRow, ...] = ()
    accepted: tuple[AcceptedHitRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    """What was understood but should be looked at; ``mend`` says what was done."""
    tallies: tuple[SheetTally, ...] = ()
