"""Invitations: one waits at a time, a link works once and for a fortnight, and says nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.cast import BY, PASSWORD, Cast
from tests.people.ledger import last, told, written

from goldenthread.core import clock
from goldenthread.core.errors import InvalidTransition, NotAllowed, NotFoundInScope
from goldenthread.people.events import InvitationAccepted, InvitationWithdrawn, UserInvited
from goldenthread.people.models import Invitation, User
from goldenthread.people.queries.invitations import invitation_from_token, token_of
from goldenthread.people.rules import InvitationState, Role
from goldenthread.people.services import invitations, users

LEAD = Role.AUDIT_LEAD
MAY = {Role.AUDIT_LEAD, Role.ADMINISTRATOR}


@pytest.fixture
def kit(cast: Cast) -> User:
    return users.add(name="Kit Vale", email="kit@example.org", by=BY)


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    moment = timezone.now() + timedelta(days=days)
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_others_invite_nobody(cast: Cast, kit: User, role: Role) -> None:
    invitation = invitations.invite(user=kit, by=BY)
    for service in (invitations.resend, invitations.withdraw):
        with pytest.raises(NotAllowed, match="Only an administrator or an audit lead may invite"):
            service(invitation=invitation, by=cast[role])
    with pytest.raises(NotAllowed, match="Only an administrator or an audit lead may invite"):
        invitations.invite(user=kit, by=cast[role])
    with pytest.raises(NotAllowed, match="for somebody else"):
        invitations.accept(invitation=invitation, password=PASSWORD, by=cast[role])


def test_an_invitation_is_told_once_and_accepted_once(cast: Cast, kit: User) -> None:
    made = invitations.invite(user=kit, by=cast[LEAD])
    assert told(UserInvited, user=kit.id, invitation=made.id, again=False)
    before = written()
    assert invitations.invite(user=kit, by=cast[LEAD]).id == made.id
    assert written() == before
    token = token_of(made)
    found = invitation_from_token(token)
    user = invitations.accept(invitation=found, password=PASSWORD, by=found.user)
    assert told(InvitationAccepted, user=kit.id, invitation=made.id)
    assert User.objects.get(id=user.id).check_password(PASSWORD)
    with pytest.raises(NotFoundInScope, match="works no more"):
        invitation_from_token(token)
    with pytest.raises(InvalidTransition, match="accepted"):
        invitations.accept(invitation=made, password="Another pass phrase 12", by=user)
    with pytest.raises(NotAllowed, match="signed in already"):
        invitations.invite(user=user, by=cast[LEAD])
    with pytest.raises(NotAllowed, match="signed in already"):
        invitations.resend(invitation=made, by=BY)


def test_a_weak_password_is_refused_and_the_link_still_works(cast: Cast, kit: User) -> None:
    made = invitations.invite(user=kit, by=BY)
    with pytest.raises(ValidationError):
        invitations.accept(invitation=made, password="password", by=kit)
    assert invitation_from_token(token_of(made)).id == made.id


def test_a_link_sent_again_replaces_the_one_before(
    cast: Cast, kit: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = invitations.invite(user=kit, by=BY)
    first = token_of(made)
    later(monkeypatch, 15)
    assert made.state(clock.now()) is InvitationState.EXPIRED
    with pytest.raises(NotFoundInScope):
        invitation_from_token(first)
    with pytest.raises(InvalidTransition, match="expired"):
        invitations.accept(invitation=made, password=PASSWORD, by=kit)
    again = invitations.resend(invitation=made, by=cast[LEAD])
    assert told(UserInvited, user=kit.id, invitation=made.id, again=True)
    assert token_of(again) != first
    assert invitation_from_token(token_of(again)).id == made.id
    with pytest.raises(NotFoundInScope):
        invitation_from_token(first)


def test_a_new_invitation_ends_one_that_expired(
    cast: Cast, kit: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = invitations.invite(user=kit, by=BY)
    later(monkeypatch, 15)
    second = invitations.invite(user=kit, by=BY)
    first.refresh_from_db()
    assert first.withdrawn_at is not None
    assert Invitation.objects.filter(withdrawn_at=None).get() == second


def test_a_link_withdrawn_forged_or_of_a_leaver_is_answered_alike(cast: Cast, kit: User) -> None:
    made = invitations.invite(user=kit, by=BY)
    token = token_of(made)
    moved = users.update(user=kit, email="elsewhere@example.org", by=BY)
    assert moved.email not in token
    answers = set()
    for forged in (
        token,
        token[:-1],
        "",
        "a.b:c",
        token_of(Invitation(user=kit, expires_at=clock.now())),
    ):
        with pytest.raises(NotFoundInScope) as refused:
            invitation_from_token(forged)
        answers.add(refused.value.reason)
    assert len(answers) == 1
    made.refresh_from_db()
    good = token_of(Invitation.objects.select_related("user").get(id=made.id))
    assert invitation_from_token(good).id == made.id
    invitations.withdraw(invitation=made, by=cast[LEAD])
    assert isinstance(last(), InvitationWithdrawn)
    with pytest.raises(InvalidTransition, match="ended"):
        invitations.resend(invitation=made, by=BY)
    before = written()
    invitations.withdraw(invitation=made, by=cast[LEAD])
    assert written() == before
    with pytest.raises(NotFoundInScope):
        invitation_from_token(good)
