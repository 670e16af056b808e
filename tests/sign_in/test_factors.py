"""Second factors: added after showing once more who one is, asked for, required, removed."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.cast import PASSWORD, Cast, make_user
from tests.sign_in.doors import add_app, code, is_signed_in, kinds, send, sign_in

from goldenthread.config.sign_in.policy import Demand
from goldenthread.people.models import User
from goldenthread.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    """Somebody without a role, for whom a second factor is their own choice."""
    return make_user("Sian Example")


def show_oneself(client: Client) -> None:
    """Give the password once more, as pages that change the sign-in ask."""
    answer = send(client, "account_reauthenticate", password=PASSWORD)
    assert answer.status_code == 302


def secret_on_page(client: Client) -> str:
    """The key that the page of the authenticator app shows."""
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    return page.partition("<code>")[2].partition("</code>")[0]


def test_changing_factors_asks_for_the_password_again(client: Client, user: User) -> None:
    sign_in(client, user)
    for name in ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        answer = client.get(reverse(name))
        assert answer["Location"].startswith(reverse("account_reauthenticate"))


@pytest.mark.slow
def test_an_app_is_added_with_recovery_codes(
    client: Client, user: User, mailoutbox: list[object]
) -> None:
    sign_in(client, user)
    show_oneself(client)
    secret = secret_on_page(client)
    answer = send(client, "mfa_activate_totp", code=code(secret))
    assert answer["Location"] == reverse("mfa_view_recovery_codes")
    page = client.get(answer["Location"]).content.decode()
    assert page.count("<li><code>") == 10
    assert kinds() == ["signed_in", "factor_added"]
    stored = Authenticator.objects.get(user=user, type="totp")
    assert secret not in str(stored.data)
    sheet = client.get(reverse("mfa_download_recovery_codes"))
    assert len(sheet.content.split()) == 10
    assert sheet["Cache-Control"] == "no-store, private"


def test_a_wrong_first_code_adds_nothing(client: Client, user: User) -> None:
    sign_in(client, user)
    show_oneself(client)
    secret_on_page(client)
    answer = send(client, "mfa_activate_totp", code="000000")
    assert b"This code is wrong or was used before." in answer.content
    assert not Authenticator.objects.exists()
    assert kinds() == ["signed_in"]


def test_whoever_has_an_app_is_asked_for_its_code(client: Client, user: User) -> None:
    secret = add_app(user)
    assert sign_in(client, user)["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    assert b"This code is wrong" in send(client, "mfa_authenticate", code="000000").content
    assert send(client, "mfa_authenticate", code=code(secret)).status_code == 302
    assert is_signed_in(client)
    assert kinds() == ["failed", "signed_in"]


def test_a_code_of_half_a_minute_ago_is_good_and_of_two_minutes_ago_is_not(user: User) -> None:
    secret = add_app(user)
    for age, good in ((30, True), (120, False)):
        client = Client()
        sign_in(client, user)
        send(client, "mfa_authenticate", code=code(secret, time.time() - age))
        assert is_signed_in(client) is good


def test_a_code_is_used_once(user: User) -> None:
    secret = add_app(user)
    same = code(secret)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client, user)
        send(client, "mfa_authenticate", code=same)
    assert (is_signed_in(first), is_signed_in(second)) == (True, False)
    # allauth forgets what it saw after 30 seconds, though the code is good for longer.
    cache.delete(f"allauth.mfa.totp.used?user={user.id}&code={same}")
    send(second, "mfa_authenticate", code=same)
    assert not is_signed_in(second)


def test_a_recovery_code_lets_in_once(user: User) -> None:
    add_app(user)
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap()
    recovery = codes.get_unused_codes()[0]
    for good in (True, False):
        client = Client()
        sign_in(client, user)
        send(client, "mfa_authenticate", code=recovery)
        assert is_signed_in(client) is good


@pytest.mark.slow
def test_guessing_codes_is_stopped(client: Client, user: User) -> None:
    secret = add_app(user)
    sign_in(client, user)
    for _ in range(5):
        send(client, "mfa_authenticate", code="000000")
    answer = send(client, "mfa_authenticate", code=code(secret))
    assert b"There were too many tries." in answer.content
    assert not is_signed_in(client)


def test_new_recovery_codes_replace_the_old(client: Client, user: User) -> None:
    secret = add_app(user)
    old = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    sign_in(client, user)
    send(client, "mfa_authenticate", code=code(secret))
    show_oneself(client)
    send(client, "mfa_generate_recovery_codes")
    new = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert set(old).isdisjoint(new)
    assert kinds()[-1] == "recovery_codes_made"


@pytest.mark.slow
def test_roles_that_need_one_set_it_up_before_anything_else(client: Client, cast: Cast) -> None:
    sign_in(client, cast[Role.ADMINISTRATOR])
    answer = client.get(reverse("usersessions_list"))
    assert answer["Location"] == reverse("show_second_step")
    assert client.get(answer["Location"]).status_code == 200
    background = client.get(reverse("usersessions_list"), headers={"Accept": "application/json"})
    assert (background.status_code, background.json()) == (403, {"error": "second_factor_owed"})
    show_oneself(client)
    send(client, "mfa_activate_totp", code=code(secret_on_page(client)))
    assert is_signed_in(client)


@pytest.mark.parametrize("role", list(Role))
def test_by_default_administrators_and_audit_leads_need_one(
    client: Client, cast: Cast, role: Role
) -> None:
    sign_in(client, cast[role])
    needs = role in (Role.ADMINISTRATOR, Role.AUDIT_LEAD)
    assert is_signed_in(client) is not needs


def test_an_authority_may_ask_it_of_others(client: Client, cast: Cast, settings: Settings) -> None:
    settings.SECOND_FACTOR = {Role.AUDITOR: Demand.REQUIRED}
    sign_in(client, cast[Role.AUDITOR])
    assert not is_signed_in(client)


@pytest.mark.slow
def test_the_last_factor_stays_where_the_role_needs_it(client: Client, cast: Cast) -> None:
    user = cast[Role.ADMINISTRATOR]
    secret = add_app(user)
    sign_in(client, user)
    send(client, "mfa_authenticate", code=code(secret))
    show_oneself(client)
    page = client.get(reverse("mfa_deactivate_totp"))
    assert b"this is your only one" in page.content
    assert b"this is your only one" in send(client, "mfa_deactivate_totp").content
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "Passkey 1"})
    assert send(client, "mfa_deactivate_totp").status_code == 302
    answer = client.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert answer.status_code == 403
    assert Authenticator.objects.filter(pk=key.pk).exists()
    assert kinds() == ["signed_in", "factor_removed"]


def test_whoever_may_removes_the_app(client: Client, user: User) -> None:
    secret = add_app(user)
    sign_in(client, user)
    send(client, "mfa_authenticate", code=code(secret))
    show_oneself(client)
    send(client, "mfa_deactivate_totp")
    assert not Authenticator.objects.exists()
    assert kinds() == ["signed_in", "factor_removed"]


def test_anothers_passkey_is_not_there(client: Client, user: User) -> None:
    other = make_user("Other Example")
    key = Authenticator.objects.create(user=other, type="webauthn", data={"name": "Passkey 1"})
    sign_in(client, user)
    show_oneself(client)
    for name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        assert client.post(reverse(name, args=[key.pk])).status_code == 404


def test_where_the_ledger_cannot_be_written_nothing_is_removed(
    client: Client, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = add_app(user)
    sign_in(client, user)
    send(client, "mfa_authenticate", code=code(secret))
    show_oneself(client)
    client.raise_request_exception = False

    def fail(*args: object, **kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr("goldenthread.config.sign_in.services.factors.record", fail)
    assert send(client, "mfa_deactivate_totp").status_code == 500
    assert Authenticator.objects.filter(type="totp").exists()


@pytest.mark.parametrize(
    "answer", ["[" * 5_000, '{"a":' * 3_000, "1" * 5_000, "[" * 1_000_000, "\x00", "null", "{}"]
)
def test_what_no_passkey_answers_is_refused(client: Client, user: User, answer: str) -> None:
    assert send(client, "mfa_login_webauthn", credential=answer).status_code == 302
    assert not is_signed_in(client)
    sign_in(client, user)
    show_oneself(client)
    assert send(client, "mfa_add_webauthn", credential=answer).status_code == 200
    assert not Authenticator.objects.exists()
