"""How values are read from what a form sends, where one value comes in several parts."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms


class DateParts(NamedTuple):
    """A date as somebody typed it."""

    day: str
    month: str
    year: str


class DateParted(forms.Widget):
    """Three boxes: day, month, year."""

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> DateParts:
        """What was typed in the three."""
        return DateParts(
            *(str(data.get(f"{name}-{part}", "")).strip() for part in DateParts._fields)
        )

    def value_omitted_from_data(self, data: Mapping[str, Any], files: object, name: str) -> bool:
        """Whether none of the three was sent."""
        return not any(f"{name}-{part}" in data for part in DateParts._fields)

    def format_value(self, value: Any) -> DateParts:  # type: ignore[override]
        """The three boxes of a value."""
        if isinstance(value, DateParts):
            return value
        if isinstance(value, date):
            return DateParts(str(value.day), str(value.month), str(value.year))
        return DateParts("", "", "")
