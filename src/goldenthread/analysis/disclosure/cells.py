"""Cells: what the numerators and denominators of figures count.

Two figures that print the same number of the same thing print one cell: the base of
``risk.good`` and that of ``risk.inadequate`` are both ``risk.base``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from goldenthread.analysis.facts import FindingEvidence
from goldenthread.analysis.figure import Figure, Kind, Slice
from goldenthread.analysis.reported import OVERALL
from goldenthread.definitions.frameworks import Framework, NotEvidenced
from goldenthread.definitions.scales import Scale

SMALL = 5
"""Counts below this, nought excepted, are not told outside the service."""

REST = ".rest"
"""Ends the name of what is in the base of a share but not in its count."""

RETURNED = "audits.returned"

REASONS = ("not_evidenced", "not_graded", "not_applicable")
"""Why an audit has no grade in a category."""

HALVES = ("good_or_better", "not_yet_good")


class Protection(Enum):
    """What a reader may not be sure of when a cell of 1 to 4 is withheld."""

    SIZE = "size"
    """That the count is below five."""
    PRESENCE = "presence"
    """That there is any. For counts that are part of a small number which is plain to see, such
    as the reasons why 3 of 26 audits have no grade: the bases of the shares tell those 3."""
    OPEN = "open"
    """Anything: what is counted is no person, family or piece of work."""


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """Where a cell was counted: part of the service, period, and edition of the figures."""

    of: Slice = ()
    period: str = ""
    edition: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One count of one thing in one scope."""

    name: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Structure:
    """What is known of the keys: categories, levels, and findings that are about one team."""

    framework: Framework
    scale: Scale
    findings: Mapping[str, FindingEvidence]
    """By figure key."""

    @property
    def categories(self) -> tuple[str, ...]:
        """Category ids, with the overall grade where there is one."""
        ids = tuple(category.id for category in self.framework.categories)
        return (*ids, OVERALL) if self.framework.overall else ids

    @property
    def levels(self) -> tuple[str, ...]:
        """Level ids, worst first."""
        return tuple(level.id for level in self.scale.levels)

    @property
    def graded(self) -> str:
        """Last word of the cell of audits graded in a category: they are the base of its grades,
        unless *not evidenced* is in that base too."""
        apart = self.framework.not_evidenced is NotEvidenced.APART
        return "base" if apart else "graded"

    def side(self, half: str) -> tuple[str, ...]:
        """The levels of one half of the scale."""
        good = half == HALVES[0]
        return tuple(level for level in self.levels if self.scale.is_good(level) is good)


_BASES = {
    "returns.at_cut_off": "returns.expected",
    "returns.of_allocated": "returns.allocated",
    "returns.exempt": "returns.allocated",
    "returns.to_date": "returns.expected_to_date",
    "second_reading.audits": RETURNED,
    "moderation.audits": RETURNED,
}
_COUNTS = {"returns.at_cut_off": "returns.completed", "returns.of_allocated": "returns.completed"}
_FAMILY_BASES = {
    "observations": "observations.looked_for",
    "escalations": "escalations.raised",
    "challenges": "challenges.raised",
    "actions": "actions.all",
    "moderation": "moderation.base",
    "finding": RETURNED,
}


def cells_of(figure: Figure, structure: Structure) -> tuple[str | None, str | None]:
    """Names of what the numerator and the denominator of a figure count; ``None``: it has none."""
    if figure.kind is Kind.COUNT:
        return figure.key, None
    base = _base_of(figure.key, structure)
    if figure.kind is Kind.MEDIAN:
        return None, base
    category, _, last = figure.key.partition(".")
    if last == "graded" and category in structure.categories:
        return f"{category}.{structure.graded}", base
    return _COUNTS.get(figure.key, figure.key), base


def _base_of(key: str, structure: Structure) -> str:
    family, _, name = key.partition(".")
    if key in _BASES:
        return _BASES[key]
    if family in structure.categories:
        return _base_in_category(family, name, structure)
    if family in _FAMILY_BASES:
        return _FAMILY_BASES[family]
    within, _, last = key.rpartition(".")
    if family == "feedback":
        return f"{within}.{'asked' if last == 'answered' else 'answered'}"
    return f"{within}.base" if family == "timeliness" else f"{key}.base"


def _base_in_category(category: str, name: str, structure: Structure) -> str:
    if name in structure.levels or name in HALVES:
        return f"{category}.base"
    return f"{category}.{'all' if name == 'not_applicable' else 'applied'}"


_PROCESS = ("returns.", RETURNED, "second_reading.", "moderation.audits")
_TOTALS = (
    *(".base", ".applied", ".all", ".graded", ".asked", ".looked_for"),
    *("escalations.raised", "challenges.raised"),
)


def protection_of(cell: Cell) -> Protection:
    """How a cell must be protected when it is 1 to 4."""
    name, whole_service = cell.name, not cell.scope.of
    if name.endswith(REST):
        # How many audits were not returned or not read twice says nothing of a child or family.
        # Of one team it would point at its auditors, but all teams' together are no secret.
        if name.startswith(_PROCESS):
            return Protection.OPEN if whole_service else Protection.PRESENCE
        name = name.removesuffix(REST)
        return Protection.PRESENCE if name.endswith(".graded") else Protection.SIZE
    return Protection.PRESENCE if name.endswith(REASONS) else Protection.SIZE


def pooled_from(figure: Figure, structure: Structure) -> tuple[str, ...] | None:
    """Names of the cells that a figure over all categories is made of; ``None`` for another figure.

    Such a figure is shown where all of these are, and so tells nothing new.
    """
    family, _, last = figure.key.partition(".")
    if family not in ("grades", "categories"):
        return None
    level = last.removeprefix("with_")
    return tuple(f"{category.id}.{level}" for category in structure.framework.categories)


def tells_of_people(name: str) -> bool:
    """Whether a cell counts what was found, rather than how many were looked at."""
    return not name.startswith(_PROCESS) and not name.endswith(_TOTALS)
