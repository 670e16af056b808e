"""Two rows that are one child: merged, and parted again."""

from goldenthread.children import permissions, queries
from goldenthread.children.events import ChildrenMerged, MergeUndone
from goldenthread.children.ids import ChildId, MergeId
from goldenthread.children.models import Child, ChildMerge
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict


@act
def merge(*, kept: Child, merged: Child, by: Actor) -> ChildMerge:
    """Say that two rows are one child: what belongs to ``merged`` is found under ``kept``.

    No row is changed, so that it can be undone. A child that is restricted in one row is then
    restricted in both. Raises :class:`Conflict` where one is merged into the other already.
    """
    require(permissions.can_merge(by, kept, merged))
    rows = {row.id: row for row in _locked(kept, merged)}
    kept, merged = rows[kept.id], rows[merged.id]
    if queries.current(merged.id) != merged.id or queries.current(kept.id) != kept.id:
        raise Conflict("One of these is merged already. Open the row that it goes by now.")
    made = store(ChildMerge(kept=kept, merged=merged))
    if merged.restricted and not kept.restricted:
        kept.restricted = True
        store(kept)
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


def _locked(*children: Child) -> list[Child]:
    """In one order, so that two who merge the same rows do not wait for each other for ever."""
    ids = [child.id for child in children]
    return list(Child.objects.select_for_update().filter(id__in=ids).order_by("id"))


def _event(
    kind: type[ChildrenMerged] | type[MergeUndone], merge: ChildMerge
) -> ChildrenMerged | MergeUndone:
    return kind(
        kept=ChildId(merge.kept_id), merged=ChildId(merge.merged_id), merge=MergeId(merge.id)
    )
