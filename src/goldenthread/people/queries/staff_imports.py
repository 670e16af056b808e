"""Lists of staff that wait, and what would become of them today."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from goldenthread.core import clock
from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.models import LineManagement, Membership, Service, StaffImport, Team, User
from goldenthread.people.queries.roles import administrators
from goldenthread.people.rules.kinds import Role
from goldenthread.people.rules.staff_matching import Known, Matcher
from goldenthread.people.rules.staff_plan import Outcome, Planned, Planner, Present, TeamPlan
from goldenthread.people.rules.staff_rows import StaffList
from goldenthread.people.scope import Scope
from goldenthread.people.visibility import visible_imports

_GONE = "They are deactivated. Reactivate them first."
_GUARDED = "Only an administrator may do this to an administrator."


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """What would become of a list: its rows, its teams, and what could not be read."""

    staff: StaffList
    rows: tuple[Planned, ...]
    teams: tuple[TeamPlan, ...]
    names: dict[UUID, str]
    planner: Planner

    @property
    def undecided(self) -> int:
        """How many rows and teams wait for somebody's decision."""
        return self.count(Outcome.DECIDE) + sum(team.undecided for team in self.teams)

    def count(self, outcome: Outcome) -> int:
        """How many rows end so."""
        return sum(row.outcome is outcome for row in self.rows)


def get_staff_import(scope: Scope, staff_import: UUID) -> StaffImport:
    """A list that waits or how it ended. Raises :class:`NotFoundInScope`."""
    found = visible_imports(scope).select_related("uploaded_by", "ended_by")
    row = found.filter(id=staff_import).first()
    if row is None:
        raise NotFoundInScope
    return row


def waiting_imports(scope: Scope) -> list[StaffImport]:
    """Lists that wait for decisions, the newest first."""
    waiting = visible_imports(scope).filter(ended_at=None, expires_at__gt=clock.now())
    return list(waiting.select_related("uploaded_by"))


def plan_of(scope: Scope | None, staff_import: StaffImport) -> StaffPlan:
    """What would become of a list today, with the decisions so far; ``None``: the service asks."""
    staff = StaffList.from_json(staff_import.content)
    decisions = staff_import.decisions
    users = list(User.objects.all())
    known = [Known(user.id, user.name, user.email, user.staff_number) for user in users]
    present = _present(users, scope)
    teams = _teams(staff, decisions.get("teams", {}))
    coming = {text.casefold() for row in staff.rows for text in (row.email, row.staff_number)}
    rows_decided = decisions.get("rows", {})
    planner = Planner(Matcher(known), present, teams, rows_decided, frozenset(coming - {""}))
    rows = tuple(planner.plan(row) for row in staff.rows)
    names = {user.id: user.name for user in users}
    return StaffPlan(staff, rows, tuple(teams.values()), names, planner)


def _present(users: list[User], scope: Scope | None) -> dict[UUID, Present]:
    today = clock.today()
    teams: dict[UUID, list[UUID]] = defaultdict(list)
    managed: dict[UUID, set[UUID]] = defaultdict(set)
    members = Membership.objects.unended(today).values_list("user_id", "team_id", "manages")
    for user, team, manages in members:
        teams[user].append(team)
        if manages:
            managed[user].add(team)
    lines = LineManagement.objects.unended(today).values_list("worker_id", "manager_id")
    managers = dict(lines)
    guarded: set[UUID] = set()
    if scope is not None and not scope.has(Role.ADMINISTRATOR):
        guarded = set(administrators().values_list("user_id", flat=True))
        guarded |= {user.id for user in users if user.break_glass}
    return {
        user.id: Present(
            id=user.id,
            name=user.name,
            job_title=user.job_title,
            staff_number=user.staff_number,
            teams=tuple(teams[user.id]),
            managed_teams=frozenset(managed[user.id]),
            manager=managers.get(user.id),
            refused=_GONE if not user.is_active else _GUARDED if user.id in guarded else "",
        )
        for user in users
    }


def _teams(staff: StaffList, decided: dict[str, str]) -> dict[str, TeamPlan]:
    """Each team of the list once, found by its whole name, whatever the case of its letters."""
    here = {name.casefold(): team for team, name in _open_teams()}
    ids = {str(team): team for team, _ in _open_teams()}
    plans: dict[str, TeamPlan] = {}
    for row in staff.rows:
        key = row.team.casefold()
        if not key or key in plans:
            continue
        choice = decided.get(key, "")
        team = here.get(key) or ids.get(choice)
        plans[key] = TeamPlan(row.team, row.service, team, choice if team is None else "")
    return plans


def _open_teams() -> list[tuple[UUID, str]]:
    return list(Team.objects.filter(closed_on=None).values_list("id", "name"))


def team_options(scope: Scope, team: TeamPlan) -> list[tuple[str, str]]:
    """What may be decided about a team of the list."""
    services = list(Service.objects.filter(closed_on=None).values_list("id", "name"))
    named = {name.casefold() for _, name in services}
    options = [(f"in:{service}", f"Open it in {name}") for service, name in services]
    if team.service and team.service.casefold() not in named:
        options.append(("new", f"Open it in a new service, {team.service}"))
    options += [(str(each), f"It is {name}") for each, name in _open_teams()]
    return [*options, ("leave_out", "Leave the team out")]
