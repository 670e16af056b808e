"""Who gets through to a page, as each app's table says: one module an app, in it ``TABLE``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from tests.cast import Cast

from goldenthread.people.rules import Role

EVERYBODY: frozenset[Role | None] = frozenset({*Role, None})
"""Everybody who is signed in; ``None`` is somebody without a role."""
LEADS: frozenset[Role | None] = frozenset({Role.AUDIT_LEAD, Role.ADMINISTRATOR})


def nothing(cast: Cast) -> list[object]:
    """Arguments of an address that has none."""
    return []


@dataclass(frozen=True, kw_only=True)
class Page:
    """One URL name.

    ``arguments`` makes the address's arguments from the cast; ``roles`` get through (200, or a
    redirect that is not to the sign-in), the others are told 403 or 404, by GET and by POST.
    ``signed_out``: whether it is open to who is not signed in, too.
    """

    roles: frozenset[Role | None]
    arguments: Callable[[Cast], list[object]] = nothing
    method: str = "get"
    data: Mapping[str, Any] = field(default_factory=dict)
    signed_out: bool = False

    def address(self, name: str, cast: Cast) -> str:
        """The address for this cast."""
        return reverse(name, args=self.arguments(cast))


Table = Mapping[str, Page]
