"""Children: added, and their initials."""

from goldenthread.children import permissions
from goldenthread.children.events import ChildAdded, InitialsSet
from goldenthread.children.ids import ChildId
from goldenthread.children.models import Child
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require


@act
def add(*, by: Actor) -> Child:
    """Add a child, of whom nothing is known yet."""
    require(permissions.can_change_children(by))
    child = store(Child())
    ledger.record(ChildAdded(child=ChildId(child.id)), by=by)
    return child


@act
def set_initials(*, child: Child, initials: str, by: Actor) -> Child:
    """Set a child's initials; empty takes them away."""
    require(permissions.can_change_children(by))
    child = Child.objects.select_for_update().get(id=child.id)
    if child.initials == initials.strip():
        nothing_changed()
        return child
    child.initials = initials.strip()
    store(child)
    ledger.record(InitialsSet(child=ChildId(child.id)), by=by)
    return child
