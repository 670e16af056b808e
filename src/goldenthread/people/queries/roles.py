"""Roles that hold today."""

from datetime import date

from django.db.models import QuerySet

from goldenthread.core import clock
from goldenthread.people.models import RoleGrant, User
from goldenthread.people.rules.kinds import Role


def administrators(on: date | None = None) -> QuerySet[RoleGrant]:
    """Grants of the administrator's role to active people that hold on a day, by default today."""
    holding = RoleGrant.objects.holding(on or clock.today())
    return holding.filter(role=Role.ADMINISTRATOR.value, user__is_active=True)


def is_administrator(user: User) -> bool:
    """Whether a person is an administrator today."""
    return administrators().filter(user=user).exists()


def is_last_administrator(user: User) -> bool:
    """Whether a person, and nobody else, is an administrator today."""
    return set(administrators().values_list("user_id", flat=True)) == {user.id}
