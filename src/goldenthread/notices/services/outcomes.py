"""What became of an e-mail: each outcome is written once, by whoever holds the e-mail."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.events import Event
from goldenthread.notices.events import (
    NoticeBounced,
    NoticeFailed,
    NoticeNotNeeded,
    NoticeSent,
    NoticeUncertain,
)
from goldenthread.notices.ids import NoticeId
from goldenthread.notices.kinds import MAIL_TROUBLE
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.faults import Fault
from goldenthread.notices.rules.states import State, before
from goldenthread.notices.services.outbox import queue_notice
from goldenthread.people.queries.roles import administrators

_NOT_HELD: dict[str, Any] = {"lease_until": None}


@act
def mark_sent(*, notice: UUID, claim: UUID, attempts: int, by: Actor) -> None:
    """The mail server took it. Its text and address are not kept any longer.

    Where the lease lapsed meanwhile and the e-mail stood as uncertain, it is known now.
    """
    changes = {"sent_at": clock.now(), "fault": "", "reply": None, "status": ""}
    event = NoticeSent(notice=NoticeId(notice), attempts=attempts)
    _become(State.SENT, notice, event, by, Q(claim=claim), **changes, **_purged())


@act
def mark_not_needed(*, notice: UUID, claim: UUID, by: Actor) -> None:
    """What it was about is over, so it was not sent."""
    event = NoticeNotNeeded(notice=NoticeId(notice))
    _become(State.NOT_NEEDED, notice, event, by, Q(claim=claim), fault="", **_purged())


@act
def mark_failed(
    *, notice: UUID, claim: UUID, fault: Fault, reply: int | None, status: str, by: Actor
) -> None:
    """It is not tried any more; administrators are told."""
    event = NoticeFailed(notice=NoticeId(notice), fault=fault, reply=reply)
    changes = {"fault": fault.value, "reply": reply, "status": status}
    if _become(State.FAILED, notice, event, by, Q(claim=claim), **changes):
        _tell_administrators(notice, by)


@act
def mark_uncertain(*, notice: UUID, claim: UUID, by: Actor) -> None:
    """Nobody knows whether the server took it; it is not sent again by itself."""
    event = NoticeUncertain(notice=NoticeId(notice))
    changes = {"fault": Fault.STOPPED.value, "reply": None, "status": ""}
    if _become(State.UNCERTAIN, notice, event, by, Q(claim=claim), **changes):
        _tell_administrators(notice, by)


@act
def mark_bounced(*, notice: UUID, status: str, by: Actor) -> None:
    """A report said that it could not be delivered."""
    event = NoticeBounced(notice=NoticeId(notice))
    changes = {"fault": Fault.CAME_BACK.value, "reply": None, "status": status}
    if _become(State.BOUNCED, notice, event, by, Q(), **changes):
        _tell_administrators(notice, by)


def _purged() -> dict[str, Any]:
    return {"content": b"", "address": b"", "purged_at": clock.now()}


def _become(state: State, notice: UUID, event: Event, by: Actor, held: Q, **changes: Any) -> bool:
    """Change the state where it may follow; else somebody was there before, and nothing changes."""
    rows = Notice.objects.filter(held, id=notice, state__in=before(state))
    if not rows.update(state=state.value, **_NOT_HELD, **changes):
        nothing_changed()
        return False
    ledger.record(event, by=by)
    return True


def _tell_administrators(notice: UUID, by: Actor) -> None:
    """Ask for one e-mail to each, unless one waits; none for trouble of that very kind."""
    if Notice.objects.filter(id=notice, kind=MAIL_TROUBLE.name).exists():
        return
    waiting = Notice.objects.filter(kind=MAIL_TROUBLE.name, state=State.QUEUED.value)
    told = set(waiting.values_list("to_id", flat=True))
    for grant in administrators().select_related("user").distinct():
        if grant.user_id not in told:
            queue_notice(kind=MAIL_TROUBLE, to=grant.user, by=by)
            told.add(grant.user_id)
