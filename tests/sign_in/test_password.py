"""Signing in by password: who gets in, and what nobody learns who does not."""

import logging

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.cast import PASSWORD, Cast, make_user
from tests.sign_in.doors import bare, is_signed_in, kinds, send, sign_in

from goldenthread.core.actors import System
from goldenthread.core.models import LedgerEntry
from goldenthread.people.models import User
from goldenthread.people.rules import Role
from goldenthread.people.services import users

pytestmark = pytest.mark.django_db
BY = System("tests")


@pytest.fixture
def user() -> User:
    """Somebody without a role."""
    return make_user("Sian Example")


def test_lets_in_by_address_and_password(client: Client, user: User) -> None:
    answer = sign_in(client, user)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("show_no_role")
    assert is_signed_in(client)
    assert kinds() == ["signed_in"]
    row = LedgerEntry.objects.get(kind="sign_in.signed_in")
    assert row.actor == f"user:{user.id}"
    assert row.data == {"user": str(user.id), "way": "password", "second_factor": False}


def test_the_case_of_the_address_does_not_matter(client: Client, user: User) -> None:
    send(client, "account_login", login=user.email.upper(), password=PASSWORD)
    assert is_signed_in(client)


def test_a_new_key_is_given_at_sign_in(client: Client, user: User, settings: Settings) -> None:
    """A session that somebody else planted is not the one that is signed in."""
    client.get(reverse("account_login"))
    planted = client.session
    planted["mark"] = "planted"
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key or ""
    sign_in(client, user)
    assert client.session.session_key != planted.session_key
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key or ""
    assert not is_signed_in(other)


@pytest.mark.slow
def test_unknown_wrong_and_deactivated_are_answered_alike(user: User) -> None:
    gone = make_user("Gone Example")
    users.deactivate(user=gone, by=BY)
    invited = users.add(name="Waiting Example", email="waiting@example.org", by=BY)
    tries = (
        (user.email, "Not the pass phrase 1"),
        ("nobody@example.org", PASSWORD),
        (gone.email, PASSWORD),
        (invited.email, PASSWORD),
    )
    answers = [
        bare(send(Client(), "account_login", login=login, password=password))
        for login, password in tries
    ]
    plain = [
        (status, body.replace(tries[n][0].encode(), b"-"), headers)
        for n, (status, body, headers) in enumerate(answers)
    ]
    assert plain[0][0] == 200
    assert b"The e-mail address or the password is wrong." in plain[0][1]
    assert plain[1:] == plain[:1] * 3


def test_failures_of_known_people_are_written_without_their_address(
    client: Client, user: User, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        sign_in(client, user, "Not the pass phrase 1")
        send(client, "account_login", login="nobody@example.org", password=PASSWORD)
    row = LedgerEntry.objects.get(kind="sign_in.failed")
    assert (row.subject, row.actor) == (user.id, "system:sign_in")
    assert row.data == {"user": str(user.id), "mistake": "password"}
    assert "example.org" not in caplog.text
    assert caplog.text.count("sign_in_failed") == 1


@pytest.mark.slow
def test_too_many_tries_lock_an_address_and_say_so_alike(user: User) -> None:
    for login in (user.email, "nobody@example.org"):
        cache.clear()
        for _ in range(5):
            send(Client(), "account_login", login=login, password="Not the pass phrase 1")
        answer = send(Client(), "account_login", login=login, password=PASSWORD)
        assert b"There were too many tries. Wait 5 minutes and try again." in answer.content
    assert kinds() == ["failed"] * 5


@pytest.mark.slow
def test_a_lock_is_not_pushed_out_by_other_tries(user: User) -> None:
    for _ in range(5):
        sign_in(Client(), user, "Not the pass phrase 1")
    for number in range(400):
        cache.set(f"other-{number}", [0.0], 300)
    assert b"There were too many tries" in sign_in(Client(), user).content


@pytest.mark.slow
def test_an_address_of_the_network_is_slowed_down(user: User) -> None:
    for number in range(60):
        send(Client(), "account_login", login=f"n{number}@example.org", password="x" * 12)
    answer = send(Client(), "account_login", login=user.email, password=PASSWORD)
    assert b"There were too many tries" in answer.content


@pytest.mark.slow
def test_only_the_proxy_is_believed_about_addresses(user: User, settings: Settings) -> None:
    """Whoever writes an address of their own into the header is not another because of it."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(60):
        liar = Client(headers={"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.9"})
        send(liar, "account_login", login=f"n{number}@example.org", password="x" * 12)
    same = Client(headers={"X-Forwarded-For": "10.9.9.9, 203.0.113.9"})
    assert b"too many tries" in sign_in(same, user).content
    assert sign_in(Client(headers={"X-Forwarded-For": "203.0.113.10"}), user).status_code == 302


def test_without_passwords_only_the_break_glass_account_gets_in(
    client: Client, user: User, settings: Settings
) -> None:
    settings.PASSWORD_SIGN_IN = False
    answer = sign_in(client, user)
    assert b"The e-mail address or the password is wrong." in answer.content
    glass = make_user("Glass Example")
    glass.break_glass = True
    glass.save()
    assert sign_in(client, glass).status_code == 302
    assert kinds() == ["failed", "break_glass_used", "signed_in"]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short words", "too short"),
        ("qwertyuiop123", "too common"),
        ("Golden Thread 2026", "name of the authority or of this service"),
        ("sian.example@", "too similar"),
    ],
)
def test_weak_passwords_are_refused(client: Client, user: User, password: str, said: str) -> None:
    sign_in(client, user)
    answer = send(
        client,
        "account_change_password",
        oldpassword=PASSWORD,
        password1=password,
        password2=password,
    )
    assert answer.status_code == 200
    assert said in answer.content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_authoritys_name_is_no_password(client: Client, user: User, settings: Settings) -> None:
    settings.AUTHORITY_NAME = "Northshire County Council"
    sign_in(client, user)
    new = "N0rth-Northshire-41"
    answer = send(
        client, "account_change_password", oldpassword=PASSWORD, password1=new, password2=new
    )
    assert b"name of the authority" in answer.content


def test_another_password_ends_the_sessions_elsewhere(user: User) -> None:
    here, there = Client(), Client()
    sign_in(here, user)
    sign_in(there, user)
    new = "correct horse battery"
    answer = send(
        here, "account_change_password", oldpassword=PASSWORD, password1=new, password2=new
    )
    assert answer["Location"] == reverse("mfa_index")
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert kinds() == ["signed_in", "signed_in", "password_changed"]


def test_the_current_password_is_asked_for(client: Client, user: User) -> None:
    sign_in(client, user)
    new = "correct horse battery"
    answer = send(client, "account_change_password", oldpassword="x", password1=new, password2=new)
    assert b"That is not your current password." in answer.content


def test_people_with_a_role_begin_at_home(client: Client, cast: Cast) -> None:
    assert sign_in(client, cast[Role.AUDITOR])["Location"] == "/"


def test_a_deactivated_person_loses_every_session_at_once(user: User) -> None:
    here, there = Client(), Client()
    sign_in(here, user)
    sign_in(there, user)
    users.deactivate(user=user, by=BY)
    assert not is_signed_in(here)
    assert not is_signed_in(there)
    users.reactivate(user=user, by=BY)
    assert not is_signed_in(here)
