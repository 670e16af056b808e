"""An id for each request, which its ledger rows, log lines and error page carry."""

from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from goldenthread.core.requests import request_id


class RequestIdMiddleware:
    """Outermost: what anything below writes belongs to the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request its id, and tell it in the answer."""
        token = request_id.set(uuid4().hex)
        try:
            response = self.get_response(request)
            response["X-Request-Id"] = request_id.get()
            return response
        finally:
            request_id.reset(token)
