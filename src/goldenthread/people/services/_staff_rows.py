"""Doing what the rows of a list of staff say: each through the act that a page would use."""

from uuid import UUID

from goldenthread.core.actors import Actor
from goldenthread.people.models import Membership, Service, Team, User
from goldenthread.people.queries.staff_imports import StaffPlan
from goldenthread.people.rules.names import Likeness, likeness, words
from goldenthread.people.rules.staff_plan import LEAVE_OUT, Outcome, Planned, TeamPlan
from goldenthread.people.rules.staff_rows import StaffRow
from goldenthread.people.services import (
    line_management,
    memberships,
    service_parts,
    teams,
    users,
)


def apply_rows(plan: StaffPlan, *, by: Actor) -> None:
    """Teams first, then people, then who manages whom: nobody is named before they are here."""
    opened = {team.text.casefold(): _team(team, by=by) for team in plan.teams}
    done: list[tuple[StaffRow, User]] = []
    for planned in plan.rows:
        if planned.outcome in {Outcome.LEAVE_OUT, Outcome.DECIDE}:
            continue
        user = _person(planned, by=by)
        team = opened.get(planned.row.team.casefold())
        if team is not None:
            _place(user, team, manages=planned.row.manages, by=by)
        done.append((planned.row, user))
    _put_into_line(plan, done, by=by)


def _team(planned: TeamPlan, *, by: Actor) -> Team | None:
    if planned.team is not None:
        return Team.objects.get(id=planned.team)
    if planned.decided == LEAVE_OUT:
        return None
    kind, _, which = planned.decided.partition(":")
    if kind == "in":
        service = Service.objects.get(id=UUID(which))
    else:
        named = Service.objects.filter(name__iexact=planned.service, closed_on=None).first()
        service = named or service_parts.open_service(name=planned.service, by=by)
    return teams.open_team(name=planned.text, service=service, by=by)


def _person(planned: Planned, *, by: Actor) -> User:
    row = planned.row
    if planned.outcome is Outcome.ADD:
        return users.add(
            name=row.name,
            surname=row.surname,
            email=row.email,
            staff_number=row.staff_number,
            job_title=row.job_title,
            by=by,
        )
    assert planned.user is not None  # noqa: S101 - for the type checker: who is not added is here
    user = User.objects.get(id=planned.user)
    if planned.outcome is Outcome.SAME:
        return user
    same_name = likeness(words(row.name), words(user.name)) is Likeness.SAME
    return users.update(
        user=user,
        name=None if same_name else row.name,
        surname=None if same_name else row.surname,
        job_title=row.job_title or None,
        staff_number=None if user.staff_number else row.staff_number,
        by=by,
    )


def _place(user: User, team: Team, *, manages: bool, by: Actor) -> None:
    """Into the team: from the one they are in, beside the several they are in, or anew."""
    current = list(Membership.objects.filter(user=user, to_on=None))
    there = next((each for each in current if each.team_id == team.id), None)
    if there is not None:
        if manages and not there.manages:
            memberships.set_manager(membership=there, manages=True, by=by)
    elif len(current) == 1:
        memberships.transfer(membership=current[0], team=team, manages=manages, by=by)
    else:
        memberships.join(user=user, team=team, manages=manages, by=by)


def _put_into_line(plan: StaffPlan, done: list[tuple[StaffRow, User]], *, by: Actor) -> None:
    added = {user.email: user.id for _, user in done}
    added |= {user.staff_number.casefold(): user.id for _, user in done if user.staff_number}
    for row, worker in done:
        manager = plan.planner.line_manager(row) or added.get(row.line_manager.casefold())
        if manager is not None:
            named = User.objects.get(id=manager)
            line_management.set_line_manager(worker=worker, manager=named, by=by)
