"""Writing the ledger: one row for each act, in the act's own transaction."""

from goldenthread.core import clock
from goldenthread.core.actors import Actor
from goldenthread.core.acts import one_more_recorded
from goldenthread.core.events import Event, publish
from goldenthread.core.models import LedgerEntry
from goldenthread.core.requests import request_id


def record(event: Event, *, by: Actor) -> LedgerEntry:
    """Write that something was done, and tell those who must hear of it.

    Called once by each service, inside its transaction: where the row cannot be written, or a
    reaction fails, nothing of the act remains.
    """
    entry = LedgerEntry(
        at=clock.now(),
        kind=event.kind,
        actor=by.actor,
        subject=event.subject,
        data=event.data(),
        request=request_id.get(),
    )
    entry.full_clean()
    entry.save(force_insert=True)
    one_more_recorded()
    publish(event, by=by)
    return entry
