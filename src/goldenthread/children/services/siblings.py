"""Brothers and sisters: grouped, and taken out of a group."""

from collections.abc import Iterable

from goldenthread.children import permissions
from goldenthread.children.events import SiblingsGrouped, SiblingTakenOut
from goldenthread.children.ids import ChildId, SiblingGroupId
from goldenthread.children.mergers import current_rows
from goldenthread.children.models import Child, SiblingGroup, SiblingMembership
from goldenthread.children.services._locks import all_rows_locked
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict, InvalidTransition


@act
def group(*, children: tuple[Child, ...], by: Actor) -> SiblingGroup:
    """Say that children are siblings; those who are in one group already bring it along.

    Raises :class:`Conflict` where they are in two groups: somebody must part one of those first.
    """
    require(permissions.can_change_children(by))
    if len({child.id for child in children}) < 2:
        raise InvalidTransition("Siblings are two children or more.")
    standing = list(_memberships(all_rows_locked(*children)))
    groups = {membership.group_id for membership in standing}
    if len(groups) > 1:
        raise Conflict("They are in two groups of siblings. Take some out of theirs first.")
    members = set(current_rows({each.child_id for each in standing}).values())
    new = [child for child in children if child.id not in members]
    found = SiblingGroup.objects.get(id=groups.pop()) if groups else store(SiblingGroup())
    if not new:
        nothing_changed()
        return found
    for child in new:
        store(SiblingMembership(group=found, child=child))
    added = tuple(ChildId(child.id) for child in new)
    ledger.record(SiblingsGrouped(group=SiblingGroupId(found.id), children=added), by=by)
    return found


@act
def take_out(*, child: Child, by: Actor) -> None:
    """Take a child out of its group, in all its rows; a group of one is no group, and ends."""
    require(permissions.can_change_children(by))
    standing = list(_memberships(all_rows_locked(child)))
    if not standing:
        raise InvalidTransition("This child is in no group of siblings.")
    for membership in standing:
        membership.delete()
    for group_id in {membership.group_id for membership in standing}:
        left = SiblingMembership.objects.filter(group_id=group_id)
        if len(set(current_rows(set(left.values_list("child_id", flat=True))).values())) < 2:
            SiblingGroup.objects.filter(id=group_id).delete()
    event = SiblingTakenOut(group=SiblingGroupId(standing[0].group_id), child=ChildId(child.id))
    ledger.record(event, by=by)


def _memberships(rows: Iterable[Child]) -> Iterable[SiblingMembership]:
    return SiblingMembership.objects.select_for_update().filter(child__in=list(rows))
