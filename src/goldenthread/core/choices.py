"""Choices of a model's field, from an enumeration that knows nothing of a database."""

from enum import StrEnum
from typing import Protocol


class Labelled(Protocol):
    """A member of an enumeration with a name on screen."""

    value: str

    @property
    def label(self) -> str:
        """The name on screen."""


def choices(kinds: type[StrEnum]) -> list[tuple[str, str]]:
    """Stored value and label of each member.

    >>> class Shade(StrEnum):
    ...     DARK = "dark"
    ...     @property
    ...     def label(self):
    ...         return "Dark"
    >>> choices(Shade)
    [('dark', 'Dark')]
    """
    return [(kind.value, str(getattr(kind, "label", kind.value))) for kind in kinds]
