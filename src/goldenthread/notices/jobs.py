"""What workers do for the outbox: an e-mail at once where it may go, and a sweep every minute."""

from datetime import timedelta
from uuid import UUID

from goldenthread.core import clock
from goldenthread.core.jobs import job
from goldenthread.notices.kinds import digest_kinds, may_leave
from goldenthread.notices.mail.server import MailServer, is_set
from goldenthread.notices.queries import due, people_with_several
from goldenthread.notices.sending.claims import handed_over_and_lapsed, purge, release_lapsed
from goldenthread.notices.sending.delivery import OUTBOX, Went, deliver, settle_lapsed
from goldenthread.notices.services.digests import gather

AT_ONCE = 200
"""E-mails that one sweep sends at most; the next follows in a minute."""
KEPT = timedelta(days=30)
"""How long address and text of an e-mail in trouble are kept."""


@job
def send(notice: UUID) -> None:
    """Send one e-mail, where its time has come and no other worker has it."""
    if is_set():
        with MailServer() as server:
            deliver(notice, server)


@job
def sweep() -> None:
    """Take up what workers left, put together what goes together, send what is due, purge."""
    release_lapsed()
    for row in handed_over_and_lapsed(clock.now()):
        settle_lapsed(row)
    for person in people_with_several(digest_kinds(), clock.now()):
        gather(to=person, by=OUTBOX)
    purge(clock.now() - KEPT)
    if is_set():
        _send_due()


def _send_due() -> None:
    """Over one connection; where the server is down, the others need not try it."""
    with MailServer() as server:
        for notice in due(clock.now(), AT_ONCE, only=may_leave(clock.now())):
            if deliver(notice, server) is Went.SERVER_DOWN:
                break
