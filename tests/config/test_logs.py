"""Logs hold names and numbers, and nobody's words: not of a request, nor of an error."""

import inspect
import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.views.debug import get_default_exception_reporter_filter
from pytest_django.fixtures import Settings

from goldenthread.config import urls
from goldenthread.core.errors import NotAllowed

CANARY = "Kestrel-Ashdown"


def fail(request: HttpRequest) -> HttpResponse:
    """Fail as the address says, with words that must not be kept."""
    narrative = f"{CANARY} said on Tuesday"
    kinds = {"value": ValueError, "refused": NotAllowed, "suspicious": SuspiciousOperation}
    try:
        raise IntegrityError(f"Key (email)=({CANARY}@example.gov.uk) exists")
    except IntegrityError as error:
        raise kinds[request.path.strip("/")](narrative) from error


urlpatterns = [
    *(path(f"{kind}/", fail, name=kind) for kind in ("value", "refused", "suspicious")),
    *urls.urlpatterns,
]
handler400 = "goldenthread.config.error_pages.bad_request"
handler403 = "goldenthread.config.error_pages.forbidden"
handler404 = "goldenthread.config.error_pages.not_found"
handler500 = "goldenthread.config.error_pages.server_error"


@pytest.fixture
def written() -> Iterator[StringIO]:
    """All that is written to the log, in the form that the service gives it."""
    root = logging.getLogger()
    formatters = [h.formatter for h in root.handlers]
    house = [f for f in formatters if isinstance(f, structlog.stdlib.ProcessorFormatter)]
    handler = logging.StreamHandler(StringIO())
    handler.setFormatter(house[0])
    root.addHandler(handler)
    yield handler.stream
    root.removeHandler(handler)


@pytest.fixture
def visitor(settings: Settings) -> Client:
    """A browser at a service whose pages fail, with the middleware that every page has."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "sign_in" not in name]
    return Client(raise_request_exception=False)


def lines(written: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "status", "event"),
    [
        ("value", 500, "answered_with_error"),
        ("refused", 403, "refused"),
        ("suspicious", 400, "refused"),
    ],
)
def test_nothing_of_a_request_or_of_an_error_is_written(
    visitor: Client, written: StringIO, kind: str, status: int, event: str
) -> None:
    response = visitor.post(
        f"/{kind}/?name={CANARY}",
        {"story": CANARY},
        headers={"Referer": f"https://{CANARY}", "User-Agent": CANARY},
    )
    assert response.status_code == status
    assert CANARY not in written.getvalue()
    assert event in {line["event"] for line in lines(written)}
    if status == 403:  # the reason is for whoever asked
        return
    assert CANARY not in response.content.decode()


@pytest.mark.django_db
def test_of_an_error_its_kind_places_and_page_are_written(
    visitor: Client, written: StringIO
) -> None:
    response = visitor.get("/value/")
    (line,) = lines(written)
    assert (line["error"], line["status"], line["page"]) == ("ValueError", 500, "value")
    places = line["places"]
    assert isinstance(places, list)
    assert places[-1].endswith(" fail")
    assert line["request"] == response["X-Request-Id"]


@pytest.mark.django_db
def test_addresses_and_hosts_that_people_invent_are_not_written(
    visitor: Client, written: StringIO
) -> None:
    assert visitor.get(f"/{CANARY}/").status_code == 404
    assert visitor.get("/", headers={"Host": f"{CANARY}.example"}).status_code == 400
    assert Client(enforce_csrf_checks=True).post("/value/").status_code == 403
    assert CANARY.lower() not in written.getvalue().lower()


def test_a_library_that_fills_in_its_messages_is_kept_short(written: StringIO) -> None:
    logging.getLogger("some.package").warning("Cannot send to %s", f"{CANARY}@example.gov.uk")
    logging.getLogger("_granian").warning("Spawning worker-%s", 7)
    assert [line["event"] for line in lines(written)] == ["Cannot send to %s", "Spawning worker-7"]


def test_no_error_is_sent_by_email() -> None:
    handlers = {
        type(handler).__name__
        for logger in (None, "django", "django.request", "django.server", "django.security")
        for handler in logging.getLogger(logger).handlers
    }
    assert "AdminEmailHandler" not in handlers


def test_reports_for_developers_hold_nothing_that_was_in_hand() -> None:
    reports = get_default_exception_reporter_filter()
    frame = inspect.currentframe()
    assert frame is not None
    assert not list(reports.get_traceback_frame_variables(None, frame))
    assert not reports.get_post_parameters(None)
    assert not reports.get_safe_settings()
    assert not reports.get_safe_request_meta(HttpRequest())
    assert reports.is_active(None)
