"""What the values of one column look like, taken together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.definitions import library
from goldenthread.definitions.matching import normalise
from goldenthread.exchange.adopt.entries import Source, SourceColumn
from goldenthread.exchange.adopt.meaning.answers import (
    NOT_ANSWERED,
    NOT_ASKED,
    Grades,
    answer,
    by_label,
    chosen,
    looks_like_a_person,
    reply,
)
from goldenthread.exchange.adopt.meaning.dates import DateOrder, date_of, order_of
from goldenthread.exchange.adopt.people import NOBODY, plain_mention
from goldenthread.exchange.adopt.reading.grids import Cell, text_of

LONG_TEXT = 40
"""Characters on average from which answers read as sentences."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A column with its values. Every share is of the values that are not blank."""

    column: SourceColumn
    values: tuple[Cell, ...]
    grades: Grades

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the column."""
        return not self.values

    def holds_grades(self) -> bool:
        """Grades for the most part, and at least one that is no *not applicable*."""
        known = sum(bool(self.grades.label(value)) for value in self.values)
        return known * 2 > len(self.values) and any(map(self.grades.is_level, self.values))

    def holds_some_grades(self) -> bool:
        """At least one grade, or reason for having none."""
        return any(self.grades.label(value) for value in self.values)

    def holds_answers(self) -> bool:
        """Answers of 0 to 10, with words such as *declined* between them."""
        numbers = sum(answer(value) is not None for value in self.values)
        words = sum(normalise(text_of(value)) in NOT_ASKED | NOT_ANSWERED for value in self.values)
        return numbers > 0 and numbers + words == len(self.values)

    def holds_replies(self) -> bool:
        """Yes and no only."""
        return bool(self.values) and all(reply(value) for value in self.values)

    def holds_dates(self) -> bool:
        """Dates for the most part, of the spreadsheet or typed."""
        days = sum(
            isinstance(value, date)
            or date_of(value, DateOrder.DAY_FIRST) is not None
            or order_of([value]) is not None
            for value in self.values
        )
        return days * 2 > len(self.values)

    def holds_people(self) -> bool:
        """Names or e-mail addresses for the most part."""
        people = sum(looks_like_a_person(value) for value in self.values)
        return people * 2 > len(self.values)

    def names_nobody(self) -> bool:
        """Whether everybody is *anonymous*."""
        return all(plain_mention(text_of(value)) in NOBODY for value in self.values)

    def holds_sentences(self) -> bool:
        """Text of some length, and no grades."""
        length = sum(len(text_of(value)) for value in self.values)
        return not self.holds_grades() and length > LONG_TEXT * len(self.values)

    def holds_plan_types(self) -> bool:
        """Kinds of plan only, as far as they are known."""
        plans = by_label(library.plan_types())
        known = sum(bool(plans.match(" ".join(chosen(value)))) for value in self.values)
        return known * 2 > len(self.values)

    def distinct(self) -> tuple[str, ...]:
        """The different choices, commonest first."""
        counts = Counter(" ; ".join(chosen(value)) for value in self.values)
        return tuple(text for text, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def columns_seen(source: Source, grades: Grades) -> tuple[Seen, ...]:
    """Every column of a source with its values."""
    return tuple(Seen(column, source.values_of(column.name), grades) for column in source.columns)


def share_an_entry(source: Source, columns: Sequence[str]) -> bool:
    """Whether two of these columns are ever filled in the same entry."""
    return any(sum(column in entry.values for column in columns) > 1 for entry in source.entries)
