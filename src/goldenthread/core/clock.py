"""The one place where the service reads the time, so that tests can set it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
"""Where people work: days begin and end by its clock."""


def now() -> datetime:
    """This moment, aware, in UTC."""
    return timezone.now()


def today() -> date:
    """The day in London."""
    return now().astimezone(LONDON).date()
