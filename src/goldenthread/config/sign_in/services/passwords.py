"""Passwords are changed, and set anew by a link."""

from goldenthread.config.sign_in.events import PasswordChanged, PasswordReset
from goldenthread.config.sign_in.permissions import can_use_password
from goldenthread.config.sign_in.services.sessions import end_all
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.ledger import record
from goldenthread.people.ids import UserId
from goldenthread.people.models import User


@act
def change_password(*, user: User, password: str, keep: str | None, by: Actor) -> None:
    """Somebody changes their own password; their sessions elsewhere end."""
    require(can_use_password(user))
    user.set_password(password)
    store(user)
    end_all(user.id, keep=keep)
    record(PasswordChanged(user=UserId(user.id)), by=by)


@act
def reset_password(*, user: User, password: str, by: Actor) -> None:
    """Whoever has the link sets a password; every session ends."""
    require(can_use_password(user))
    user.set_password(password)
    store(user)
    end_all(user.id)
    record(PasswordReset(user=UserId(user.id)), by=by)
