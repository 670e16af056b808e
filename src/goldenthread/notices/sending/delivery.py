"""Sending an e-mail exactly once: claim it, write it, offer it, say so, hand it over, say so."""

from enum import Enum, auto
from uuid import UUID

import structlog

from goldenthread.core import clock
from goldenthread.core.actors import System
from goldenthread.notices.kinds import kinds
from goldenthread.notices.mail.addresses import on_the_envelope, return_address
from goldenthread.notices.mail.letters import as_message, write
from goldenthread.notices.mail.server import MailServer, NotKnown, NotTaken
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.faults import OF_THE_SERVER, Fault
from goldenthread.notices.rules.kinds import READY_MADE
from goldenthread.notices.sealing import address_of, content_of
from goldenthread.notices.sending.claims import Claim, begin_handing_over, claim, put_back
from goldenthread.notices.services import outcomes

log = structlog.get_logger(__name__)
OUTBOX = System("outbox")


class Went(Enum):
    """How an attempt went, as far as the next e-mail is concerned."""

    WELL = auto()
    NOT_OURS = auto()
    BADLY = auto()
    SERVER_DOWN = auto()


def deliver(notice: UUID, server: MailServer) -> Went:
    """Try to send an e-mail whose time has come, if no other worker does."""
    held = claim(notice)
    if held is None:
        return Went.NOT_OURS
    row = Notice.objects.select_related("to").get(id=notice)
    try:
        return _attempt(row, held, server)
    except NotTaken as refusal:
        _not_taken(row, held, refusal)
        return Went.SERVER_DOWN if refusal.fault in OF_THE_SERVER else Went.BADLY


def _attempt(row: Notice, held: Claim, server: MailServer) -> Went:
    if clock.now() > row.useful_until:
        raise NotTaken(Fault.TOO_LATE, for_good=True)
    written = _written(row)
    if written is None:
        outcomes.mark_not_needed(notice=row.id, claim=held.token, by=OUTBOX)
        return Went.WELL
    recipient, text = written
    server.offer(sender=return_address(row.id), recipient=on_the_envelope(recipient))
    if not begin_handing_over(held, text):
        server.take_back()
        return Went.NOT_OURS
    try:
        server.hand_over(text)
    except NotKnown:
        _not_known(row, held)
        return Went.SERVER_DOWN
    outcomes.mark_sent(notice=row.id, claim=held.token, attempts=row.attempts, by=OUTBOX)
    return Went.WELL


def _written(row: Notice) -> tuple[str, bytes] | None:
    """The address and the text; ``None`` where it is not needed any more.

    Raises :class:`NotTaken` for whatever is wrong with a template or a key: one e-mail that cannot
    be written must not hold up the others.
    """
    try:
        if row.kind == READY_MADE:
            return address_of(row), content_of(row)
        if row.to is None or not row.to.is_active:
            return None
        kind = kinds()[row.kind]
        facts = kind.facts(row)
        if facts is None:
            return None
        letter = write(kind, facts)
        return row.to.email, as_message(letter, recipient=row.to.email, message_id=row.message_id)
    except Exception as error:
        log.exception("e-mail not written", notice=str(row.id), kind=row.kind)
        raise NotTaken(Fault.NOT_MADE) from error


def _not_taken(row: Notice, held: Claim, refusal: NotTaken) -> None:
    """Try again later, or not at all: refused for good, or of no use any more."""
    if not refusal.for_good:
        put_back(held, refusal, row.attempts)
        return
    outcomes.mark_failed(
        notice=row.id,
        claim=held.token,
        fault=refusal.fault,
        reply=refusal.reply,
        status=refusal.status,
        by=OUTBOX,
    )


def _not_known(row: Notice, held: Claim) -> None:
    """Rather twice than never, for the kinds that say so; the others wait for somebody."""
    if _rather_twice(row):
        put_back(held, NotTaken(Fault.STOPPED), row.attempts)
    else:
        outcomes.mark_uncertain(notice=row.id, claim=held.token, by=OUTBOX)


def settle_lapsed(row: Notice) -> None:
    """Decide about an e-mail whose worker died while the server had the text."""
    if row.claim is not None:
        _not_known(row, Claim(row.id, row.claim))


def _rather_twice(row: Notice) -> bool:
    kind = kinds().get(row.kind)
    return kind is not None and kind.rather_twice
