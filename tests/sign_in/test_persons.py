"""An administrator mends how somebody signs in."""

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from tests.cast import Cast
from tests.sign_in.doors import add_app, is_signed_in, kinds, sign_in

from goldenthread.config.sign_in.jobs import tell_of_removal
from goldenthread.config.sign_in.services.factors import remove_second_step
from goldenthread.config.sign_in.services.sessions import end_sessions
from goldenthread.core.errors import NotAllowed
from goldenthread.people.models import User
from goldenthread.people.rules import Role
from goldenthread.people.services import users

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client, cast: Cast) -> User:
    """Signed in."""
    client.force_login(cast[Role.ADMINISTRATOR])
    return cast[Role.ADMINISTRATOR]


def test_what_is_known_is_shown_in_words(client: Client, cast: Cast, administrator: User) -> None:
    user = cast[Role.AUDITOR]
    secret = add_app(user)
    page = client.get(reverse("show_persons_sign_in", args=[user.id])).content.decode()
    for words in ("Authenticator app", "Not known yet", "No device", "Never"):
        assert words in page
    assert secret not in page
    assert "Their work account is not known yet." in page
    link = reverse("show_persons_sign_in", args=[user.id])
    assert link in client.get(reverse("show_person", args=[user.id])).content.decode()


def test_a_lost_telephone_is_mended(
    client: Client, cast: Cast, administrator: User, mailoutbox: list[EmailMessage]
) -> None:
    user = cast.outsider
    owner = Client()
    sign_in(owner, user)
    add_app(user)
    path = reverse("remove_second_step", args=[user.id])
    assert b"Make sure that it is they who ask" in client.get(path).content
    assert is_signed_in(owner)
    assert client.post(path).status_code == 302
    assert not is_signed_in(owner)
    assert sign_in(Client(), user)["Location"] != reverse("mfa_authenticate")
    assert kinds() == ["signed_in", "second_step_removed", "signed_in"]
    tell_of_removal.call(user=str(user.id))
    assert (mailoutbox[-1].to, "Your second step was removed." in str(mailoutbox[-1].body)) == (
        [user.email],
        True,
    )


def test_nobody_removes_their_own_by_this_way(cast: Cast) -> None:
    user = cast[Role.ADMINISTRATOR]
    add_app(user)
    with pytest.raises(NotAllowed, match="Change your own second step"):
        remove_second_step(user=user, by=user)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_others_do_not(cast: Cast, role: Role) -> None:
    add_app(cast.outsider)
    for act in (remove_second_step, end_sessions):
        with pytest.raises(NotAllowed, match="Only an administrator may"):
            act(user=cast.outsider, by=cast[role])
    assert kinds() == []


def test_somebody_is_signed_out_from_afar(client: Client, cast: Cast, administrator: User) -> None:
    owner = Client()
    sign_in(owner, cast.outsider)
    client.post(reverse("sign_out_person", args=[cast.outsider.id]))
    assert not is_signed_in(owner)
    assert kinds() == ["signed_in", "sessions_ended"]


def test_the_earlier_address_hears_of_another(
    client: Client, cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    user, lead = cast[Role.PRACTITIONER], cast[Role.AUDIT_LEAD]
    sign_in(client, user)
    users.update(user=user, job_title="Social worker", by=lead)
    assert mailoutbox == []
    users.update(user=user, email="another@example.org", by=lead)
    assert [mail.to for mail in mailoutbox] == [["deeqa@example.org"]]
    assert "Another e-mail address was given to your account." in str(mailoutbox[0].body)
    assert "another@example.org" not in str(mailoutbox[0].body)


def test_who_never_signed_in_hears_nothing_of_a_slip_of_the_pen(
    cast: Cast, mailoutbox: list[EmailMessage]
) -> None:
    users.update(user=cast.outsider, email="another@example.org", by=cast[Role.AUDIT_LEAD])
    assert mailoutbox == []
