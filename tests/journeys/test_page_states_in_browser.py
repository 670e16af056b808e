"""Pages with words without end and forms to be mended, before axe, wide and at 320 pixels."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.architecture.test_permission_table import PAGES
from tests.browser import sign_in
from tests.cast import make_cast
from tests.journeys.page_states import State, prepare
from tests.journeys.test_page_states import addressed, readers

pytestmark = pytest.mark.django_db(transaction=True)

LONG = (
    "home", "list_people", "show_person", "show_permissions", "list_teams", "show_team",
    "split_team", "show_staff_import", "show_child", "merge_children", "list_notices",
    "show_notice", "show_persons_sign_in", "list_ledger", "show_hold",
)  # fmt: skip
ERROR = ("add_person", "add_child", "find_child", "upload_staff", "hold_person", "merge_teams")
"""Pages whose form is sent empty."""


def test_pages_with_words_without_end(page: Page, live_server: LiveServer) -> None:
    cast = make_cast()
    addresses = [addressed(name, PAGES[name], State.LONG, cast)[0] for name in LONG]
    prepare(State.LONG, cast, [], set())
    found = {}
    for name, address in zip(LONG, addresses, strict=True):
        sign_in(page, live_server.url, readers(PAGES[name], cast)[0])
        page.goto(f"{live_server.url}{address}")
        found[name] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_forms_that_must_be_mended(page: Page, live_server: LiveServer) -> None:
    cast = make_cast()
    found = {}
    for name in ERROR:
        sign_in(page, live_server.url, readers(PAGES[name], cast)[0])
        page.goto(f"{live_server.url}{addressed(name, PAGES[name], State.ONE, cast)[0]}")
        page.locator("main form[method=post] button").first.click()
        page.locator(".govuk-error-summary:focus").wait_for()
        found[name] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
