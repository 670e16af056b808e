"""What people decide about e-mails in trouble."""

from datetime import timedelta
from uuid import UUID

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import NotFoundInScope
from goldenthread.notices import permissions
from goldenthread.notices.events import NoticeArrived, NoticeSentAgain
from goldenthread.notices.ids import NoticeId
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import ON_ITS_WAY, State

AGAIN = timedelta(days=1)
"""How long an e-mail is tried that somebody sends again."""


@act
def send_notice_again(*, notice: UUID, by: Actor) -> Notice:
    """Put an e-mail in trouble back into the queue, with the Message-ID that it had.

    It keeps its Message-ID so that a mail program can tell that it is the same e-mail. One that
    is on its way already is left alone: a second click sends nothing.
    """
    row = _locked(notice)
    require(permissions.can_mend_notices(by))
    if State(row.state) in ON_ITS_WAY:
        nothing_changed()
        return row
    require(permissions.can_send_notice_again(by, row))
    row.state = State.QUEUED.value
    row.not_before = clock.now()
    row.useful_until = clock.now() + AGAIN
    row.claim = row.lease_until = row.sent_at = row.reply = None
    row.fault = row.status = ""
    store(row)
    ledger.record(NoticeSentAgain(notice=NoticeId(row.id)), by=by)
    return row


@act
def mark_notice_arrived(*, notice: UUID, by: Actor) -> Notice:
    """Say that an uncertain e-mail arrived. Its text and address are not kept any longer.

    One that was sent already is left alone.
    """
    row = _locked(notice)
    require(permissions.can_mend_notices(by))
    if row.state == State.SENT.value:
        nothing_changed()
        return row
    require(permissions.can_mark_notice_arrived(by, row))
    row.state = State.SENT.value
    row.sent_at = row.tried_at or clock.now()
    row.purged_at = clock.now()
    row.fault, row.content, row.address = "", b"", b""
    store(row)
    ledger.record(NoticeArrived(notice=NoticeId(row.id)), by=by)
    return row


def _locked(notice: UUID) -> Notice:
    row = Notice.objects.select_for_update().filter(id=notice).first()
    if row is None:
        raise NotFoundInScope
    return row
