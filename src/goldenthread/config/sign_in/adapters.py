# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""allauth, as this house wants it: who may in, what is said, and what is written."""

import base64
from collections.abc import Mapping
from typing import Any, ClassVar

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from goldenthread.config.sign_in import queries, session_marks
from goldenthread.config.sign_in.events import Mistake, Way
from goldenthread.config.sign_in.permissions import can_remove_factor, can_use_password
from goldenthread.config.sign_in.services import entrances, passwords
from goldenthread.core.actors import System
from goldenthread.people.models import User
from goldenthread.privacy.encryption import seal, unseal

log = structlog.get_logger(__name__)

DOOR = System("sign_in")
_WRONG = "The e-mail address or the password is wrong."
_PLACE = "mfa_authenticator.data"


class AccountAdapter(DefaultAccountAdapter):
    """Passwords, and what happens at the door whichever way somebody comes."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _WRONG,
        "enter_current_password": "That is not your current password.",
        "incorrect_code": "This code is wrong or was used before. Try the next one.",
        "incorrect_password": "That is not your password.",
        "invalid_password_reset": "This link was used before or is out of date. Ask for a new one.",
        "too_many_login_attempts": "There were too many tries. Wait 5 minutes and try again.",
        "rate_limited": "There were too many tries. Wait 5 minutes and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody adds themselves: people are invited."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The person with this address and password, where they may use a password.

        Whoever may not is answered as if the password were wrong, and counted so.
        """
        user: User | None = super().authenticate(request, **credentials)
        if user is None or can_use_password(user):
            return user
        self.pre_authenticate(request, **credentials)
        self.authentication_failed(request, **credentials)
        return None

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write a failure of a known person; of unknown ones only that there was one."""
        known = queries.user_of_address(credentials.get("email", ""))
        if known is None:
            log.warning("sign_in_failed", known=False)
            return
        entrances.record_failure(user=known, mistake=Mistake.PASSWORD, by=DOOR)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether this is the password of who is signed in."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Write that somebody is in. Where that cannot be written, they are not."""
        by_provider = session_marks.provider_asked(kwargs["signal_kwargs"])
        records = get_authentication_records(request, user)
        factor = by_provider or any(each["method"] == "mfa" for each in records)
        try:
            entrances.record_sign_in(user=user, way=_way(records), second_factor=factor, by=user)
        except BaseException:
            request.session.flush()
            raise
        session_marks.begin(request, user, second_factor=factor)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return answer

    def logout(self, request: HttpRequest) -> None:
        """End this session, and write it."""
        if isinstance(request.user, User):
            entrances.record_sign_out(user=request.user, by=request.user)
        UserSession.objects.filter(session_key=request.session.session_key).delete()
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        """Set a password: by the person themselves, or by the link that was sent to them."""
        request = context.request
        if request.user.is_authenticated and request.user.pk == user.pk:
            keep = request.session.session_key
            passwords.change_password(user=user, password=password, keep=keep, by=user)
        else:
            passwords.reset_password(user=user, password=password, by=System("password_reset"))
            self._delete_login_attempts_cached_email(request, email=user.email)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where somebody begins: without a role there is only whom to ask."""
        has_role = isinstance(request.user, User) and queries.roles_today(request.user)
        return resolve_url(settings.LOGIN_REDIRECT_URL if has_role else "show_no_role")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own sign-in."""
        return resolve_url("mfa_index")

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say no more to deactivated people than to unknown ones."""
        messages.error(request, "You could not be signed in.")
        return HttpResponseRedirect(resolve_url("account_login"))

    def get_login_stages(self) -> list[str]:
        """After the first step only the second; addresses are checked by invitation."""
        return ["goldenthread.config.sign_in.stages.SecondFactorStage"]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether a page asks once more who one is.

        Who has nothing here to show it with, and so came by single sign-on, comes by it again.
        """
        request = context.request
        if not get_reauthentication_flows(request.user) and session_marks.is_stale(request):
            self.logout(request)
            messages.warning(request, "Sign in again before you change how you sign in.")
            raise ImmediateHttpResponse(redirect_to_login(request.get_full_path()))
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """The ways to show once more who one is, in our words."""
        methods: list[dict[str, str]] = super().get_reauthentication_methods(user)
        return [{**method, "description": _AGAIN[method["id"]]} for method in methods]

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: Mapping[str, object] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell people by e-mail what was changed in their sign-in."""
        if template_prefix in _TOLD:
            self.send_mail(_NOTICE, user.email, {"changed": _TOLD[template_prefix]})


_AGAIN = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code from your app, or a recovery code",
    "mfa_reauthenticate:webauthn": "Use your passkey",
}
_NOTICE = "sign_in/email/changed"
_TOLD = {
    "account/email/password_changed": "Your password was changed.",
    "account/email/password_reset": "Your password was set anew by a link sent to you.",
    "mfa/email/totp_activated": "An authenticator app was added to your sign-in.",
    "mfa/email/totp_deactivated": "The authenticator app was removed from your sign-in.",
    "mfa/email/webauthn_added": "A passkey was added to your sign-in.",
    "mfa/email/webauthn_removed": "A passkey was removed from your sign-in.",
    "mfa/email/recovery_codes_generated": "New recovery codes were made. Old ones no longer work.",
}


def _way(records: list[dict[str, Any]]) -> Way:
    methods = {each["method"] for each in records}
    if "socialaccount" in methods:
        return Way.SINGLE_SIGN_ON
    return Way.PASSWORD if "password" in methods else Way.PASSKEY


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors: sealed in the database, and removed only where the policy lets them."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": (
            "Your role needs a second step at sign-in, and this is your only one. "
            "Add another way first."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret under the content key, which no backup holds."""
        return base64.b64encode(seal(text.encode(), place=_PLACE)).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return unseal(base64.b64decode(encrypted_text), place=_PLACE).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether the policy lets this person do without it."""
        return can_remove_factor(authenticator.user).allowed

    def generate_authenticator_name(self, user: User, kind: Authenticator.Type) -> str:
        """A name to begin with, which people change as they like."""
        count = Authenticator.objects.filter(user=user, type=kind).count()
        return f"Passkey {count + 1}"

    def get_totp_issuer(self) -> str:
        """What an authenticator app shows."""
        return str(settings.AUTHORITY_NAME)

    def _get_site_name(self) -> str:
        return str(settings.AUTHORITY_NAME)
