"""What a session knows of itself: when it began, when it was last used, and what is still owed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.http import HttpRequest

from goldenthread.config.sign_in import queries
from goldenthread.config.sign_in.permissions import needs_second_factor
from goldenthread.config.sign_in.policy import SessionEnd, session_end
from goldenthread.core import clock
from goldenthread.people.models import User

BEGUN = "sign_in.begun"
SEEN = "sign_in.seen"
OWED = "sign_in.second_factor_owed"

_NOTED_EVERY = timedelta(minutes=1)


def begin(request: HttpRequest, user: User, *, second_factor: bool) -> None:
    """Note when the session began, and whether a second factor must be set up before anything."""
    now = clock.now().isoformat()
    request.session[BEGUN] = request.session[SEEN] = now
    request.session[OWED] = not second_factor and needs_second_factor(user)
    records = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    for record in records:  # allauth notes the address as well, of which it makes no use
        record.pop("email", None)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = records


def over(request: HttpRequest) -> SessionEnd | None:
    """Why this session is over, or nothing. One without notes begins now."""
    if BEGUN not in request.session:
        request.session[BEGUN] = request.session[SEEN] = clock.now().isoformat()
    return session_end(
        begun=datetime.fromisoformat(request.session[BEGUN]),
        seen=datetime.fromisoformat(request.session[SEEN]),
        now=clock.now(),
        longest=timedelta(hours=settings.SESSION_HOURS),
        idle=timedelta(minutes=settings.IDLE_MINUTES),
    )


def note_seen(request: HttpRequest) -> bool:
    """Note that the session is used, once a minute at most. Returns whether it was noted."""
    now = clock.now()
    if now - datetime.fromisoformat(request.session[SEEN]) < _NOTED_EVERY:
        return False
    request.session[SEEN] = now.isoformat()
    return True


def is_stale(request: HttpRequest) -> bool:
    """Whether the sign-in is too long ago to change how somebody signs in."""
    begun = datetime.fromisoformat(request.session[BEGUN])
    return clock.now() - begun > timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def owes_second_factor(request: HttpRequest, user: User) -> bool:
    """Whether this person must set up a second factor before anything else."""
    if request.session.get(OWED) and queries.count_of_factors(user):
        request.session[OWED] = False
    return bool(request.session.get(OWED))


def provider_asked(signal_kwargs: Mapping[str, Any] | None) -> bool:
    """Whether the identity provider asked for a second factor in the sign-in at hand."""
    login = (signal_kwargs or {}).get("sociallogin")
    return bool(login is not None and login.state.get("second_factor"))
