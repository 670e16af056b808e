"""Sessions are ended: one, all others, or all."""

from importlib import import_module
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import QuerySet

from goldenthread.config.sign_in.events import SessionsEnded
from goldenthread.config.sign_in.permissions import can_end_sessions
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.decisions import require
from goldenthread.core.errors import NotFoundInScope
from goldenthread.core.ledger import record
from goldenthread.people.ids import UserId
from goldenthread.people.models import User


@act
def end_one_session(*, user: User, session: int, by: Actor) -> None:
    """End one of a person's sessions. Raises ``NotFoundInScope`` where it is not theirs."""
    require(can_end_sessions(by, user))
    ended = _end(UserSession.objects.filter(user=user, id=session))
    if not ended:
        raise NotFoundInScope
    record(SessionsEnded(user=UserId(user.id), sessions=ended), by=by)


@act
def end_sessions(*, user: User, keep: str | None = None, by: Actor) -> None:
    """End all sessions of a person, but the one that is kept."""
    require(can_end_sessions(by, user))
    ended = end_all(user.id, keep=keep)
    if not ended:
        nothing_changed()
        return
    record(SessionsEnded(user=UserId(user.id), sessions=ended), by=by)


def end_all(user: UUID, *, keep: str | None = None) -> int:
    """End sessions within another act, which writes its own row. Returns how many there were."""
    return _end(UserSession.objects.filter(user_id=user).exclude(session_key=keep))


def _end(sessions: "QuerySet[UserSession]") -> int:
    """Delete what browsers' keys open, then our notes of it."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    keys = list(sessions.values_list("session_key", flat=True))
    for key in keys:
        store(key).delete()
    sessions.delete()
    return len(keys)
