"""Teams open, close and go on as others, and take their members with them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from tests.cast import BY, Cast
from tests.people.ledger import last, told, written

from goldenthread.core import clock
from goldenthread.core.errors import InvalidTransition, NotAllowed
from goldenthread.people.events import (
    ServiceClosed,
    ServiceRenamed,
    TeamClosed,
    TeamRenamed,
    TeamsMerged,
    TeamSplit,
)
from goldenthread.people.models import Membership, Team, TeamSuccession
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules import Role, SuccessionKind
from goldenthread.people.services import service_parts, teams

LEAD = Role.AUDIT_LEAD
MAY = {Role.AUDIT_LEAD, Role.ADMINISTRATOR}


@pytest.mark.parametrize("role", list(Role))
def test_only_leads_and_administrators_change_teams(cast: Cast, role: Role) -> None:
    if role in MAY:
        teams.rename(team=cast.north, name="Northern team", by=cast[role])
        return
    for refused in (
        lambda: teams.open_team(name="New", service=cast.service, by=cast[role]),
        lambda: teams.rename(team=cast.north, name="New", by=cast[role]),
        lambda: teams.close(team=cast.north, by=cast[role]),
        lambda: service_parts.open_service(name="New", by=cast[role]),
    ):
        with pytest.raises(NotAllowed, match="Only an administrator or an audit lead may open"):
            refused()


def test_a_renamed_team_is_another_with_the_same_members(cast: Cast) -> None:
    new = teams.rename(team=cast.north, name="Harbour team", by=cast[LEAD])
    old = Team.objects.get(id=cast.north.id)
    assert told(TeamRenamed, team=old.id, successor=new.id, on=clock.today())
    assert old.closed_on == clock.today() == new.opened_on
    succession = TeamSuccession.objects.get()
    assert (succession.predecessor, succession.successor) == (old, new)
    assert succession.kind == SuccessionKind.RENAMED.value
    manager = scope_of(cast[Role.TEAM_MANAGER])
    assert manager.teams == manager.managed_teams == {new.id}
    assert scope_of(cast[Role.PRACTITIONER]).teams == {new.id}


def test_the_same_name_changes_nothing(cast: Cast) -> None:
    before = written()
    assert teams.rename(team=cast.north, name=" North team ", by=BY).id == cast.north.id
    assert written() == before


def test_a_split_team_goes_where_each_member_is_sent(cast: Cast) -> None:
    manager, worker = cast[Role.TEAM_MANAGER], cast[Role.PRACTITIONER]
    with pytest.raises(InvalidTransition, match="for each member"):
        teams.split(team=cast.north, names=("A", "B"), places={manager.id: 0}, by=BY)
    with pytest.raises(InvalidTransition, match="at least two names"):
        teams.split(team=cast.north, names=("A", "a"), by=BY)
    assert Team.objects.get(id=cast.north.id).closed_on is None
    places = {manager.id: 0, worker.id: 1}
    one, two = teams.split(team=cast.north, names=("A", "B"), places=places, by=BY)
    assert told(TeamSplit, team=cast.north.id, successors=(one.id, two.id), on=clock.today())
    assert scope_of(manager).managed_teams == {one.id}
    assert scope_of(worker).teams == {two.id}


def test_merged_teams_go_on_as_one_with_each_person_once(cast: Cast) -> None:
    both = cast[Role.PRACTITIONER]
    today = clock.today()
    Membership.objects.create(user=both, team=cast.south, from_on=today, manages=True)
    with pytest.raises(InvalidTransition, match="at least two teams"):
        teams.merge(teams=(cast.north, cast.north), name="X", service=cast.service, by=BY)
    one = teams.merge(
        teams=(cast.north, cast.south), name="North team", service=cast.service, by=BY
    )
    event = last()
    assert isinstance(event, TeamsMerged)
    assert set(event.predecessors) == {cast.north.id, cast.south.id}
    assert Membership.objects.holding(today).filter(team=one).count() == 3
    assert scope_of(both).managed_teams == {one.id}


def test_a_closed_team_has_no_members_and_is_not_changed_again(cast: Cast) -> None:
    teams.close(team=cast.north, by=cast[LEAD])
    assert isinstance(last(), TeamClosed)
    assert scope_of(cast[Role.PRACTITIONER]).teams == frozenset()
    with pytest.raises(NotAllowed, match="closed"):
        teams.rename(team=cast.north, name="Harbour team", by=cast[LEAD])


def test_a_day_to_come_or_before_the_team_is_refused(cast: Cast) -> None:
    for days, reason in ((1, "earlier day"), (-1, "not open yet")):
        with pytest.raises(InvalidTransition, match=reason):
            teams.close(team=cast.north, on=clock.today() + timedelta(days=days), by=BY)


def test_a_name_in_use_is_refused_and_nothing_of_the_split_remains(cast: Cast) -> None:
    before = written()
    with pytest.raises(ValidationError, match="name already"):
        teams.split(
            team=cast.north,
            names=("A", "south TEAM"),
            places={cast[Role.TEAM_MANAGER].id: 0, cast[Role.PRACTITIONER].id: 1},
            by=BY,
        )
    assert Team.objects.get(id=cast.north.id).closed_on is None
    assert not TeamSuccession.objects.exists()
    assert written() == before


def test_a_service_closes_after_its_teams(cast: Cast) -> None:
    service_parts.rename_service(service=cast.service, name="Care", by=cast[LEAD])
    assert told(ServiceRenamed, service=cast.service.id)
    with pytest.raises(InvalidTransition, match="open teams"):
        service_parts.close_service(service=cast.service, by=cast[LEAD])
    for team in (cast.north, cast.south):
        teams.close(team=team, by=BY)
    service_parts.close_service(service=cast.service, by=cast[LEAD])
    assert isinstance(last(), ServiceClosed)
    with pytest.raises(NotAllowed, match="closed"):
        teams.open_team(name="New", service=type(cast.service).objects.get(), by=cast[LEAD])
