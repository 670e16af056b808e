"""An auditor checks a brief that was sent round, and makes one of a spreadsheet."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations
from tests.browser import sign_in
from tests.cast import make_cast

from goldenthread.engine.example import example_workbook
from goldenthread.people.rules.kinds import Role

pytestmark = pytest.mark.django_db(transaction=True)

SENT_ROUND = "26 audits were returned. 39% of the 26 audits were inadequate for risk.\n"


@pytest.fixture
def at_work(page: Page, live_server: LiveServer, settings: Settings, tmp_path: Path) -> Page:
    settings.WORK_ROOT = tmp_path / "work"
    sign_in(page, live_server.url, make_cast()[Role.AUDITOR])
    page.goto(f"{live_server.url}/briefs/check/")
    return page


def test_a_brief_is_checked_with_the_keyboard(at_work: Page, tmp_path: Path) -> None:
    assert violations(at_work) == []
    at_work.get_by_role("button", name="Check it").press("Enter")
    at_work.locator(".govuk-error-summary:focus").wait_for()
    assert at_work.title().startswith("Error: Check a brief")
    assert violations(at_work) == []
    file = tmp_path / "Autumn brief.txt"
    file.write_text(SENT_ROUND, encoding="utf-8")
    at_work.get_by_label("Brief or report").set_input_files(file)
    at_work.get_by_role("button", name="Check it").press("Enter")
    at_work.get_by_role("heading", name="What was found in Autumn brief.txt").wait_for()
    assert violations(at_work) == []
    with at_work.expect_download() as waiting:
        at_work.get_by_role("link", name="This report, Word").press("Enter")
    assert waiting.value.suggested_filename == "check of Autumn brief.docx"


def test_a_brief_is_made_and_downloaded(at_work: Page, tmp_path: Path) -> None:
    at_work.get_by_role("link", name="Make a brief").click()
    assert violations(at_work) == []
    file = tmp_path / "returns.xlsx"
    file.write_bytes(example_workbook())
    at_work.get_by_label("Returns workbook", exact=True).set_input_files(file)
    at_work.get_by_role("button", name="Make the brief").click()
    at_work.get_by_role("heading", name="Your brief is made").wait_for()
    assert violations(at_work) == []
    with at_work.expect_download() as waiting:
        at_work.get_by_role("link", name="Everything in one ZIP file").click()
    assert waiting.value.path().stat().st_size > 200_000


def test_a_workbook_that_cannot_be_used_is_told(at_work: Page, tmp_path: Path) -> None:
    at_work.get_by_role("link", name="Make a brief").click()
    file = tmp_path / "returns.xlsx"
    file.write_bytes(b"no workbook")
    at_work.get_by_label("Returns workbook", exact=True).set_input_files(file)
    at_work.get_by_role("button", name="Make the brief").click()
    at_work.get_by_role("heading", name="The file cannot be used as it is").wait_for()
    assert violations(at_work) == []
    at_work.get_by_role("link", name="Choose the file again").click()
    at_work.get_by_role("heading", name="Make a brief from a spreadsheet").wait_for()
