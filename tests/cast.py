"""The shared cast: one invented person for each role, an outsider, teams and a line.

Made through the services, as everything in a real installation is. Nobody here exists.
"""

from dataclasses import dataclass

import pytest

from goldenthread.core.actors import System
from goldenthread.people.models import Service, Team, User
from goldenthread.people.rules import Role
from goldenthread.people.services import (
    line_management,
    memberships,
    roles,
    service_parts,
    teams,
    users,
)

BY = System("tests")
PASSWORD = "An invented pass phrase 41"

NAMES = {
    Role.AUDIT_LEAD: "Ada Nowak",
    Role.AUDITOR: "Bilal Hussain",
    Role.MODERATOR: "Carys Ó Briain",
    Role.PRACTITIONER: "Deeqa Warsame",
    Role.TEAM_MANAGER: "Ewan Siân O'Neill",
    Role.IRO: "Farida Kaur",
    Role.SENIOR_LEADER: "Grace Li",
    Role.ANALYST: "Hal Wójcik",
    Role.ADMINISTRATOR: "Isla Pryce-Jones",
}
OUTSIDER = "Jo Stranger"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays. The practitioner works in the north team, which the team manager manages."""

    people: dict[Role, User]
    outsider: User
    service: Service
    north: Team
    south: Team

    def __getitem__(self, role: Role) -> User:
        """The person who has a role, and no other role."""
        return self.people[role]


def make_user(name: str, *, password: str = PASSWORD) -> User:
    """An invented person who can sign in."""
    email = f"{name.split()[0].lower()}@example.org"
    user = users.add(name=name, email=email, by=BY)
    user.set_password(password)
    user.save(update_fields=["password"])
    return user


def make_cast() -> Cast:
    """The cast, in an empty database."""
    people = {role: make_user(name) for role, name in NAMES.items()}
    for role, user in people.items():
        roles.grant(user=user, role=role, by=BY)
    service = service_parts.open_service(name="Children in care", by=BY)
    north = teams.open_team(name="North team", service=service, by=BY)
    south = teams.open_team(name="South team", service=service, by=BY)
    manager, worker = people[Role.TEAM_MANAGER], people[Role.PRACTITIONER]
    memberships.join(user=manager, team=north, manages=True, by=BY)
    memberships.join(user=worker, team=north, by=BY)
    memberships.join(user=people[Role.AUDITOR], team=south, by=BY)
    line_management.set_line_manager(worker=worker, manager=manager, by=BY)
    line_management.set_line_manager(worker=manager, manager=people[Role.SENIOR_LEADER], by=BY)
    return Cast(people, make_user(OUTSIDER), service, north, south)


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast, for one test."""
    return make_cast()
