"""What happens at the door, as events: ids and kinds, never an address or a name."""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.config.sign_in.policy import Factor
from goldenthread.core.events import Event
from goldenthread.people.ids import UserId


class Way(StrEnum):
    """How somebody signed in."""

    PASSWORD = "password"  # noqa: S105  # a kind, and no password
    PASSKEY = "passkey"
    SINGLE_SIGN_ON = "single_sign_on"


class Mistake(StrEnum):
    """What was wrong in a sign-in that failed."""

    PASSWORD = "password"  # noqa: S105  # a kind, and no password
    CODE = "code"
    PASSKEY = "passkey"


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event, kind="sign_in.signed_in", about="user", sentence="{by} signed in"):
    """Somebody signed in."""

    user: UserId
    way: Way
    second_factor: bool


@dataclass(frozen=True, kw_only=True)
class BreakGlassUsed(
    Event,
    kind="sign_in.break_glass_used",
    about="user",
    sentence="{by} signed in with the break-glass account",
):
    """The account for emergencies was used."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class SignInFailed(
    Event,
    kind="sign_in.failed",
    about="user",
    sentence="Somebody tried to sign in as {user} and failed",
):
    """A sign-in as a known person failed. Of unknown addresses only the log tells."""

    user: UserId
    mistake: Mistake


@dataclass(frozen=True, kw_only=True)
class SignedOut(Event, kind="sign_in.signed_out", about="user", sentence="{by} signed out"):
    """Somebody signed out."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class FactorAdded(
    Event,
    kind="sign_in.factor_added",
    about="user",
    sentence="{by} added a second factor of {user}",
):
    """An authenticator app or a passkey was added; recovery codes come with the first."""

    user: UserId
    factor: Factor
    recovery_codes: bool


@dataclass(frozen=True, kw_only=True)
class FactorRemoved(
    Event,
    kind="sign_in.factor_removed",
    about="user",
    sentence="{by} removed a second factor of {user}",
):
    """An authenticator app or a passkey was removed."""

    user: UserId
    factor: Factor


@dataclass(frozen=True, kw_only=True)
class SecondStepRemoved(
    Event,
    kind="sign_in.second_step_removed",
    about="user",
    sentence="{by} removed the second step of {user}",
):
    """An administrator removed every second factor of somebody who lost them."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class RecoveryCodesMade(
    Event,
    kind="sign_in.recovery_codes_made",
    about="user",
    sentence="{by} made new recovery codes",
):
    """New recovery codes replaced the old."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(
    Event, kind="sign_in.password_changed", about="user", sentence="{by} changed their password"
):
    """Somebody changed their password; their other sessions ended."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class PasswordReset(
    Event,
    kind="sign_in.password_reset",
    about="user",
    sentence="The password of {user} was set by a link sent to them",
):
    """A password was set by a link from an e-mail; all sessions ended."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(
    Event,
    kind="sign_in.sessions_ended",
    about="user",
    sentence="{by} ended {sessions} sessions of {user}",
):
    """Sessions were ended from elsewhere."""

    user: UserId
    sessions: int


@dataclass(frozen=True, kw_only=True)
class SubjectLinked(
    Event,
    kind="sign_in.subject_linked",
    about="user",
    sentence="{user} was recognised by single sign-on for the first time",
):
    """An account of the identity provider was linked, by its checked e-mail address."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class SubjectForgotten(
    Event,
    kind="sign_in.subject_forgotten",
    about="user",
    sentence="{by} forgot by which account {user} comes by single sign-on",
):
    """The link to an account of the identity provider was removed."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class BreakGlassMade(
    Event,
    kind="sign_in.break_glass_made",
    about="user",
    sentence="{user} became the break-glass account, with a new password",
):
    """The account for emergencies was made, or given a new password."""

    user: UserId
