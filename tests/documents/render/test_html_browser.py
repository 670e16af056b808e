"""HTML in a real browser: nothing to find for axe, and nothing to scroll sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.engine.checking.results import claim, figure, name, result

from goldenthread.checker.results import Severity, Verdict
from goldenthread.documents.blocks import Document
from goldenthread.documents.render.html import render
from goldenthread.engine.checking.report import document

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]

AXE = (Path(__file__).parents[2] / "assets/axe-core/axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 320)
REPORTS = (
    document(result()),
    document(
        result(
            statements=(
                figure(1, Verdict.IMPOSSIBLE, Severity.ERROR),
                *(figure(number) for number in range(2, 200)),
            ),
            claims=(claim("improved", 1),),
            disclosure=(
                name("Jo" * 300, 3, Severity.ERROR),
                *(name(f"Kim Doe {line}", line, Severity.ERROR) for line in range(4, 60)),
            ),
            file="x" * 200,
        )
    ),
)
"""Reports of a check: nothing found, and much of it."""


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Page]:
    """An empty page on which every request fails the test."""
    page = chromium.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    yield page
    page.close()
    assert [url for url in requests if not url.startswith("data:")] == []


def shown(page: Page, document: Document, width: int) -> Page:
    """The page with the document on it at a width in CSS pixels."""
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(render(document).decode())
    return page


def assert_accessible(page: Page, width: int) -> None:
    """Axe finds nothing, and nothing is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes[0].html]))")
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
def test_page_of_any_document_is_accessible_and_fits(
    open_page: Page, extreme: Document, width: int
) -> None:
    assert_accessible(shown(open_page, extreme, width), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_page_of_the_brief_is_accessible_and_fits(
    open_page: Page, brief: Document, width: int
) -> None:
    assert_accessible(shown(open_page, brief, width), width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("report", REPORTS)
def test_page_of_a_check_is_accessible_and_fits(
    open_page: Page, report: Document, width: int
) -> None:
    assert_accessible(shown(open_page, report, width), width)


def test_one_picture_of_a_chart_is_shown_at_any_width(open_page: Page, brief: Document) -> None:
    for width, form in ((1280, "wide"), (320, "narrow")):
        page = shown(open_page, brief, width)
        assert page.locator(".picture svg:visible").count() == 1
        assert page.locator(f".{form} svg").is_visible()


def test_type_that_the_page_carries_is_used(open_page: Page, brief: Document) -> None:
    page = shown(open_page, brief, 1280)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded", "loaded"]


def test_keyboard_reaches_the_skip_link_first(open_page: Page, brief: Document) -> None:
    page = shown(open_page, brief, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
