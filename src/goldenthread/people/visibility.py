"""Which people, and which of their columns, a scope may see.

Everybody who is signed in sees names, job titles and teams of active staff. E-mail, staff number,
roles and history are for audit leads and administrators, for the person, and for the manager of
one of the person's teams.
"""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.people.models import StaffImport, User
from goldenthread.people.rules.acts import IMPORT_STAFF, SEE_DETAILS
from goldenthread.people.rules.kinds import ImportState
from goldenthread.people.scope import Scope


def sees_everybody(scope: Scope) -> bool:
    """Whether all columns of all people are shown."""
    return scope.has(*SEE_DETAILS.roles)


def sees_details(scope: Scope, user: UUID, teams: Collection[UUID]) -> bool:
    """Whether e-mail, staff number, roles and history of a person are shown.

    ``teams`` are those that the person works in on the scope's day.
    """
    return sees_everybody(scope) or user == scope.user or not scope.managed_teams.isdisjoint(teams)


def sees_history(scope: Scope, team: UUID) -> bool:
    """Whether a team is shown as it was on other days."""
    return sees_everybody(scope) or team in scope.managed_teams


def visible_users(scope: Scope) -> QuerySet[User]:
    """Those whose name is shown: who left is shown to those who see everybody."""
    if sees_everybody(scope):
        return User.objects.all()
    return User.objects.filter(Q(is_active=True) | Q(id=scope.user))


def visible_imports(scope: Scope) -> QuerySet[StaffImport]:
    """Lists of staff: who may import sees those that wait, and how the others ended."""
    if not scope.has(*IMPORT_STAFF.roles):
        return StaffImport.objects.none()
    return StaffImport.objects.exclude(state=ImportState.EXPIRED.value)
