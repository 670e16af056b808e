"""Asking for e-mails: a row in the caller's transaction, so that no page waits for mail."""

from hashlib import sha256
from uuid import UUID

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.notices.events import NoticeQueued
from goldenthread.notices.ids import NoticeId
from goldenthread.notices.kinds import ABOUT_SIGNING_IN
from goldenthread.notices.mail.addresses import new_message_id
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.kinds import Kind
from goldenthread.notices.sealing import seal_address, seal_content
from goldenthread.notices.waiting import earliest
from goldenthread.people.models import User


@act
def queue_notice(*, kind: Kind, to: User, about: UUID | None = None, by: Actor) -> Notice:
    """Ask for an e-mail of a kind to a user, about something. It is written when it is sent."""
    notice = Notice(
        kind=kind.name,
        to=to,
        about=about,
        message_id=new_message_id(),
        not_before=earliest(kind, clock.now()),
        useful_until=clock.now() + kind.useful_for,
    )
    return _queued(notice, by)


@act
def queue_ready_made(*, address: str, content: bytes, message_id: str, by: Actor) -> Notice:
    """Ask for an e-mail that somebody else wrote. Address and text are sealed.

    An address that is unknown here takes the same path and the same time as a known one.
    """
    notice = Notice(
        kind=ABOUT_SIGNING_IN.name,
        to=User.objects.filter(email=address.lower()).first(),
        message_id=message_id,
        not_before=clock.now(),
        useful_until=clock.now() + ABOUT_SIGNING_IN.useful_for,
        content_hash=sha256(content).hexdigest(),
        content_size=len(content),
    )
    seal_address(notice, address)
    seal_content(notice, content)
    return _queued(notice, by)


def _queued(notice: Notice, by: Actor) -> Notice:
    store(notice)
    ledger.record(NoticeQueued(notice=NoticeId(notice.id)), by=by)
    return notice
