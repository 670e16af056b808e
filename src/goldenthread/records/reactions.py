"""What this app does when it hears of its own acts. ``config/reactions.py`` says of which."""

from goldenthread.core.actors import Actor
from goldenthread.core.jobs import enqueue
from goldenthread.records.events import (
    AccessAsked,
    ErasureApproved,
    PassagesDecided,
    RetentionAsked,
)
from goldenthread.records.jobs import erase_child, gather_access, keep_schedule, make_access


def gather(event: AccessAsked, *, by: Actor) -> None:
    """Let a worker gather what is held."""
    enqueue(gather_access, access=event.access)


def make(event: PassagesDecided, *, by: Actor) -> None:
    """Let a worker make the document."""
    enqueue(make_access, access=event.access)


def erase(event: ErasureApproved, *, by: Actor) -> None:
    """Let a worker delete what is held, once the approval is committed."""
    enqueue(erase_child, erasure=event.erasure)


def run_schedule(event: RetentionAsked, *, by: Actor) -> None:
    """Let a worker run the schedule."""
    enqueue(keep_schedule)
