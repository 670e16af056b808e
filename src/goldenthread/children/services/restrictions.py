"""Restricted children: who may open them."""

from goldenthread.children import permissions
from goldenthread.children.events import (
    AccessGiven,
    AccessTaken,
    ChildRestricted,
    RestrictionLifted,
)
from goldenthread.children.ids import ChildId
from goldenthread.children.models import Child, RestrictedAccess
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.people.ids import UserId
from goldenthread.people.models import User


@act
def restrict(*, child: Child, by: Actor) -> Child:
    """Let only audit leads and those named open a child."""
    return _set(child, by, restricted=True)


@act
def lift(*, child: Child, by: Actor) -> Child:
    """Let a child be opened as other children are."""
    return _set(child, by, restricted=False)


@act
def give_access(*, child: Child, user: User, by: Actor) -> None:
    """Name somebody who may open a restricted child."""
    require(permissions.can_restrict(by))
    if RestrictedAccess.objects.filter(child=child, user=user).exists():
        nothing_changed()
        return
    store(RestrictedAccess(child=child, user=user))
    ledger.record(AccessGiven(child=ChildId(child.id), user=UserId(user.id)), by=by)


@act
def take_access(*, child: Child, user: User, by: Actor) -> None:
    """Take somebody off those who may."""
    require(permissions.can_restrict(by))
    taken, _ = RestrictedAccess.objects.filter(child=child, user=user).delete()
    if not taken:
        nothing_changed()
        return
    ledger.record(AccessTaken(child=ChildId(child.id), user=UserId(user.id)), by=by)


def _set(child: Child, by: Actor, *, restricted: bool) -> Child:
    require(permissions.can_restrict(by))
    child = Child.objects.select_for_update().get(id=child.id)
    if child.restricted is restricted:
        nothing_changed()
        return child
    child.restricted = restricted
    store(child)
    event = ChildRestricted if restricted else RestrictionLifted
    ledger.record(event(child=ChildId(child.id)), by=by)
    return child
