"""Erasures in lists and on their page."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.records.models import Erasure
from goldenthread.records.presenters.holds import Fact
from goldenthread.records.presenters.words import moment, short
from goldenthread.records.queries.erasures import Counted
from goldenthread.records.rules.states import ErasureState

_COLOURS = {
    ErasureState.ASKED: "orange",
    ErasureState.APPROVED: "blue",
    ErasureState.DONE: "green",
    ErasureState.STOPPED: "red",
    ErasureState.WITHDRAWN: "grey",
}


@dataclass(frozen=True, slots=True)
class ErasureLine:
    """An erasure."""

    id: UUID
    number: str
    child_number: str
    state: str
    colour: str
    asked: str
    asked_by: str
    waits: bool


def line(erasure: Erasure) -> ErasureLine:
    """An erasure as a row."""
    state = ErasureState(erasure.state)
    return ErasureLine(
        erasure.id,
        short(erasure.id),
        short(erasure.child),
        state.label,
        _COLOURS[state],
        moment(erasure.created_at),
        erasure.asked_by.name,
        state is ErasureState.ASKED,
    )


def facts(erasure: Erasure) -> list[Fact]:
    """Who asked, who approved, when it was done."""
    shown = [
        Fact("Child", f"Number {short(erasure.child)}"),
        Fact("Asked by", f"{erasure.asked_by.name}, {moment(erasure.created_at)}"),
    ]
    if erasure.approved_by is not None:
        shown.append(Fact("Approved by", erasure.approved_by.name))
    if erasure.ended_at is not None:
        shown.append(Fact("Ended", moment(erasure.ended_at)))
    if erasure.state == ErasureState.STOPPED.value:
        shown.append(Fact("Why", "A legal hold was placed after the approval. Nothing is deleted."))
    return shown


def counts(erasure: Erasure, would_go: list[Counted]) -> list[Counted]:
    """What went; before that, what would go."""
    gone = [Counted(line.label, line.rows) for line in erasure.lines.all()]
    return gone or would_go
