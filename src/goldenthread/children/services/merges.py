"""Two rows that are one child: merged, and parted again."""

from goldenthread.children import permissions
from goldenthread.children.events import ChildrenMerged, MergeUndone
from goldenthread.children.ids import ChildId, MergeId
from goldenthread.children.models import Child, ChildMerge
from goldenthread.children.services._locks import all_rows_locked
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require


@act
def merge(*, kept: Child, merged: Child, by: Actor) -> ChildMerge:
    """Say that two rows are one child: what belongs to ``merged`` is found under ``kept``.

    No row is moved, so that it can be undone. A child that is restricted in one row is then
    restricted in all. Raises :class:`Conflict` where one is merged into another row already.
    """
    require(permissions.can_merge(by, kept, merged))
    rows = all_rows_locked(kept, merged)
    made = store(ChildMerge(kept=kept, merged=merged))
    if any(row.restricted for row in rows):
        for row in rows:
            row.restricted = True
            store(row)
    ledger.record(_event(ChildrenMerged, made), by=by)
    return made


@act
def undo(*, merge: ChildMerge, by: Actor) -> ChildMerge:
    """Say that they are two children after all. A restriction stays until somebody lifts it."""
    merge = ChildMerge.objects.select_for_update().get(id=merge.id)
    require(permissions.can_undo_merge(by, merge))
    merge.undone_at = clock.now()
    store(merge)
    ledger.record(_event(MergeUndone, merge), by=by)
    return merge


def _event(
    kind: type[ChildrenMerged] | type[MergeUndone], merge: ChildMerge
) -> ChildrenMerged | MergeUndone:
    return kind(
        kept=ChildId(merge.kept_id), merged=ChildId(merge.merged_id), merge=MergeId(merge.id)
    )
