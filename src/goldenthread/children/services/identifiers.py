"""Numbers of children in other systems: given, and ended."""

from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction

from goldenthread.children import permissions, queries
from goldenthread.children.events import IdentifierEnded, IdentifierGiven
from goldenthread.children.ids import ChildId, IdentifierId
from goldenthread.children.models import Child, ChildIdentifier
from goldenthread.children.rules.identifiers import IdentifierSystem, written_alike, wrong_with
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import Conflict, InvalidTransition
from goldenthread.privacy.encryption import seal

_TAKEN = "Another child has this number now. End it there first, or merge the two records."
_OTHER_DAY = "The child has this number already, from another day. To change the day, end it first."
_OVERLAPS = "Another child had this number on that day. Give the day from which it is this child’s."


@act
def give(
    *, child: Child, system: IdentifierSystem, number: str, by: Actor, from_on: date | None = None
) -> ChildIdentifier:
    """Give a child a number of another system; a child who has it from that day already keeps it.

    Raises ``ValidationError`` for a number that cannot be one, or that stood for another child on
    the day, :class:`InvalidTransition` where the child has it from another day, and
    :class:`Conflict` where it stands for another child now.
    """
    require(permissions.can_change_children(by))
    if wrong := wrong_with(system, number):
        raise ValidationError({"number": wrong})
    key = queries.number_key(system, number)
    since = from_on or clock.today()
    if (has := _held(child, system, key, since)) is not None:
        nothing_changed()
        return has
    identifier = ChildIdentifier(child=child, system=system.value, number_key=key, from_on=since)
    plain = written_alike(number).encode()
    identifier.sealed_number = seal(plain, place=queries.place_of(identifier))
    _store_unless_taken(identifier)
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
    last = on or clock.today()
    if identifier.to_on == last:
        nothing_changed()
        return identifier
    if identifier.to_on is not None:
        raise InvalidTransition("This number has ended already.")
    if last < identifier.from_on:
        raise ValidationError({"on": "A number cannot end before it begins."})
    identifier.to_on = last
    store(identifier)
    event = IdentifierEnded(
        child=ChildId(identifier.child_id),
        identifier=IdentifierId(identifier.id),
        system=IdentifierSystem(identifier.system),
    )
    ledger.record(event, by=by)
    return identifier


def _held(child: Child, system: IdentifierSystem, key: str, since: date) -> ChildIdentifier | None:
    """The number where the child has it now. Raises where it is another child's, now or then."""
    alike = ChildIdentifier.objects.select_for_update().filter(system=system.value, number_key=key)
    own = queries.rows_of(queries.current(child.id))
    now = alike.filter(to_on=None).first()
    if now is not None and now.child_id in own:
        if now.from_on != since:
            raise InvalidTransition(_OTHER_DAY)
        return now
    if now is not None:
        raise Conflict(_TAKEN)
    if alike.filter(to_on__gt=since).exclude(child_id__in=own).exists():
        raise ValidationError({"from_on": _OVERLAPS})
    return None


def _store_unless_taken(identifier: ChildIdentifier) -> None:
    """Of two who give one number at once, the second is told, as if they had come later."""
    try:
        with transaction.atomic():
            store(identifier)
    except IntegrityError:
        raise Conflict(_TAKEN) from None
    except ValidationError as error:
        if NON_FIELD_ERRORS not in error.message_dict:
            raise
        raise Conflict(_TAKEN) from None
