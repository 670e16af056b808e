"""A date in three boxes, read as people write it, with the box named that must be mended."""

from calendar import month_abbr, month_name
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.design.looks import Shown
from goldenthread.design.widgets import DateParted, DateParts

_MONTHS = {"sept": 9} | {
    name.lower(): number
    for names in (month_abbr, month_name)
    for number, name in enumerate(names)
    if name
}

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Where nothing narrower is asked: what lies outside is a slip of the hand."""


class DateField(Shown, forms.Field):
    """Day, month and year; the month as a number or a name. Cleans to ``date`` or ``None``."""

    kind = "date-input"
    widget = DateParted

    def __init__(
        self,
        label: str,
        *,
        earliest: date = EARLIEST,
        latest: date = LATEST,
        **options: Any,
    ) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(label, **options)

    def to_python(self, value: DateParts | None) -> date | None:
        """The date of what was typed."""
        if value is None or not any(value):
            return None
        self._complete(value)
        if len(value.year) != 4:
            raise self._wrong("Year must include 4 numbers", "year")
        try:
            return date(_number(value.year), _month(value.month), _number(value.day))
        except ValueError:
            raise self._wrong(f"{self.label} must be a real date", *DateParts._fields) from None

    def validate(self, value: date | None) -> None:
        """Whether it is there where it must be, and within its bounds."""
        super().validate(value)
        if value and value < self.earliest:
            bound = f"{self.earliest:%-d %B %Y}"
            raise self._wrong(f"{self.label} must be on or after {bound}", *DateParts._fields)
        if value and value > self.latest:
            bound = f"{self.latest:%-d %B %Y}"
            raise self._wrong(f"{self.label} must be on or before {bound}", *DateParts._fields)

    def _complete(self, value: DateParts) -> None:
        absent = [name for name, text in zip(DateParts._fields, value, strict=True) if not text]
        if absent:
            raise self._wrong(f"{self.label} must include a {' and '.join(absent)}", *absent)

    def _wrong(self, sentence: str, *parts: str) -> ValidationError:
        return ValidationError(sentence, code="invalid", params={"parts": parts})


def _month(text: str) -> int:
    """The number of a month, from its number or its name. Raises ``ValueError``."""
    return _MONTHS.get(text.lower()) or _number(text)


def _number(text: str) -> int:
    """A number as people type one: ``int`` would take "+7" and "1_0" too. Raises ``ValueError``."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)
