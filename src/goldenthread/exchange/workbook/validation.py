"""Drop-downs, checks and messages that Excel shows while somebody fills the workbook in."""

from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.worksheet import Worksheet

from goldenthread.exchange.workbook.columns import Choices, Column, Kind

LAST_ROW = 5_000
"""Rows that have drop-downs, counted from 0 for the headings."""

_INLINE, _TITLE, _MESSAGE = 255, 32, 255
"""What Excel allows: characters of a list inside a cell's rule, of a title, of a message."""

_EARLIEST, _LATEST = date(2000, 1, 1), date(2099, 12, 31)


@dataclass(slots=True)
class Lists:
    """The hidden sheet that holds the lists too long to stand inside a cell's rule."""

    worksheet: Worksheet
    places: dict[Choices, str] = field(default_factory=dict)

    def source(self, which: Choices, values: tuple[str, ...]) -> str | list[str]:
        """The list itself, or the cells where it stands."""
        if len(",".join(values)) <= _INLINE and not any("," in value for value in values):
            return list(values)
        if which not in self.places:
            self.places[which] = self._write(which, values)
        return self.places[which]

    def _write(self, which: Choices, values: tuple[str, ...]) -> str:
        number = len(self.places)
        self.worksheet.write_string(0, number, which.value.capitalize())
        for row, value in enumerate(values, start=1):
            self.worksheet.write_string(row, number, value)
        letter = chr(ord("A") + number)
        return f"={self.worksheet.name}!${letter}$2:${letter}${len(values) + 1}"


def rule_of(column: Column, values: tuple[str, ...], lists: Lists) -> dict[str, object]:
    """What Excel shall check in the cells of a column, as xlsxwriter wants it."""
    if column.choices is not None and values:
        return _list_rule(column, lists.source(column.choices, values))
    if column.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _EARLIEST,
            "maximum": _LATEST,
            "error_title": "Not a date",
            "error_message": "Write the date as day/month/year, such as 31/01/2026.",
        }
    if column.kind in {Kind.WHOLE, Kind.ANSWER}:
        return _number_rule(column.kind)
    return {"validate": "any"}


def _list_rule(column: Column, source: str | list[str]) -> dict[str, object]:
    closed = column.kind in {Kind.CHOICE, Kind.GRADE}
    return {
        "validate": "list",
        "source": source,
        "show_error": closed,
        "error_title": "Not in the list",
        "error_message": "Choose from the list, or press Delete to leave the cell empty.",
    }


def _number_rule(kind: Kind) -> dict[str, object]:
    answer = kind is Kind.ANSWER
    limits: dict[str, object] = (
        {"criteria": "between", "minimum": 0, "maximum": 10}
        if answer
        else {"criteria": ">=", "value": 0}
    )
    message = "Write a whole number from 0 to 10." if answer else "Write a whole number."
    return {"validate": "integer", "error_title": "Not a number", "error_message": message} | limits


def message_of(column: Column) -> dict[str, object]:
    """The message that appears beside a chosen cell: the heading, and what to write.

    >>> message_of(Column("Seed", Kind.REFERENCE, "The seed."))
    {'input_title': 'Seed', 'input_message': 'The seed.'}
    """
    help_text = f"Must be filled. {column.help}" if column.must else column.help
    return {
        "input_title": _shortened(column.heading, _TITLE),
        "input_message": _shortened(help_text, _MESSAGE),
    }


def _shortened(text: str, most: int) -> str:
    """Cut at a word, so that Excel accepts it."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0] + "…"
