"""Every page stands in the table of permissions, and lets through whom the table says."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.cast import Cast
from tests.permissions.pages import Page

from goldenthread.people.rules import Role

FOLDER = Path(__file__).parents[1] / "permissions"
ALLAUTH = ("account_", "mfa_", "socialaccount_", "usersessions_", "openid_connect_")
"""Names of allauth's pages, which its own tests and those of the sign-in ask for."""


def modules() -> list[ModuleType]:
    names = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "pages")
    return [importlib.import_module(f"tests.permissions.{name}") for name in names]


def table() -> dict[str, Page]:
    """All apps' tables; a name in two of them is a fault."""
    pages: dict[str, Page] = {}
    for module in modules():
        assert not pages.keys() & module.TABLE.keys()
        pages |= module.TABLE
    return pages


def untested() -> set[str]:
    """Names that an app exempts, each with a reason."""
    reasons: dict[str, str] = {}
    for module in modules():
        reasons |= getattr(module, "UNTESTED", {})
    assert all(reasons.values())
    return set(reasons)


def url_names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    """Every name; an address without a name has none to stand in the table, and fails."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from url_names(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)


def missing(names: set[str], pages: set[str]) -> set[str]:
    """Names of pages that nobody has said who may open."""
    return {name for name in names - pages if not name.startswith(ALLAUTH)}


PAGES = table()


def test_every_url_name_stands_in_the_table() -> None:
    names = set(url_names(get_resolver().url_patterns))
    assert missing(names, PAGES.keys() | untested()) == set()
    assert PAGES.keys() <= names


def test_a_page_that_is_missing_is_found() -> None:
    assert missing({"show_secret", "account_login"}, {"list_people"}) == {"show_secret"}


def gets_through(response: HttpResponse) -> bool:
    """An answer, or a redirect to anywhere but the sign-in that would lead back."""
    if response.status_code == 302:
        return not response["Location"].startswith(f"{reverse('account_login')}?next=")
    return response.status_code == 200


def asked(client: Client, page: Page, address: str, method: str) -> HttpResponse:
    """What is answered; what it did is undone, so that nobody finds it done already."""
    send = client.post if method == "post" else client.get
    with transaction.atomic():
        answer = send(address, page.data)
        transaction.set_rollback(True)
    assert isinstance(answer, HttpResponse) or answer.streaming
    return answer  # type: ignore[return-value]


def signed_in(cast: Cast, role: Role | None) -> Client:
    client = Client()
    client.force_login(cast.outsider if role is None else cast[role])
    return client


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_lets_through_whom_the_table_says(cast: Cast, name: str) -> None:
    page = PAGES[name]
    address = page.address(name, cast)
    assert gets_through(asked(Client(), page, address, page.method)) is page.signed_out
    for role in (*Role, None):
        client = signed_in(cast, role)
        if role in page.roles:
            assert gets_through(asked(client, page, address, page.method)), role
        else:
            for method in ("get", "post"):
                status = asked(client, page, address, method).status_code
                assert status in ((403, 404) if method == page.method else (403, 404, 405)), role
