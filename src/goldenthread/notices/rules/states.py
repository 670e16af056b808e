"""What becomes of an e-mail, and which state may follow which."""

from enum import StrEnum


class State(StrEnum):
    """Where an e-mail stands.

    ``SENDING`` is a claim: nothing of the e-mail has left yet, so that a worker's death costs
    nothing. ``HANDING_OVER`` begins just before the mail server is given the text: who dies then
    leaves it ``UNCERTAIN``.
    """

    QUEUED = "queued"
    SENDING = "sending"
    HANDING_OVER = "handing_over"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    BOUNCED = "bounced"
    GATHERED = "gathered"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """The state on screen."""
        return _LABELS[self]


_LABELS = {
    State.QUEUED: "Waiting",
    State.SENDING: "Being sent",
    State.HANDING_OVER: "Being handed over",
    State.SENT: "Sent",
    State.UNCERTAIN: "Not known if it was sent",
    State.FAILED: "Could not be sent",
    State.BOUNCED: "Came back",
    State.GATHERED: "Put together with others",
    State.NOT_NEEDED: "Not needed any more",
}

TRANSITIONS: dict[State, frozenset[State]] = {
    State.QUEUED: frozenset({State.SENDING, State.GATHERED}),
    State.SENDING: frozenset({State.QUEUED, State.HANDING_OVER, State.FAILED, State.NOT_NEEDED}),
    State.HANDING_OVER: frozenset(
        {State.SENT, State.QUEUED, State.FAILED, State.UNCERTAIN, State.BOUNCED}
    ),
    State.UNCERTAIN: frozenset({State.SENT, State.QUEUED, State.BOUNCED}),
    State.SENT: frozenset({State.BOUNCED}),
    State.FAILED: frozenset({State.QUEUED}),
    State.BOUNCED: frozenset({State.QUEUED}),
    State.GATHERED: frozenset(),
    State.NOT_NEEDED: frozenset(),
}
"""A worker that hears the server's answer late may still turn ``UNCERTAIN`` to ``SENT``."""

IN_TROUBLE = frozenset({State.UNCERTAIN, State.FAILED, State.BOUNCED})
"""What an administrator has to look at."""


ON_ITS_WAY = frozenset({State.QUEUED, State.SENDING, State.HANDING_OVER})
"""What needs nobody."""


def before(state: State) -> list[str]:
    """The states that a state may follow, as a query asks for them.

    >>> before(State.SENT)
    ['handing_over', 'uncertain']
    """
    return [earlier.value for earlier, later in TRANSITIONS.items() if state in later]
