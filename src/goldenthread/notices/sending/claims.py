"""Claims: of all workers, one sends an e-mail. Each step is one conditional update, committed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Q

from goldenthread.core import clock
from goldenthread.core.disposal import held_now
from goldenthread.notices.kinds import may_leave
from goldenthread.notices.mail.server import NotTaken
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.faults import Fault
from goldenthread.notices.rules.states import IN_TROUBLE, State
from goldenthread.notices.rules.trying import wait

LEASE = timedelta(minutes=5)
"""Longer than every step before the text is given takes together."""
LEASE_OF_HANDING_OVER = timedelta(minutes=10)
"""Longer than we wait for the server's last answer."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An e-mail, and the token of the one worker that sends it."""

    notice: UUID
    token: UUID


def claim(notice: UUID) -> Claim | None:
    """Take an e-mail whose time has come; ``None`` where another worker has it, or it waits."""
    at, token = clock.now(), uuid4()
    waiting = Notice.objects.filter(id=notice, state=State.QUEUED.value, not_before__lte=at)
    if (only := may_leave(at)) is not None:
        waiting = waiting.filter(kind__in=only)
    with transaction.atomic(durable=True):
        taken = waiting.update(
            state=State.SENDING.value,
            claim=token,
            lease_until=at + LEASE,
            tried_at=at,
            attempts=F("attempts") + 1,
        )
    return Claim(notice, token) if taken else None


def begin_handing_over(held: Claim, text: bytes) -> bool:
    """Commit that from now on the server may have the e-mail. No: the lease has lapsed."""
    at = clock.now()
    mine = Notice.objects.filter(
        id=held.notice, claim=held.token, state=State.SENDING.value, lease_until__gt=at
    )
    with transaction.atomic(durable=True):
        return bool(
            mine.update(
                state=State.HANDING_OVER.value,
                lease_until=at + LEASE_OF_HANDING_OVER,
                content_hash=sha256(text).hexdigest(),
                content_size=len(text),
            )
        )


def put_back(held: Claim, refusal: NotTaken, attempts: int) -> None:
    """Let it wait for another attempt: the server has nothing of it."""
    at = clock.now()
    mine = Notice.objects.filter(
        id=held.notice,
        claim=held.token,
        state__in=(State.SENDING.value, State.HANDING_OVER.value),
    )
    with transaction.atomic(durable=True):
        mine.update(
            state=State.QUEUED.value,
            claim=None,
            lease_until=None,
            not_before=at + wait(attempts, refusal.fault),
            fault=refusal.fault.value,
            reply=refusal.reply,
            status=refusal.status,
        )


def release_lapsed() -> int:
    """Let others send what a worker that died had only claimed."""
    lapsed = Notice.objects.filter(state=State.SENDING.value, lease_until__lt=clock.now())
    with transaction.atomic(durable=True):
        return lapsed.update(
            state=State.QUEUED.value, claim=None, lease_until=None, fault=Fault.STOPPED.value
        )


def handed_over_and_lapsed(at: datetime) -> list[Notice]:
    """E-mails whose worker died while the server had the text."""
    lapsed = Notice.objects.filter(state=State.HANDING_OVER.value, lease_until__lt=at)
    return list(lapsed)


def purge(older_than: datetime) -> int:
    """Forget address and text of e-mails that ended badly long ago; hash and size stay.

    Those to or about somebody under a legal hold stay as they are.
    """
    at, held = clock.now(), held_now()
    ended = Notice.objects.filter(
        state__in=[state.value for state in IN_TROUBLE],
        created_at__lt=older_than,
        purged_at=None,
    ).exclude(Q(to_id__in=held.users) | Q(about__in=held.ids))
    with transaction.atomic(durable=True):
        return ended.update(content=b"", address=b"", purged_at=at)
