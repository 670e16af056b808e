"""Who works where and under whom, over time; nobody manages themselves."""

from datetime import timedelta

import pytest
from tests.cast import BY, Cast
from tests.people.ledger import last, told, written

from goldenthread.core import clock
from goldenthread.core.errors import InvalidTransition, NotAllowed
from goldenthread.people.events import (
    LineManagementEnded,
    LineManagerSet,
    TeamJoined,
    TeamLeft,
    TeamManagerChanged,
    UserTransferred,
)
from goldenthread.people.models import LineManagement, Membership
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules import Role
from goldenthread.people.services import line_management, memberships, teams, users

LEAD = Role.AUDIT_LEAD
MAY = {Role.AUDIT_LEAD, Role.ADMINISTRATOR}
DAY = timedelta(days=1)


def worker_in_north(cast: Cast) -> Membership:
    return Membership.objects.get(user=cast[Role.PRACTITIONER])


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_others_change_no_membership_and_no_line(cast: Cast, role: Role) -> None:
    by, member, line = cast[role], worker_in_north(cast), LineManagement.objects.all()[0]
    other = cast.outsider
    for refused in (
        lambda: memberships.join(user=other, team=cast.south, by=by),
        lambda: memberships.leave(membership=member, by=by),
        lambda: memberships.transfer(membership=member, team=cast.south, by=by),
        lambda: memberships.set_manager(membership=member, manages=True, by=by),
        lambda: line_management.set_line_manager(worker=other, manager=cast[LEAD], by=by),
        lambda: line_management.end_line_management(line=line, by=by),
    ):
        with pytest.raises(NotAllowed, match="Only an administrator or an audit lead may say who"):
            refused()


def test_joining_twice_is_joining_once(cast: Cast) -> None:
    memberships.join(user=cast.outsider, team=cast.south, by=cast[LEAD])
    assert isinstance(last(), TeamJoined)
    before = written()
    memberships.join(user=cast.outsider, team=cast.south, by=cast[LEAD])
    assert written() == before


def test_who_leaves_today_has_left_today(cast: Cast) -> None:
    member = worker_in_north(cast)
    memberships.leave(membership=member, by=cast[LEAD])
    assert isinstance(last(), TeamLeft)
    assert scope_of(cast[Role.PRACTITIONER]).teams == frozenset()
    before = written()
    memberships.leave(membership=member, by=cast[LEAD])
    assert written() == before


def test_a_transfer_ends_one_membership_as_the_other_begins(cast: Cast) -> None:
    worker, tomorrow = cast[Role.PRACTITIONER], clock.today() + DAY
    member = worker_in_north(cast)
    memberships.transfer(membership=member, team=cast.south, on=tomorrow, by=cast[LEAD])
    assert told(
        UserTransferred, user=worker.id, team=cast.north.id, successor=cast.south.id, on=tomorrow
    )
    assert scope_of(worker).teams == {cast.north.id}
    assert scope_of(worker, tomorrow).teams == {cast.south.id}
    with pytest.raises(InvalidTransition, match="in that team already"):
        memberships.transfer(membership=member, team=cast.south, by=cast[LEAD])
    with pytest.raises(InvalidTransition, match="left that team"):
        memberships.transfer(membership=member, team=cast.north, on=tomorrow, by=cast[LEAD])


def test_nobody_joins_a_team_that_is_closed_or_not_open_yet(cast: Cast) -> None:
    with pytest.raises(InvalidTransition, match="not open"):
        memberships.join(user=cast.outsider, team=cast.south, on=clock.today() - DAY, by=BY)
    teams.close(team=cast.south, by=BY)
    with pytest.raises(InvalidTransition, match="not open"):
        memberships.join(user=cast.outsider, team=cast.south, by=BY)


def test_who_becomes_manager_was_none_before(cast: Cast) -> None:
    worker, tomorrow = cast[Role.PRACTITIONER], clock.today() + DAY
    member = worker_in_north(cast)
    memberships.set_manager(membership=member, manages=True, on=tomorrow, by=cast[LEAD])
    assert isinstance(last(), TeamManagerChanged)
    assert scope_of(worker).managed_teams == frozenset()
    assert scope_of(worker, tomorrow).managed_teams == {cast.north.id}
    with pytest.raises(InvalidTransition, match="on that day"):
        memberships.set_manager(membership=member, manages=True, on=tomorrow, by=cast[LEAD])


def test_the_line_reaches_down_all_the_way(cast: Cast) -> None:
    leader, manager = cast[Role.SENIOR_LEADER], cast[Role.TEAM_MANAGER]
    worker = cast[Role.PRACTITIONER]
    assert scope_of(leader).line == {manager.id, worker.id}
    assert scope_of(manager).line == {worker.id}
    assert scope_of(worker).line == frozenset()


def test_another_manager_ends_the_line_before(cast: Cast) -> None:
    worker, other = cast[Role.PRACTITIONER], cast[Role.IRO]
    line_management.set_line_manager(worker=worker, manager=other, by=cast[LEAD])
    assert told(LineManagerSet, user=worker.id, manager=other.id, on=clock.today())
    assert scope_of(other).line == {worker.id}
    assert scope_of(cast[Role.TEAM_MANAGER]).line == frozenset()
    before = written()
    line = line_management.set_line_manager(worker=worker, manager=other, by=cast[LEAD])
    assert written() == before
    line_management.end_line_management(line=line, by=cast[LEAD])
    assert isinstance(last(), LineManagementEnded)
    line_management.end_line_management(line=line, by=cast[LEAD])
    assert written() == before + 1


def test_nobody_manages_themselves_nor_in_a_circle(cast: Cast) -> None:
    leader, worker = cast[Role.SENIOR_LEADER], cast[Role.PRACTITIONER]
    for below in (leader, worker, cast[Role.TEAM_MANAGER]):
        with pytest.raises(InvalidTransition, match="manage themselves"):
            line_management.set_line_manager(worker=leader, manager=below, by=BY)
    users.deactivate(user=cast.outsider, by=BY)
    with pytest.raises(InvalidTransition, match="deactivated"):
        line_management.set_line_manager(worker=leader, manager=cast.outsider, by=BY)


@pytest.mark.parametrize("people", [3, 40])
def test_a_scope_takes_three_questions_however_long_the_line(
    cast: Cast, people: int, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    above = cast[Role.PRACTITIONER]
    for place in range(people):
        below = users.add(name=f"Worker {place}", email=f"worker{place}@example.org", by=BY)
        line_management.set_line_manager(worker=below, manager=above, by=BY)
        above = below
    with django_assert_num_queries(3):  # type: ignore[operator]
        scope = scope_of(cast[Role.SENIOR_LEADER])
    assert len(scope.line) == people + 2
