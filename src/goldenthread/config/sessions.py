"""The session of a request, by its cookie; what can be no key of ours is no cookie."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest


class SessionByKeyMiddleware(SessionMiddleware):
    """Asks the database for keys of letters and digits only: PostgreSQL fails at some others."""

    def process_request(self, request: HttpRequest) -> None:
        """Open the session; nothing is read of it yet."""
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        ours = key.isascii() and key.isalnum()
        request.session = self.SessionStore(key if ours else None)
