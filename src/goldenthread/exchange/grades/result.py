"""What reading a file of grades gives: the arrays and what should be looked at, or problems."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.analysis.grades import Grades
from goldenthread.exchange.problems import Problem, sentence


class Best(StrEnum):
    """Which end of a scale of numbers is the best: scales run both ways."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class ModeratedGrades:
    """The same audits as their auditors graded them, and as they are reported; *overall* too.

    The case of an audit is its own reference here.
    """

    first: Grades
    reported: Grades


@dataclass(frozen=True, slots=True)
class GradesRead:
    """A file without problems. ``warnings`` are sentences: understood, and to be looked at."""

    grades: Grades
    warnings: tuple[str, ...] = ()
    moderated: ModeratedGrades | None = None
    """``None`` where no audit was moderated."""


class WrongRows(Exception):
    """Rows that cannot be read as meant: every problem at once, and each as a sentence."""

    def __init__(self, problems: Sequence[Problem], unit: str = "row") -> None:
        self.problems = tuple(problems)
        self.sentences = tuple(sentence(problem, unit) for problem in problems)
        super().__init__("\n".join(self.sentences))
