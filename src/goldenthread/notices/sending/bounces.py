"""Reports of mail servers: an e-mail came back."""

from enum import Enum

from goldenthread.core.actors import Actor
from goldenthread.notices.mail.reports import read
from goldenthread.notices.models import Notice
from goldenthread.notices.services.outcomes import mark_bounced


class Taken(Enum):
    """What a message was, that came to the bounce address."""

    CAME_BACK = "marked as come back"
    DELAYED = "delayed only, still on its way"
    NOT_OURS = "about no e-mail of ours"
    NO_REPORT = "no delivery report"


def take_bounce(*, raw: bytes, by: Actor) -> Taken:
    """Read a message and mark the e-mail that it says came back. Twice the same changes nothing."""
    report = read(raw)
    if report is None:
        return Taken.NO_REPORT
    known = Notice.objects.none()
    if report.notice is not None:
        known = Notice.objects.filter(id=report.notice)
    elif report.message_id:
        known = Notice.objects.filter(message_id=report.message_id)
    notice = known.first()
    if notice is None:
        return Taken.NOT_OURS
    if not report.failed:
        return Taken.DELAYED
    mark_bounced(notice=notice.id, status=report.status, by=by)
    return Taken.CAME_BACK
