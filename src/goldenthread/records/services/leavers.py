"""People who left: their names and addresses are taken off what stays."""

# mypy: disable-error-code="import-untyped"

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict, InvalidTransition
from goldenthread.people.ids import UserId
from goldenthread.people.models import User
from goldenthread.people.rules.names import sort_name
from goldenthread.records import permissions
from goldenthread.records.events import PersonForgotten
from goldenthread.records.queries.holds import held_today
from goldenthread.records.rules.leavers import FORMER, nowhere


@act
def forget(*, user: User, by: Actor) -> User:
    """Replace name and address of a leaver. What they did stays, by somebody without a name.

    Raises :class:`InvalidTransition` for somebody who works here, :class:`Conflict` under a hold.
    """
    require(permissions.can_keep_schedule(by))
    user = User.objects.select_for_update().get(id=user.id)
    if user.is_active:
        raise InvalidTransition("They work here. Deactivate them first.")
    if user.id in held_today().users:
        raise Conflict("A legal hold stands on this person.")
    if user.name == FORMER:
        nothing_changed()
        return user
    user.name, user.surname, user.email = FORMER, "", nowhere(user.id)
    user.sort_name = sort_name(FORMER, "")
    user.staff_number = user.job_title = ""
    user.last_login = None
    user.set_unusable_password()
    for kind in (Authenticator, SocialAccount, EmailAddress, UserSession):
        kind.objects.filter(user=user).delete()
    store(user)
    ledger.record(PersonForgotten(user=UserId(user.id)), by=by)
    return user
