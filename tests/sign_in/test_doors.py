"""Every page asks for a sign-in; what makes no sense is closed; nobody is led astray."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD, make_user
from tests.sign_in.doors import is_signed_in, kinds, send, sign_in

from goldenthread.config.sign_in.urls import urlpatterns
from goldenthread.people.models import User

pytestmark = pytest.mark.django_db

OPEN = {
    "accept_invitation",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_callback",
    "openid_connect_login",
    "socialaccount_login_cancelled",
}
CLOSED = {
    "account_email",
    "account_inactive",
    "account_set_password",
    "account_signup",
    "socialaccount_connections",
    "socialaccount_signup",
}
NOBODY = "00000000-0000-4000-8000-000000000000"
ARGUMENTS: dict[str, list[str | int]] = {
    "accept_invitation": ["x"],
    "account_reset_password_from_key": ["0", "0"],
    "end_session": [1],
    "forget_work_account": [NOBODY],
    "mfa_edit_webauthn": [1],
    "mfa_remove_webauthn": [1],
    "openid_connect_callback": ["single-sign-on"],
    "openid_connect_login": ["single-sign-on"],
    "remove_second_step": [NOBODY],
    "show_persons_sign_in": [NOBODY],
    "sign_out_person": [NOBODY],
}
NAMES = sorted(str(getattr(pattern, "name", "")) for pattern in urlpatterns)


@pytest.fixture
def user() -> User:
    """Somebody."""
    return make_user("Sian Example")


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_open_closed_or_ask_for_a_sign_in(client: Client, name: str) -> None:
    path = reverse(name, args=ARGUMENTS.get(name, []))
    asked = client.get(path)
    sign_in_first = asked.headers.get("Location", "") == f"{reverse('account_login')}?next={path}"
    if name in CLOSED:
        assert asked.status_code == 404
    elif name in OPEN:
        assert not sign_in_first
    else:
        assert sign_in_first


@pytest.mark.parametrize("name", sorted(CLOSED))
def test_closed_pages_stay_closed_for_the_signed_in(client: Client, user: User, name: str) -> None:
    sign_in(client, user)
    assert client.get(reverse(name)).status_code == 404
    assert client.post(reverse(name), {"email": "new@example.org"}).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_kept_by_the_browser(client: Client, user: User, name: str) -> None:
    sign_in(client, user)
    answer = client.get(reverse(name, args=ARGUMENTS.get(name, [])))
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "application/json"},
        {"X-Requested-With": "XMLHttpRequest"},
        {"HX-Request": "true"},
    ],
)
def test_a_script_learns_that_the_sign_in_is_over(client: Client, headers: dict[str, str]) -> None:
    answer = client.get(reverse("usersessions_list"), headers=headers)
    assert answer.status_code == 401
    assert answer.json() == {"error": "signed_out", "sign_in": "/sign-in/"}


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example/",
        "//evil.example/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "https:evil.example",
        "http://127.0.0.1:8000@evil.example/",
    ],
)
def test_nobody_is_sent_elsewhere(client: Client, user: User, where: str) -> None:
    data = {"login": user.email, "password": PASSWORD, "next": where}
    answer = client.post(reverse("account_login"), data)
    assert answer.status_code == 302
    assert "evil" not in answer["Location"]
    assert "javascript" not in answer["Location"]
    answer = client.post(reverse("account_logout"), {"next": where})
    assert "evil" not in answer["Location"]


def test_people_are_led_to_where_they_wanted(client: Client, user: User) -> None:
    path = reverse("usersessions_list")
    data = {"login": user.email, "password": PASSWORD, "next": path}
    assert client.post(reverse("account_login"), data)["Location"] == path


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_change_password",
        "end_sessions",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "mfa_login_webauthn",
        "usersessions_list",
    ],
)
def test_other_sites_cannot_act_for_somebody(user: User, name: str) -> None:
    victim = Client(enforce_csrf_checks=True)
    victim.force_login(user)
    answer = victim.post(
        reverse(name), {}, headers={"Origin": "https://evil.example", "Host": "127.0.0.1"}
    )
    assert answer.status_code == 403
    assert is_signed_in(victim)
    assert kinds() == []


def test_a_get_changes_nothing(client: Client, user: User) -> None:
    sign_in(client, user)
    for name in ("end_sessions",):
        assert client.get(reverse(name)).status_code == 405
    assert client.get(reverse("end_session", args=[1])).status_code == 405
    assert is_signed_in(client)


def test_who_is_signed_in_is_not_asked_again(client: Client, user: User) -> None:
    sign_in(client, user)
    assert client.get(reverse("account_login")).status_code == 302


def test_signing_up_is_not_offered(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode().lower()
    assert "sign up" not in page
    assert "closed" not in page


def test_who_has_no_role_reads_whom_to_ask(client: Client, user: User) -> None:
    answer = sign_in(client, user)
    page = client.get(answer["Location"]).content.decode()
    assert "You have no role here yet" in page


def test_sending_the_form_twice_is_harmless(client: Client, user: User) -> None:
    sign_in(client, user)
    assert send(client, "account_login", login=user.email, password=PASSWORD).status_code == 302
    assert kinds() == ["signed_in"]
