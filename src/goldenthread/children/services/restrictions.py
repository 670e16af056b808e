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
from goldenthread.children.services._locks import all_rows_locked
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.people.ids import UserId
from goldenthread.people.models import User


@act
def restrict(*, child: Child, by: Actor) -> Child:
    """Let only audit leads and those named open a child, in all rows that are merged into it."""
    return _set(child, by, restricted=True)


@act
def lift(*, child: Child, by: Actor) -> Child:
    """Let a child be opened as other children are."""
    return _set(child, by, restricted=False)


@act
def give_access(*, child: Child, user: User, by: Actor) -> None:
    """Name somebody who may open a restricted child."""
    require(permissions.can_give_access(by, user))
    rows = all_rows_locked(child)
    if RestrictedAccess.objects.filter(child__in=rows, user=user).exists():
        nothing_changed()
        return
    store(RestrictedAccess(child=child, user=user))
    ledger.record(AccessGiven(child=ChildId(child.id), user=UserId(user.id)), by=by)


@act
def take_access(*, child: Child, user: User, by: Actor) -> None:
    """Take somebody off those who may."""
    require(permissions.can_restrict(by))
    rows = all_rows_locked(child)
    taken, _ = RestrictedAccess.objects.filter(child__in=rows, user=user).delete()
    if not taken:
        nothing_changed()
        return
    ledger.record(AccessTaken(child=ChildId(child.id), user=UserId(user.id)), by=by)


def _set(child: Child, by: Actor, *, restricted: bool) -> Child:
    require(permissions.can_restrict(by))
    rows = all_rows_locked(child)
    others = [row for row in rows if row.restricted is not restricted]
    found = next(row for row in rows if row.id == child.id)
    if not others:
        nothing_changed()
        return found
    for row in others:
        row.restricted = restricted
        store(row)
    event = ChildRestricted if restricted else RestrictionLifted
    ledger.record(event(child=ChildId(child.id)), by=by)
    return found
