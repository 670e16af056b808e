"""The fictional authority's services, teams and people, read and made through the services."""

from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from goldenthread.core import clock
from goldenthread.core.actors import System
from goldenthread.people.models import Team, User
from goldenthread.people.rules.kinds import Role
from goldenthread.people.services import (
    line_management,
    memberships,
    roles,
    service_parts,
    teams,
    users,
)

BY = System("devdata")
DOMAIN = "larkshire.example"
"""A domain that can belong to nobody (RFC 2606)."""


class Person(BaseModel):
    """Somebody who is invented. ``line`` is the code of whoever manages them.

    ``shows`` is the role that they sign in to show.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    code: str
    job: str
    roles: tuple[Role, ...]
    team: str = ""
    manages: bool = False
    line: str = ""
    shows: Role | None = None

    @property
    def address(self) -> str:
        """Their e-mail address."""
        name = self.shows.value.replace("_", ".") if self.shows else self.code.lower()
        return f"{name}@{DOMAIN}"


class Larkshire(BaseModel):
    """The authority: services with their teams, and people."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    authority: str
    services: dict[str, tuple[str, ...]]
    people: tuple[Person, ...]

    def who_shows(self, role: Role) -> Person:
        """The person who signs in to show what a role does."""
        return next(each for each in self.people if each.shows is role)


def larkshire() -> Larkshire:
    """The authority, as written in ``larkshire.yaml``."""
    text = files("goldenthread.devdata").joinpath("larkshire.yaml").read_text(encoding="utf-8")
    return Larkshire.model_validate(yaml.safe_load(text))


def make_people(authority: Larkshire) -> dict[str, User]:
    """Make services, teams and people in an empty database; gives people by their codes."""
    by_name = _make_teams(authority)
    made = {person.code: _make(person, by_name) for person in authority.people}
    for person in authority.people:
        if person.line:
            line_management.set_line_manager(
                worker=made[person.code], manager=made[person.line], by=BY
            )
    return made


def _make_teams(authority: Larkshire) -> dict[str, Team]:
    today = clock.today()
    by_name = {}
    for name, names in authority.services.items():
        service = service_parts.open_service(name=name, by=BY)
        for team in names:
            by_name[team] = teams.open_team(name=team, service=service, by=BY, on=today)
    return by_name


def _make(person: Person, by_name: dict[str, Team]) -> User:
    user = users.add(
        name=person.name,
        email=person.address,
        staff_number=person.code,
        job_title=person.job,
        by=BY,
    )
    for role in person.roles:
        roles.grant(user=user, role=role, by=BY)
    if person.team:
        memberships.join(user=user, team=by_name[person.team], manages=person.manages, by=BY)
    return user
