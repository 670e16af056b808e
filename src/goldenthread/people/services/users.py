"""People: added, changed, deactivated, reactivated."""

from datetime import date
from uuid import UUID

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.people import permissions
from goldenthread.people.events import UserAdded, UserDeactivated, UserReactivated, UserUpdated
from goldenthread.people.ids import UserId
from goldenthread.people.models import (
    Invitation,
    LineManagement,
    Membership,
    Period,
    RoleGrant,
    User,
)
from goldenthread.people.queries.roles import administrators
from goldenthread.people.rules.kinds import InvitationState, UserField
from goldenthread.people.rules.names import sort_name


@act
def add(
    *,
    name: str,
    email: str,
    by: Actor,
    surname: str = "",
    staff_number: str = "",
    job_title: str = "",
    break_glass: bool = False,
) -> User:
    """Add a person. They cannot sign in until they are invited, or come by single sign-on.

    Raises ``ValidationError`` where the e-mail address or the staff number is somebody's already.
    """
    require(permissions.can_add_user(by))
    user = User(
        name=name.strip(),
        surname=surname.strip(),
        sort_name=sort_name(name, surname),
        email=email.strip().lower(),
        staff_number=staff_number.strip(),
        job_title=job_title.strip(),
        break_glass=break_glass,
    )
    user.set_unusable_password()
    store(user)
    ledger.record(UserAdded(user=UserId(user.id)), by=by)
    return user


@act
def update(
    *,
    user: User,
    by: Actor,
    name: str | None = None,
    surname: str | None = None,
    email: str | None = None,
    staff_number: str | None = None,
    job_title: str | None = None,
) -> User:
    """Change a person's details; what is not given stays.

    Raises ``ValidationError`` where the e-mail address or the staff number is somebody's already.
    """
    user = _locked(user.id)
    require(permissions.can_update_user(by, user))
    before = {field: getattr(user, field.value) for field in UserField}
    given = {
        "name": name,
        "surname": surname,
        "email": email.lower() if email is not None else None,
        "staff_number": staff_number,
        "job_title": job_title,
    }
    for field, value in given.items():
        if value is not None:
            setattr(user, field, value.strip())
    user.sort_name = sort_name(user.name, user.surname)
    changed = tuple(field for field in UserField if getattr(user, field.value) != before[field])
    if not changed:
        nothing_changed()
        return user
    # Told before it is stored: who hears of it still finds the address that was.
    ledger.record(UserUpdated(user=UserId(user.id), fields=changed), by=by)
    store(user)
    return user


@act
def deactivate(*, user: User, by: Actor) -> User:
    """Let a person in no more. Their roles, memberships and lines end today, invitations lapse.

    Who hears of it ends their sessions, in the same transaction. Again: nothing changes.
    """
    # Two administrators who deactivate each other at the same moment wait for one another here.
    list(administrators().order_by("id").select_for_update(of=("self",)))
    user = _locked(user.id)
    if not user.is_active:
        require(permissions.can_reactivate_user(by, user))
        nothing_changed()
        return user
    require(permissions.can_deactivate_user(by, user))
    today = clock.today()
    event = UserDeactivated(
        user=UserId(user.id),
        roles=_end(RoleGrant, today, user=user),
        memberships=_end(Membership, today, user=user),
        lines=_end(LineManagement, today, worker=user) + _end(LineManagement, today, manager=user),
    )
    _withdraw_invitations(user)
    user.is_active, user.deactivated_at = False, clock.now()
    store(user)
    ledger.record(event, by=by)
    return user


@act
def reactivate(*, user: User, by: Actor) -> User:
    """Let a person come back, with no role and in no team. Again: nothing changes."""
    user = _locked(user.id)
    require(permissions.can_reactivate_user(by, user))
    if user.is_active:
        nothing_changed()
        return user
    user.is_active, user.deactivated_at = True, None
    store(user)
    ledger.record(UserReactivated(user=UserId(user.id)), by=by)
    return user


def _locked(user: UUID) -> User:
    return User.objects.select_for_update().get(id=user)


def _end(kind: type[Period], today: date, **whose: User) -> int:
    """End periods today; those that have not begun never hold."""
    rows = list(kind.objects.unended(today).filter(**whose).select_for_update())
    for row in rows:
        row.to_on = max(today, row.from_on)
        store(row)
    return len(rows)


def _withdraw_invitations(user: User) -> None:
    at = clock.now()
    for invitation in Invitation.objects.filter(user=user):
        if invitation.state(at) in {InvitationState.WAITING, InvitationState.EXPIRED}:
            invitation.withdrawn_at = at
            store(invitation)
