"""Problems of a file: where, what was there, and how to mend it. All are reported at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that cannot be read as meant.

    ``row`` is the row number as the spreadsheet shows it, ``column`` the column's heading;
    both empty for a problem of the whole sheet. ``mend`` is an instruction in one sentence.
    """

    sheet: str
    row: int | None
    column: str
    value: str
    mend: str


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
