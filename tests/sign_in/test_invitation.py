"""Accepting an invitation: by its link, once."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.sign_in.doors import is_signed_in, sign_in

from goldenthread.core.actors import System
from goldenthread.people.models import Invitation, User
from goldenthread.people.queries.invitations import token_of
from goldenthread.people.services import invitations, users

pytestmark = pytest.mark.django_db
BY = System("tests")
NEW = "correct horse battery"


@pytest.fixture
def user() -> User:
    """Somebody who was added."""
    return users.add(name="Sian Example", email="sian@example.org", by=BY)


@pytest.fixture
def invitation(user: User) -> Invitation:
    """Their invitation."""
    return invitations.invite(user=user, by=BY)


def path_of(invitation: Invitation) -> str:
    """Where the link leads."""
    return reverse("accept_invitation", args=[token_of(invitation)])


def choose(client: Client, path: str, first: str = NEW, second: str = NEW) -> int:
    """Send the form."""
    return client.post(path, {"password1": first, "password2": second}).status_code


def test_the_link_lets_choose_a_password_once(
    client: Client, user: User, invitation: Invitation
) -> None:
    path = path_of(invitation)
    page = client.get(path).content.decode()
    assert "Sian Example, you are invited" in page
    assert "Three random words" in page
    assert choose(client, path) == 302
    assert not is_signed_in(client)
    assert sign_in(client, user, NEW).status_code == 302
    again = client.get(path)
    assert again.status_code == 404
    assert choose(Client(), path, "another pass phrase") == 404


def test_weak_and_differing_passwords_are_refused(
    client: Client, user: User, invitation: Invitation
) -> None:
    path = path_of(invitation)
    assert choose(client, path, "short", "short") == 200
    assert choose(client, path, NEW, NEW + "!") == 200
    user.refresh_from_db()
    assert not user.has_usable_password()


def test_forged_and_withdrawn_links_are_refused_alike(
    client: Client, invitation: Invitation
) -> None:
    path = path_of(invitation)
    forged = client.get(path[:-2] + ("A/" if path[-2] != "A" else "B/"))
    invitations.withdraw(invitation=invitation, by=BY)
    withdrawn = client.get(path)
    assert (forged.status_code, withdrawn.status_code) == (404, 404)
    assert b"This link works no more." in forged.content
    assert b"This link works no more." in withdrawn.content


def test_where_passwords_are_off_the_page_leads_to_single_sign_on(
    client: Client, invitation: Invitation, settings: Settings
) -> None:
    settings.PASSWORD_SIGN_IN, settings.OIDC_SERVER = False, "https://id.example.org"
    path = path_of(invitation)
    page = client.get(path).content.decode()
    assert "You can sign in with your work account" in page
    assert "password1" not in page
    assert choose(client, path) == 404
