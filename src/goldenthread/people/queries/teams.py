"""Teams and services: who works in them on a day, and what they were before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet

from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.models import Membership, Service, Team, TeamSuccession
from goldenthread.people.scope import Scope
from goldenthread.people.visibility import sees_history


@dataclass(frozen=True, slots=True)
class TeamSeen:
    """A team as it was on a day, with the teams it came from and went on as."""

    team: Team
    on: date
    members: tuple[Membership, ...]
    origins: tuple[TeamSuccession, ...]
    successions: tuple[TeamSuccession, ...]
    other_days: bool
    """Whether this reader may ask for other days."""


def list_services(scope: Scope) -> Sequence[Service]:
    """Open services with their open teams, each with its number of members and its managers."""
    holding = Q(memberships__from_on__lte=scope.on) & (
        Q(memberships__to_on=None) | Q(memberships__to_on__gt=scope.on)
    )
    managers = Membership.objects.holding(scope.on).filter(manages=True).select_related("user")
    teams = (
        Team.objects.filter(closed_on=None)
        .annotate(size=Count("memberships", filter=holding))
        .prefetch_related(Prefetch("memberships", queryset=managers, to_attr="managers"))
    )
    open_services = Service.objects.filter(closed_on=None)
    return list(open_services.prefetch_related(Prefetch("teams", queryset=teams)))


def closed_teams(scope: Scope) -> QuerySet[Team]:
    """Teams that are no more, those closed last first."""
    return Team.objects.exclude(closed_on=None).select_related("service").order_by("-closed_on")


def open_teams(scope: Scope) -> QuerySet[Team]:
    """Teams that are open, by name."""
    return Team.objects.filter(closed_on=None).select_related("service")


def get_team(scope: Scope, team: UUID) -> Team:
    """A team. Raises :class:`NotFoundInScope`."""
    found = Team.objects.select_related("service").filter(id=team).first()
    if found is None:
        raise NotFoundInScope
    return found


def get_service(scope: Scope, service: UUID) -> Service:
    """A service. Raises :class:`NotFoundInScope`."""
    found = Service.objects.filter(id=service).first()
    if found is None:
        raise NotFoundInScope
    return found


def team_at(scope: Scope, team: UUID, on: date) -> TeamSeen:
    """A team on a day; on another day than today only for who sees its history."""
    found = get_team(scope, team)
    other_days = sees_history(scope, team)
    day = on if other_days else scope.on
    members = Membership.objects.holding(day).filter(team=found).select_related("user")
    links = TeamSuccession.objects.select_related("predecessor", "successor")
    return TeamSeen(
        team=found,
        on=day,
        members=tuple(members.order_by(F("manages").desc(), "user__sort_name")),
        origins=tuple(links.filter(successor=found)),
        successions=tuple(links.filter(predecessor=found)),
        other_days=other_days,
    )


def service_choices(scope: Scope) -> list[tuple[str, str]]:
    """Open services as choices of a field."""
    rows = Service.objects.filter(closed_on=None).values_list("id", "name")
    return [(str(service), name) for service, name in rows]


def team_choices(scope: Scope) -> list[tuple[str, str]]:
    """Open teams as choices of a field."""
    rows = Team.objects.filter(closed_on=None).values_list("id", "name")
    return [(str(team), name) for team, name in rows]
