"""What this app tells the others: who came, went, joined, may do what."""

from dataclasses import dataclass
from datetime import date

from goldenthread.core.events import Event
from goldenthread.people.ids import InvitationId, ServiceId, StaffImportId, TeamId, UserId
from goldenthread.people.rules import GrantSource, Role, UserField


@dataclass(frozen=True, kw_only=True)
class UserAdded(Event, kind="people.user_added", about="user", sentence="{by} added {user}"):
    """A person is known here; nobody has invited them yet."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class UserUpdated(
    Event, kind="people.user_updated", about="user", sentence="{by} changed {fields} of {user}"
):
    """A person's details are others now."""

    user: UserId
    fields: tuple[UserField, ...]


@dataclass(frozen=True, kw_only=True)
class UserDeactivated(
    Event, kind="people.user_deactivated", about="user", sentence="{by} deactivated {user}"
):
    """A person left: they are signed out, and nothing more is sent to them."""

    user: UserId
    roles: int
    memberships: int
    lines: int


@dataclass(frozen=True, kw_only=True)
class UserReactivated(
    Event, kind="people.user_reactivated", about="user", sentence="{by} reactivated {user}"
):
    """A person came back, with no role and no team."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class ServiceOpened(
    Event, kind="people.service_opened", about="service", sentence="{by} opened {service}"
):
    """The authority has a service more."""

    service: ServiceId


@dataclass(frozen=True, kw_only=True)
class ServiceRenamed(
    Event, kind="people.service_renamed", about="service", sentence="{by} renamed {service}"
):
    """A service has another name."""

    service: ServiceId


@dataclass(frozen=True, kw_only=True)
class ServiceClosed(
    Event, kind="people.service_closed", about="service", sentence="{by} closed {service}"
):
    """A service is no more."""

    service: ServiceId
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamOpened(Event, kind="people.team_opened", about="team", sentence="{by} opened {team}"):
    """A team began."""

    team: TeamId
    service: ServiceId
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamClosed(Event, kind="people.team_closed", about="team", sentence="{by} closed {team}"):
    """A team ended, and nothing came after it."""

    team: TeamId
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamRenamed(
    Event, kind="people.team_renamed", about="team", sentence="{by} renamed {team} to {successor}"
):
    """A team goes on as another row, with its members."""

    team: TeamId
    successor: TeamId
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamSplit(
    Event, kind="people.team_split", about="team", sentence="{by} split {team} into {successors}"
):
    """A team goes on as several."""

    team: TeamId
    successors: tuple[TeamId, ...]
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamsMerged(
    Event,
    kind="people.teams_merged",
    about="successor",
    sentence="{by} merged {predecessors} into {successor}",
):
    """Several teams go on as one."""

    successor: TeamId
    predecessors: tuple[TeamId, ...]
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamJoined(
    Event, kind="people.team_joined", about="user", sentence="{by} put {user} into {team}"
):
    """A person works in a team."""

    user: UserId
    team: TeamId
    on: date
    manages: bool


@dataclass(frozen=True, kw_only=True)
class TeamLeft(
    Event, kind="people.team_left", about="user", sentence="{by} took {user} out of {team}"
):
    """A person works in a team no more."""

    user: UserId
    team: TeamId
    on: date


@dataclass(frozen=True, kw_only=True)
class UserTransferred(
    Event,
    kind="people.user_transferred",
    about="user",
    sentence="{by} moved {user} from {team} to {successor}",
):
    """A person went from one team to another."""

    user: UserId
    team: TeamId
    successor: TeamId
    on: date


@dataclass(frozen=True, kw_only=True)
class TeamManagerChanged(
    Event,
    kind="people.team_manager_changed",
    about="team",
    sentence="{by} made {user} manager of {team}: {manages}",
):
    """A member manages the team, or does so no more."""

    user: UserId
    team: TeamId
    manages: bool
    on: date


@dataclass(frozen=True, kw_only=True)
class LineManagerSet(
    Event, kind="people.line_manager_set", about="user", sentence="{by} put {user} under {manager}"
):
    """A person is managed by another."""

    user: UserId
    manager: UserId
    on: date


@dataclass(frozen=True, kw_only=True)
class LineManagementEnded(
    Event,
    kind="people.line_management_ended",
    about="user",
    sentence="{by} ended that {manager} manages {user}",
):
    """A person has no line manager."""

    user: UserId
    manager: UserId
    on: date


@dataclass(frozen=True, kw_only=True)
class RoleGranted(
    Event, kind="people.role_granted", about="user", sentence="{by} granted {user} the role {role}"
):
    """A person has a role."""

    user: UserId
    role: Role
    source: GrantSource
    on: date


@dataclass(frozen=True, kw_only=True)
class RoleEnded(
    Event, kind="people.role_ended", about="user", sentence="{by} ended {user}'s role {role}"
):
    """A person has a role no more."""

    user: UserId
    role: Role
    on: date


@dataclass(frozen=True, kw_only=True)
class UserInvited(
    Event, kind="people.user_invited", about="user", sentence="{by} invited {user} to sign in"
):
    """A person is to be sent a link; its token is derived when the e-mail is made."""

    user: UserId
    invitation: InvitationId
    again: bool


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(
    Event,
    kind="people.invitation_withdrawn",
    about="user",
    sentence="{by} withdrew {user}'s invitation",
):
    """A link works no more."""

    user: UserId
    invitation: InvitationId


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(
    Event, kind="people.invitation_accepted", about="user", sentence="{user} accepted an invitation"
):
    """A person chose a password and can sign in."""

    user: UserId
    invitation: InvitationId


@dataclass(frozen=True, kw_only=True)
class StaffListRead(
    Event,
    kind="people.staff_list_read",
    about="staff_import",
    sentence="{by} uploaded a list of staff",
):
    """A list of staff waits for decisions."""

    staff_import: StaffImportId
    rows: int


@dataclass(frozen=True, kw_only=True)
class StaffListDecided(
    Event,
    kind="people.staff_list_decided",
    about="staff_import",
    sentence="{by} decided about {rows} rows of a list of staff",
):
    """Somebody said who is who."""

    staff_import: StaffImportId
    rows: int


@dataclass(frozen=True, kw_only=True)
class StaffListApplied(
    Event,
    kind="people.staff_list_applied",
    about="staff_import",
    sentence="{by} applied a list of staff: {added} added, {changed} changed",
):
    """What a list of staff said holds here now."""

    staff_import: StaffImportId
    added: int
    changed: int
    unchanged: int
    left_out: int


@dataclass(frozen=True, kw_only=True)
class StaffListDropped(
    Event,
    kind="people.staff_list_dropped",
    about="staff_import",
    sentence="{by} dropped a list of staff",
):
    """A list of staff was discarded, or waited too long."""

    staff_import: StaffImportId
    expired: bool
