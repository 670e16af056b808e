# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""allauth's forms, with our labels and our rows in the ledger. They change nothing themselves."""

from typing import Any

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
)
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from goldenthread.config.sign_in.adapters import DOOR
from goldenthread.config.sign_in.credentials import CredentialField
from goldenthread.config.sign_in.events import Mistake
from goldenthread.config.sign_in.jobs import NOBODY, send_reset_link
from goldenthread.config.sign_in.passwords import ADVICE
from goldenthread.config.sign_in.permissions import can_use_password
from goldenthread.config.sign_in.services import entrances
from goldenthread.core.jobs import enqueue
from goldenthread.people.models import User

EMAIL = "E-mail address"
_CODE_HINT = "6 digits from your authenticator app, or one of your recovery codes."


class SignInForm(LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "login", EMAIL)
        _say(self, "password", "Password")
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class AskForLinkForm(ResetPasswordForm):
    """The address that a link is sent to, where it is somebody's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "email", EMAIL)

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Ask the worker for the e-mail, alike for known and unknown addresses."""
        enqueue(send_reset_link, user=self.users[0].id if self.users else NOBODY)
        return str(self.cleaned_data["email"])


class NewPasswordForm(ResetPasswordKeyForm):
    """A new password, by the link."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "password1", "New password", ADVICE)
        _say(self, "password2", "New password again")


class OtherPasswordForm(ChangePasswordForm):
    """Another password, by whoever knows the one that holds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "oldpassword", "Current password")
        _say(self, "password1", "New password", ADVICE)
        _say(self, "password2", "New password again")


class CodeForm(AuthenticateForm):
    """The second step at sign-in, by a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "code", "Code", _CODE_HINT)

    def clean_code(self) -> str:
        """The code. A wrong one is written into the ledger: the password was right."""
        try:
            return _only_once(self.user, str(super().clean_code()))
        except forms.ValidationError:
            entrances.record_failure(user=self.user, mistake=Mistake.CODE, by=DOOR)
            raise


class PasskeyForm(AuthenticateWebAuthnForm):
    """The second step at sign-in, by a passkey."""

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        """The passkey. A wrong one is written into the ledger: the password was right."""
        try:
            return super().clean_credential()
        except forms.ValidationError:
            entrances.record_failure(user=self.user, mistake=Mistake.PASSKEY, by=DOOR)
            raise


class PasskeyAloneForm(LoginWebAuthnForm):
    """A passkey instead of a password, for who might use a password as well.

    Where people come by single sign-on a passkey of ours would let somebody in whose work account
    has ended.
    """

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        """The passkey."""
        passkey = super().clean_credential()
        if not can_use_password(passkey.user):
            raise get_adapter().validation_error("incorrect_code")
        return passkey


class CodeAgainForm(ReauthenticateForm):
    """A code from somebody who is signed in, before their sign-in is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "code", "Code", _CODE_HINT)

    def clean_code(self) -> str:
        """The code, unless it was used at sign-in."""
        return _only_once(self.user, str(super().clean_code()))


class AppForm(ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "code", "Code from the app", "6 digits. They change every 30 seconds.")


class AddPasskeyForm(AddWebAuthnForm):
    """A name for a passkey, and whether it is enough by itself."""

    credential = CredentialField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, "name", "Name of the passkey", "So that you can tell it from others.")
        if can_use_password(self.user):
            _say(self, "passwordless", "Let me sign in with this passkey alone, without a password")
        else:
            del self.fields["passwordless"]


class ChoosePasswordForm(forms.Form):
    """The first password of somebody who was invited. The service checks it."""

    password1 = forms.CharField(
        label="Password",
        strip=False,
        help_text=ADVICE,
        error_messages={"required": "Enter password"},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label="Password again",
        strip=False,
        error_messages={"required": "Enter password again"},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same."""
        given = super().clean() or {}
        if given.get("password1") != given.get("password2"):
            self.add_error("password2", "The two passwords differ. Type the same one twice.")
        return given


def _only_once(user: User, code: str) -> str:
    """Refuse a code that was used. allauth forgets it before a late code's time is over."""
    digits = "".join(sign for sign in code if sign.isalnum())
    longest = settings.MFA_TOTP_TOLERANCE * 2 + 1
    if not cache.add(f"sign_in.code:{user.id}:{digits}", True, timeout=30 * longest):
        raise get_adapter().validation_error("incorrect_code")
    return code


def _say(form: forms.Form, name: str, label: str, hint: str = "") -> None:
    """Label a field in our words, without a placeholder, which vanishes as one types."""
    field = form.fields[name]
    field.label, field.help_text = label, hint
    field.error_messages["required"] = f"Enter {label[:1].lower()}{label[1:]}"
    field.widget.attrs.pop("placeholder", None)
