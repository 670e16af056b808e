"""The map: where each column of a source goes, and what the values in it mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.matching import normalise
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.adopt.entries import Shape
from goldenthread.exchange.adopt.meaning.dates import DateOrder
from goldenthread.exchange.adopt.targets import Target


class Decision(StrEnum):
    """What a map says of a column that goes nowhere."""

    NOT_MAPPED = "not mapped"
    """Nobody has decided: listed on every run."""
    LEAVE_OUT = "leave out"
    """Decided: not needed."""


class Blanks(StrEnum):
    """What a blank answer of a child, parent or professional means."""

    LEFT_OUT = "nobody was asked"
    ASKED = "asked, not answered"


class Meaning(StrEnum):
    """Columns whose values a map translates."""

    GRADES = "grades"
    PLAN_TYPES = "plan types"
    PURPOSES = "purposes"
    STATUSES = "statuses"
    TEAMS = "teams"
    SERVICES = "services"


class Status(StrEnum):
    """What became of an allocated audit."""

    RETURNED = "returned"
    NOT_RETURNED = "not returned"
    EXEMPT = "exempt"


UNKNOWN = "unknown"
"""What a map says of a value that nobody has explained yet."""


@dataclass(frozen=True, slots=True)
class MapLine:
    """One column. ``target`` is ``None`` when ``decision`` says why it goes nowhere.

    ``after`` names the column that must stand before it, for a column that is known by its place
    only; ``question`` is the wording of a feedback question, the heading by default; ``at`` is the
    line in the file, 0 for a proposal.
    """

    column: str
    target: Target | None = None
    decision: Decision = Decision.NOT_MAPPED
    after: str = ""
    question: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A whole map, for one framework and its scale.

    ``values`` translates, by kind of column, what stands in cells into the workbook's own words;
    ``for_every_audit`` gives what no column says. ``cycle`` names the cycle that the workbook is
    for, where the source holds several.
    """

    framework: Framework
    scale: Scale
    shape: Shape
    columns: tuple[MapLine, ...]
    date_order: DateOrder = DateOrder.UNDECIDED
    cycle: str = ""
    blanks: Blanks = Blanks.LEFT_OUT
    for_every_audit: Mapping[Target, str] = field(default_factory=dict)
    values: Mapping[Meaning, Mapping[str, str]] = field(default_factory=dict)
    left_out_sheets: tuple[str, ...] = ()

    def line(self, column: str) -> MapLine | None:
        """What the map says of a column; ``None`` when it does not know it."""
        wanted = normalise(column)
        return next((line for line in self.columns if normalise(line.column) == wanted), None)

    def targets(self) -> frozenset[Target]:
        """All targets that some column or setting fills."""
        columns = {line.target for line in self.columns if line.target is not None}
        return frozenset(columns | set(self.for_every_audit))

    def translation(self, meaning: Meaning, text: str) -> str | None:
        """What a value means: ``unknown`` when nobody has said, ``None`` when it is new."""
        wanted = normalise(text)
        for value, translated in self.values.get(meaning, {}).items():
            if normalise(value) == wanted:
                return translated
        return None
