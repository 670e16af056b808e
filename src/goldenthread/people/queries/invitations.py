"""Invitations and their links. A link's token is derived from the row, and stored nowhere."""

from uuid import UUID

from django.core import signing
from django.utils.crypto import salted_hmac

from goldenthread.core import clock
from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.models import Invitation
from goldenthread.people.rules.kinds import InvitationState

_SALT = "goldenthread.people.invitation"
_NO_MORE = (
    "This link works no more. It may have been used already, or be older than 14 days. "
    "Ask whoever invited you to send another."
)


def token_of(invitation: Invitation) -> str:
    """What the link of an invitation holds. Sending it again makes another."""
    return signing.Signer(salt=_SALT).sign(f"{invitation.id.hex}.{_state(invitation)}")


def invitation_from_token(token: str) -> Invitation:
    """The waiting invitation that a link is for.

    Raises :class:`NotFoundInScope`, in the same words for a link that is forged, was used, has
    expired or was withdrawn.
    """
    try:
        which, _, state = signing.Signer(salt=_SALT).unsign(token).partition(".")
        found = Invitation.objects.select_related("user").get(id=UUID(hex=which))
    except (signing.BadSignature, ValueError, Invitation.DoesNotExist):
        raise NotFoundInScope(_NO_MORE) from None
    waits = found.state(clock.now()) is InvitationState.WAITING and found.user.is_active
    if not waits or state != _state(found):
        raise NotFoundInScope(_NO_MORE)
    return found


def _state(invitation: Invitation) -> str:
    """What must not have changed since the link was made: its time, the address, the password."""
    user = invitation.user
    parts = (invitation.expires_at.isoformat(), user.email, user.password)
    return salted_hmac(_SALT, "\n".join(parts)).hexdigest()[:20]
