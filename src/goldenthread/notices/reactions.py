"""What this app does when it hears of something. ``config/reactions.py`` says of what."""

from goldenthread.core import clock
from goldenthread.core.actors import Actor
from goldenthread.core.jobs import enqueue
from goldenthread.notices.events import NoticeQueued, NoticeSentAgain
from goldenthread.notices.jobs import send
from goldenthread.notices.kinds import INVITATION, digest_kinds
from goldenthread.notices.models import Notice
from goldenthread.notices.services.outbox import queue_notice
from goldenthread.people.events import UserInvited
from goldenthread.people.models import User


def send_soon(event: NoticeQueued | NoticeSentAgain, *, by: Actor) -> None:
    """Let a worker send it as soon as the act is committed; what has to wait, the sweep sends."""
    now = Notice.objects.filter(id=event.notice, not_before__lte=clock.now())
    if now.exclude(kind__in=digest_kinds()).exists():
        enqueue(send, notice=event.notice)


def invite(event: UserInvited, *, by: Actor) -> None:
    """Send the invitation; its link is made when the e-mail is written."""
    to = User.objects.get(id=event.user)
    queue_notice(kind=INVITATION, to=to, about=event.invitation, by=by)
