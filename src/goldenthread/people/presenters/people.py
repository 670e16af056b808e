"""People in lists, on their pages and in downloads."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from goldenthread.core import clock
from goldenthread.core.decisions import Decision
from goldenthread.people import permissions
from goldenthread.people.models import Invitation, User
from goldenthread.people.presenters.words import day, listed, period
from goldenthread.people.queries.history import History
from goldenthread.people.queries.people import PersonSeen
from goldenthread.people.rules.acts import UPDATE_USER
from goldenthread.people.rules.kinds import InvitationState, Role
from goldenthread.people.scope import Scope

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A row of the list of people. ``None``: the reader does not see the column."""

    id: UUID
    name: str
    job_title: str
    teams: str
    email: str | None
    roles: str | None
    is_active: bool


def line(person: PersonSeen) -> PersonLine:
    """A person as a row."""
    return PersonLine(
        person.id,
        person.name,
        person.job_title,
        listed(each.team.name for each in person.teams),
        person.email,
        None if person.roles is None else listed(role.label for role in person.roles),
        person.is_active,
    )


def as_csv(people: Iterable[PersonSeen]) -> str:
    """The list for a spreadsheet: the columns that this reader sees, and no cell a formula."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(
        ("Name", "Job title", "Team", "E-mail address", "Staff number", "Roles", "State")
    )
    for person in people:
        row = line(person)
        state = "Active" if row.is_active else "Deactivated"
        cells = (row.name, row.job_title, row.teams, row.email, person.staff_number, row.roles)
        writer.writerow([_harmless(cell or "") for cell in (*cells, state)])
    return kept.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the summary."""

    key: str
    value: str


def facts(person: PersonSeen) -> list[Fact]:
    """What is shown of a person on top of their page."""
    shown = [Fact("Job title", person.job_title)]
    if person.email is not None:
        shown.append(Fact("E-mail address", person.email))
    if person.staff_number is not None:
        shown.append(Fact("Staff number", person.staff_number))
    shown.append(Fact("Teams", listed(each.team.name for each in person.teams) or "No team"))
    if person.roles is not None:
        shown.append(Fact("Roles", listed(role.label for role in person.roles) or "No role"))
    return shown


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a history: what, when, and whether it still holds, so that it can be ended."""

    id: UUID
    text: str
    about: UUID
    when: str
    holds: bool
    note: str = ""
    end: Decision | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """A person's history, as tables."""

    memberships: list[Step]
    managed_by: list[Step]
    manages: list[Step]
    roles: list[Step]
    invitations: list[Step]


def past(scope: Scope, user: User, history: History) -> Past:
    """A person's history, with what may be ended."""
    today = scope.on
    member = permissions.can_change_membership(scope, user)
    in_line = permissions.can_change_line(scope, user)
    return Past(
        [
            Step(
                m.id,
                m.team.name,
                m.team_id,
                period(m),
                m.to_on is None or m.to_on > today,
                "Manager" if m.manages else "",
                member,
            )
            for m in history.memberships
        ],
        [
            Step(
                each.id,
                each.manager.name,
                each.manager_id,
                period(each),
                each.to_on is None or each.to_on > today,
                "",
                in_line,
            )
            for each in history.managed_by
        ],
        [
            Step(each.id, each.worker.name, each.worker_id, period(each), True)
            for each in history.manages
        ],
        [
            Step(
                grant.id,
                Role(grant.role).label,
                user.id,
                period(grant),
                grant.to_on is None or grant.to_on > today,
                "",
                permissions.can_end_role(scope, grant),
            )
            for grant in history.roles
        ],
        [_invited(scope, invitation) for invitation in history.invitations],
    )


def _invited(scope: Scope, invitation: Invitation) -> Step:
    state = invitation.state(clock.now())
    waits = state in {InvitationState.WAITING, InvitationState.EXPIRED}
    until = f", works until {day(invitation.expires_at)}" if waits else ""
    return Step(
        invitation.id,
        state.label,
        invitation.user_id,
        f"Invited {day(invitation.created_at)}{until}",
        waits,
        "",
        permissions.can_withdraw_invitation(scope, invitation),
    )


@dataclass(frozen=True, slots=True)
class PersonActs:
    """What a reader who has to do with people may do to one of them, each with its reason."""

    update: Decision
    deactivate: Decision
    reactivate: Decision
    invite: Decision
    grant_role: Decision
    join_team: Decision
    set_line_manager: Decision


def acts(scope: Scope, user: User) -> PersonActs | None:
    """The acts of a person's page; ``None`` for readers whose role has none."""
    if not permissions.may(scope, UPDATE_USER):
        return None
    return PersonActs(
        permissions.can_update_user(scope, user),
        permissions.can_deactivate_user(scope, user),
        permissions.can_reactivate_user(scope, user),
        permissions.can_invite_user(scope, user),
        permissions.can_grant_role(scope, user),
        permissions.can_change_membership(scope, user),
        permissions.can_change_line(scope, user),
    )


def ends(history: History, today: Scope) -> list[str]:
    """What a deactivation ends, in sentences."""
    on = today.on
    teams = [m.team.name for m in history.memberships if m.to_on is None or m.to_on > on]
    roles = [Role(g.role).label for g in history.roles if g.to_on is None or g.to_on > on]
    said = ["They are signed out at once, and cannot sign in."]
    if roles:
        said.append(f"Their roles end today: {listed(roles)}.")
    if teams:
        said.append(f"They leave their teams today: {listed(teams)}.")
    if history.manages:
        people = "1 person" if len(history.manages) == 1 else f"{len(history.manages)} people"
        said.append(f"{people} will have no line manager.")
    said.append("What they wrote stays, with their name.")
    return said
