"""The one account that gets in when single sign-on is down."""

import secrets

from allauth.mfa.models import Authenticator

from goldenthread.config.sign_in.events import BreakGlassMade
from goldenthread.config.sign_in.queries import user_of_address
from goldenthread.config.sign_in.services.sessions import end_all
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict
from goldenthread.core.ledger import record
from goldenthread.people.ids import UserId
from goldenthread.people.models import User
from goldenthread.people.permissions import can_add_user
from goldenthread.people.rules import Role
from goldenthread.people.services import roles, users

NAME = "Break-glass account"


@act
def make_break_glass(*, email: str, by: Actor) -> str:
    """Make the break-glass account, or give it a new password. Returns the password.

    Its sessions end and its second factors go: the next sign-in sets up new ones. Raises
    ``Conflict`` where the address is a person's, or another account is the break-glass account.
    """
    require(can_add_user(by))
    if User.objects.filter(break_glass=True, is_active=True).exclude(email=email.lower()).exists():
        raise Conflict("There is another break-glass account. Deactivate it first.")
    user = user_of_address(email) or users.add(name=NAME, email=email, break_glass=True, by=by)
    if not user.break_glass:
        raise Conflict("This address is a person's. Give the break-glass account one of its own.")
    if not user.is_active:
        user = users.reactivate(user=user, by=by)
    password = secrets.token_urlsafe(24)
    user.set_password(password)
    store(user)
    Authenticator.objects.filter(user=user).delete()
    end_all(user.id)
    roles.grant(user=user, role=Role.ADMINISTRATOR, by=by)
    record(BreakGlassMade(user=UserId(user.id)), by=by)
    return password
