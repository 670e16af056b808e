"""Acts on what a person has: roles, memberships, a line manager, invitations."""

from typing import Any

from django.urls import reverse

from goldenthread.core.decisions import Decision
from goldenthread.people import permissions
from goldenthread.people.forms.people import (
    GrantRoleForm,
    LeaveTeamForm,
    LineManagerForm,
    OnForm,
    TeamOfPersonForm,
)
from goldenthread.people.models import Invitation, LineManagement, Membership, RoleGrant, User
from goldenthread.people.presenters.words import period
from goldenthread.people.queries import history, people
from goldenthread.people.queries.teams import get_team, team_choices
from goldenthread.people.rules.kinds import Role
from goldenthread.people.services import invitations, line_management, memberships, roles
from goldenthread.people.views.base import ActView
from goldenthread.people.views.people import PersonActView


class GrantRoleView(PersonActView):
    """Give a person a role."""

    title = "Grant a role"
    button = "Grant the role"
    done = "The role was granted."

    def decision(self) -> Decision:
        """Whether this reader grants roles to this person."""
        return permissions.can_grant_role(self.scope, self.user)

    def make_form(self, **sent: Any) -> GrantRoleForm:
        """Which role."""
        return GrantRoleForm(**sent)

    def do(self, form: GrantRoleForm) -> None:
        """Grant it."""
        roles.grant(user=self.user, role=Role(form.cleaned_data["role"]), by=self.person)


class JoinTeamView(PersonActView):
    """Put a person into a team."""

    title = "Add to a team"
    button = "Add to the team"
    done = "They are in the team."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_change_membership(self.scope, self.user)

    def make_form(self, **sent: Any) -> TeamOfPersonForm:
        """Which team, and from when."""
        return TeamOfPersonForm(**sent, teams=team_choices(self.scope))

    def do(self, form: TeamOfPersonForm) -> None:
        """Put them there."""
        given = form.cleaned_data
        team = get_team(self.scope, given["team"])
        memberships.join(
            user=self.user, team=team, manages=given["manages"], on=given["on"], by=self.person
        )


class SetLineManagerView(PersonActView):
    """Say who manages a person."""

    title = "Set the line manager"
    done = "The line manager was set."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_change_line(self.scope, self.user)

    def make_form(self, **sent: Any) -> LineManagerForm:
        """Who, and from when."""
        return LineManagerForm(**sent, people=people.choices_of_people(self.scope))

    def do(self, form: LineManagerForm) -> None:
        """Set them."""
        manager = people.get_user(self.scope, form.cleaned_data["manager"])
        line_management.set_line_manager(
            worker=self.user, manager=manager, on=form.cleaned_data["on"], by=self.person
        )


class PartActView(ActView):
    """An act on something that a person has."""

    user: User

    def back(self) -> str:
        """To the person's page."""
        return reverse("show_person", args=[self.user.id])

    def more(self) -> dict[str, Any]:
        """Whom it is about."""
        return {"about": self.user.name}


class MembershipActView(PartActView):
    """An act on a membership."""

    membership: Membership

    def find(self) -> None:
        """The membership."""
        self.membership = history.get_membership(self.scope, self.id("membership"))
        self.user = self.membership.user

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_change_membership(self.scope, self.user)

    def more(self) -> dict[str, Any]:
        """Whose membership, and where."""
        team = f"{self.membership.team.name}: {period(self.membership)}"
        return {"about": self.user.name, "intro": team}


class LeaveTeamView(MembershipActView):
    """End a membership."""

    title = "Take out of the team"
    button = "Take out of the team"
    done = "They are out of the team from that day."

    def make_form(self, **sent: Any) -> LeaveTeamForm:
        """From when."""
        return LeaveTeamForm(**sent)

    def do(self, form: LeaveTeamForm) -> None:
        """End it."""
        memberships.leave(membership=self.membership, on=form.cleaned_data["on"], by=self.person)


class TransferPersonView(MembershipActView):
    """Move a person to another team."""

    title = "Move to another team"
    button = "Move"
    done = "They move on that day."

    def make_form(self, **sent: Any) -> TeamOfPersonForm:
        """Which team, and from when."""
        return TeamOfPersonForm(**sent, teams=team_choices(self.scope))

    def do(self, form: TeamOfPersonForm) -> None:
        """Move them."""
        given = form.cleaned_data
        memberships.transfer(
            membership=self.membership,
            team=get_team(self.scope, given["team"]),
            manages=given["manages"],
            on=given["on"],
            by=self.person,
        )


class SetTeamManagerView(MembershipActView):
    """Make a member the team's manager, or no more."""

    button = "Confirm"
    done = "The team's manager was changed."

    @property
    def title(self) -> str:  # type: ignore[override]  # it depends on what they are now
        """What would change."""
        return "End managing the team" if self.membership.manages else "Make manager of the team"

    def make_form(self, **sent: Any) -> OnForm:
        """From when."""
        return OnForm(**sent)

    def do(self, form: OnForm) -> None:
        """Change it."""
        memberships.set_manager(
            membership=self.membership,
            manages=not self.membership.manages,
            on=form.cleaned_data["on"],
            by=self.person,
        )


class EndLineManagementView(PartActView):
    """End that somebody manages a person."""

    title = "End line management"
    button = "End it"
    done = "Line management ends on that day."
    line: LineManagement

    def find(self) -> None:
        """The line."""
        self.line = history.get_line(self.scope, self.id("line"))
        self.user = self.line.worker

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_change_line(self.scope, self.user)

    def make_form(self, **sent: Any) -> OnForm:
        """From when."""
        return OnForm(**sent)

    def do(self, form: OnForm) -> None:
        """End it."""
        line_management.end_line_management(
            line=self.line, on=form.cleaned_data["on"], by=self.person
        )

    def more(self) -> dict[str, Any]:
        """Whose line manager."""
        said = f"Line manager: {self.line.manager.name}"
        return {"about": self.user.name, "intro": said}


class EndRoleView(PartActView):
    """Take a role away."""

    template = "people/confirm.html"
    title = "End this role?"
    button = "End the role"
    done = "The role has ended."
    grant: RoleGrant

    def find(self) -> None:
        """The role."""
        self.grant = history.get_role_grant(self.scope, self.id("grant"))
        self.user = self.grant.user

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_end_role(self.scope, self.grant)

    def do(self, form: object) -> None:
        """End it."""
        roles.end(grant=self.grant, by=self.person)

    def more(self) -> dict[str, Any]:
        """Which role."""
        said = f"{Role(self.grant.role).label}: {period(self.grant)}. It ends at once."
        return {"about": self.user.name, "consequences": [said], "cannot_be_undone": False}


class InvitationActView(PartActView):
    """An act on an invitation."""

    template = "people/confirm.html"
    invitation: Invitation

    def find(self) -> None:
        """The invitation."""
        self.invitation = history.get_invitation(self.scope, self.id("invitation"))
        self.user = self.invitation.user


class ResendInvitationView(InvitationActView):
    """Send an invitation again."""

    title = "Send the invitation again?"
    button = "Send again"
    done = "The invitation will be sent again."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_invite_user(self.scope, self.user)

    def do(self, form: object) -> None:
        """Send it."""
        invitations.resend(invitation=self.invitation, by=self.person)

    def more(self) -> dict[str, Any]:
        """What becomes of the link before."""
        said = "The new link works for 14 days. The link sent before works no more."
        return {"about": self.user.name, "consequences": [said], "cannot_be_undone": False}


class WithdrawInvitationView(InvitationActView):
    """Make an invitation's link work no more."""

    title = "Withdraw the invitation?"
    button = "Withdraw"
    done = "The invitation was withdrawn."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_withdraw_invitation(self.scope, self.invitation)

    def do(self, form: object) -> None:
        """Withdraw it."""
        invitations.withdraw(invitation=self.invitation, by=self.person)

    def more(self) -> dict[str, Any]:
        """What becomes of the link."""
        said = "The link that was sent works no more. You can invite them again."
        return {"about": self.user.name, "consequences": [said], "cannot_be_undone": False}
