"""What the page of somebody's sign-in prints."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from goldenthread.config.sign_in import permissions
from goldenthread.config.sign_in.queries import SignInState
from goldenthread.core.decisions import Decision
from goldenthread.people.models import User
from goldenthread.people.presenters.elsewhere import ActElsewhere, AskedOfPerson
from goldenthread.people.presenters.people import Fact
from goldenthread.people.scope import Scope


def facts(user: User, known: SignInState) -> list[Fact]:
    """What is known, in words."""
    return [
        Fact("Last signed in", _when(user)),
        Fact("Password", "Set" if user.has_usable_password() else "Not set"),
        Fact("Second step", _steps(known)),
        Fact("Work account", "Known" if known.linked else "Not known yet"),
        Fact("Signed in now on", _devices(known.sessions)),
    ]


def _when(user: User) -> str:
    return date_format(localtime(user.last_login), "j F Y, H:i") if user.last_login else "Never"


def _steps(known: SignInState) -> str:
    passkeys = f"{known.passkeys} passkey{'' if known.passkeys == 1 else 's'}"
    parts = ["authenticator app"] * known.app + [passkeys] * bool(known.passkeys)
    return " and ".join(parts).capitalize() or "Not set up"


def _devices(count: int) -> str:
    return {0: "No device", 1: "1 device"}.get(count, f"{count} devices")


@dataclass(frozen=True, slots=True)
class SignInActs:
    """May the reader do each act, and if not, why."""

    remove_second_step: Decision
    sign_out: Decision
    forget_work_account: Decision


def acts(scope: Scope, user: User, known: SignInState) -> SignInActs:
    """The acts of the page."""
    return SignInActs(
        permissions.can_remove_second_step(scope, user),
        permissions.can_end_sessions(scope, user),
        permissions.can_forget_subject(scope, user),
    )


def act_on_person(asked: AskedOfPerson) -> ActElsewhere:
    """The button on a person's page that leads to their sign-in."""
    return ActElsewhere(
        text="See how they sign in",
        href=reverse("show_persons_sign_in", args=[asked.user.id]),
        decision=permissions.may_see_sign_in(asked.scope),
    )
