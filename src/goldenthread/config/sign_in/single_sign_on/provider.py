# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""The provider, asked strictly: PKCE, a nonce, a signature that is checked, and nothing kept."""

import secrets
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponse
from requests import RequestException

from goldenthread.config.sign_in.single_sign_on.claims import CannotBeBelieved, subject_of
from goldenthread.config.sign_in.single_sign_on.tokens import verified


class StrictOpenIDConnect(OpenIDConnectOAuth2Adapter):
    """Checks the signature of the id token, though it came straight from the provider."""

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
        answer.raise_for_status()
        issuer = self.openid_config["issuer"]
        return verified(id_token, answer.json(), issuer=issuer, client=app.client_id)

    def complete_login(self, *arguments: Any, **kwargs: Any) -> SocialLogin:
        """Read the provider's answer. Whatever is odd about it becomes a failed sign-in."""
        try:
            return super().complete_login(*arguments, **kwargs)
        except (KeyError, TypeError, ValueError, CannotBeBelieved) as error:
            raise ProviderException("The identity provider's answer cannot be read.") from error


class SingleSignOnProvider(OpenIDConnectProvider):
    """OpenID Connect without what a request could add to it."""

    oauth2_adapter_class = StrictOpenIDConnect

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Only where to go on afterwards comes from the request; never scope or process."""
        asked = super().get_redirect_from_request_kwargs(request)
        kept = {"process": AuthProcess.LOGIN, "scope": self.get_scope()}
        return kept | ({"next_url": asked["next_url"]} if "next_url" in asked else {})

    def redirect(self, request: HttpRequest, *arguments: Any, **kwargs: Any) -> HttpResponse:
        """Send somebody to the provider with a nonce of their own."""
        nonce = secrets.token_urlsafe(32)
        auth = {**self.get_auth_params(), "nonce": nonce}
        try:
            answer: HttpResponse = super().redirect(
                request, *arguments, auth_params=auth, nonce=nonce, **kwargs
            )
        except (RequestException, KeyError, ValueError) as error:
            answer = render_authentication_error(request, self, exception=error)
        return answer

    def sociallogin_from_response(
        self, request: HttpRequest, response: dict[str, Any]
    ) -> SocialLogin:
        """A sign-in that carries what was said only as long as it takes."""
        login = super().sociallogin_from_response(request, response)
        login.said = response
        return login

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The opaque id of the subject at its issuer."""
        return subject_of(data.get("id_token") or {}, data.get("userinfo") or {})

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep nothing of what the provider says."""
        return {}
