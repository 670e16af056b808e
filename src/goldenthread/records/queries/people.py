"""People whose records a hold may protect: also those who left."""

from goldenthread.people.scope import Scope
from goldenthread.people.visibility import visible_users


def choices_of_everybody(scope: Scope) -> list[tuple[str, str]]:
    """Everybody whom the scope sees, by surname; who left is told to have left."""
    rows = visible_users(scope).values_list("id", "name", "is_active")
    return [(str(user), name if active else f"{name} (left)") for user, name, active in rows]
