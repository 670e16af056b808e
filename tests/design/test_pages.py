"""The frame, the error pages, and the authority's own colour and logo."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.test import Client
from django.urls import path
from lxml import html
from lxml.html import HtmlElement
from pytest_django import Settings
from tests.design import urls

from goldenthread.core.errors import Conflict, NotAllowed, NotFoundInScope
from goldenthread.design.gallery.views import ShowGalleryView
from goldenthread.design.shell import NavigationItem

pytestmark = pytest.mark.urls("tests.design.test_pages")


def refuse(request: HttpRequest) -> HttpResponse:
    """A view whose service refuses."""
    raise {"403": NotAllowed("Only an audit lead may."), "409": Conflict("Somebody else did.")}.get(
        request.GET["as"], NotFoundInScope()
    )


def tell(request: HttpRequest) -> HttpResponse:
    """A view that says what was done, and goes on."""
    messages.success(request, "The team <North> was added.")
    return redirect("show_design")


def forget(request: HttpRequest) -> HttpResponse:
    """A view with a fault of ours."""
    raise ZeroDivisionError


def misspell(request: HttpRequest) -> HttpResponse:
    """A view whose template asks for a name that nobody gave."""
    return render(request, "design/gallery/components.html", using="jinja2")


@dataclass(frozen=True)
class Menus:
    """Two menus."""

    main: tuple[NavigationItem, ...]
    account: tuple[NavigationItem, ...]


def navigation(request: HttpRequest) -> Menus:
    """The menus of these tests."""
    here = NavigationItem("Design", "/design/", current=request.path == "/design/")
    return Menus((NavigationItem("Home", "/"), here), (NavigationItem("Sign out", "/out/"),))


for view in (refuse, tell, forget, misspell):
    view.login_required = False  # type: ignore[attr-defined]

urlpatterns = [
    path("refuse/", refuse),
    path("tell/", tell),
    path("forget/", forget),
    path("misspell/", misspell),
    *urls.urlpatterns,
]
handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500


def shown(content: bytes) -> HtmlElement:
    """The page of an answer."""
    return html.fromstring(content.decode())


@pytest.mark.django_db
def test_every_page_says_whose_it_is_and_that_it_is_not_govuk(
    client: Client, settings: Settings
) -> None:
    settings.AUTHORITY_NAME = "Ardenshire & Vale"
    page = shown(client.get("/design/").content)
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == "Components and fields – Ardenshire & Vale"
    assert "Ardenshire & Vale" in page.xpath("string(//header)")
    footer = " ".join(page.xpath("string(//footer)").split())
    assert footer == (
        "Golden Thread: practice audit and learning at Ardenshire & Vale. Not a GOV.UK service."
    )
    assert page.xpath("//a[@class='govuk-skip-link']/@href") == ["#main-content"]
    assert page.xpath("//main[@id='main-content']")
    assert [h.text.strip() for h in page.xpath("//h1")] == ["Components and fields"]


@pytest.mark.django_db
def test_menu_comes_from_the_function_that_the_settings_name(
    client: Client, settings: Settings
) -> None:
    settings.NAVIGATION = f"{__name__}.navigation"
    page = shown(client.get("/design/").content)
    menu = page.xpath("//nav//li")
    assert [item.text_content().strip() for item in menu] == ["Home", "Design", "Sign out"]
    assert page.xpath("//nav//a[@aria-current='page']/@href") == ["/design/"]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", *(f"{name}/" for name in ShowGalleryView.names)])
def test_no_page_holds_styles_or_scripts_or_asks_elsewhere(client: Client, name: str) -> None:
    page = shown(client.get(f"/design/{name}").content)
    assert not page.xpath("//style | //script[not(@src)] | //*[@style] | //@onclick")
    for address in page.xpath("//link/@href | //script/@src | //img/@src"):
        assert address.startswith("/")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.django_db
def test_title_of_a_page_with_errors_begins_with_error(client: Client) -> None:
    assert (
        shown(client.get("/design/wrong/").content)
        .findtext(".//title")
        .startswith("Error: Every field")
    )
    assert (
        shown(client.get("/design/filled/").content).findtext(".//title").startswith("Every field")
    )


@pytest.mark.django_db
def test_what_was_done_is_said_once_and_escaped(client: Client) -> None:
    page = shown(client.get("/tell/", follow=True).content)
    (banner,) = page.xpath("//div[contains(@class, 'govuk-notification-banner--success')]")
    assert "The team <North> was added." in banner.text_content()
    assert not shown(client.get("/design/").content).xpath(
        "//div[@data-module='govuk-notification-banner']"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "status", "title", "reason"),
    [
        ("/refuse/?as=403", 403, "You cannot do this", "Only an audit lead may."),
        ("/refuse/?as=409", 409, "This has changed meanwhile", "Somebody else did."),
        ("/refuse/?as=404", 404, "Page not found", "There is nothing here that you can open."),
        ("/nowhere/", 404, "Page not found", "If you typed the address, check it."),
        ("/forget/", 500, "Sorry, there is a problem with the service", "It is not your doing."),
    ],
)
def test_page_of_an_error_says_what_happened_and_the_number_to_quote(
    client: Client, asked: str, status: int, title: str, reason: str
) -> None:
    client.raise_request_exception = False
    response = client.get(asked)
    page = shown(response.content)
    assert response.status_code == status
    assert page.xpath("string(//h1)") == title
    assert reason in page.xpath("string(//main)")
    assert response["X-Request-Id"] in page.xpath("string(//main)")


@pytest.mark.django_db
def test_form_from_elsewhere_is_refused_on_a_page_of_ours() -> None:
    response = Client(enforce_csrf_checks=True).post("/tell/")
    assert response.status_code == 403
    assert "Nothing was saved." in shown(response.content).xpath("string(//main)")


def test_name_of_another_machine_is_refused_on_a_page_of_ours(client: Client) -> None:
    response = client.get("/design/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert shown(response.content).xpath("string(//h1)") == "This could not be understood"


def test_page_of_a_fault_asks_nothing_of_the_database(client: Client) -> None:
    """No database is allowed in this test: the page must do without."""
    client.raise_request_exception = False
    assert shown(client.get("/forget/").content).xpath("//header")


@pytest.mark.django_db
def test_name_that_nobody_gave_is_a_fault_and_no_half_page(client: Client) -> None:
    client.raise_request_exception = False
    assert client.get("/misspell/").status_code == 500


def test_accent_is_a_stylesheet_of_its_own(client: Client, settings: Settings) -> None:
    settings.ACCENT_COLOUR = "#5c2d91"
    response = client.get("/design/authority.css")
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response.content == b":root { --authority-accent: #5c2d91; }\n"
    assert "max-age=86400" in response["Cache-Control"]


def test_logo_is_shown_and_can_run_nothing(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    assert client.get("/design/logo").status_code == 404
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings.AUTHORITY_LOGO = logo
    response = client.get("/design/logo")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Security-Policy"].endswith("; sandbox")
    assert response["X-Content-Type-Options"] == "nosniff"
