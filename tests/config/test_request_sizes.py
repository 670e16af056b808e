"""What is larger than any form of ours is refused before it is read, and leaves no file."""

import io

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from tests.cast import Cast

from goldenthread.config.request_sizes import LARGEST, LARGEST_TEXT
from goldenthread.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a file that was sent begins to be written."""

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("It was read.")

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", refuse)


def told(length: int | str) -> dict[str, str]:
    """What a browser says of its request."""
    return {"CONTENT_LENGTH": str(length)}


def test_who_is_not_signed_in_sends_no_large_file(client: Client) -> None:
    file = io.BytesIO(bytes(LARGEST_TEXT + 1))
    file.name = "brief.docx"
    for name in ("account_login", "check_brief", "show_health"):
        answer = client.post(reverse(name), {"brief": file})
        assert answer.status_code == 413
        assert "This is too large" in answer.content.decode()
        file.seek(0)


@pytest.mark.parametrize("length", [LARGEST + 1, 10**30, "9" * 5000, "-1", "١٢٣x", "1e9"])
def test_nobody_sends_more_than_two_files(client: Client, cast: Cast, length: int | str) -> None:
    client.force_login(cast[Role.AUDITOR])
    answer = client.post(reverse("check_brief"), **told(length))  # type: ignore[arg-type]
    assert answer.status_code == 413


@pytest.mark.parametrize("open_pages", [False, True])
def test_the_largest_form_is_taken(
    client: Client, cast: Cast, settings: Settings, open_pages: bool
) -> None:
    settings.OPEN_PAGES = open_pages
    if not open_pages:
        client.force_login(cast[Role.AUDITOR])
    answer = client.get(reverse("check_brief"), **told(LARGEST))  # type: ignore[arg-type]
    assert answer.status_code != 413
