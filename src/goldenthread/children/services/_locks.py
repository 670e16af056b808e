"""Rows of children locked for an act.

Every act on a child locks the row that the child goes by, and no other: rows that are merged into
it are changed under that lock. Locks are taken in one order, so that nobody waits for ever.
"""

from uuid import UUID

from goldenthread.children import queries
from goldenthread.children.models import Child
from goldenthread.core.errors import Conflict

_MERGED = "One of these is merged already. Open the record that it goes by now."


def locked(*children: Child) -> list[Child]:
    """The rows as they are now, which nobody else changes until the act ends, in their order.

    Raises :class:`Conflict` where one is merged into another row, perhaps just now.
    """
    ids = [child.id for child in children]
    found = Child.objects.select_for_update().filter(id__in=ids).order_by("id")
    rows = {row.id: row for row in found}
    if any(queries.current(each) != each for each in ids):
        raise Conflict(_MERGED)
    return [rows[each] for each in ids]


def all_rows_locked(*children: Child) -> list[Child]:
    """The rows of these children and all that are merged into them."""
    locked(*children)
    ids = frozenset[UUID]().union(*(queries.rows_of(child.id) for child in children))
    return list(Child.objects.filter(id__in=ids).order_by("id"))
