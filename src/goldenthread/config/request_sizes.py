"""Requests that are larger than any form of ours are refused before anything of them is read."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from goldenthread.briefs.errands import LARGEST_UPLOAD, MEBIBYTE
from goldenthread.config.error_pages import page

LARGEST_TEXT = MEBIBYTE
"""Bytes of a form without files, and of what somebody may send who has not signed in."""
LARGEST = 2 * LARGEST_UPLOAD + LARGEST_TEXT
"""Bytes of the largest form: a brief and a workbook."""


class RequestSizeMiddleware:
    """Stands after those that know who asks, and before the first that reads what is sent.

    Django writes files that are sent into a folder as it reads them, however many there are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse by the length that is told; of a request that tells none nothing is read."""
        told = request.META.get("CONTENT_LENGTH") or "0"
        trusted = settings.OPEN_PAGES or request.user.is_authenticated
        most = LARGEST if trusted else LARGEST_TEXT
        if told.isdecimal() and len(told) <= len(str(most)) and int(told) <= most:
            return self.get_response(request)
        reason = "What you sent is larger than this service takes. Nothing was kept of it."
        return page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)
