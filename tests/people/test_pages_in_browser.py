"""Journeys through people, teams and the import of staff; every page is asked of axe."""

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.browser import sign_in
from tests.cast import BY, Cast
from tests.people.test_staff_imports import HEAD, ROWS
from tests.permissions.people import TABLE

from goldenthread.people.models import StaffImport, User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.rules import Role
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.services import memberships, staff_imports, teams, users

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONG = "Worker-Featherstonehaugh-Cholmondeley {} of the very long names"
SHOWN = [name for name in TABLE if not name.startswith("download")]


@pytest.fixture
def at(live_server: LiveServer, page: "Page", cast: Cast) -> "Page":
    """A window in which the audit lead is signed in."""
    sign_in(page, live_server.url, cast[Role.AUDIT_LEAD])
    return page


def test_no_page_shuts_anybody_out(at: "Page", live_server: LiveServer, cast: Cast) -> None:
    found = {}
    for name in SHOWN:
        answer = at.goto(live_server.url + TABLE[name].address(name, cast))
        assert answer is not None
        assert answer.status == 200
        if faults := violations(at):
            found[name] = faults
        if name in {"show_staff_import", "discard_staff_import", "apply_staff_import"}:
            StaffImport.objects.all().delete()
    assert found == {}


def test_no_page_of_much_and_long_or_of_nothing_shuts_anybody_out(
    at: "Page", live_server: LiveServer, cast: Cast
) -> None:
    for number in range(51):
        email = f"worker-with-a-long-address{number}@children.services.example.gov.uk"
        user = users.add(
            name=LONG.format(number), email=email, job_title="Practitioner " * 7, by=BY
        )
        memberships.join(user=user, team=cast.south, by=BY)
    long = teams.rename(team=cast.south, name="Harbour, estuary and lake assessment team", by=BY)
    staff = read_staff((HEAD + ROWS + "Nobody,not an address,,,,,,\n").encode())
    lead = cast[Role.AUDIT_LEAD]
    waiting = staff_imports.upload(staff=staff, uploaded_by=lead, by=BY)
    users.deactivate(user=cast[Role.AUDITOR], by=BY)
    addresses = [
        reverse("list_people"),
        f"{reverse('list_people')}?search=nobody",
        reverse("show_team", args=[long.id]),
        reverse("show_team", args=[cast.south.id]),
        reverse("list_teams"),
        reverse("split_team", args=[long.id]),
        reverse("show_staff_import", args=[waiting.id]),
        reverse("show_person", args=[cast[Role.AUDITOR].id]),
        reverse("show_person", args=[cast[Role.ADMINISTRATOR].id]),
    ]
    found = {}
    for address in addresses:
        at.goto(live_server.url + address)
        if faults := violations(at):
            found[address] = faults
    assert found == {}


def test_a_list_of_staff_is_imported_by_keyboard(
    at: "Page", live_server: LiveServer, cast: Cast
) -> None:
    at.goto(live_server.url + reverse("upload_staff"))
    at.keyboard.press("Tab")
    at.get_by_role("button", name="Upload").press("Enter")
    summary = at.get_by_role("link", name="Select a file")
    summary.press("Enter")
    assert violations(at) == []
    content = (HEAD + ROWS).encode("utf-16")
    at.locator("input[type=file]").set_input_files(
        {"name": "staff.csv", "mimeType": "text/csv", "buffer": content}
    )
    at.get_by_role("button", name="Upload").press("Enter")
    at.get_by_role("heading", name="List of staff: look and decide").wait_for()
    at.get_by_label("Which team is Harbour team?").select_option("new")
    at.get_by_label("The same person as Ewan Siân O'Neill").press("Space")
    at.get_by_role("button", name="Save these answers").press("Enter")
    at.get_by_role("button", name="Go on and confirm").press("Enter")
    assert violations(at) == []
    at.get_by_role("button", name="Apply").press("Enter")
    at.get_by_text("This list was applied").wait_for()
    kit = User.objects.get(email="kit@example.org")
    assert scope_of(kit).managed_teams


def test_a_role_is_granted_and_ended_by_hand(
    at: "Page", live_server: LiveServer, cast: Cast
) -> None:
    at.goto(live_server.url + reverse("show_person", args=[cast.outsider.id]))
    at.get_by_role("button", name="Grant a role").click()
    at.get_by_role("button", name="Grant the role").click()
    at.get_by_role("link", name="Select role").click()
    at.get_by_role("combobox", name="Role").select_option("analyst")
    at.get_by_role("button", name="Grant the role").click()
    at.get_by_text("The role was granted.").wait_for()
    assert violations(at) == []
    at.get_by_role("link", name="End Analyst").click()
    at.get_by_role("button", name="End the role").click()
    at.get_by_text("The role has ended.").wait_for()
    assert scope_of(cast.outsider).roles == frozenset()
