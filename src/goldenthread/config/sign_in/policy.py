"""Who needs a second factor, and how long a session lasts: pure rules."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from goldenthread.people.rules import Role


class Demand(StrEnum):
    """Whether a role needs a second factor."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Factor(StrEnum):
    """A second way of showing who one is, as allauth names them."""

    APP = "totp"
    PASSKEY = "webauthn"
    RECOVERY_CODES = "recovery_codes"


class SessionEnd(StrEnum):
    """Why a session ended by itself."""

    TOO_OLD = "too_old"
    IDLE = "idle"


def second_factor_required(
    roles: Iterable[Role], policy: Mapping[Role, Demand], *, break_glass: bool
) -> bool:
    """Whether somebody with these roles needs a second factor; the break-glass account always.

    >>> policy = {Role.ADMINISTRATOR: Demand.REQUIRED, Role.AUDITOR: Demand.OPTIONAL}
    >>> second_factor_required([Role.AUDITOR], policy, break_glass=False)
    False
    >>> second_factor_required([Role.AUDITOR, Role.ADMINISTRATOR], policy, break_glass=False)
    True
    >>> second_factor_required([], policy, break_glass=True)
    True
    """
    return break_glass or any(policy.get(role) is Demand.REQUIRED for role in roles)


def session_end(
    *, begun: datetime, seen: datetime, now: datetime, longest: timedelta, idle: timedelta
) -> SessionEnd | None:
    """Why a session is over, or nothing while it lasts.

    >>> at = datetime(2026, 11, 23, 9)
    >>> hours, minutes = timedelta(hours=10), timedelta(minutes=60)
    >>> session_end(begun=at, seen=at, now=at + minutes, longest=hours, idle=minutes)
    >>> later = at + minutes + timedelta(seconds=1)
    >>> str(session_end(begun=at, seen=at, now=later, longest=hours, idle=minutes))
    'idle'
    >>> later = at + timedelta(hours=10, seconds=1)
    >>> str(session_end(begun=at, seen=later, now=later, longest=hours, idle=minutes))
    'too_old'
    """
    if now - begun > longest:
        return SessionEnd.TOO_OLD
    if now - seen > idle:
        return SessionEnd.IDLE
    return None
