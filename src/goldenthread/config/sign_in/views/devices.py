# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""Where somebody is signed in, and the end of it."""

from typing import Any

from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.views import View

from goldenthread.config.sign_in.devices import in_words
from goldenthread.config.sign_in.services import sessions
from goldenthread.config.sign_in.views.doors import CLEAR


class ListSessionsView(ListUserSessionsView):
    """Where somebody is signed in; a button for each, and one for all others."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each with its device in words."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["devices"] = [
            {"session": each, "device": in_words(each.user_agent), "is_this": each.is_current()}
            for each in sorted(
                context["sessions"], key=lambda each: each.last_seen_at, reverse=True
            )
        ]
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign out everywhere else."""
        user = self.request.user
        sessions.end_sessions(user=user, keep=self.request.session.session_key, by=user)
        messages.success(self.request, "You are signed out everywhere else.")
        return redirect("usersessions_list")


class EndSessionView(View):
    """Ends one session of one's own."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End it."""
        user: Any = request.user
        sessions.end_one_session(user=user, session=pk, by=user)
        messages.success(request, "That device is signed out.")
        return redirect("usersessions_list")


class EndSessionsView(View):
    """Ends all one's sessions, this one too."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """End them."""
        user: Any = request.user
        sessions.end_sessions(user=user, by=user)
        request.session.flush()
        answer = HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
        answer["Clear-Site-Data"] = CLEAR
        return answer
