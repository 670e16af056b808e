"""Children: added, and their initials."""

from dataclasses import dataclass
from datetime import date

from goldenthread.children import permissions
from goldenthread.children.events import ChildAdded, InitialsSet
from goldenthread.children.ids import ChildId
from goldenthread.children.models import Child
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import identifiers
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstNumber:
    """The number with which a child is added."""

    system: IdentifierSystem
    number: str
    from_on: date | None = None


@act
def add(*, by: Actor, first: FirstNumber | None = None) -> Child:
    """Add a child, of whom nothing is known yet but a first number, where one is given.

    The number is an act of its own. Where it is refused, no child is added: see
    :func:`goldenthread.children.services.identifiers.give`.
    """
    require(permissions.can_change_children(by))
    child = store(Child())
    ledger.record(ChildAdded(child=ChildId(child.id)), by=by)
    if first is not None:
        identifiers.give(
            child=child, system=first.system, number=first.number, from_on=first.from_on, by=by
        )
    return child


@act
def set_initials(*, child: Child, initials: str, by: Actor) -> Child:
    """Set a child's initials; empty takes them away."""
    initials = initials.strip()
    require(permissions.can_set_initials(by, initials))
    child = Child.objects.select_for_update().get(id=child.id)
    if child.initials == initials:
        nothing_changed()
        return child
    child.initials = initials
    store(child)
    ledger.record(InitialsSet(child=ChildId(child.id)), by=by)
    return child
