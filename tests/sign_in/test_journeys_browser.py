"""Each way in, as people go it: in a real browser, to its end and back out."""

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.browser import sign_in
from tests.cast import PASSWORD, make_user
from tests.sign_in.conftest import Postbox
from tests.sign_in.doors import add_app, code, kinds
from tests.sign_in.identity import know, provider, use

from goldenthread.config.sign_in.services.break_glass import make_break_glass
from goldenthread.core.actors import System
from goldenthread.people.models import User
from goldenthread.people.queries.invitations import token_of
from goldenthread.people.rules import Role
from goldenthread.people.services import invitations, roles, users

pytestmark = pytest.mark.django_db(transaction=True)
BY = System("tests")


@pytest.fixture
def user(live_server: LiveServer) -> User:
    """Somebody who has a password and no role."""
    return make_user("Sian Example")


def fill(page: Page, live_server: LiveServer, user: User, password: str = PASSWORD) -> None:
    """Sign in with the keyboard only."""
    page.goto(f"{live_server.url}/sign-in/")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(user.email)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def is_in(page: Page, live_server: LiveServer) -> bool:
    """Whether the person's own page is shown."""
    page.goto(f"{live_server.url}/your-sign-in/")
    return page.title().startswith("Your sign-in")


def press(page: Page, name: str) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(page: Page, role: Literal["button", "link"], name: str) -> None:
    """Go where a link leads, or a button that is one."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).click()


def test_by_password_and_out_and_nothing_is_left(
    page: Page, live_server: LiveServer, user: User
) -> None:
    page.goto(f"{live_server.url}/sign-in/")
    assert violations(page) == []
    fill(page, live_server, user, "Not the pass phrase 1")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    assert violations(page) == []
    fill(page, live_server, user)
    expect(page.locator("h1")).to_have_text("You have no role here yet")
    assert violations(page) == []
    assert is_in(page, live_server)
    follow(page, "link", "Sign out")
    assert violations(page) == []
    press(page, "Sign out")
    expect(page.locator("h1")).to_have_text("Sign in")
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Sign in")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Sign in")
    assert kinds() == ["failed", "signed_in", "signed_out"]


def test_by_password_and_an_app_that_is_set_up_first(
    page: Page, live_server: LiveServer, user: User
) -> None:
    roles.grant(user=user, role=Role.ADMINISTRATOR, by=BY)
    fill(page, live_server, user)
    page.goto(f"{live_server.url}/your-sign-in/devices/")
    expect(page.locator("h1")).to_have_text("Set up a second step")
    assert violations(page) == []
    follow(page, "button", "Use an app")
    expect(page.locator("h1")).to_have_text("Show that it is you")
    assert violations(page) == []
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Go on")
    expect(page.locator("h1")).to_have_text("Add an authenticator app")
    expect(page.locator("img.gt-picture")).to_have_js_property("complete", True)
    assert page.locator("img.gt-picture").evaluate("image => image.naturalWidth") > 100
    page.get_by_text("I cannot use the picture").click()
    assert violations(page) == []
    secret = page.locator("main code").inner_text()
    page.get_by_label("Code from the app").fill(code(secret))
    press(page, "Add the app")
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    assert violations(page) == []
    recovery = page.locator("#recovery_codes code").first.inner_text()
    page.context.clear_cookies()
    fill(page, live_server, user)
    expect(page.locator("h1")).to_have_text("Second step")
    assert violations(page) == []
    page.get_by_label("Code", exact=True).fill("000000")
    press(page, "Sign in")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_label("Code", exact=True).fill(recovery)
    press(page, "Sign in")
    assert is_in(page, live_server)
    expect(page.get_by_text("9 of 10 codes are unused.")).to_be_visible()
    assert violations(page) == []


def test_by_an_app_that_is_there(page: Page, live_server: LiveServer, user: User) -> None:
    secret = add_app(user)
    fill(page, live_server, user)
    page.get_by_label("Code", exact=True).fill(code(secret))
    press(page, "Sign in")
    assert is_in(page, live_server)


def test_by_a_passkey_alone_and_as_second_step(
    page: Page, live_server: LiveServer, user: User, device: Any, settings: Settings
) -> None:
    fill(page, live_server, user)
    page.goto(f"{live_server.url}/your-sign-in/passkeys/add/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Go on")
    expect(page.locator("h1")).to_have_text("Add a passkey")
    assert violations(page) == []
    page.get_by_label("Let me sign in with this passkey alone").check()
    press(page, "Add the passkey")
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    page.goto(f"{live_server.url}/your-sign-in/passkeys/")
    expect(page.get_by_text("It lets you sign in by itself.")).to_be_visible()
    assert violations(page) == []
    follow(page, "link", "Rename Passkey 1")
    assert violations(page) == []
    page.get_by_label("Name").fill("My laptop")
    press(page, "Save")
    expect(page.get_by_role("heading", name="My laptop")).to_be_visible()

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/sign-in/")
    settings.PASSWORD_SIGN_IN = False
    press(page, "Sign in with a passkey")
    expect(page.locator("h1")).to_have_text("Sign in")
    settings.PASSWORD_SIGN_IN = True
    page.goto(f"{live_server.url}/sign-in/")
    press(page, "Sign in with a passkey")
    expect(page.locator("h1")).to_have_text("You have no role here yet")

    page.context.clear_cookies()
    fill(page, live_server, user)
    expect(page.locator("h1")).to_have_text("Second step")
    press(page, "Use your passkey")
    expect(page.locator("h1")).to_have_text("You have no role here yet")

    page.goto(f"{live_server.url}/your-sign-in/recovery-codes/make/")
    expect(page.locator("h1")).to_have_text("Show that it is you")
    follow(page, "link", "Use your passkey")
    expect(page.get_by_role("button", name="Use your passkey")).to_be_visible()
    assert violations(page) == []
    press(page, "Use your passkey")
    expect(page.locator("h1")).to_have_text("Make new recovery codes")
    page.goto(f"{live_server.url}/your-sign-in/passkeys/")
    follow(page, "link", "Remove My laptop")
    assert violations(page) == []
    press(page, "Remove the passkey")
    expect(page.get_by_text("You have no passkey.")).to_be_visible()
    assert violations(page) == []
    assert not Authenticator.objects.exists()
    assert kinds() == [
        "signed_in",
        "factor_added",
        "signed_in",
        "signed_in",
        "factor_removed",
    ]


def test_by_single_sign_on(page: Page, live_server: LiveServer, settings: Settings) -> None:
    users.add(name="Sian Example", email="sian@example.org", by=BY)
    settings.OIDC_ROLES = {"Auditors": Role.AUDITOR}
    with provider() as address:
        use(settings, address)
        know(address, "s1", email="sian@example.org", email_verified=True, roles=["Auditors"])
        know(address, "s2", email="nobody@example.org", email_verified=True)
        page.goto(f"{live_server.url}/sign-in/?next=/your-sign-in/")
        assert violations(page) == []
        press(page, "Sign in with your work account")
        page.locator("input[name=sub]").first.fill("s1")
        page.get_by_role("button", name="Authorize").click()
        expect(page.locator("h1")).to_have_text("Your sign-in")
        page.context.clear_cookies()
        page.goto(f"{live_server.url}/sign-in/")
        press(page, "Sign in with your work account")
        page.locator("input[name=sub]").first.fill("s2")
        page.get_by_role("button", name="Authorize").click()
        expect(page.locator("h1")).to_have_text("You have no access yet")
        assert violations(page) == []


def test_a_forgotten_password(
    page: Page,
    live_server: LiveServer,
    user: User,
    postbox: Postbox,
    work: Callable[[], int],
    settings: Settings,
) -> None:
    settings.SITE_URL = live_server.url
    page.goto(f"{live_server.url}/sign-in/")
    follow(page, "link", "I have forgotten my password")
    assert violations(page) == []
    page.get_by_label("E-mail address").fill(user.email)
    press(page, "Send the link")
    expect(page.locator("h1")).to_have_text("Look at your e-mail")
    assert violations(page) == []
    assert work() == 1
    [mail] = postbox.received
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)
    found = re.search(r"http://\S+", body.decode())
    assert found is not None
    page.goto(found.group(0))
    expect(page.locator("h1")).to_have_text("Set a new password")
    assert found.group(0) != page.url
    assert violations(page) == []
    for label in ("New password", "New password again"):
        page.get_by_label(label, exact=True).fill("short")
    press(page, "Set the password")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    assert violations(page) == []
    for label in ("New password", "New password again"):
        page.get_by_label(label, exact=True).fill("correct horse battery")
    press(page, "Set the password")
    expect(page.locator("h1")).to_have_text("Your password is set")
    assert violations(page) == []
    page.goto(found.group(0))
    expect(page.locator("h1")).to_have_text("This link works no more")
    assert violations(page) == []
    fill(page, live_server, user, "correct horse battery")
    assert is_in(page, live_server)


def test_an_invitation(page: Page, live_server: LiveServer) -> None:
    user = users.add(name="Sian Example", email="sian@example.org", by=BY)
    token = token_of(invitations.invite(user=user, by=BY))
    page.goto(f"{live_server.url}/invitation/{token}/")
    assert violations(page) == []
    for label in ("Password", "Password again"):
        page.get_by_label(label, exact=True).fill("correct horse battery")
    press(page, "Set your password")
    expect(page.get_by_text("Your password is set. Sign in with it now.")).to_be_visible()
    fill(page, live_server, user, "correct horse battery")
    assert is_in(page, live_server)


def test_devices_and_password_are_managed(
    page: Page, live_server: LiveServer, user: User, client: Any
) -> None:
    client.post("/sign-in/", {"login": user.email, "password": PASSWORD})
    fill(page, live_server, user)
    page.goto(f"{live_server.url}/your-sign-in/devices/")
    expect(page.get_by_role("heading", name="(this one)")).to_be_visible()
    assert violations(page) == []
    press(page, "Sign out everywhere else")
    expect(page.get_by_text("You are signed out everywhere else.")).to_be_visible()
    page.goto(f"{live_server.url}/your-sign-in/password/")
    assert violations(page) == []
    page.get_by_label("Current password").fill(PASSWORD)
    for label in ("New password", "New password again"):
        page.get_by_label(label, exact=True).fill("correct horse battery")
    press(page, "Change your password")
    expect(page.get_by_text("Your password is changed.")).to_be_visible()


def test_the_break_glass_account_where_people_come_by_single_sign_on(
    page: Page, live_server: LiveServer, settings: Settings
) -> None:
    use(settings, "http://127.0.0.1:9")
    settings.PASSWORD_SIGN_IN = False
    password = make_break_glass(email="emergency@example.org", by=BY)
    page.goto(f"{live_server.url}/sign-in/")
    assert violations(page) == []
    press(page, "Sign in with your work account")
    expect(page.locator("h1")).to_have_text("Your work account could not be checked")
    assert violations(page) == []
    page.goto(f"{live_server.url}/sign-in/")
    page.get_by_text("Emergency account").click()
    assert violations(page) == []
    page.get_by_label("E-mail address").fill("emergency@example.org")
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Sign in")
    page.goto(f"{live_server.url}/your-sign-in/devices/")
    expect(page.locator("h1")).to_have_text("Set up a second step")
    assert kinds() == ["break_glass_made", "break_glass_used", "signed_in"]


def test_an_administrator_removes_a_lost_second_step(
    page: Page, live_server: LiveServer, user: User
) -> None:
    administrator = make_user("Ida Example")
    roles.grant(user=administrator, role=Role.ADMINISTRATOR, by=BY)
    add_app(user)
    sign_in(page, live_server.url, administrator)
    page.goto(f"{live_server.url}/people/{user.id}/")
    follow(page, "button", "See how they sign in")
    expect(page.locator("h1")).to_have_text("How Sian Example signs in")
    assert violations(page) == []
    follow(page, "button", "Remove their second step")
    assert violations(page) == []
    press(page, "Remove the second step")
    expect(page.get_by_text("The second step was removed.")).to_be_visible()
    expect(page.get_by_text("They have no second step.")).to_be_visible()
    assert violations(page) == []
    assert kinds() == ["second_step_removed"]


def test_without_scripts_everything_but_passkeys_works(
    page: Page, live_server: LiveServer, user: User
) -> None:
    secret = add_app(user)
    assert page.context.browser is not None
    plain = page.context.browser.new_context(java_script_enabled=False).new_page()
    fill(plain, live_server, user)
    expect(plain.get_by_text("Passkeys need JavaScript")).to_be_visible()
    expect(plain.get_by_role("button", name="Use your passkey")).to_be_hidden()
    plain.get_by_label("Code", exact=True).fill(code(secret))
    plain.get_by_role("button", name="Sign in", exact=True).click()
    expect(plain.locator("h1")).to_have_text("You have no role here yet")
    plain.context.close()
