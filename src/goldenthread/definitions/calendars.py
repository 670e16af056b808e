"""Calendars: which days are working days, and how days, weeks and months are counted."""

import calendar
from datetime import date, timedelta

from pydantic import Field, model_validator

from goldenthread.definitions.base import Definition, Id, Line

SATURDAY = 5


class OutsideCalendar(ValueError):
    """A date lies before or after the years of a calendar. The message is one clear sentence."""


class Calendar(Definition):
    """The convention by which an authority counts, printed wherever timeliness is reported.

    ``trigger_is_day`` is 0 where counting begins on the day after the trigger, and 1 where the
    trigger's own day is the first. Bank holidays at weekends need not be listed.
    """

    id: Id
    label: Line
    trigger_is_day: int = Field(default=0, ge=0, le=1)
    first_year: int = Field(ge=1990, le=2200)
    last_year: int = Field(ge=1990, le=2200)
    bank_holidays: dict[date, Line]

    @model_validator(mode="after")
    def _check(self) -> "Calendar":
        if self.last_year < self.first_year:
            raise ValueError("last_year is before first_year")
        outside = [day for day in self.bank_holidays if not self._covers(day)]
        if outside:
            raise ValueError(f"bank holiday outside the years of the calendar: {min(outside)}")
        return self

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is Monday to Friday and no bank holiday. Raises ``OutsideCalendar``.

        >>> from goldenthread.definitions import library
        >>> library.calendar("england").is_working_day(date(2026, 4, 3))  # Good Friday
        False
        """
        self.require(day)
        return self._is_working(day)

    def working_day_after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``, which is day 0. Raises ``OutsideCalendar``.

        >>> from goldenthread.definitions import library
        >>> library.calendar("england").working_day_after(date(2026, 4, 2), 1)  # over Easter
        datetime.date(2026, 4, 7)
        """
        self.require(day)
        while count > 0:
            day += timedelta(days=1)
            count -= self._is_working(day)
        self.require(day)
        return day

    def require(self, day: date) -> None:
        """Raise ``OutsideCalendar`` unless the calendar has the year of ``day``."""
        if not self._covers(day):
            raise OutsideCalendar(
                f"{day:%d/%m/%Y} is outside the calendar of {self.label}, which runs from "
                f"{self.first_year} to {self.last_year}: check the date, or add the year"
            )

    def in_words(self) -> str:
        """The convention as reports print it.

        >>> from goldenthread.definitions import library
        >>> library.calendar("england").in_words()
        'Working days are Monday to Friday without bank holidays; the day of the trigger is day 0.'
        """
        holidays = "without" if self.bank_holidays else "and include"
        return (
            f"Working days are Monday to Friday {holidays} bank holidays; "
            f"the day of the trigger is day {self.trigger_is_day}."
        )

    def _is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def _covers(self, day: date) -> bool:
        return self.first_year <= day.year <= self.last_year


def months_after(day: date, count: int) -> date:
    """The same day of the month ``count`` months later, or the month's last day if it is shorter.

    >>> months_after(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
