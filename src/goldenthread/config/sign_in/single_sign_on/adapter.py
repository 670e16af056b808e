# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""Whom single sign-on lets in: people who are known here, and nobody by an unchecked address."""

from typing import Any

import structlog
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import Provider
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from goldenthread.config.sign_in.services import single_sign_on as service
from goldenthread.config.sign_in.single_sign_on import claims
from goldenthread.core.errors import DomainError

log = structlog.get_logger(__name__)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Recognises people, and takes over the roles that their claims give them."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody adds themselves by allauth's forms."""
        return False

    def populate_user(self, *arguments: Any) -> None:
        """Fill in no form for a new person: there is none."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whom we recognise; show everybody else the same page."""
        try:
            said = self._believed(sociallogin)
            account = service.recognise(said=said, provider=sociallogin.account.provider)
        except (claims.CannotBeBelieved, DomainError) as refusal:
            log.warning("single_sign_on_refused", error=type(refusal).__name__)
            page = render(request, "sign_in/not_known.html", status=403, using="django")
            raise ImmediateHttpResponse(page) from refusal
        sociallogin.account, sociallogin.user = account, account.user
        sociallogin.state["second_factor"] = settings.OIDC_SECOND_FACTOR or said.second_factor

    def _believed(self, login: SocialLogin) -> claims.Claims:
        """The claims, where they answer what this browser asked."""
        id_token = login.said.get("id_token") or {}
        nonce = login.state.get("nonce")
        if not nonce or id_token.get("nonce") != nonce:
            raise claims.CannotBeBelieved("The answer is not to what was asked.")
        return claims.read(
            id_token,
            login.said.get("userinfo") or {},
            roles_claim=settings.OIDC_ROLES_CLAIM,
            roles=settings.OIDC_ROLES,
            domains=settings.OIDC_EMAIL_DOMAINS,
        )

    def on_authentication_error(
        self, request: HttpRequest, provider: Provider, *arguments: Any, **kwargs: Any
    ) -> None:
        """Count in the log that the provider's answer was of no use, and its kind."""
        log.warning("single_sign_on_failed", error=type(kwargs.get("exception")).__name__)
