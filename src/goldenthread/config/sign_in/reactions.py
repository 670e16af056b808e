"""What the sign-in does when something happened elsewhere."""

from goldenthread.config.sign_in.events import BreakGlassUsed, SecondStepRemoved
from goldenthread.config.sign_in.jobs import (
    send_of_other_address,
    tell_of_break_glass,
    tell_of_removal,
)
from goldenthread.config.sign_in.services.sessions import end_all
from goldenthread.core.actors import Actor
from goldenthread.core.jobs import enqueue
from goldenthread.people.events import UserDeactivated, UserUpdated
from goldenthread.people.models import User
from goldenthread.people.rules.kinds import UserField


def sign_out_everywhere(event: UserDeactivated, *, by: Actor) -> None:
    """Who is deactivated is signed out, in the same transaction."""
    end_all(event.user)


def tell_administrators(event: BreakGlassUsed, *, by: Actor) -> None:
    """Administrators hear of it when the break-glass account is used."""
    enqueue(tell_of_break_glass, user=event.user)


def tell_whose_step_it_was(event: SecondStepRemoved, *, by: Actor) -> None:
    """Somebody hears by e-mail that their second step was removed."""
    enqueue(tell_of_removal, user=event.user)


def tell_earlier_address(event: UserUpdated, *, by: Actor) -> None:
    """The address that was hears that links to sign in go elsewhere from now on.

    Whoever changes somebody's address could otherwise take over their account unseen.
    """
    user = User.objects.get(id=event.user)  # as it was: the change is stored after it is told
    if UserField.EMAIL in event.fields and user.is_active and user.last_login is not None:
        send_of_other_address(user)
