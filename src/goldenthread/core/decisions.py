"""May somebody do something, and if not, why: the same answer for the button and for the guard."""

from dataclasses import dataclass

from goldenthread.core.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether an act is allowed; where it is not, the reason as a sentence."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Decision(allowed=True)


def refused(reason: str) -> Decision:
    """The answer no, with its reason.

    >>> bool(refused("Only an audit lead may open a cycle."))
    False
    """
    return Decision(allowed=False, reason=reason)


def first_refusal(*decisions: Decision) -> Decision:
    """The first answer that is no, or yes.

    >>> first_refusal(ALLOWED, refused("It is closed."), refused("It is not yours.")).reason
    'It is closed.'
    """
    return next((decision for decision in decisions if not decision), ALLOWED)


def require(decision: Decision) -> None:
    """Go on where it is allowed. Raises :class:`NotAllowed` with the reason where it is not."""
    if not decision:
        raise NotAllowed(decision.reason)
