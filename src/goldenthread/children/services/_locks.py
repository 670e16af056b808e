"""Rows of children locked for an act, in one order, so that two who act do not wait for ever."""

from goldenthread.children import queries
from goldenthread.children.models import Child
from goldenthread.core.errors import Conflict

_MERGED = "One of these is merged already. Open the record that it goes by now."


def locked(*children: Child) -> list[Child]:
    """The rows as they are now, which nobody else changes until the act ends, in their order.

    Raises :class:`Conflict` where somebody merged one into another row meanwhile.
    """
    ids = [child.id for child in children]
    rows = {
        row.id: row for row in Child.objects.select_for_update().filter(id__in=ids).order_by("id")
    }
    if any(queries.current(each) != each for each in ids):
        raise Conflict(_MERGED)
    return [rows[each] for each in ids]


def all_rows_locked(*children: Child) -> list[Child]:
    """The rows of these children and all that are merged into them."""
    locked(*children)
    ids = frozenset[object]().union(*(queries.rows_of(child.id) for child in children))
    return list(Child.objects.select_for_update().filter(id__in=ids).order_by("id"))
