"""May somebody do something to people and teams, and if not, why.

``by`` is whoever acts, or their scope where a page has it already. The service itself may.
"""

from goldenthread.core.actors import Actor
from goldenthread.core.decisions import ALLOWED, Decision, first_refusal, refused
from goldenthread.people.models import Invitation, RoleGrant, Service, Team, User
from goldenthread.people.queries.roles import is_administrator, is_last_administrator
from goldenthread.people.queries.scopes import standing
from goldenthread.people.rules import acts
from goldenthread.people.rules.acts import Act
from goldenthread.people.rules.kinds import Role

_GUARDED = refused("Only an administrator may do this to an administrator.")
_LAST = refused("They are the last administrator. Grant somebody else the role first.")
_GONE = refused("They are deactivated. Reactivate them first.")


def may(by: Actor, act: Act) -> Decision:
    """Whether the role of whoever acts lets them do it."""
    scope = standing(by)
    return ALLOWED if scope is None or scope.has(*act.roles) else refused(act.only())


def _not_above(by: Actor, user: User) -> Decision:
    """Who is no administrator does nothing to an administrator, nor to the break-glass account."""
    scope = standing(by)
    if scope is None or scope.has(Role.ADMINISTRATOR):
        return ALLOWED
    return _GUARDED if user.break_glass or is_administrator(user) else ALLOWED


def _not_oneself(by: Actor, user: User, reason: str) -> Decision:
    return refused(reason) if by.actor == user.actor else ALLOWED


def _active(user: User) -> Decision:
    return ALLOWED if user.is_active else _GONE


def can_add_user(by: Actor) -> Decision:
    """Add a person."""
    return may(by, acts.ADD_USER)


def can_update_user(by: Actor, user: User) -> Decision:
    """Change a person's name, e-mail address, staff number or job title."""
    return first_refusal(may(by, acts.UPDATE_USER), _not_above(by, user), _active(user))


def can_deactivate_user(by: Actor, user: User) -> Decision:
    """Deactivate a person."""
    return first_refusal(
        may(by, acts.DEACTIVATE_USER),
        _not_oneself(by, user, "You cannot deactivate yourself. Ask another administrator."),
        _not_above(by, user),
        _LAST if is_last_administrator(user) else ALLOWED,
    )


def can_reactivate_user(by: Actor, user: User) -> Decision:
    """Reactivate a person."""
    return first_refusal(may(by, acts.DEACTIVATE_USER), _not_above(by, user))


def can_invite_user(by: Actor, user: User) -> Decision:
    """Invite a person to sign in for the first time."""
    signed_up = refused("They have signed in already. They can ask for a new password themselves.")
    return first_refusal(
        may(by, acts.INVITE_USER),
        _not_above(by, user),
        _active(user),
        signed_up if user.has_usable_password() else ALLOWED,
    )


def can_withdraw_invitation(by: Actor, invitation: Invitation) -> Decision:
    """Make an invitation's link work no more."""
    return first_refusal(may(by, acts.INVITE_USER), _not_above(by, invitation.user))


def can_accept_invitation(by: Actor, invitation: Invitation) -> Decision:
    """Accept an invitation: the person who was invited, and nobody for them."""
    scope = standing(by)
    if scope is None or scope.user == invitation.user_id:
        return ALLOWED
    return refused("This invitation is for somebody else.")


def can_grant_role(by: Actor, user: User, role: Role | None = None) -> Decision:
    """Grant a person a role; without one, whether any could be granted."""
    scope = standing(by)
    if scope is None or scope.has(Role.ADMINISTRATOR):
        return first_refusal(_active(user))
    only = refused("Only an administrator may grant the role of administrator.")
    return first_refusal(
        may(by, acts.CHANGE_ROLES),
        _not_oneself(by, user, "Only an administrator may grant themselves a role."),
        _active(user),
        only if role is Role.ADMINISTRATOR else ALLOWED,
    )


def may_change_roles(by: Actor) -> Decision:
    """Have to do with roles at all."""
    return may(by, acts.CHANGE_ROLES)


def can_end_role(by: Actor, grant: RoleGrant) -> Decision:
    """End a person's role."""
    is_administrators = grant.role == Role.ADMINISTRATOR.value
    scope = standing(by)
    only = refused("Only an administrator may end the role of administrator.")
    allowed = scope is None or scope.has(Role.ADMINISTRATOR) or not is_administrators
    return first_refusal(
        may(by, acts.CHANGE_ROLES),
        ALLOWED if allowed else only,
        _LAST if is_administrators and is_last_administrator(grant.user) else ALLOWED,
    )


def can_change_line(by: Actor, user: User) -> Decision:
    """Say who manages a person."""
    return first_refusal(may(by, acts.CHANGE_LINE), _active(user))


def can_change_membership(by: Actor, user: User) -> Decision:
    """Say in which teams a person works and which they manage."""
    return first_refusal(may(by, acts.CHANGE_MEMBERS), _active(user))


def can_open_team(by: Actor) -> Decision:
    """Open a team."""
    return may(by, acts.CHANGE_TEAMS)


def can_change_team(by: Actor, team: Team) -> Decision:
    """Rename, split, merge or close a team."""
    closed = refused("This team is closed.")
    return first_refusal(may(by, acts.CHANGE_TEAMS), ALLOWED if team.closed_on is None else closed)


def can_open_service(by: Actor) -> Decision:
    """Open a service."""
    return may(by, acts.CHANGE_SERVICES)


def can_change_service(by: Actor, service: Service) -> Decision:
    """Rename or close a service."""
    closed = refused("This service is closed.")
    return first_refusal(
        may(by, acts.CHANGE_SERVICES), ALLOWED if service.closed_on is None else closed
    )


def can_import_staff(by: Actor) -> Decision:
    """Import a list of staff."""
    return may(by, acts.IMPORT_STAFF)
