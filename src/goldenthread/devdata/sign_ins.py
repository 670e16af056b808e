"""A sign-in for each role of the demonstration, through the invitation that a real person takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.core.actors import System
from goldenthread.devdata.larkshire import Larkshire
from goldenthread.people.models import User
from goldenthread.people.rules.kinds import Role
from goldenthread.people.services import invitations

BY = System("devdata")
PASSWORD = "three hedgehogs walking home"  # noqa: S105 - of invented people on this machine


@dataclass(frozen=True, slots=True)
class SignIn:
    """What somebody types to see what a role does."""

    role: Role
    name: str
    email: str


def make_sign_ins(authority: Larkshire, made: Mapping[str, User]) -> tuple[SignIn, ...]:
    """Invite one person of each role, and accept for them with the password of all."""
    found = []
    for role in Role:
        person = authority.who_shows(role)
        user = made[person.code]
        invitation = invitations.invite(user=user, by=BY)
        invitations.accept(invitation=invitation, password=PASSWORD, by=user)
        found.append(SignIn(role, person.name, person.address))
    return tuple(found)
