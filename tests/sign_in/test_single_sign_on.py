"""Single sign-on against a real provider: who is recognised, with which roles, for how long."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.cast import Cast, make_user
from tests.sign_in.doors import add_app, is_signed_in, kinds
from tests.sign_in.identity import (
    address_on,
    asked,
    authorise,
    come,
    know,
    provider,
    to_provider,
    use,
)

from goldenthread.config.sign_in.queries import roles_today
from goldenthread.core import clock
from goldenthread.core.actors import System
from goldenthread.core.models import LedgerEntry
from goldenthread.people.models import RoleGrant, User
from goldenthread.people.rules import GrantSource, Role
from goldenthread.people.services import roles, users

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.enable_socket]
BY = System("tests")
GROUPS = {"Leads": Role.AUDIT_LEAD, "Auditors": Role.AUDITOR}


@pytest.fixture(scope="module")
def process() -> Iterator[str]:
    """The provider."""
    with provider() as address:
        yield address


@pytest.fixture
def idp(process: str, settings: Settings) -> str:
    """The provider, in use."""
    use(settings, process)
    settings.OIDC_ROLES = GROUPS
    settings.OIDC_SECOND_FACTOR = True
    return process


@pytest.fixture
def user() -> User:
    """Somebody who was added and never had a password."""
    return users.add(name="Sian Example", email="sian@example.org", by=BY)


def refused(client: Client, subject: str) -> bool:
    """Whether the page for people who are not known is shown."""
    answer = come(client, subject)
    return answer.status_code == 403 and b"You have no access yet" in answer.content


def test_a_checked_address_is_recognised_and_its_subject_remembered(
    client: Client, idp: str, user: User
) -> None:
    know(idp, "s1", email="Sian@example.org", email_verified=True)
    assert come(client, "s1")["Location"] == reverse("show_no_role")
    assert is_signed_in(client)
    assert kinds() == ["subject_linked", "signed_in"]
    row = LedgerEntry.objects.get(kind="sign_in.signed_in")
    assert row.data["way"] == "single_sign_on"
    kept = SocialAccount.objects.get()
    assert (kept.user_id, kept.extra_data) == (user.id, {})
    assert kept.uid != "s1"


def test_afterwards_the_subject_counts_and_not_the_address(
    client: Client, idp: str, user: User
) -> None:
    know(idp, "s2", email="sian@example.org", email_verified=True)
    come(client, "s2")
    know(idp, "s2", email="married@example.org", email_verified=False)
    again = Client()
    come(again, "s2")
    assert is_signed_in(again)


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "sian@example.org", "email_verified": False},
        {"email": "sian@example.org"},
        {"email": "sian@example.org", "email_verified": "true"},
        {"email": "other@example.org", "email_verified": True},
        {},
    ],
)
def test_nobody_is_recognised_by_an_unchecked_or_unknown_address(
    client: Client, idp: str, user: User, claims: dict[str, object]
) -> None:
    know(idp, "s3", **claims)
    assert refused(client, "s3")
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()
    assert User.objects.count() == 1
    assert kinds() == []


def test_a_domain_that_the_authority_names_needs_no_claim(
    client: Client, idp: str, user: User, settings: Settings
) -> None:
    settings.OIDC_EMAIL_DOMAINS = frozenset({"example.org"})
    know(idp, "s4", email="sian@example.org")
    come(client, "s4")
    assert is_signed_in(client)


def test_the_deactivated_and_the_break_glass_account_are_not_let_in(
    client: Client, idp: str, user: User
) -> None:
    know(idp, "s5", email="sian@example.org", email_verified=True)
    come(client, "s5")
    users.deactivate(user=user, by=BY)
    assert not is_signed_in(client)
    assert refused(client, "s5")
    glass = users.add(name="Glass", email="glass@example.org", break_glass=True, by=BY)
    know(idp, "s6", email=glass.email, email_verified=True)
    assert refused(client, "s6")


def test_an_address_that_was_given_to_another_does_not_take_over_the_person(
    client: Client, idp: str, user: User
) -> None:
    know(idp, "first", email="sian@example.org", email_verified=True)
    come(client, "first")
    know(idp, "second", email="sian@example.org", email_verified=True)
    assert refused(Client(), "second")
    call_command("forget_single_sign_on", "sian@example.org")
    assert not is_signed_in(client)
    other = Client()
    come(other, "second")
    assert is_signed_in(other)


def test_claims_give_roles_and_their_absence_takes_them(idp: str, user: User) -> None:
    roles.grant(user=user, role=Role.ANALYST, by=BY)
    for groups, expected in (
        (["Leads", "Cleaners"], {Role.AUDIT_LEAD, Role.ANALYST}),
        ("Auditors", {Role.AUDITOR, Role.ANALYST}),
        ([], {Role.ANALYST}),
        (None, {Role.ANALYST}),
    ):
        know(idp, "s7", email="sian@example.org", email_verified=True, roles=groups)
        come(Client(), "s7")
        assert roles_today(user) == expected
    sources = RoleGrant.objects.filter(user=user, role=Role.AUDIT_LEAD).values_list("source")
    assert list(sources) == [(GrantSource.SINGLE_SIGN_ON.value,)]


def test_nothing_is_given_by_default(
    client: Client, idp: str, user: User, settings: Settings
) -> None:
    settings.OIDC_ROLES = {}
    know(idp, "s8", email="sian@example.org", email_verified=True, roles=["Leads", "audit_lead"])
    assert come(client, "s8")["Location"] == reverse("show_no_role")
    assert roles_today(user) == frozenset()


def test_a_role_given_by_hand_stays_whatever_claims_say(idp: str, user: User) -> None:
    roles.grant(user=user, role=Role.AUDITOR, by=BY)
    for groups in (["Auditors"], []):
        know(idp, "s9", email="sian@example.org", email_verified=True, roles=groups)
        come(Client(), "s9")
        assert roles_today(user) == {Role.AUDITOR}


def test_the_last_administrator_stays_one(idp: str, user: User, settings: Settings) -> None:
    settings.OIDC_ROLES = {"Admins": Role.ADMINISTRATOR}
    for groups in (["Admins"], []):
        know(idp, "s10", email="sian@example.org", email_verified=True, roles=groups)
        client = Client()
        come(client, "s10")
        assert is_signed_in(client)
    assert roles_today(user) == {Role.ADMINISTRATOR}


def test_people_add_themselves_only_where_the_authority_says_so(
    client: Client, idp: str, settings: Settings
) -> None:
    settings.OIDC_ADDS_PEOPLE = True
    know(idp, "s11", email="new@example.org", email_verified=True, name="New Example")
    assert come(client, "s11")["Location"] == reverse("show_no_role")
    made = User.objects.get()
    assert (made.name, made.email, made.has_usable_password()) == (
        "New Example",
        "new@example.org",
        False,
    )
    assert roles_today(made) == frozenset()


def test_a_second_factor_is_asked_here_unless_the_provider_did(
    cast: Cast, idp: str, settings: Settings
) -> None:
    lead = cast[Role.AUDIT_LEAD]
    know(idp, "s12", email=lead.email, email_verified=True, roles=["Leads"])
    client = Client()
    come(client, "s12")
    assert is_signed_in(client)
    settings.OIDC_SECOND_FACTOR = False
    client = Client()
    come(client, "s12")
    assert client.get(reverse("usersessions_list"))["Location"] == reverse("show_second_step")
    add_app(lead)
    client = Client()
    assert come(client, "s12")["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_what_is_asked_of_the_provider(client: Client, idp: str) -> None:
    first, second = asked(to_provider(client)), asked(to_provider(client))
    assert set(first["scope"].split()) == {"openid", "profile", "email"}
    assert first["code_challenge_method"] == "S256"
    assert first["redirect_uri"] == "http://testserver/sign-in/with/single-sign-on/back/"
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) >= 16
        assert first[name] != second[name]


def test_a_request_cannot_add_to_what_is_asked(client: Client, idp: str) -> None:
    path = reverse("openid_connect_login", args=["single-sign-on"])
    query = "?scope=admin&auth_params=prompt%3Dnone&process=connect&action=rerequest"
    told = asked(address_on(client.post(path + query)))
    assert set(told["scope"].split()) == {"openid", "profile", "email"}
    assert "prompt" not in told


def test_a_get_starts_nothing(client: Client, idp: str) -> None:
    """Another site cannot sign somebody in by a picture or a link."""
    answer = client.get(reverse("openid_connect_login", args=["single-sign-on"]))
    assert answer.status_code == 200
    foreign = Client(enforce_csrf_checks=True)
    answer = foreign.post(reverse("openid_connect_login", args=["single-sign-on"]))
    assert answer.status_code == 403


@pytest.fixture
def path_back(client: Client, idp: str, user: User) -> Callable[[], str]:
    """Sign in at the provider, and stop before coming back."""
    know(idp, "s20", email="sian@example.org", email_verified=True)
    return lambda: authorise(to_provider(client), "s20")


def failed(client: Client, path: str) -> bool:
    """Whether the page for an answer that is of no use is shown, and nobody is in."""
    answer = client.get(path)
    said = b"Your work account could not be checked" in answer.content
    return answer.status_code == 401 and said and not is_signed_in(client)


def test_an_answer_is_used_once(client: Client, path_back: Callable[[], str]) -> None:
    path = path_back()
    assert client.get(path).status_code == 302
    client.post(reverse("account_logout"))
    assert failed(client, path)


def test_an_answer_to_anothers_browser_is_refused(path_back: Callable[[], str]) -> None:
    assert failed(Client(), path_back())


def test_a_forged_state_or_code_is_refused(client: Client, path_back: Callable[[], str]) -> None:
    path = path_back()
    state = asked(path)["state"]
    assert failed(client, path.replace(state, "x" * len(state)))
    path = path_back()
    code = asked(path)["code"]
    assert failed(client, path.replace(code, "x" * len(code)))


def test_an_answer_with_another_nonce_is_refused(client: Client, idp: str, user: User) -> None:
    """Somebody else's answer, put into this browser, is not what it asked for."""
    know(idp, "s21", email="sian@example.org", email_verified=True)
    where = to_provider(client)
    nonce = asked(where)["nonce"]
    answer = client.get(authorise(where.replace(nonce, "another-nonce"), "s21"))
    assert answer.status_code == 403
    assert not is_signed_in(client)
    assert kinds() == []


def test_cancelling_leads_back(client: Client, idp: str) -> None:
    state = asked(to_provider(client))["state"]
    path = reverse("openid_connect_callback", args=["single-sign-on"])
    answer = client.get(f"{path}?error=access_denied&state={state}", follow=True)
    assert b"You did not sign in" in answer.content


def test_a_provider_that_does_not_answer_is_said(client: Client, settings: Settings) -> None:
    use(settings, "http://127.0.0.1:9")
    answer = client.post(reverse("openid_connect_login", args=["single-sign-on"]))
    assert answer.status_code == 401
    assert "the authority’s sign-in service did not answer" in answer.content.decode()


def test_there_is_no_single_sign_on_where_none_is_set_up(client: Client) -> None:
    for name in ("openid_connect_login", "openid_connect_callback"):
        assert client.get(reverse(name, args=["single-sign-on"])).status_code == 404
    assert b"Sign in with your work account" not in client.get(reverse("account_login")).content


def test_nobody_is_sent_elsewhere_afterwards(client: Client, idp: str, user: User) -> None:
    know(idp, "s22", email="sian@example.org", email_verified=True)
    answer = come(client, "s22", next="https://evil.example/")
    assert "evil" not in answer["Location"]
    other = Client()
    path = reverse("usersessions_list")
    assert come(other, "s22", next=path)["Location"] == path


def test_who_comes_anew_as_another_is_another(client: Client, idp: str, user: User) -> None:
    other = make_user("Other Example")
    know(idp, "s23", email=user.email, email_verified=True)
    know(idp, "s24", email=other.email, email_verified=True)
    come(client, "s23")
    come(client, "s24")
    assert client.session["_auth_user_id"] == str(other.id)
    assert kinds() == ["subject_linked", "signed_in", "subject_linked", "signed_out", "signed_in"]


def test_who_has_no_password_here_comes_again_before_changing_factors(
    client: Client, idp: str, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    know(idp, "s25", email=user.email, email_verified=True)
    come(client, "s25")
    path = reverse("mfa_add_webauthn")
    page = client.get(path)
    assert page.status_code == 200
    assert b"passwordless" not in page.content.replace(b'"passwordless": ""', b"")
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert client.get(path)["Location"] == f"{reverse('account_login')}?next={path}"
    assert not is_signed_in(client)
