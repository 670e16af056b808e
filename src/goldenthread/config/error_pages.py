"""What people see when something cannot be done: what happened, and how to mend it."""

from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.core.errors import DomainError
from goldenthread.core.requests import request_id

log = structlog.get_logger(__name__)

TITLES = {
    HTTPStatus.BAD_REQUEST: "This could not be understood",
    HTTPStatus.FORBIDDEN: "You cannot do this",
    HTTPStatus.NOT_FOUND: "Page not found",
    HTTPStatus.CONFLICT: "This has changed meanwhile",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is too large",
    HTTPStatus.TOO_MANY_REQUESTS: "There were too many tries",
    HTTPStatus.SERVICE_UNAVAILABLE: "Sorry, this cannot be shown just now",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Sorry, there is a problem with the service",
}


class ErrorPagesMiddleware:
    """Innermost: turns the errors of the house into pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what goes well."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for an error of the house; any other is Django's to answer."""
        if not isinstance(error, DomainError):
            return None
        log.warning("refused", error=type(error).__name__, status=error.status.value)
        return page(request, error.status, error.reason)


def page(request: HttpRequest, status: HTTPStatus, reason: str) -> HttpResponse:
    """The page for a status, with the reason and the id to quote when asking for help."""
    context = {
        "title": TITLES[status],
        "reason": reason,
        "request_id": request_id.get(),
        # After a fault of ours nothing is asked of the database; a refused host has no person yet.
        "plain": status >= HTTPStatus.INTERNAL_SERVER_ERROR or not hasattr(request, "user"),
    }
    return render(request, "design/error.html", context, status=status, using="jinja2")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's answer to a malformed request."""
    return page(request, HTTPStatus.BAD_REQUEST, "Go back, and try again.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's answer to what it refuses."""
    return page(request, HTTPStatus.FORBIDDEN, "You are not allowed to open this page.")


def not_from_our_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form without the secret of a page of ours: stale, or sent from elsewhere."""
    told = (
        "Nothing was saved. The page was open for too long, or your browser refuses cookies. "
        "Go back, open the page anew, and try again."
    )
    return page(request, HTTPStatus.FORBIDDEN, told)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to an address that leads nowhere."""
    reason = "If you typed the address, check it. If you followed a link, it may be out of date."
    return page(request, HTTPStatus.NOT_FOUND, reason)


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer to somebody who tries too often, and the same whatever they try."""
    return page(request, HTTPStatus.TOO_MANY_REQUESTS, "Wait 5 minutes, and then try again.")


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer to a fault of ours."""
    reason = "It is not your doing. What you had saved is kept. Try again in a few minutes."
    return page(request, HTTPStatus.INTERNAL_SERVER_ERROR, reason)
