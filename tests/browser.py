"""A real browser before the real service: fixtures of the journeys.

A test that asks for ``page`` is marked browser and slow by itself. It fails when the page writes
an error to its console (a refused style or script among them), when something it asks for is
missing, or when it asks another machine for anything.
"""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:  # loaded when a browser is wanted, and Django's when it is ready
    from playwright.sync_api import Browser, ConsoleMessage, Page, Response

    from goldenthread.people.models import User

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = 1280
HERE = {"127.0.0.1", "localhost", None}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser."""
    for item in items:
        if {"page", "chromium"} & set(getattr(item, "fixturenames", ())):
            for marker in ("browser", "slow", "enable_socket"):
                item.add_marker(marker)


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The machine's Chromium, started once."""
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps a loop in this thread, and Django would refuse its database beside one.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: "Browser") -> "Iterator[Page]":
    """A new window of a person who is not signed in."""
    context = chromium.new_context(viewport={"width": WIDE, "height": 900}, locale="en-GB")
    page = context.new_page()
    faults: list[str] = []

    def heard(message: "ConsoleMessage") -> None:
        # A page that was refused is told here too; what a page then misses is told below.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            faults.append(f"console: {message.text}")

    def answered(response: "Response") -> None:
        asked = response.request
        if response.status >= 400 and not asked.is_navigation_request():
            faults.append(f"{response.status}: {asked.url}")
        if urlsplit(asked.url).hostname not in HERE:  # data: and blob: have none
            faults.append(f"another machine: {asked.url}")

    page.on("console", heard)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("response", answered)
    yield page
    context.close()
    assert faults == []


def sign_in(page: "Page", address: str, user: "User") -> None:
    """Give the window a session of this user, without the sign-in page."""
    from django.test import Client

    client = Client()
    client.force_login(user)
    cookie = next(iter(client.cookies.values()))
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
