"""An audit lead and an administrator look after records, in a browser, by every page."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.browser import sign_in
from tests.cast import Cast, make_cast

from goldenthread.children.models import Child
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import children, identifiers
from goldenthread.people.models import User
from goldenthread.people.rules.kinds import Role
from goldenthread.records.jobs import erase_child, gather_access, keep_schedule, make_access
from goldenthread.records.models import Erasure, SubjectAccess

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(transactional_db: None) -> Cast:
    return make_cast()


@pytest.fixture
def child(people: Cast) -> Child:
    lead = people[Role.AUDIT_LEAD]
    made = children.add(by=lead)
    identifiers.give(child=made, system=IdentifierSystem.CASE_SYSTEM, number="C1", by=lead)
    return made


def go(page: Page, server: LiveServer, user: User, name: str, *arguments: object) -> None:
    page.context.clear_cookies()
    sign_in(page, server.url, user)
    page.goto(f"{server.url}{reverse(name, args=arguments)}")
    assert violations(page) == []


def press(page: Page, text: str) -> None:
    page.get_by_role("button", name=text).click()
    assert violations(page) == []


def test_the_ledger_is_narrowed_and_read(
    page: Page, live_server: LiveServer, people: Cast, child: Child
) -> None:
    go(page, live_server, people[Role.AUDIT_LEAD], "show_records")
    page.get_by_role("link", name="What was done", exact=True).click()
    assert violations(page) == []
    page.get_by_label("Who did it").select_option(str(people[Role.AUDIT_LEAD].id))
    press(page, "Show")
    expect(page.get_by_role("row")).to_have_count(3)
    expect(page.get_by_role("cell", name="Ada Nowak added a child")).to_be_visible()
    page.get_by_label("Number of what it is about").fill("x")
    press(page, "Show")
    expect(page.get_by_role("alert")).to_contain_text("32 digits")


def test_retention_is_tried_approved_and_run(
    page: Page, live_server: LiveServer, people: Cast
) -> None:
    go(page, live_server, people[Role.ADMINISTRATOR], "show_retention")
    expect(page.get_by_text("Nobody has approved")).to_be_visible()
    page.get_by_role("link", name="See what would go today").click()
    expect(page.get_by_role("table").get_by_text("Reported only").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Run it now").click()
    press(page, "Run it now")
    keep_schedule.call()
    page.reload()
    page.get_by_role("table").last.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Run of")
    assert violations(page) == []
    page.get_by_role("link", name="Back").click()
    page.get_by_role("button", name="Approve the schedule").click()
    press(page, "Approve the schedule")
    expect(page.get_by_text("Approved by Isla Pryce-Jones")).to_be_visible()


def test_a_hold_is_placed_by_keyboard_and_released(
    page: Page, live_server: LiveServer, people: Cast, child: Child
) -> None:
    go(page, live_server, people[Role.AUDIT_LEAD], "hold_child", child.id)
    press(page, "Place the hold")
    expect(page.get_by_role("alert")).to_contain_text("Enter reason")
    page.get_by_role("alert").get_by_role("link").press("Enter")
    page.keyboard.type("Letter of Moss & Co")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing about the child is deleted").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="A legal hold").click()
    expect(page.get_by_text("Letter of Moss & Co")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Release the hold").click()
    press(page, "Release the hold")
    expect(page.get_by_text("Released", exact=True)).to_be_visible()


def test_a_copy_of_what_is_held_is_made(
    page: Page, live_server: LiveServer, people: Cast, child: Child
) -> None:
    go(page, live_server, people[Role.AUDIT_LEAD], "ask_access", child.id)
    press(page, "Gather what is held")
    access = SubjectAccess.objects.get()
    gather_access.call(access=str(access.id))
    page.get_by_role("link", name="Look again").click()
    assert violations(page) == []
    page.get_by_role("button", name="Decide about passages").click()
    assert violations(page) == []
    press(page, "Save and make the document")
    expect(page.get_by_role("alert")).to_be_visible()
    for radio in page.get_by_role("radio", name="Keep it").all():
        radio.check()
    press(page, "Save and make the document")
    make_access.call(access=str(access.id))
    page.reload()
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Word (DOCX)").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_a_child_is_erased_by_two_persons(
    page: Page, live_server: LiveServer, people: Cast, child: Child
) -> None:
    go(page, live_server, people[Role.AUDIT_LEAD], "ask_erasure", child.id)
    press(page, "Ask for erasure")
    expect(page.get_by_role("button", name="Approve")).to_be_disabled()
    erasure = Erasure.objects.get()
    go(page, live_server, people[Role.ADMINISTRATOR], "show_erasure", erasure.id)
    page.get_by_role("button", name="Approve").click()
    assert violations(page) == []
    press(page, "Approve and erase")
    erase_child.call(erasure=str(erasure.id))
    page.reload()
    expect(page.get_by_text("Erased")).to_be_visible()
    assert violations(page) == []
    assert not Child.objects.exists()
