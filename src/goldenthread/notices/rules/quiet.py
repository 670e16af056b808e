"""Quiet hours: when ordinary e-mails wait, by the clock in London."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
SATURDAY = 5
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one hour to another, as 19 to 7; the same hour twice means no quiet hours.

    With ``weekends`` the whole of Saturday and Sunday is quiet too.
    """

    start: int
    end: int
    weekends: bool

    def holds(self, moment: datetime) -> bool:
        """Whether ordinary e-mails wait at a moment.

        >>> evening = datetime(2026, 11, 23, 20, tzinfo=UTC)  # a Monday
        >>> QuietHours(19, 7, weekends=True).holds(evening)
        True
        >>> QuietHours(7, 7, weekends=True).holds(evening)
        False
        """
        there = moment.astimezone(LONDON)
        if self.weekends and there.weekday() >= SATURDAY:
            return True
        if self.start <= self.end:
            return self.start <= there.hour < self.end
        return there.hour >= self.start or there.hour < self.end

    def over(self, moment: datetime) -> datetime:
        """The first moment from this one on at which an ordinary e-mail may leave, in UTC.

        >>> QuietHours(19, 7, weekends=True).over(datetime(2026, 11, 20, 20, tzinfo=UTC))
        datetime.datetime(2026, 11, 23, 7, 0, tzinfo=datetime.timezone.utc)
        """
        while self.holds(moment):
            moment = self._next_change(moment)
        return moment.astimezone(UTC)

    def _next_change(self, moment: datetime) -> datetime:
        """The next hour at which quiet may end: midnight, or the hour set. Always later."""
        there = moment.astimezone(LONDON)
        days = (there.date() + timedelta(days=ahead) for ahead in (0, 1))
        changes = (
            datetime.combine(day, time(hour), LONDON).astimezone(UTC)
            for day in days
            for hour in (0, self.end)
        )
        return min(change for change in changes if change > moment)


def next_hour(moment: datetime) -> datetime:
    """The full hour after a moment: e-mails that are put together leave by it.

    >>> next_hour(datetime(2026, 11, 23, 9, 20, tzinfo=UTC)).isoformat()
    '2026-11-23T10:00:00+00:00'
    """
    return moment.replace(minute=0, second=0, microsecond=0) + _HOUR
