"""Legal holds: placed and released."""

from datetime import date

from goldenthread.children.ids import ChildId
from goldenthread.children.models import Child
from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.events import Event
from goldenthread.people.ids import UserId
from goldenthread.people.models import User
from goldenthread.privacy.encryption import seal
from goldenthread.records import permissions
from goldenthread.records.events import ChildHeld, ChildReleased, PersonHeld, PersonReleased
from goldenthread.records.ids import LegalHoldId
from goldenthread.records.models import LegalHold
from goldenthread.records.queries.holds import place_of_reason
from goldenthread.records.rules.states import Whose


@act
def hold_child(
    *, child: Child, reason: str, placed_by: User, by: Actor, to_on: date | None = None
) -> LegalHold:
    """Keep everything that concerns a child, from today, until a day or until further notice."""
    require(permissions.can_hold_child(by, child.id))
    made = _place(Whose.CHILD, child, reason, placed_by, to_on)
    ledger.record(ChildHeld(child=ChildId(child.id), hold=LegalHoldId(made.id)), by=by)
    return made


@act
def hold_person(
    *, user: User, reason: str, placed_by: User, by: Actor, to_on: date | None = None
) -> LegalHold:
    """Keep everything that concerns somebody who works, or worked, here."""
    require(permissions.can_hold(by))
    made = _place(Whose.PERSON, user, reason, placed_by, to_on)
    ledger.record(PersonHeld(user=UserId(user.id), hold=LegalHoldId(made.id)), by=by)
    return made


@act
def release(*, hold: LegalHold, by: Actor) -> LegalHold:
    """End a hold today: what is due goes with the next run."""
    hold = LegalHold.objects.select_for_update().get(id=hold.id)
    require(permissions.can_release(by, hold))
    hold.released_at = clock.now()
    hold.to_on = max(hold.from_on, clock.today())
    store(hold)
    ledger.record(_released(hold), by=by)
    return hold


def _place(
    whose: Whose, subject: Child | User, reason: str, placed_by: User, to_on: date | None
) -> LegalHold:
    hold = LegalHold(
        whose=whose.value,
        subject=subject.id,
        placed_by=placed_by,
        from_on=clock.today(),
        to_on=to_on,
    )
    hold.sealed_reason = seal(reason.strip().encode(), place=place_of_reason(hold))
    return store(hold)


def _released(hold: LegalHold) -> Event:
    which = LegalHoldId(hold.id)
    if hold.whose == Whose.CHILD.value:
        return ChildReleased(child=ChildId(hold.subject), hold=which)
    return PersonReleased(user=UserId(hold.subject), hold=which)
