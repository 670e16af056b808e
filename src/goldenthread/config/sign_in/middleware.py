# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""Every page asks for a sign-in that still holds, and none stays behind in the browser."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import resolve_url
from django.utils.http import urlencode

from goldenthread.config.sign_in import session_marks
from goldenthread.config.sign_in.policy import SessionEnd
from goldenthread.core import clock
from goldenthread.people.models import User

GetResponse = Callable[[HttpRequest], HttpResponse]

_ENDED = {
    SessionEnd.TOO_OLD: "You were signed in for a whole working day. Sign in again to go on.",
    SessionEnd.IDLE: "You opened nothing for a while, so you were signed out. Sign in to go on.",
}
_OWED = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_index",
        "mfa_reauthenticate",
        "show_second_step",
    }
)
"""Names of pages that are open to somebody who still owes a second factor."""


class SessionLimitsMiddleware:
    """Ends sessions that are too old or were left alone; notes when the others were last used."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the session before anything else does."""
        if request.user.is_authenticated:
            self._look_at(request)
        response = self.get_response(request)
        told = response.get("Cache-Control", "")
        if "public" not in told and (request.user.is_authenticated or not told):
            response["Cache-Control"] = "no-store, private"
        return response

    def _look_at(self, request: HttpRequest) -> None:
        if ended := session_marks.over(request):
            UserSession.objects.filter(session_key=request.session.session_key).delete()
            request.session.flush()
            request.user = AnonymousUser()
            request.session_ended = ended  # type: ignore[attr-defined]  # told at the door
        elif session_marks.note_seen(request):
            noted = UserSession.objects.filter(session_key=request.session.session_key)
            noted.update(last_seen_at=clock.now())


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Sends everybody to the sign-in first, and who owes a second factor to set it up."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], *arguments: Any
    ) -> HttpResponseBase | None:
        """Let pass who is signed in wholly, and whatever is open to anybody."""
        if isinstance(request.user, User) and getattr(view_func, "login_required", True):
            return self._second_factor(request, request.user)
        answer: HttpResponseBase | None = super().process_view(request, view_func, *arguments)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Ask once more who one is, and then for the form anew.

        allauth would keep what was sent in the session, passwords and cookies with it.
        """
        if not isinstance(error, ReauthenticationRequired):
            return None
        ways = get_adapter().get_reauthentication_methods(request.user)
        where = ways[0]["url"] if ways else resolve_url("account_login")
        return HttpResponseRedirect(f"{where}?{urlencode({REDIRECT_FIELD_NAME: request.path})}")

    def _second_factor(self, request: HttpRequest, user: User) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is not None and match.url_name in _OWED:
            return None
        if not session_marks.owes_second_factor(request, user):
            return None
        if in_background(request):
            return JsonResponse({"error": "second_factor_owed"}, status=HTTPStatus.FORBIDDEN)
        return HttpResponseRedirect(resolve_url("show_second_step"))

    def handle_no_permission(  # type: ignore[override]  # JSON as well as a redirect
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        """To the sign-in and back; a request in the background learns it by its status."""
        if in_background(request):
            where = resolve_url(self.get_login_url(view_func))
            answer = {"error": "signed_out", "sign_in": where}
            return JsonResponse(answer, status=HTTPStatus.UNAUTHORIZED)
        redirect: HttpResponseBase = super().handle_no_permission(request, view_func)
        if ended := getattr(request, "session_ended", None):
            messages.warning(request, _ENDED[ended])
            redirect["Clear-Site-Data"] = '"cache"'  # what is not yet sent waits in its storage
        return redirect


def in_background(request: HttpRequest) -> bool:
    """Whether a script on a page asks, for which a redirect to a form would be of no use."""
    return (
        request.headers.get("X-Requested-With") == "XMLHttpRequest"
        or request.headers.get("HX-Request") == "true"
        or request.headers.get("Accept", "").split(";")[0].strip() == "application/json"
    )
