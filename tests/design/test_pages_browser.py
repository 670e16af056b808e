"""The look in a real browser."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations

from goldenthread.design.gallery.views import ShowGalleryView

pytestmark = pytest.mark.urls("tests.design.urls")


def test_page_of_an_error_is_accessible_at_any_width(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/nowhere/")
    assert page.title().startswith("Page not found – ")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["", *(f"{name}/" for name in ShowGalleryView.names)])
def test_every_component_and_field_is_accessible_at_any_width(
    page: Page, live_server: LiveServer, name: str
) -> None:
    page.goto(f"{live_server.url}/design/{name}")
    assert violations(page) == []
