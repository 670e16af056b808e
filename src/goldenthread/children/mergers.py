"""Which rows are one child: mergers that stand, followed by the database itself.

One question each, however many mergers there are. It tells ids, and nothing about who may see them.
"""

from collections.abc import Collection
from uuid import UUID

from django.db import connection, models

from goldenthread.children.models import Child, ChildMerge

_UP = """
WITH RECURSIVE up (started, goes_by) AS (
    SELECT id, id FROM {children} WHERE id IN ({ids})
    UNION
    SELECT up.started, one.kept_id FROM {merges} one JOIN up ON one.merged_id = up.goes_by
    WHERE one.undone_at IS NULL
)
SELECT started, goes_by FROM up WHERE NOT EXISTS (
    SELECT 1 FROM {merges} one WHERE one.merged_id = up.goes_by AND one.undone_at IS NULL
)
"""
_DOWN = """
WITH RECURSIVE down (one_of, goes_by) AS (
    SELECT id, id FROM {children} WHERE id IN ({ids})
    UNION
    SELECT one.merged_id, down.goes_by FROM {merges} one JOIN down ON one.kept_id = down.one_of
    WHERE one.undone_at IS NULL
)
SELECT one_of, goes_by FROM down
"""


def current_rows(ids: Collection[UUID]) -> dict[UUID, UUID]:
    """For each row the one that its child goes by now: after every merger that stands."""
    return _followed(_UP, ids)


def merged_rows(children: Collection[UUID]) -> dict[UUID, UUID]:
    """For each row of these children, the child: the row itself, and all that are merged into it.

    ``children`` are rows that children go by now.
    """
    return _followed(_DOWN, children)


def all_rows(ids: Collection[UUID]) -> frozenset[UUID]:
    """Every row of the children who have one of these rows."""
    return frozenset(merged_rows(set(current_rows(ids).values())))


def _followed(statement: str, ids: Collection[UUID]) -> dict[UUID, UUID]:
    if not ids:
        return {}
    as_uuid: models.UUIDField[UUID, UUID] = models.UUIDField()
    asked = [as_uuid.get_db_prep_value(each, connection) for each in ids]
    made = statement.format(
        children=Child._meta.db_table,
        merges=ChildMerge._meta.db_table,
        ids=", ".join(["%s"] * len(asked)),
    )
    with connection.cursor() as cursor:
        cursor.execute(made, asked)
        found = cursor.fetchall()
    return {as_uuid.to_python(one): as_uuid.to_python(other) for one, other in found}
