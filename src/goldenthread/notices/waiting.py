"""When an e-mail may leave, by the authority's quiet hours."""

from datetime import datetime

from django.conf import settings

from goldenthread.notices.rules.kinds import Kind
from goldenthread.notices.rules.quiet import QuietHours, next_hour


def quiet_hours() -> QuietHours:
    """The quiet hours that the authority has set."""
    start, end, weekends = settings.QUIET_HOURS
    return QuietHours(start, end, weekends=weekends)


def earliest(kind: Kind, at: datetime) -> datetime:
    """The first moment at which an e-mail of a kind may leave that is asked for at a moment.

    What is put together with others waits for the full hour, so that they can come.
    """
    if kind.urgent:
        return at
    return quiet_hours().over(next_hour(at) if kind.digest else at)
