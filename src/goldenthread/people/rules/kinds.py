"""Roles of design.md §2, and the states and kinds of teams, invitations and imports."""

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


class UserField(StrEnum):
    """What an update of a person may change."""

    NAME = "name"
    SURNAME = "surname"
    EMAIL = "email"
    STAFF_NUMBER = "staff_number"
    JOB_TITLE = "job_title"

    @property
    def label(self) -> str:
        """The field on screen."""
        return {"email": "E-mail address"}.get(self, self.value.replace("_", " ").capitalize())


class InvitationState(StrEnum):
    """Where an invitation stands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """The state on screen."""
        return self.value.capitalize()


INVITATION_TRANSITIONS: dict[InvitationState, frozenset[InvitationState]] = {
    InvitationState.WAITING: frozenset(
        {InvitationState.ACCEPTED, InvitationState.WITHDRAWN, InvitationState.EXPIRED}
    ),
    InvitationState.EXPIRED: frozenset({InvitationState.WAITING, InvitationState.WITHDRAWN}),
    InvitationState.ACCEPTED: frozenset(),
    InvitationState.WITHDRAWN: frozenset(),
}
"""To which state an invitation may go; sending one again makes an expired one wait anew."""


class ImportState(StrEnum):
    """Where an import of staff stands."""

    WAITING = "waiting"
    APPLIED = "applied"
    DISCARDED = "discarded"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """The state on screen."""
        return self.value.capitalize()
