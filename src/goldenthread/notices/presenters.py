"""What the pages about e-mails print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.core.clock import LONDON
from goldenthread.notices.kinds import kinds
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.faults import Fault
from goldenthread.notices.rules.states import IN_TROUBLE, State

_COLOURS = {
    State.QUEUED: "blue",
    State.SENDING: "blue",
    State.HANDING_OVER: "blue",
    State.SENT: "green",
    State.UNCERTAIN: "orange",
    State.FAILED: "red",
    State.BOUNCED: "red",
    State.GATHERED: "grey",
    State.NOT_NEEDED: "grey",
}
NOBODY_KNOWN = "Somebody without an account"


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """An e-mail in the list."""

    id: UUID
    about: str
    to: str
    state: str
    colour: str
    asked: str
    wrong: str
    then: str
    in_trouble: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of one e-mail."""

    key: str
    value: str


def moment(at: datetime | None) -> str:
    """A moment as people write it, by the clock in London.

    >>> from datetime import UTC
    >>> moment(datetime(2026, 7, 1, 8, 5, tzinfo=UTC))
    '1 July 2026 at 9:05am'
    """
    if at is None:
        return ""
    there = at.astimezone(LONDON)
    return f"{there:%-d %B %Y} at {there:%-I:%M}{there:%p}".replace("AM", "am").replace("PM", "pm")


def line(notice: Notice, names: Mapping[UUID, str]) -> NoticeLine:
    """A row of the list."""
    state = State(notice.state)
    wrong = Fault(notice.fault).label if notice.fault else ""
    return NoticeLine(
        id=notice.id,
        about=label_of(notice),
        to=recipient(notice, names),
        state=state.label,
        colour=_COLOURS[state],
        asked=moment(notice.created_at),
        wrong=wrong,
        then=wrong or moment(notice.sent_at),
        in_trouble=state in IN_TROUBLE,
    )


def label_of(notice: Notice) -> str:
    """What an e-mail is about. A kind that exists no more keeps its old e-mails."""
    kind = kinds().get(notice.kind)
    return kind.label if kind else "Something that is not sent any more"


def recipient(notice: Notice, names: Mapping[UUID, str]) -> str:
    """Who gets it, by name. Addresses are not shown."""
    return NOBODY_KNOWN if notice.to_id is None else names.get(notice.to_id, NOBODY_KNOWN)


def facts(notice: Notice, names: Mapping[UUID, str]) -> list[Fact]:
    """Everything that is known of one e-mail."""
    listed = [
        Fact("To", recipient(notice, names)),
        Fact("Asked for", moment(notice.created_at)),
        Fact("Sent", moment(notice.sent_at) or "Not yet"),
        Fact("Attempts", str(notice.attempts)),
    ]
    if notice.tried_at:
        listed.append(Fact("Last attempt", moment(notice.tried_at)))
    if notice.state == State.QUEUED.value:
        listed.append(Fact("Not before", moment(notice.not_before)))
    if answer := " ".join(part for part in (str(notice.reply or ""), notice.status) if part):
        listed.append(Fact("The mail server’s code", answer))
    return [*listed, Fact("Number to quote", str(notice.id))]


def mend(notice: Notice) -> str:
    """What to do about it."""
    return Fault(notice.fault).mend if notice.fault else ""
