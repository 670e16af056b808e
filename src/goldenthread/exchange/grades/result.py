"""What reading a file of grades gives: the arrays and what should be looked at, or problems."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.analysis.grades import Grades
from goldenthread.exchange.problems import Problem


class Best(StrEnum):
    """Which end of a scale of numbers is the best: scales run both ways."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class GradesRead:
    """A file without problems. ``warnings`` are sentences: understood, and to be looked at."""

    grades: Grades
    warnings: tuple[str, ...] = ()


class WrongRows(Exception):
    """Rows that cannot be read as meant: every problem at once, and each as a sentence."""

    def __init__(self, problems: Sequence[Problem], unit: str = "row") -> None:
        self.problems = tuple(problems)
        self.sentences = tuple(sentence(problem, unit) for problem in problems)
        super().__init__("\n".join(self.sentences))


def sentence(problem: Problem, unit: str = "row") -> str:
    """A problem as one line: place, value, mend. A text file has lines where a sheet has rows.

    >>> sentence(Problem("grades.csv", 14, "grade", "Goood", "Write Good."), "line")
    'grades.csv, line 14, column grade: “Goood”. Write Good.'
    """
    place = problem.sheet
    if problem.row is not None:
        place += f", {unit} {problem.row}"
    if problem.column:
        place += f", column {problem.column}"
    value = f": “{problem.value}”." if problem.value else ":"
    return f"{place}{value} {problem.mend}"
