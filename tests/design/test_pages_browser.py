"""The look in a real browser: for everybody, with a keyboard, without scripts, and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from tests.accessibility import violations

from goldenthread.design.gallery.views import ShowGalleryView

pytestmark = pytest.mark.urls("tests.design.urls")


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[Page]:
    """A window in which no script runs."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def focused(page: Page) -> str:
    """The id of the box that has the focus."""
    found: str = page.evaluate("document.activeElement.id")
    return found


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


def test_errors_take_the_focus_and_each_leads_to_its_box(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/design/wrong/")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    for link, box in (
        ("Start date must include a month", "id_started-month"),
        ("Grade: select one of the options", "id_grade"),
        ("Select team", "id_team"),
    ):
        page.get_by_role("link", name=link, exact=True).click()
        assert focused(page) == box


def test_keyboard_reaches_the_skip_link_first_and_then_the_page(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/design/fields/")
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "id_name"


@pytest.mark.parametrize("scripts", [True, False])
def test_option_opens_what_belongs_to_it(
    page: Page, without_scripts: Page, live_server: LiveServer, scripts: bool
) -> None:
    window = page if scripts else without_scripts
    window.goto(f"{live_server.url}/design/fields/")
    opened = window.get_by_label("Which grade (optional)")
    expect(opened).to_be_hidden()
    window.get_by_label("None of these").check()
    expect(opened).to_be_visible()
    window.get_by_label("Requires improvement").check()
    expect(opened).to_be_hidden()


def test_page_counts_what_is_left(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/design/fields/")
    page.get_by_label("What went well").fill("x" * 150)
    expect(page.get_by_text("You have 50 characters remaining").first).to_be_attached()


def test_menu_opens_by_keyboard_where_the_window_is_small(
    page: Page, live_server: LiveServer
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{live_server.url}/design/")
    link = page.get_by_role("link", name="Sign in")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").press("Enter")
    expect(link).to_be_visible()


def test_wide_table_is_a_stop_of_the_keyboard_only_where_it_must_be_scrolled(
    page: Page, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/design/list/")
    expect(page.get_by_role("region", name="People, by name")).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 800})
    expect(page.get_by_role("region", name="People, by name")).to_have_attribute("tabindex", "0")


def test_authority_with_a_long_name_and_a_logo_fits(
    page: Page, live_server: LiveServer, settings: Settings, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 90' width='400' height='90'>"
        "<rect width='400' height='90' fill='#5c2d91'/></svg>"
    )
    settings.AUTHORITY_LOGO, settings.ACCENT_COLOUR = logo, "#5c2d91"
    settings.AUTHORITY_NAME = "The Royal Borough of Llanfairpwllgwyngyllgogerychwyrndrobwll & Vale"
    page.goto(f"{live_server.url}/design/")
    assert violations(page) == []
    expect(page.locator(".govuk-generic-header")).to_have_css(
        "background-color", "rgb(92, 45, 145)"
    )
    assert page.locator(".gt-header__logo").evaluate("image => image.naturalWidth") == 400


def test_button_that_prints_is_there_only_where_it_works(
    page: Page, without_scripts: Page, live_server: LiveServer
) -> None:
    for window, shown in ((page, True), (without_scripts, False)):
        window.goto(f"{live_server.url}/design/refused/")
        expect(window.get_by_text("Print this page")).to_be_visible(visible=shown)


def test_refused_act_cannot_be_pressed_and_says_why(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/design/refused/")
    button = page.get_by_role("button", name="Publish the brief")
    expect(button).to_be_disabled()
    expect(button).to_have_accessible_description("Only an audit lead may open a cycle.")


def test_paper_shows_the_page_and_nothing_to_press(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/design/list/")
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    for unwanted in (".govuk-service-navigation", ".gt-filters", ".govuk-pagination"):
        expect(page.locator(unwanted)).to_be_hidden()
