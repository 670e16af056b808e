"""Names of ids, for pages that have only ids, as the ledger's."""

from collections.abc import Iterable
from uuid import UUID

from goldenthread.people.models import Service, Team
from goldenthread.people.scope import Scope
from goldenthread.people.visibility import visible_users


def names_of(scope: Scope, ids: Iterable[UUID]) -> dict[UUID, str]:
    """The names of people, teams and services among the ids, as far as this reader sees them."""
    asked = set(ids)
    found: dict[UUID, str] = {}
    for rows in (visible_users(scope), Team.objects.all(), Service.objects.all()):
        found |= dict(rows.filter(id__in=asked).values_list("id", "name"))
    return found
