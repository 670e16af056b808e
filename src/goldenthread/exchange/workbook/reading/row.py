"""One row, read by heading: every cell that cannot be read goes into the report at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from goldenthread.analysis.facts import Answered
from goldenthread.exchange.book import Value
from goldenthread.exchange.workbook.columns import Choices, Column
from goldenthread.exchange.workbook.reading import cells
from goldenthread.exchange.workbook.reading.cells import Grade, Unclear, is_blank
from goldenthread.exchange.workbook.reading.dates import NotADate, day_of
from goldenthread.exchange.workbook.reading.names import Names
from goldenthread.exchange.workbook.reading.report import Report
from goldenthread.exchange.workbook.reading.table import Table, TableRow
from goldenthread.exchange.workbook.reading.vocabularies import Vocabularies
from goldenthread.exchange.workbook.result import Written

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

NO_DAY = date.min
"""Stands in for a day that could not be read; its row is reported and goes nowhere."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every row needs to be understood."""

    vocabularies: Vocabularies
    names: Mapping[str, Names]
    report: Report


_NONE: tuple[str, ...] = ()


class RowReader:
    """The cells of one row. After any problem the row counts as reported, not as read."""

    def __init__(self, table: Table, row: TableRow, context: Context) -> None:
        self.table, self.row, self.context = table, row, context
        self.number = row.number

    @property
    def failed(self) -> bool:
        """Whether something in this row could not be read."""
        return (self.table.name, self.number) in self.context.report.failed

    def name(self, heading: str) -> str:
        """A few words; references, teams and services in their common spelling."""
        text = self._read(heading, cells.name_of, "")
        names = self.context.names.get(heading)
        return names.spelled(text) if names and text else text

    def written(self, heading: str) -> Written:
        """An author's words, and where they stand; empty when there are none."""
        text = self._read(heading, cells.prose_of, "")
        return Written(text, f"sheet {self.table.name}, row {self.number}, column {heading}")

    def prose(self, heading: str) -> str:
        """An author's words without their place."""
        return self.written(heading).text

    def references(self, heading: str) -> tuple[str, ...]:
        """Several audits, in their common spelling."""
        found: tuple[str, ...] = self._read(heading, cells.references_of, _NONE)
        audits = self.context.names["Audit ref"]
        return tuple(dict.fromkeys(audits.spelled(text) for text in found))

    def day(self, heading: str) -> date | None:
        """A day, or ``None`` for an empty cell."""
        value = self.row.cells.get(heading, "")
        day = self._read(heading, day_of, None)
        if day is not None and isinstance(value, float):
            mend = f"This number was read as the day {day:%d/%m/%Y}, as Excel counts days."
            self.context.report.warn(self.table.name, self.number, heading, value, mend)
        return day

    def day_that_must_be(self, heading: str) -> date:
        """A day; a missing one was reported and is replaced by ``NO_DAY``."""
        return self.day(heading) or NO_DAY

    def whole(self, heading: str) -> int | None:
        """A whole number, or ``None`` for an empty cell."""
        return self._read(heading, cells.whole_of, None)

    def answer(self, heading: str) -> int | None:
        """A scaling answer, or ``None`` when it was not answered."""
        return self._read(heading, cells.answer_of, None)

    def choice(self, heading: str) -> str:
        """Id of one value of the column's list, or ``""`` for an empty cell."""
        which = self._column(heading).choices
        if which is None:
            raise KeyError(heading)
        if which is Choices.CATEGORIES and self.context.vocabularies.framework is None:
            return ""
        words = self.context.vocabularies.of(which)
        return self._read(heading, lambda value: cells.choice_of(value, words), "")

    def member(self, heading: str, kind: type[E], otherwise: E) -> E:
        """A member of an enumeration; ``otherwise`` for an empty cell, or one not understood."""
        found = self.choice(heading)
        return kind(found) if found else otherwise

    def yes(self, heading: str) -> bool | None:
        """Yes or no, or ``None`` for an empty cell."""
        found = self.choice(heading)
        return found == "yes" if found else None

    def grade(self, heading: str) -> Grade | None:
        """A grade or a reason for having none; ``None`` for an empty cell."""
        vocabularies = self.context.vocabularies
        scale, words = vocabularies.scale, vocabularies.of(Choices.GRADES)
        if scale is None:
            return None
        return self._read(heading, lambda value: cells.grade_of(value, words, scale), None)

    def problem(self, heading: str, value: object, mend: str) -> None:
        """Report something about this row that its cells alone do not show."""
        self.context.report.problem(self.table.name, self.number, heading, value, mend)

    def _column(self, heading: str) -> Column:
        return self.table.sheet.column(heading)

    def _read(self, heading: str, convert: Callable[[Value], T], empty: T) -> T:
        value = self.row.cells.get(heading, "")
        if is_blank(value):
            self._report_blank(heading)
            return empty
        if isinstance(value, str):
            value = cells.prose_of(value)
        try:
            return convert(value)
        except (Unclear, NotADate) as problem:
            self.problem(heading, value, str(problem))
            return empty

    def _report_blank(self, heading: str) -> None:
        """An empty cell is a problem where it must be filled, or shows an error."""
        error = self.table.errors.get((self.number, heading))
        if error is not None:
            mend = "Excel could not work this cell out; write the value itself."
            self.problem(heading, error or "an error", mend)
        elif self._column(heading).must:
            if heading in self.table.present and not self.row.lone:
                self.problem(heading, "", f"Fill this in. {self._column(heading).help}")
            else:
                self.context.report.fail(self.table.name, self.number)


NOT_GRADED = Grade(Answered.NOT_GRADED)
NOT_APPLICABLE = Grade(Answered.NOT_APPLICABLE)
