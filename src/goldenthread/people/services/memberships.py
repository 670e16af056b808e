"""Who works in which team: joining, leaving, going from one to another, managing."""

from datetime import date

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people import permissions
from goldenthread.people.events import TeamJoined, TeamLeft, TeamManagerChanged, UserTransferred
from goldenthread.people.ids import TeamId, UserId
from goldenthread.people.models import Membership, Team, User


@act
def join(
    *, user: User, team: Team, by: Actor, manages: bool = False, on: date | None = None
) -> Membership:
    """Put a person into a team from a day on. Who is in it already stays: nothing changes.

    Raises :class:`InvalidTransition` where the team is closed or not open yet.
    """
    day = on or clock.today()
    user = User.objects.select_for_update().get(id=user.id)
    require(permissions.can_change_membership(by, user))
    found = Membership.objects.unended(day).filter(user=user, team=team).first()
    if found is not None:
        nothing_changed()
        return found
    membership = _begin(user, team, day, manages=manages)
    event = TeamJoined(user=UserId(user.id), team=TeamId(team.id), on=day, manages=manages)
    ledger.record(event, by=by)
    return membership


@act
def leave(*, membership: Membership, by: Actor, on: date | None = None) -> Membership:
    """End a membership. One that has ended stays as it is: nothing changes."""
    day = on or clock.today()
    membership = _locked(membership)
    require(permissions.can_change_membership(by, membership.user))
    if membership.to_on is not None and membership.to_on <= day:
        nothing_changed()
        return membership
    _finish(membership, day)
    event = TeamLeft(user=UserId(membership.user_id), team=TeamId(membership.team_id), on=day)
    ledger.record(event, by=by)
    return membership


@act
def transfer(
    *,
    membership: Membership,
    team: Team,
    by: Actor,
    manages: bool = False,
    on: date | None = None,
) -> Membership:
    """Move a person from one team to another on a day.

    Raises :class:`InvalidTransition` where the membership has ended, the team is closed, or they
    are in it already.
    """
    day = on or clock.today()
    membership = _locked(membership)
    user = membership.user
    require(permissions.can_change_membership(by, user))
    if membership.to_on is not None and membership.to_on <= day:
        raise InvalidTransition("They have left that team already.")
    if Membership.objects.unended(day).filter(user=user, team=team).exists():
        raise InvalidTransition("They are in that team already.")
    _finish(membership, day)
    begun = _begin(user, team, day, manages=manages)
    event = UserTransferred(
        user=UserId(user.id),
        team=TeamId(membership.team_id),
        successor=TeamId(team.id),
        on=day,
    )
    ledger.record(event, by=by)
    return begun


@act
def set_manager(
    *, membership: Membership, manages: bool, by: Actor, on: date | None = None
) -> Membership:
    """Say whether a member manages the team. The time before stays as it was.

    Raises :class:`InvalidTransition` where the membership does not hold on the day.
    """
    day = on or clock.today()
    membership = _locked(membership)
    require(permissions.can_change_membership(by, membership.user))
    if membership.manages == manages:
        nothing_changed()
        return membership
    if not (membership.from_on <= day and (membership.to_on is None or membership.to_on > day)):
        raise InvalidTransition("They do not work in this team on that day.")
    ends = membership.to_on
    _finish(membership, day)
    team = Team.objects.get(id=membership.team_id)
    begun = _begin(membership.user, team, day, manages=manages, until=ends)
    event = TeamManagerChanged(
        user=UserId(membership.user_id), team=TeamId(team.id), manages=manages, on=day
    )
    ledger.record(event, by=by)
    return begun


def _locked(membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("user")
    return rows.get(id=membership.id)


def _begin(
    user: User, team: Team, day: date, *, manages: bool, until: date | None = None
) -> Membership:
    team = Team.objects.select_for_update().get(id=team.id)
    if team.closed_on is not None or day < team.opened_on:
        raise InvalidTransition("The team is not open on that day.")
    return store(Membership(user=user, team=team, from_on=day, to_on=until, manages=manages))


def _finish(membership: Membership, day: date) -> None:
    """End it on a day; one that has not begun by then never holds."""
    membership.to_on = max(day, membership.from_on)
    store(membership)
