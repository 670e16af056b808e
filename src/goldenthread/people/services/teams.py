"""Teams: opened, closed, and going on as others: renamed, split, merged."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people import permissions
from goldenthread.people.events import TeamClosed, TeamOpened, TeamRenamed, TeamsMerged, TeamSplit
from goldenthread.people.ids import ServiceId, TeamId
from goldenthread.people.models import Membership, Service, Team, TeamSuccession
from goldenthread.people.rules.kinds import SuccessionKind


@act
def open_team(*, name: str, service: Service, by: Actor, on: date | None = None) -> Team:
    """Open a team. Raises ``ValidationError`` where an open team has the name."""
    require(permissions.can_open_team(by))
    require(permissions.can_change_service(by, service))
    team = store(Team(name=name.strip(), service=service, opened_on=on or clock.today()))
    event = TeamOpened(team=TeamId(team.id), service=ServiceId(service.id), on=team.opened_on)
    ledger.record(event, by=by)
    return team


@act
def close(*, team: Team, by: Actor, on: date | None = None) -> Team:
    """Close a team, and end its memberships on the day; nothing comes after it."""
    day = on or clock.today()
    team = _locked(team, by)
    _end(team, day)
    ledger.record(TeamClosed(team=TeamId(team.id), on=day), by=by)
    return team


@act
def rename(*, team: Team, name: str, by: Actor, on: date | None = None) -> Team:
    """Let a team go on under another name, with its members. The same name changes nothing."""
    day = on or clock.today()
    team = _locked(team, by)
    if name.strip() == team.name:
        nothing_changed()
        return team
    members = _end(team, day)
    successor = _go_on((team,), name, team.service, SuccessionKind.RENAMED, day)
    _carry_over(members, successor, day)
    event = TeamRenamed(team=TeamId(team.id), successor=TeamId(successor.id), on=day)
    ledger.record(event, by=by)
    return successor


@act
def split(
    *,
    team: Team,
    names: tuple[str, ...],
    by: Actor,
    places: Mapping[UUID, int] | None = None,
    on: date | None = None,
) -> tuple[Team, ...]:
    """Let a team go on as several. ``places`` says which of the names each member goes to.

    Raises :class:`InvalidTransition` for fewer than two names, or a member without a place.
    """
    day = on or clock.today()
    team = _locked(team, by)
    if len({name.strip().casefold() for name in names}) < max(2, len(names)):
        raise InvalidTransition("Give at least two names, each another one.")
    members = _end(team, day)
    chosen = places or {}
    if any(member.user_id not in chosen for member in members):
        raise InvalidTransition("Say for each member of the team where they go.")
    successors = tuple(
        _go_on((team,), name, team.service, SuccessionKind.SPLIT, day) for name in names
    )
    for place, successor in enumerate(successors):
        going = [each for each in members if chosen[each.user_id] == place]
        _carry_over(going, successor, day)
    ids = tuple(TeamId(each.id) for each in successors)
    ledger.record(TeamSplit(team=TeamId(team.id), successors=ids, on=day), by=by)
    return successors


@act
def merge(
    *,
    teams: tuple[Team, ...],
    name: str,
    service: Service,
    by: Actor,
    on: date | None = None,
) -> Team:
    """Let several teams go on as one, with the members of all.

    Raises :class:`InvalidTransition` for fewer than two teams.
    """
    day = on or clock.today()
    if len({team.id for team in teams}) < 2:
        raise InvalidTransition("Choose at least two teams to merge.")
    ended = tuple(_locked(team, by) for team in sorted(teams, key=lambda team: team.id))
    members = [member for team in ended for member in _end(team, day)]
    successor = _go_on(ended, name, service, SuccessionKind.MERGED, day)
    _carry_over(members, successor, day)
    ids = tuple(TeamId(each.id) for each in ended)
    event = TeamsMerged(successor=TeamId(successor.id), predecessors=ids, on=day)
    ledger.record(event, by=by)
    return successor


def _locked(team: Team, by: Actor) -> Team:
    team = Team.objects.select_for_update(of=("self",)).select_related("service").get(id=team.id)
    require(permissions.can_change_team(by, team))
    return team


def _end(team: Team, day: date) -> list[Membership]:
    """Close a team on a day, and end its memberships; gives those that held on that day."""
    if day > clock.today():
        raise InvalidTransition("Choose today or an earlier day.")
    if day < team.opened_on:
        raise InvalidTransition("The team was not open yet on that day.")
    unended = list(Membership.objects.unended(day).filter(team=team).select_for_update())
    held = [member for member in unended if member.from_on <= day]
    for member in unended:
        member.to_on = max(day, member.from_on)
        store(member)
    team.closed_on = day
    store(team)
    return held


def _go_on(
    teams: tuple[Team, ...], name: str, service: Service, kind: SuccessionKind, day: date
) -> Team:
    successor = store(Team(name=name.strip(), service=service, opened_on=day))
    for team in teams:
        row = TeamSuccession(predecessor=team, successor=successor, kind=kind.value, on=day)
        store(row)
    return successor


def _carry_over(members: Iterable[Membership], successor: Team, day: date) -> None:
    """One membership for each person; who managed one of the teams manages the successor."""
    manages: dict[UUID, bool] = {}
    for member in members:
        manages[member.user_id] = manages.get(member.user_id, False) or member.manages
    for user, manager in manages.items():
        store(Membership(user_id=user, team=successor, from_on=day, manages=manager))
