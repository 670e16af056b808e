"""The kinds of e-mails that this app declares, and the kinds of all apps by their names."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from goldenthread.core import clock
from goldenthread.notices.mail.letters import write
from goldenthread.notices.queries import in_trouble, parts_of
from goldenthread.notices.rules.kinds import READY_MADE, AboutSomething, Kind
from goldenthread.notices.waiting import quiet_hours
from goldenthread.people.models import Invitation
from goldenthread.people.queries.invitations import token_of
from goldenthread.people.rules.kinds import InvitationState


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind that any app declares."""
    declared: tuple[Kind, ...] = import_string(settings.NOTICE_KINDS)
    return {kind.name: kind for kind in declared}


def urgent_kinds() -> list[str]:
    """Kinds that do not wait for the end of quiet hours."""
    return [kind.name for kind in kinds().values() if kind.urgent]


def digest_kinds() -> list[str]:
    """Kinds of which several for one person are put together."""
    return [kind.name for kind in kinds().values() if kind.digest]


def may_leave(at: datetime) -> list[str] | None:
    """The kinds that may leave at a moment; ``None`` for all."""
    return urgent_kinds() if quiet_hours().holds(at) else None


def _nothing(notice: AboutSomething) -> Mapping[str, object]:
    return {}


def _invitation(notice: AboutSomething) -> Mapping[str, object] | None:
    """The link is made now, and stands nowhere in the database."""
    found = Invitation.objects.select_related("user").filter(id=notice.about or UUID(int=0))
    invitation = found.first()
    if invitation is None or invitation.state(clock.now()) is not InvitationState.WAITING:
        return None
    until = invitation.expires_at.astimezone(clock.LONDON)
    path = reverse("accept_invitation", kwargs={"token": token_of(invitation)})
    return {
        "link": f"{settings.SITE_URL}{path}",
        "until": f"{until.day} {until:%B %Y}",
    }


def _trouble(notice: AboutSomething) -> Mapping[str, object] | None:
    return {} if in_trouble().exists() else None


def _digest(notice: AboutSomething) -> Mapping[str, object] | None:
    """What several e-mails say, one after another; what is not needed any more is left out."""
    parts = []
    for part in parts_of(notice.id):
        kind = kinds()[part.kind]
        facts = kind.facts(part)
        if facts is not None:
            parts.append(write(kind, facts))
    return {"parts": parts} if parts else None


ABOUT_SIGNING_IN = Kind(
    name=READY_MADE,
    label="About signing in",
    subject="",
    template="",
    why="",
    facts=_nothing,
    urgent=True,
    useful_for=timedelta(days=1),
)

INVITATION = Kind(
    name="invitation",
    label="Invitation",
    subject="You are invited to the practice audit service",
    template="notices/emails/invitation.txt",
    why="You get this e-mail because a colleague who looks after the service invited you.",
    facts=_invitation,
    urgent=True,
)

DIGEST = Kind(
    name="digest",
    label="Several together",
    subject="News from the practice audit service",
    template="notices/emails/digest.txt",
    why="You get this e-mail because of your work with practice audits. "
    "We put several e-mails into one, so that you get fewer.",
    facts=_digest,
)

MAIL_TROUBLE = Kind(
    name="mail_trouble",
    label="Something did not arrive",
    subject="Some e-mails of the service did not arrive",
    template="notices/emails/mail_trouble.txt",
    why="You get this e-mail because you are an administrator of the service.",
    facts=_trouble,
    digest=True,
)

OWN = (ABOUT_SIGNING_IN, INVITATION, DIGEST, MAIL_TROUBLE)
