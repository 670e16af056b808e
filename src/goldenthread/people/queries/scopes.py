"""The scope of a person on a day: in a fixed number of queries, however large the line."""

from datetime import date
from uuid import UUID

from django.db import connection, models

from goldenthread.core import clock
from goldenthread.core.actors import Actor, System
from goldenthread.people.ids import TeamId, UserId
from goldenthread.people.models import LineManagement, Membership, RoleGrant, User
from goldenthread.people.rules.kinds import Role
from goldenthread.people.scope import Scope

_BELOW = """
WITH RECURSIVE below (worker_id) AS (
    SELECT worker_id FROM {table}
    WHERE manager_id = %s AND from_on <= %s AND (to_on IS NULL OR to_on > %s)
    UNION
    SELECT line.worker_id FROM {table} line JOIN below ON line.manager_id = below.worker_id
    WHERE line.from_on <= %s AND (line.to_on IS NULL OR line.to_on > %s)
)
SELECT worker_id FROM below
"""


def scope_of(user: User, on: date | None = None) -> Scope:
    """What a person is to others on a day, by default today. Who is deactivated is nothing."""
    day = on or clock.today()
    if not user.is_active:
        nobody: frozenset[UserId] = frozenset()
        return Scope(UserId(user.id), day, frozenset(), frozenset(), frozenset(), nobody)
    roles = RoleGrant.objects.holding(day).filter(user=user, user__is_active=True)
    teams = Membership.objects.holding(day).filter(user=user, user__is_active=True)
    pairs = list(teams.values_list("team_id", "manages"))
    return Scope(
        user=UserId(user.id),
        on=day,
        roles=frozenset(Role(role) for role in roles.values_list("role", flat=True)),
        teams=frozenset(TeamId(team) for team, _ in pairs),
        managed_teams=frozenset(TeamId(team) for team, manages in pairs if manages),
        line=_below(user.id, day),
    )


def _below(manager: UUID, day: date) -> frozenset[UserId]:
    """Everybody below in line management; a query of the database's own walks down."""
    as_uuid: models.UUIDField[UUID, UUID] = models.UUIDField()
    asked = connection.ops.adapt_datefield_value(day)
    statement = _BELOW.format(table=LineManagement._meta.db_table)
    with connection.cursor() as cursor:
        who = as_uuid.get_db_prep_value(manager, connection)
        cursor.execute(statement, [who, asked, asked, asked, asked])
        found = cursor.fetchall()
    return frozenset(UserId(as_uuid.to_python(worker)) for (worker,) in found) - {UserId(manager)}


def standing(by: Actor) -> Scope | None:
    """The scope of whoever acts; ``None`` for the service itself, which may do everything.

    A scope stands for its person, so that a page that has asked once need not ask again.
    Raises ``TypeError`` for an actor of another kind.
    """
    match by:
        case System():
            return None
        case Scope():
            return by
        case User():
            return scope_of(by)
    raise TypeError(f"A {type(by).__name__} has no standing here.")
