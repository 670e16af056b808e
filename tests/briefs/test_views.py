"""Check a brief and make a brief: for anybody who is signed in, and nothing is kept."""

import base64
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html
from pytest_django import Settings
from tests.cast import Cast

from goldenthread.briefs.urls import opened
from goldenthread.briefs.views import CheckBriefView
from goldenthread.engine.example import example_workbook
from goldenthread.people.rules.kinds import Role

pytestmark = pytest.mark.django_db

BRIEF = "Autumn audits\n\n26 audits were returned. 39% of the 26 audits were inadequate for risk.\n"


@pytest.fixture
def auditor(client: Client, cast: Cast, settings: Settings, tmp_path: Path) -> Client:
    settings.WORK_ROOT = tmp_path / "work"
    client.force_login(cast[Role.AUDITOR])
    return client


def a_brief(name: str = "Autumn brief.txt", content: str = BRIEF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode())


def a_workbook() -> SimpleUploadedFile:
    return SimpleUploadedFile("returns.xlsx", example_workbook())


def parsed(content: bytes) -> Any:
    """The page as lxml reads it, whose stubs know no HTML."""
    return html.fromstring(content)


def heading(content: bytes) -> str:
    return str(parsed(content).findtext(".//h1")).strip()


@pytest.mark.slow
def test_a_brief_is_checked_and_the_report_is_in_the_page(auditor: Client, tmp_path: Path) -> None:
    answer = auditor.post("/briefs/check/", {"brief": a_brief(), "audience": "service"})
    page = parsed(answer.content)
    assert heading(answer.content) == "What was found in Autumn brief.txt"
    assert "the nearest is 10 (38%)" in page.text_content()
    (link,) = page.xpath("//a[@download]")
    assert link.get("download") == "check of Autumn brief.docx"
    report = base64.b64decode(link.get("href").partition("base64,")[2])
    assert zipfile.ZipFile(io.BytesIO(report)).testzip() is None
    assert "no-store" in answer["Cache-Control"]
    left = [path.name for path in (tmp_path / "work").iterdir()]
    assert not [name for name in left if not name.startswith("place-")]


@pytest.mark.slow
def test_names_are_looked_for_and_the_returns_are_compared(auditor: Client) -> None:
    given = {
        "brief": a_brief(content="Iman Haverstock was seen. 39% of the audits were inadequate.\n"),
        "audience": "service",
        "names": "Iman Haverstock",
        "returns": a_workbook(),
    }
    answer = auditor.post("/briefs/check/", given)
    assert "Iman Haverstock" in parsed(answer.content).text_content()
    assert "Errors" in parsed(answer.content).text_content()


@pytest.mark.slow
def test_a_brief_is_made_and_its_files_are_in_the_page(auditor: Client) -> None:
    given = {
        "workbook": a_workbook(),
        "layouts": ["one-page", "learning-brief"],
        "formats": ["html", "xlsx"],
        "audience": "service",
    }
    answer = auditor.post("/briefs/make/", given)
    page = parsed(answer.content)
    assert heading(answer.content) == "Your brief is made"
    names = [link.get("download") for link in page.xpath("//a[@download]")]
    assert names == [
        "learning-brief.html",
        "learning-brief.xlsx",
        "one-page.html",
        "one-page.xlsx",
        "brief.zip",
    ]


@pytest.mark.slow
def test_a_file_that_cannot_be_used_is_told_with_the_way_back(auditor: Client) -> None:
    given = {
        "workbook": SimpleUploadedFile("Children <b>.xlsx", b"no workbook"),
        "layouts": ["one-page"],
        "formats": ["html"],
        "audience": "service",
    }
    answer = auditor.post("/briefs/make/", given)
    assert answer.status_code == 422
    assert heading(answer.content) == "The file cannot be used as it is"
    assert "Nothing was made" in parsed(answer.content).text_content()
    assert b"Traceback" not in answer.content
    assert b"errand-" not in answer.content


@pytest.mark.parametrize(
    ("address", "missing"),
    [("/briefs/check/", "Select a file"), ("/briefs/make/", "Select a file")],
)
def test_a_form_without_its_file_says_so(auditor: Client, address: str, missing: str) -> None:
    answer = auditor.post(address, {"audience": "service"})
    assert answer.status_code == 200
    summary = parsed(answer.content).find_class("govuk-error-summary")[0]
    assert missing in summary.text_content()


def test_another_kind_of_file_is_refused_before_it_is_read(auditor: Client) -> None:
    answer = auditor.post("/briefs/check/", {"brief": a_brief("brief.exe"), "audience": "service"})
    summary = parsed(answer.content).find_class("govuk-error-summary")[0]
    assert "must be a .docx" in summary.text_content()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["returns.xlsx", "example-returns.xlsx"])
def test_the_workbooks_can_be_downloaded(auditor: Client, name: str) -> None:
    answer = auditor.get(f"/briefs/make/{name}")
    assert f'filename="{name}"' in answer["Content-Disposition"]
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


@pytest.mark.parametrize("address", ["/briefs/check/", "/briefs/make/"])
def test_the_pages_ask_for_a_sign_in_unless_the_authority_opens_them(
    client: Client, db: None, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
    view = opened(CheckBriefView.as_view(), to_all=True)
    assert view.login_required is False  # type: ignore[attr-defined]  # asked by the middleware
