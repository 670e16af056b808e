"""Invitations: sent, sent again, withdrawn, accepted. They expire by themselves."""

from datetime import timedelta

from django.contrib.auth.password_validation import validate_password

from goldenthread.core import clock, ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition
from goldenthread.people import permissions
from goldenthread.people.events import InvitationAccepted, InvitationWithdrawn, UserInvited
from goldenthread.people.ids import InvitationId, UserId
from goldenthread.people.models import Invitation, User
from goldenthread.people.rules.kinds import INVITATION_TRANSITIONS, InvitationState

GOOD_FOR = timedelta(days=14)


@act
def invite(*, user: User, by: Actor) -> Invitation:
    """Invite a person to sign in for the first time.

    Where an invitation waits already, nothing changes: the second click sends nothing.
    """
    user = User.objects.select_for_update().get(id=user.id)
    require(permissions.can_invite_user(by, user))
    now = clock.now()
    earlier = Invitation.objects.filter(user=user, accepted_at=None, withdrawn_at=None)
    for invitation in earlier:
        if invitation.state(now) is InvitationState.WAITING:
            nothing_changed()
            return invitation
        invitation.withdrawn_at = now
        store(invitation)
    inviter = by if isinstance(by, User) else None
    made = store(Invitation(user=user, invited_by=inviter, expires_at=now + GOOD_FOR))
    _tell(made, by, again=False)
    return made


@act
def resend(*, invitation: Invitation, by: Actor) -> Invitation:
    """Send an invitation again, for another fortnight. The link sent before works no more.

    Raises :class:`InvalidTransition` where it was accepted or withdrawn.
    """
    invitation = _locked(invitation)
    require(permissions.can_invite_user(by, invitation.user))
    now = clock.now()
    if invitation.state(now) in {InvitationState.ACCEPTED, InvitationState.WITHDRAWN}:
        raise InvalidTransition("This invitation has ended. Invite the person anew.")
    invitation.expires_at = now + GOOD_FOR
    store(invitation)
    _tell(invitation, by, again=True)
    return invitation


@act
def withdraw(*, invitation: Invitation, by: Actor) -> Invitation:
    """Make an invitation's link work no more. Raises :class:`InvalidTransition` once accepted."""
    invitation = _locked(invitation)
    require(permissions.can_withdraw_invitation(by, invitation))
    state = invitation.state(clock.now())
    if state is InvitationState.WITHDRAWN:
        nothing_changed()
        return invitation
    _check(state, InvitationState.WITHDRAWN)
    invitation.withdrawn_at = clock.now()
    store(invitation)
    event = InvitationWithdrawn(user=_user(invitation), invitation=InvitationId(invitation.id))
    ledger.record(event, by=by)
    return invitation


@act
def accept(*, invitation: Invitation, password: str, by: Actor) -> User:
    """Set the password of the person who was invited; from now on they can sign in.

    ``by`` is that person, who holds the link. Raises ``ValidationError`` where the password is too
    weak, and :class:`InvalidTransition` where the invitation waits no more.
    """
    invitation = _locked(invitation)
    require(permissions.can_accept_invitation(by, invitation))
    _check(invitation.state(clock.now()), InvitationState.ACCEPTED)
    user = User.objects.select_for_update().get(id=invitation.user_id)
    if not user.is_active:
        raise InvalidTransition("This invitation has ended. Ask whoever invited you.")
    validate_password(password, user)
    user.set_password(password)
    store(user)
    invitation.accepted_at = clock.now()
    store(invitation)
    event = InvitationAccepted(user=_user(invitation), invitation=InvitationId(invitation.id))
    ledger.record(event, by=by)
    return user


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("user")
    return rows.get(id=invitation.id)


def _check(state: InvitationState, wanted: InvitationState) -> None:
    if wanted not in INVITATION_TRANSITIONS[state]:
        raise InvalidTransition(
            f"This invitation is {state.label.lower()}. Ask for another where one is needed."
        )


def _tell(invitation: Invitation, by: Actor, *, again: bool) -> None:
    event = UserInvited(user=_user(invitation), invitation=InvitationId(invitation.id), again=again)
    ledger.record(event, by=by)


def _user(invitation: Invitation) -> UserId:
    return UserId(invitation.user_id)
