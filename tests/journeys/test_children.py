"""An audit lead finds, adds, merges and restricts children: with the keyboard, wide and narrow."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.browser import sign_in
from tests.cast import make_cast

from goldenthread.people.rules.kinds import Role

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "W" * 40


@pytest.fixture
def at_work(page: Page, live_server: LiveServer) -> Page:
    sign_in(page, live_server.url, make_cast()[Role.AUDIT_LEAD])
    page.goto(f"{live_server.url}/children/")
    return page


def add(page: Page, number: str) -> None:
    page.get_by_role("link", name="Children", exact=True).click()
    page.get_by_role("button", name="Add a child").press("Enter")
    page.get_by_role("radio", name="Case system").press("Space")
    page.get_by_role("textbox", name="Number").fill(number)
    page.get_by_role("textbox", name="Number").press("Enter")
    page.get_by_role("heading", name="A child’s record").wait_for()


def test_a_child_is_added_and_found_with_the_keyboard(at_work: Page) -> None:
    assert violations(at_work) == []
    at_work.get_by_role("textbox", name="Number").press("Enter")
    at_work.locator(".govuk-error-summary:focus").wait_for()
    assert violations(at_work) == []
    add(at_work, "C-1")
    assert violations(at_work) == []
    at_work.get_by_role("link", name="Back", exact=True).press("Enter")
    at_work.get_by_role("textbox", name="Number").fill("C2")
    at_work.keyboard.press("Enter")
    at_work.get_by_text("No child whom you can open has or had this number").wait_for()
    assert violations(at_work) == []
    at_work.get_by_role("textbox", name="Number").fill("c 1")
    at_work.keyboard.press("Enter")
    at_work.locator(".govuk-caption-l", has_text="Case system C1").wait_for()
    assert "C1" not in at_work.url


def test_two_rows_are_merged_and_the_record_restricted(at_work: Page) -> None:
    add(at_work, LONG)
    add(at_work, "C2")
    at_work.get_by_role("button", name="Merge with another record").press("Enter")
    assert violations(at_work) == []
    at_work.get_by_role("textbox", name="Number").fill(LONG)
    at_work.keyboard.press("Enter")
    at_work.get_by_role("heading", name="Are these one child?").wait_for()
    assert violations(at_work) == []
    at_work.get_by_role("button", name="Merge the two records").press("Enter")
    at_work.get_by_text("The two records are merged.").wait_for()
    at_work.get_by_role("button", name="Restrict this record").press("Enter")
    assert violations(at_work) == []
    at_work.get_by_role("button", name="Restrict it").press("Enter")
    at_work.get_by_role("button", name="Name somebody").press("Enter")
    at_work.get_by_label("Who may open the child").select_option("Bilal Hussain")
    assert violations(at_work) == []
    at_work.get_by_role("button", name="Name them").press("Enter")
    at_work.get_by_role("link", name="Take off Bilal Hussain").wait_for()
    assert violations(at_work) == []


def test_an_adopted_childs_rows_are_linked_and_parted(at_work: Page) -> None:
    add(at_work, "C1")
    add(at_work, "C2")
    at_work.get_by_role("button", name="Link with the record before or after adoption").press(
        "Enter"
    )
    assert violations(at_work) == []
    at_work.get_by_role("textbox", name="Number").fill("C1")
    at_work.get_by_role("radio", name="The record before the adoption").press("Space")
    at_work.get_by_role("button", name="Link the two records").press("Enter")
    at_work.get_by_role("link", name="Open the record before the adoption").wait_for()
    assert violations(at_work) == []
    at_work.get_by_role("button", name="Break the adoption link").press("Enter")
    at_work.get_by_text("You cannot undo this.").wait_for()
    assert violations(at_work) == []
    at_work.get_by_role("button", name="Break the link").press("Enter")
    at_work.get_by_text("No other record is linked.").wait_for()
