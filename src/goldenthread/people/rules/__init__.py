"""What may be said of people and teams without a database."""

from goldenthread.people.rules.kinds import (
    GrantSource,
    ImportState,
    InvitationState,
    Role,
    SuccessionKind,
    UserField,
)

__all__ = [
    "GrantSource",
    "ImportState",
    "InvitationState",
    "Role",
    "SuccessionKind",
    "UserField",
]
