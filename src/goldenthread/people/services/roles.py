"""Roles: granted and ended. The last administrator stays one."""

from datetime import date

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.people import permissions
from goldenthread.people.events import RoleEnded, RoleGranted
from goldenthread.people.ids import UserId
from goldenthread.people.models import RoleGrant, User
from goldenthread.people.queries.roles import administrators
from goldenthread.people.rules.kinds import GrantSource, Role


@act
def grant(
    *,
    user: User,
    role: Role,
    by: Actor,
    source: GrantSource = GrantSource.BY_HAND,
    on: date | None = None,
) -> RoleGrant:
    """Give a person a role from a day on. Who has it stays as they are: nothing changes."""
    day = on or clock.today()
    user = User.objects.select_for_update().get(id=user.id)
    require(permissions.can_grant_role(by, user, role))
    found = RoleGrant.objects.unended(day).filter(user=user, role=role.value).first()
    if found is not None:
        nothing_changed()
        return found
    made = store(RoleGrant(user=user, role=role.value, source=source.value, from_on=day))
    event = RoleGranted(user=UserId(user.id), role=role, source=source, on=day)
    ledger.record(event, by=by)
    return made


@act
def end(*, grant: RoleGrant, by: Actor) -> RoleGrant:
    """Take a role away at once. Where it has ended, nothing changes."""
    # Two administrators who end each other at the same moment wait for one another here.
    list(administrators().order_by("id").select_for_update(of=("self",)))
    rows = RoleGrant.objects.select_for_update(of=("self",)).select_related("user")
    grant = rows.get(id=grant.id)
    today = clock.today()
    if grant.to_on is not None and grant.to_on <= today:
        require(permissions.may_change_roles(by))
        nothing_changed()
        return grant
    require(permissions.can_end_role(by, grant))
    grant.to_on = max(today, grant.from_on)
    store(grant)
    event = RoleEnded(user=UserId(grant.user_id), role=Role(grant.role), on=grant.to_on)
    ledger.record(event, by=by)
    return grant
