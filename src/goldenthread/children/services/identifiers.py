"""Numbers of children in other systems: given, and ended."""

from datetime import date

from django.core.exceptions import ValidationError

from goldenthread.children import permissions, queries
from goldenthread.children.events import IdentifierEnded, IdentifierGiven
from goldenthread.children.ids import ChildId, IdentifierId
from goldenthread.children.models import Child, ChildIdentifier
from goldenthread.children.rules.identifiers import IdentifierSystem, written_alike, wrong_with
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict, InvalidTransition
from goldenthread.privacy.encryption import seal

_TAKEN = "Another child has this number now. End it there first, or merge the two rows."


@act
def give(
    *, child: Child, system: IdentifierSystem, number: str, by: Actor, from_on: date | None = None
) -> ChildIdentifier:
    """Give a child a number of another system.

    Raises ``ValidationError`` for a number that cannot be one, :class:`Conflict` where it stands
    for another child now.
    """
    require(permissions.can_change_children(by))
    if wrong := wrong_with(system, number):
        raise ValidationError({"number": wrong})
    key = queries.number_key(system, number)
    holding = ChildIdentifier.objects.select_for_update().filter(number_key=key, to_on=None)
    if holding.exists():
        raise Conflict(_TAKEN)
    identifier = ChildIdentifier(
        child=child, system=system.value, number_key=key, from_on=from_on or clock.today()
    )
    plain = written_alike(number).encode()
    identifier.sealed_number = seal(plain, place=queries.place_of(identifier))
    store(identifier)
    event = IdentifierGiven(
        child=ChildId(child.id), identifier=IdentifierId(identifier.id), system=system
    )
    ledger.record(event, by=by)
    return identifier


@act
def end(*, identifier: ChildIdentifier, by: Actor, on: date | None = None) -> ChildIdentifier:
    """End a number on a day, the first on which it no longer stands for the child."""
    require(permissions.can_change_children(by))
    identifier = ChildIdentifier.objects.select_for_update().get(id=identifier.id)
    if identifier.to_on is not None:
        raise InvalidTransition("This number has ended already.")
    identifier.to_on = on or clock.today()
    store(identifier)
    event = IdentifierEnded(
        child=ChildId(identifier.child_id),
        identifier=IdentifierId(identifier.id),
        system=IdentifierSystem(identifier.system),
    )
    ledger.record(event, by=by)
    return identifier
