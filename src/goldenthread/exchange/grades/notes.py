"""What is found wrong, or worth a look, while a long table is understood: told all at once."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goldenthread.definitions.problems import shown
from goldenthread.exchange.grades.long_rows import BLANK, Column, LongRows
from goldenthread.exchange.grades.records import MOST_SAID
from goldenthread.exchange.grades.result import WrongRows
from goldenthread.exchange.problems import Problem

LONGEST = 40
"""Characters of a word that is repeated; the longest grade of a shipped scale has 31."""


@dataclass(slots=True)
class Notes:
    """Problems and warnings about one table."""

    sheet: str
    unit: str
    numbers: NDArray[np.int32]
    """Where each row stands, as an editor or a spreadsheet counts."""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def about(cls, rows: LongRows) -> "Notes":
        """Notes that begin with what separating the rows has found."""
        return cls(rows.sheet, rows.unit, rows.numbers, [*rows.problems], [*rows.warnings])

    def wrong_cells(
        self, column: Column, wrong: NDArray[np.bool_], mend: Callable[[str], str]
    ) -> None:
        """A problem for each row in which ``wrong`` is true; ``mend`` says how, by the text.

        A long text is no misspelt word but may be what somebody wrote of a child: it is not
        repeated.
        """
        rows = np.flatnonzero(wrong)
        for row in rows[:MOST_SAID]:
            code = column.code[row]
            text = "" if code == BLANK else column.texts[code]
            long = f"This is a text of {len(text)} characters. " if len(text) > LONGEST else ""
            self.wrong_row(int(row), column.heading, "" if long else text, long + mend(text))
        self.so_many_more(column.heading, len(rows) - MOST_SAID)

    def wrong_row(self, row: int, heading: str, value: str, mend: str) -> None:
        """A problem of one row."""
        self.problems.append(
            Problem(self.sheet, int(self.numbers[row]), heading, shown(value), mend)
        )

    def so_many_more(self, heading: str, number: int) -> None:
        """Say how many problems of a column were not named; nothing for none."""
        if number > 0:
            lines = self.unit if number == 1 else f"{self.unit}s"
            mend = f"{number:,} more {lines} have such a problem."
            self.problems.append(Problem(self.sheet, None, heading, "", mend))

    def refuse(self) -> None:
        """Raise ``WrongRows`` with every problem in the order of the rows, if there is any."""
        if self.problems:
            in_order = sorted(self.problems, key=lambda one: (one.row is None, one.row or 0))
            raise WrongRows(in_order, self.unit)
