"""Where holds, exports, passages and erasures stand, and where they may go."""

from enum import StrEnum


class Whose(StrEnum):
    """What a legal hold protects."""

    CHILD = "child"
    PERSON = "person"

    @property
    def label(self) -> str:
        """The kind on screen."""
        return {Whose.CHILD: "A child", Whose.PERSON: "Somebody who works here"}[self]


class AccessState(StrEnum):
    """Where an export of what is held about a child stands."""

    ASKED = "asked"
    GATHERED = "gathered"
    MAKING = "making"
    READY = "ready"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state on screen."""
        return _ACCESS_LABELS[self]


_ACCESS_LABELS = {
    AccessState.ASKED: "Gathering",
    AccessState.GATHERED: "To decide",
    AccessState.MAKING: "Making",
    AccessState.READY: "Ready",
    AccessState.EXPIRED: "Expired",
    AccessState.WITHDRAWN: "Withdrawn",
}

ACCESS_TRANSITIONS: dict[AccessState, frozenset[AccessState]] = {
    AccessState.ASKED: frozenset({AccessState.GATHERED, AccessState.WITHDRAWN}),
    AccessState.GATHERED: frozenset({AccessState.MAKING, AccessState.WITHDRAWN}),
    AccessState.MAKING: frozenset({AccessState.READY, AccessState.WITHDRAWN}),
    AccessState.READY: frozenset({AccessState.EXPIRED, AccessState.WITHDRAWN}),
    AccessState.EXPIRED: frozenset(),
    AccessState.WITHDRAWN: frozenset(),
}


class Choice(StrEnum):
    """What becomes of a passage in which somebody else is named."""

    KEEP = "keep"
    MASK = "mask"
    REMOVE = "remove"

    @property
    def label(self) -> str:
        """The choice on screen."""
        return _CHOICE_LABELS[self]


_CHOICE_LABELS = {
    Choice.KEEP: "Keep it",
    Choice.MASK: "Take the names out",
    Choice.REMOVE: "Take the passage out",
}


class ErasureState(StrEnum):
    """Where an erasure stands."""

    ASKED = "asked"
    APPROVED = "approved"
    DONE = "done"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state on screen."""
        return _ERASURE_LABELS[self]


_ERASURE_LABELS = {
    ErasureState.ASKED: "To approve",
    ErasureState.APPROVED: "Approved",
    ErasureState.DONE: "Erased",
    ErasureState.STOPPED: "Stopped",
    ErasureState.WITHDRAWN: "Withdrawn",
}

ERASURE_TRANSITIONS: dict[ErasureState, frozenset[ErasureState]] = {
    ErasureState.ASKED: frozenset({ErasureState.APPROVED, ErasureState.WITHDRAWN}),
    ErasureState.APPROVED: frozenset({ErasureState.DONE, ErasureState.STOPPED}),
    ErasureState.STOPPED: frozenset(),
    ErasureState.DONE: frozenset(),
    ErasureState.WITHDRAWN: frozenset(),
}
