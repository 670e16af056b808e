"""What became of e-mails. Who they are for stands in the outbox, not here."""

from dataclasses import dataclass

from goldenthread.core.events import Event
from goldenthread.notices.ids import NoticeId
from goldenthread.notices.rules.faults import Fault


@dataclass(frozen=True, kw_only=True)
class NoticeQueued(
    Event, kind="notices.queued", about="notice", sentence="{by} asked for the e-mail {notice}"
):
    """An e-mail is to be sent."""

    notice: NoticeId


@dataclass(frozen=True, kw_only=True)
class NoticesGathered(
    Event,
    kind="notices.gathered",
    about="notice",
    sentence="{by} put {gathered} e-mails for one person together as {notice}",
):
    """Several e-mails for one person go out as one."""

    notice: NoticeId
    gathered: int


@dataclass(frozen=True, kw_only=True)
class NoticeSent(
    Event, kind="notices.sent", about="notice", sentence="{by} handed {notice} to the mail server"
):
    """The mail server took the e-mail."""

    notice: NoticeId
    attempts: int


@dataclass(frozen=True, kw_only=True)
class NoticeNotNeeded(
    Event,
    kind="notices.not_needed",
    about="notice",
    sentence="{by} did not send {notice}: it was not needed any more",
):
    """What the e-mail was about is over."""

    notice: NoticeId


@dataclass(frozen=True, kw_only=True)
class NoticeFailed(
    Event, kind="notices.failed", about="notice", sentence="{by} could not send {notice}: {fault}"
):
    """The e-mail is not tried any more."""

    notice: NoticeId
    fault: Fault
    reply: int | None


@dataclass(frozen=True, kw_only=True)
class NoticeUncertain(
    Event,
    kind="notices.uncertain",
    about="notice",
    sentence="{by} does not know whether {notice} was sent",
):
    """Sending was interrupted between handing over and the server's answer."""

    notice: NoticeId


@dataclass(frozen=True, kw_only=True)
class NoticeBounced(
    Event, kind="notices.bounced", about="notice", sentence="{by} was told that {notice} came back"
):
    """A mail server reported that the e-mail could not be delivered."""

    notice: NoticeId


@dataclass(frozen=True, kw_only=True)
class NoticeSentAgain(
    Event, kind="notices.sent_again", about="notice", sentence="{by} asked to send {notice} again"
):
    """An e-mail in trouble is to be tried again."""

    notice: NoticeId


@dataclass(frozen=True, kw_only=True)
class NoticeArrived(
    Event, kind="notices.arrived", about="notice", sentence="{by} said that {notice} arrived"
):
    """An administrator knows that an uncertain e-mail arrived."""

    notice: NoticeId
