"""One e-mail rather than five: what waits for the same person goes out together."""

from uuid import UUID

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.notices.events import NoticesGathered
from goldenthread.notices.ids import NoticeId
from goldenthread.notices.kinds import DIGEST, digest_kinds
from goldenthread.notices.mail.addresses import new_message_id
from goldenthread.notices.models import Notice
from goldenthread.notices.queries import waiting_for_others
from goldenthread.notices.rules.states import State


@act
def gather(*, to: UUID, by: Actor) -> Notice | None:
    """Put together what waits for a person and may wait for others; one alone is left alone."""
    now = clock.now()
    waiting = waiting_for_others(digest_kinds(), now).filter(to=to)
    together = list(waiting.select_for_update().values_list("id", flat=True))
    if len(together) <= 1:
        nothing_changed()
        return None
    digest = Notice(
        kind=DIGEST.name,
        to_id=to,
        message_id=new_message_id(),
        not_before=now,
        useful_until=now + DIGEST.useful_for,
    )
    store(digest)
    parts = Notice.objects.filter(id__in=together)
    parts.update(state=State.GATHERED.value, gathered_into=digest)
    event = NoticesGathered(notice=NoticeId(digest.id), gathered=len(together))
    ledger.record(event, by=by)
    return digest
