"""What a person was over time: teams, lines, roles, invitations."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.models import Invitation, LineManagement, Membership, RoleGrant
from goldenthread.people.queries.people import get_user
from goldenthread.people.scope import Scope
from goldenthread.people.visibility import sees_details


@dataclass(frozen=True, slots=True)
class History:
    """A person's periods, the newest first, and the people whom they manage today."""

    memberships: tuple[Membership, ...]
    managed_by: tuple[LineManagement, ...]
    manages: tuple[LineManagement, ...]
    roles: tuple[RoleGrant, ...]
    invitations: tuple[Invitation, ...]


def history_of(scope: Scope, user: UUID) -> History | None:
    """A person's history, or ``None`` where this reader sees none of it."""
    get_user(scope, user)
    today = Membership.objects.holding(scope.on).filter(user=user)
    if not sees_details(scope, user, set(today.values_list("team_id", flat=True))):
        return None
    newest = ("-from_on", "id")
    members = Membership.objects.filter(user=user).select_related("team", "team__service")
    above = LineManagement.objects.filter(worker=user).select_related("manager")
    below = LineManagement.objects.holding(scope.on).filter(manager=user)
    return History(
        tuple(members.order_by(*newest)),
        tuple(above.order_by(*newest)),
        tuple(below.select_related("worker").order_by("worker__sort_name")),
        tuple(RoleGrant.objects.filter(user=user).order_by(*newest)),
        tuple(Invitation.objects.filter(user=user)),
    )


def get_membership(scope: Scope, membership: UUID) -> Membership:
    """A membership of a visible person. Raises :class:`NotFoundInScope`."""
    rows = Membership.objects.select_related("user", "team").filter(id=membership)
    return _visible(scope, rows.first())


def get_line(scope: Scope, line: UUID) -> LineManagement:
    """A line of a visible person. Raises :class:`NotFoundInScope`."""
    rows = LineManagement.objects.select_related("worker", "manager").filter(id=line)
    found = rows.first()
    if found is None:
        raise NotFoundInScope
    get_user(scope, found.worker_id)
    return found


def get_role_grant(scope: Scope, grant: UUID) -> RoleGrant:
    """A role of a person whose roles are shown. Raises :class:`NotFoundInScope`."""
    found = RoleGrant.objects.select_related("user").filter(id=grant).first()
    if found is None or history_of(scope, found.user_id) is None:
        raise NotFoundInScope
    return found


def get_invitation(scope: Scope, invitation: UUID) -> Invitation:
    """An invitation of a person whose history is shown. Raises :class:`NotFoundInScope`."""
    found = Invitation.objects.select_related("user").filter(id=invitation).first()
    if found is None or history_of(scope, found.user_id) is None:
        raise NotFoundInScope
    return found


def _visible(scope: Scope, found: Membership | None) -> Membership:
    if found is None:
        raise NotFoundInScope
    get_user(scope, found.user_id)
    return found
