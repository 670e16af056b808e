"""The look in a real browser."""

from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations


def test_page_of_an_error_is_accessible_at_any_width(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/nowhere/")
    assert page.title().startswith("Page not found – ")
    assert violations(page) == []
