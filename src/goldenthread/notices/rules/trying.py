"""When an e-mail is tried again."""

from datetime import timedelta

from goldenthread.notices.rules.faults import OF_THE_SERVER, Fault

_MINUTES = (1, 2, 5, 15, 30, 60, 120, 240)
_WHEN_THE_SERVER_IS_DOWN = 5


def wait(attempts: int, fault: Fault) -> timedelta:
    """How long to wait after so many attempts.

    A server that is down is tried again every few minutes, so that nothing waits long once it is
    back; one that refuses an e-mail for now is asked less and less often.

    >>> [wait(attempts, Fault.BUSY).seconds // 60 for attempts in (1, 2, 4, 9)]
    [1, 2, 15, 240]
    >>> wait(9, Fault.NO_ANSWER).seconds // 60
    5
    """
    minutes = _MINUTES[min(max(attempts, 1), len(_MINUTES)) - 1]
    if fault in OF_THE_SERVER:
        minutes = min(minutes, _WHEN_THE_SERVER_IS_DOWN)
    return timedelta(minutes=minutes)
