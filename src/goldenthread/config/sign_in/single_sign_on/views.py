# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""To the identity provider and back."""

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from goldenthread.config.sign_in.single_sign_on.provider import StrictOpenIDConnect


@login_not_required
def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to the identity provider, by a page of their own.

    A redirect would be part of sending the form, which the content security policy lets go to
    this service only; providers send people on to others that nobody can list beforehand.
    """
    answer = _through(OAuth2LoginView, request, provider_id)
    if not isinstance(answer, HttpResponseRedirect):
        return answer
    return render(request, "sign_in/to_provider.html", {"address": answer.url}, using="django")


@login_not_required
def from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take somebody in who comes back from it."""
    return _through(OAuth2CallbackView, request, provider_id)


def _through(view: type, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        adapter = StrictOpenIDConnect(request, provider_id)
        answer: HttpResponse = view.adapter_view(adapter)(request)  # type: ignore[attr-defined]
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return answer
