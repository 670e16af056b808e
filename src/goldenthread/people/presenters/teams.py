"""Services and teams in lists and on their pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from goldenthread.core.decisions import Decision
from goldenthread.people import permissions
from goldenthread.people.models import Service, Team, TeamSuccession
from goldenthread.people.presenters.words import day, listed
from goldenthread.people.queries.teams import TeamSeen
from goldenthread.people.rules.acts import CHANGE_TEAMS
from goldenthread.people.rules.kinds import SuccessionKind
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A row of the list of teams."""

    id: UUID
    name: str
    managers: str
    size: int


@dataclass(frozen=True, slots=True)
class ServiceLines:
    """A service with its teams."""

    id: UUID
    name: str
    teams: list[TeamLine]
    change: Decision


def services(scope: Scope, found: Sequence[Service]) -> list[ServiceLines]:
    """Services with their teams, for the list."""
    return [
        ServiceLines(
            service.id,
            service.name,
            [_team(team) for team in service.teams.all()],
            permissions.can_change_service(scope, service),
        )
        for service in found
    ]


def _team(team: Team) -> TeamLine:
    managers: list[str] = [each.user.name for each in team.managers]  # type: ignore[attr-defined]
    size: int = team.size  # type: ignore[attr-defined]
    return TeamLine(team.id, team.name, listed(managers), size)


@dataclass(frozen=True, slots=True)
class Relation:
    """A team before or after this one."""

    id: UUID
    text: str
    when: str


_BEFORE = {
    SuccessionKind.RENAMED: "Renamed from",
    SuccessionKind.SPLIT: "Split from",
    SuccessionKind.MERGED: "Merged from",
}
_AFTER = {
    SuccessionKind.RENAMED: "Renamed to",
    SuccessionKind.SPLIT: "Split into",
    SuccessionKind.MERGED: "Merged into",
}


def before(seen: TeamSeen) -> list[Relation]:
    """The teams that this one came from."""
    return [_related(row, row.predecessor, _BEFORE) for row in seen.origins]


def after(seen: TeamSeen) -> list[Relation]:
    """The teams that this one went on as."""
    return [_related(row, row.successor, _AFTER) for row in seen.successions]


def _related(row: TeamSuccession, team: Team, words: dict[SuccessionKind, str]) -> Relation:
    return Relation(team.id, f"{words[SuccessionKind(row.kind)]} {team.name}", day(row.on))


def lifetime(team: Team) -> str:
    """Since when, or from when to when, the team was there."""
    if team.closed_on is None:
        return f"Open since {day(team.opened_on)}"
    return f"Open from {day(team.opened_on)} to {day(team.closed_on)}"


def change(scope: Scope, team: Team) -> Decision | None:
    """Whether this reader may change the team; ``None`` for readers whose role never may."""
    if not permissions.may(scope, CHANGE_TEAMS):
        return None
    return permissions.can_change_team(scope, team)
