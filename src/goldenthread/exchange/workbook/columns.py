"""What a sheet of the returns workbook is made of: columns, and what may stand in their cells."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column holds."""

    REFERENCE = "reference"
    """An identifier: text, so that ``001`` and ``1/2`` survive."""
    REFERENCES = "references"
    """Several identifiers, separated by commas, semicolons or new lines."""
    NAME = "name"
    """A few words: a team, a role, an address."""
    PROSE = "prose"
    """A sentence or more that authors write."""
    DATE = "date"
    WHOLE = "whole"
    """A whole number, 0 or more."""
    ANSWER = "answer"
    """A whole number from 0 to 10."""
    CHOICE = "choice"
    """One of a closed list."""
    GRADE = "grade"
    """A level of the framework's scale, or one of three reasons why there is none."""


class Choices(StrEnum):
    """Where the values of a drop-down come from."""

    PURPOSES = "purposes"
    PLAN_TYPES = "plan types"
    AGE_BANDS = "age bands"
    GRADES = "grades"
    CATEGORIES = "categories"
    RESPONDENTS = "respondents"
    SEEN = "seen"
    ESCALATION_REASONS = "escalation reasons"
    YES_NO = "yes or no"
    RULES = "timescale rules"
    FINDING_KINDS = "finding kinds"
    THEMES = "themes"
    HEADLINES = "headlines"
    ACTION_LEVELS = "action levels"
    FRAMEWORKS = "frameworks"


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or one item of the *Cycle* sheet.

    ``also`` holds other headings that mean it. ``choices`` is the drop-down's list: closed for
    ``Kind.CHOICE`` and ``Kind.GRADE``, a suggestion otherwise. ``category`` is the id of the
    category that a column of grades is about. ``width`` is in characters.
    """

    heading: str
    kind: Kind
    help: str
    must: bool = False
    also: tuple[str, ...] = ()
    choices: Choices | None = None
    category: str = ""
    width: int = 14


class Group(StrEnum):
    """What a sheet is for, shown as the colour of its tab."""

    CYCLE = "the cycle"
    AUDITS = "the audits"
    SOURCES = "other sources"
    LEARNING = "what was learned"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, its columns from left to right, and whether it must hold rows."""

    name: str
    group: Group
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()
    must: bool = False

    def column(self, heading: str) -> Column:
        """The column with this heading. Raises ``KeyError`` when there is none."""
        for column in self.columns:
            if column.heading == heading:
                return column
        raise KeyError(heading)
