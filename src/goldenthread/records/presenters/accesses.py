"""Exports in lists and on their page."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.records.documents import Form
from goldenthread.records.models import Passage, SubjectAccess
from goldenthread.records.presenters.words import counted, day, moment, short
from goldenthread.records.rules.states import AccessState, Choice
from goldenthread.records.sealing import text_of

_COLOURS = {
    AccessState.ASKED: "blue",
    AccessState.GATHERED: "orange",
    AccessState.MAKING: "blue",
    AccessState.READY: "green",
    AccessState.EXPIRED: "grey",
    AccessState.WITHDRAWN: "grey",
}


@dataclass(frozen=True, slots=True)
class AccessLine:
    """An export."""

    id: UUID
    number: str
    child: UUID
    child_number: str
    state: str
    colour: str
    asked: str
    asked_by: str
    until: str
    works: bool
    waits: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """A passage that was decided: where it stood and what became of it, without its words."""

    section: str
    decision: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file type of the document."""

    form: str
    label: str


FILES = [FileLine(form.value, form.label) for form in Form]


def line(access: SubjectAccess) -> AccessLine:
    """An export as a row."""
    state = AccessState(access.state)
    return AccessLine(
        id=access.id,
        number=short(access.id),
        child=access.child,
        child_number=short(access.child),
        state=state.label,
        colour=_COLOURS[state],
        asked=moment(access.created_at),
        asked_by=access.asked_by.name,
        until=day(access.expires_at),
        works=state in {AccessState.ASKED, AccessState.MAKING},
        waits=state is AccessState.GATHERED,
        ready=state is AccessState.READY,
    )


def to_decide(passages: list[Passage]) -> list[tuple[UUID, str]]:
    """Each passage with its words, as a question."""
    return [(each.id, _question(each)) for each in passages]


def _question(passage: Passage) -> str:
    often = "" if passage.times == 1 else f" ({counted(passage.times, 'time')})"
    return f"{passage.section}{often}: {text_of(passage)}"


def decisions(passages: list[Passage]) -> list[DecidedLine]:
    """What was decided."""
    return [
        DecidedLine(
            passage.section, Choice(passage.decision).label, getattr(passage.decided_by, "name", "")
        )
        for passage in passages
        if passage.decision
    ]
