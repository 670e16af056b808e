"""Sessions: seen, ended, too old, left alone; and nothing left behind."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.cast import PASSWORD, make_user
from tests.sign_in.doors import is_signed_in, kinds, send, sign_in

from goldenthread.core import clock
from goldenthread.people.models import User

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


@pytest.fixture
def user() -> User:
    """Somebody with several devices."""
    return make_user("Sian Example")


@pytest.fixture
def two(user: User) -> tuple[Client, Client]:
    """A computer and a telephone, both signed in."""
    here, there = Client(headers={"User-Agent": FIREFOX}), Client(headers={"User-Agent": SAFARI})
    sign_in(here, user)
    sign_in(there, user)
    return here, there


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Set the clock on."""
    at = clock.now() + by
    monkeypatch.setattr(clock, "now", lambda: at)


def test_devices_are_named_in_words(two: tuple[Client, Client]) -> None:
    page = two[0].get(reverse("usersessions_list")).content.decode()
    assert "Firefox on a Windows computer (this one)" in page
    assert "Safari on an iPhone" in page
    assert FIREFOX not in page


def test_one_device_is_signed_out(user: User, two: tuple[Client, Client]) -> None:
    here, there = two
    session = UserSession.objects.get(user_agent=SAFARI)
    assert here.post(reverse("end_session", args=[session.pk])).status_code == 302
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)
    assert kinds()[-1] == "sessions_ended"


def test_anothers_device_is_not_there(two: tuple[Client, Client]) -> None:
    stranger = Client()
    sign_in(stranger, make_user("Other Example"))
    session = UserSession.objects.get(user_agent=SAFARI)
    assert stranger.post(reverse("end_session", args=[session.pk])).status_code == 404
    assert is_signed_in(two[1])


def test_everywhere_else_is_signed_out(two: tuple[Client, Client]) -> None:
    here, there = two
    send(here, "usersessions_list")
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)


def test_everywhere_is_signed_out(two: tuple[Client, Client]) -> None:
    answer = send(two[0], "end_sessions")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert (is_signed_in(two[0]), is_signed_in(two[1])) == (False, False)
    assert not UserSession.objects.exists()


def test_signing_out_leaves_nothing(client: Client, user: User) -> None:
    sign_in(client, user)
    key = client.session.session_key
    assert client.get(reverse("account_logout")).status_code == 200
    assert is_signed_in(client)
    answer = send(client, "account_logout")
    assert answer["Location"] == reverse("account_login")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not UserSession.objects.filter(session_key=key).exists()
    assert not is_signed_in(client)
    assert kinds() == ["signed_in", "signed_out"]


@pytest.mark.parametrize(
    ("minutes", "steps", "holds"),
    [(59, 1, True), (61, 1, False), (50, 11, True), (50, 13, False)],
)
def test_a_session_ends_after_an_hour_alone_and_after_a_working_day(
    client: Client,
    user: User,
    monkeypatch: pytest.MonkeyPatch,
    minutes: int,
    steps: int,
    holds: bool,
) -> None:
    sign_in(client, user)
    for _ in range(steps - 1):
        later(monkeypatch, timedelta(minutes=minutes))
        is_signed_in(client)
    later(monkeypatch, timedelta(minutes=minutes))
    assert is_signed_in(client) is holds


def test_whose_session_ended_is_told_why_and_led_back(
    client: Client, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, user)
    later(monkeypatch, timedelta(minutes=61))
    answer = client.get(reverse("usersessions_list"), follow=True)
    assert answer.redirect_chain == [("/sign-in/?next=/your-sign-in/devices/", 302)]
    assert b"You opened nothing for a while" in answer.content


def test_when_a_device_was_last_used_is_noted_once_a_minute(
    client: Client, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(client, user)
    begun = UserSession.objects.get().last_seen_at
    is_signed_in(client)
    assert UserSession.objects.get().last_seen_at == begun
    later(monkeypatch, timedelta(minutes=2))
    is_signed_in(client)
    assert UserSession.objects.get().last_seen_at > begun


def test_a_session_holds_no_address_and_nothing_that_was_sent(client: Client, user: User) -> None:
    sign_in(client, user)
    answer = send(client, "mfa_activate_totp", code="123 canary")
    assert answer["Location"] == "/sign-in/again/?next=%2Fyour-sign-in%2Fapp%2Fadd%2F"
    held = str(dict(client.session.items()))
    assert "password" in held  # how somebody came in
    assert user.email not in held
    assert "canary" not in held
    assert str(client.session.session_key) not in held
    again = client.post(answer["Location"], {"password": PASSWORD})
    assert again["Location"] == reverse("mfa_activate_totp")


@pytest.mark.parametrize("key", ["\x00abcdefghijkl", "é" * 40, "a b'c\"d;e", "../../../key", ""])
def test_a_key_that_can_be_none_of_ours_is_none(
    client: Client, settings: Settings, key: str
) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get(reverse("account_login")).status_code == 200
    assert client.get(reverse("list_people")).status_code == 302
