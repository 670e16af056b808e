# mypy: disable-error-code="import-untyped"
"""Every page in every state: nothing there, one, many, words without end, a form to be mended."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.urls import reverse
from lxml import html
from pytest_django import Settings
from tests.architecture.test_permission_table import PAGES
from tests.cast import Cast
from tests.journeys.page_faults import faults
from tests.journeys.page_states import LONG_NAMES, State, long_list, many, many_rows, prepare
from tests.permissions.pages import Page
from tests.sign_in.doors import add_app, sign_in

from goldenthread.people.models import User
from goldenthread.people.rules import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LISTS = {"show_staff_import", "apply_staff_import", "discard_staff_import"}
NONSENSE = "no such thing \u202e\u05d0 <b>" + "w" * 300
OWN = (
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "socialaccount_login_cancelled",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_generate_recovery_codes",
    "usersessions_list",
)
"""Pages of allauth, each about the person themselves. That which adds a passkey has no button
before its script has run, and is tried in the browser by the journeys at the door."""


@dataclass
class Looked:
    """What was looked at, and what is wrong with it."""

    seen: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def at(self, answer: Any, where: str, *, error: bool = False) -> None:
        """Look at a page; what is no page, or leads on, is only counted."""
        if answer.status_code == 302:
            self.seen["leads on"] += 1
        elif answer.status_code not in ({200, 422} if error else {200}):
            self.wrong[where] = [f"status {answer.status_code}"]
        elif not is_page(answer):
            self.seen["no page"] += 1
        else:
            self.seen["pages"] += 1
            if found := faults(answer.content, error=error):
                self.wrong[where] = found

    def told(self) -> str:
        """Everything wrong, a line each."""
        return "\n".join(
            f"{where}: {each}" for where, found in self.wrong.items() for each in found
        )


def is_page(answer: Any) -> bool:
    """Whether it is shown in the browser, and neither saved nor read by a program."""
    shown: bool = answer.get("Content-Type", "").startswith("text/html")
    return shown and "attachment" not in answer.get("Content-Disposition", "")


def readers(page: Page, cast: Cast) -> list[User]:
    """Who looks at it: somebody who may do much, and somebody who may do least."""
    by_power = (Role.AUDIT_LEAD, Role.ADMINISTRATOR, *Role)
    able = [role for role in by_power if role in page.roles] or [Role.AUDIT_LEAD]
    least = [cast.outsider] if None in page.roles else []
    return [cast[able[0]], *least]


def client_of(user: User) -> Client:
    """A browser of somebody who is signed in; its errors are answered as in production."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def addressed(name: str, page: Page, state: State, cast: Cast) -> tuple[str, set[object]]:
    """A page's address in a state, and the ids in it."""
    given = page.arguments(cast)
    if name in LISTS and state in (State.LONG, State.MANY):
        given = [(long_list if state is State.LONG else many_rows)(cast).id]
    return reverse(name, args=given), set(given)


def pages(state: State, cast: Cast) -> Iterator[tuple[str, str, Client]]:
    """Each page in a state with somebody to look at it; what was made for it is undone."""
    for name, page in sorted(PAGES.items()):
        if page.method == "post":
            continue
        with transaction.atomic():
            address, kept = addressed(name, page, state, cast)
            viewers = readers(page, cast)
            prepare(state, cast, viewers, kept)
            for viewer in viewers:
                yield f"{name} for {viewer.email[:9]}, {state}", address, client_of(viewer)
            transaction.set_rollback(True)


def nonsense_for(content: bytes) -> list[dict[str, str]]:
    """What nobody should send to the forms of a page: nothing at all, and nonsense."""
    page: Any = html.fromstring(content.decode())
    asking = "[.//input[not(@type='hidden')] or .//select or .//textarea]"
    sent: list[dict[str, str]] = []
    for form in page.xpath(f"//main//form[@method='post']{asking}"):
        boxes = form.xpath(".//*[self::input or self::select or self::textarea]/@name")
        chosen = set(form.xpath(".//input[@type='radio' or @type='checkbox']/@name"))
        sent += [
            {name: "" for name in boxes if name not in chosen},
            {name: NONSENSE for name in boxes if name != "csrfmiddlewaretoken"},
        ]
    return sent


def own_pages(cast: Cast, long: bool) -> Iterator[tuple[str, str, Client]]:
    """Pages about oneself, for somebody with two devices, an app and a passkey."""
    user = cast[Role.ADMINISTRATOR]
    add_app(user)
    name = LONG_NAMES[0][:100] if long else "Passkey 1"
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": name})
    add_app(cast[Role.ANALYST])
    bare = cast[Role.TEAM_MANAGER]
    for name in OWN:
        yield f"{name} signed out", reverse(name), Client()
        for who in (user, bare):
            yield f"{name} for {who.email[:9]}", reverse(name), known(who)
    for name in ("mfa_deactivate_totp", "mfa_view_recovery_codes"):
        yield name, reverse(name), known(user)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        yield name, reverse(name, args=[key.pk]), known(user)
    waiting = Client()
    sign_in(waiting, cast[Role.ANALYST])
    yield "mfa_authenticate", reverse("mfa_authenticate"), waiting
    yield "mfa_reauthenticate", reverse("mfa_reauthenticate"), known(user)
    parts = {"uidb36": user_pk_to_url_str(bare), "key": "set-password"}
    yield "a link that is old", reverse("account_reset_password_from_key", kwargs=parts), Client()
    parts["key"] = PASSWORD_RESET_TOKEN_GENERATOR().make_token(bare)
    following = Client()
    link = following.get(reverse("account_reset_password_from_key", kwargs=parts))
    yield "a link", link["Location"], following


def known(user: User) -> Client:
    """A browser of somebody who has just shown again who they are."""
    client = client_of(user)
    session = client.session
    record_authentication_of(session, user)
    session.save()
    return client


def record_authentication_of(session: Any, user: User) -> None:
    """As allauth notes it."""
    session["account_authentication_methods_user"] = str(user.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]


@pytest.fixture(autouse=True)
def initials_are_kept(settings: Settings) -> None:
    settings.INITIALS = True


@pytest.mark.parametrize("state", State)
def test_pages_in_a_state(state: State, cast: Cast) -> None:
    looked = Looked()
    if state is State.MANY:
        many(cast)
    for where, address, client in pages(state, cast):
        looked.at(client.get(address), where)
    assert looked.told() == ""
    assert looked.seen["pages"] > 80, looked.seen


@pytest.mark.parametrize("state", [State.ONE, State.LONG])
def test_forms_that_must_be_mended(state: State, cast: Cast) -> None:
    looked = Looked()
    for where, address, client in pages(state, cast):
        shown = client.get(address)
        if shown.status_code != 200 or not is_page(shown):
            continue
        for number, sent in enumerate(nonsense_for(shown.content)):
            with transaction.atomic():
                looked.at(client.post(address, sent), f"{where}, error {number}", error=True)
                transaction.set_rollback(True)
    assert looked.told() == ""
    assert looked.seen["pages"] > 60, looked.seen


@pytest.mark.parametrize("long", [False, True])
def test_pages_about_oneself(long: bool, cast: Cast) -> None:
    looked = Looked()
    if long:
        many(cast)
        prepare(State.LONG, cast, [], set())
        cast = replace(cast, people={r: User.objects.get(id=u.id) for r, u in cast.people.items()})
    for where, address, client in own_pages(cast, long):
        shown = client.get(address)
        looked.at(shown, where)
        if shown.status_code != 200 or not is_page(shown):
            continue
        for number, sent in enumerate(nonsense_for(shown.content)):
            looked.at(client.post(address, sent), f"{where}, error {number}", error=True)
    assert looked.told() == ""
    assert looked.seen["pages"] > 40, looked.seen
