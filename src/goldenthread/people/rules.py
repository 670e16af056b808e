"""Roles of design.md §2, and what may be said of teams and people without a database."""

from enum import StrEnum


class Role(StrEnum):
    """What a person does here. Somebody may have several; each has a time from and to."""

    AUDIT_LEAD = "audit_lead"
    AUDITOR = "auditor"
    MODERATOR = "moderator"
    PRACTITIONER = "practitioner"
    TEAM_MANAGER = "team_manager"
    IRO = "iro"
    SENIOR_LEADER = "senior_leader"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The role's name on screen."""
        return _LABELS[self]


_LABELS = {
    Role.AUDIT_LEAD: "Audit lead",
    Role.AUDITOR: "Auditor",
    Role.MODERATOR: "Second reader and moderator",
    Role.PRACTITIONER: "Practitioner",
    Role.TEAM_MANAGER: "Team manager",
    Role.IRO: "IRO or CP chair",
    Role.SENIOR_LEADER: "Senior leader",
    Role.ANALYST: "Analyst",
    Role.ADMINISTRATOR: "Administrator",
}


class SuccessionKind(StrEnum):
    """How one team became another."""

    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"

    @property
    def label(self) -> str:
        """The kind on screen."""
        return self.value.capitalize()


class GrantSource(StrEnum):
    """Where a role comes from: roles of single sign-on end when its claims no longer hold them."""

    BY_HAND = "by_hand"
    SINGLE_SIGN_ON = "single_sign_on"

    @property
    def label(self) -> str:
        """The source on screen."""
        return self.value.replace("_", " ").capitalize()
