"""Who acts: a person who is signed in, or a part of the service by itself."""

from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Whoever does something that is written into the ledger."""

    @property
    def actor(self) -> str:
        """An opaque name: ``user:`` and an id, or ``system:`` and a part of the service."""


@dataclass(frozen=True, slots=True)
class System:
    """The service by itself: a schedule, an import of invented people, an incoming sign-in.

    >>> System("retention").actor
    'system:retention'
    """

    name: str

    @property
    def actor(self) -> str:
        """The name in the ledger."""
        return f"system:{self.name}"
