# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""E-mails of the sign-in, made by the worker: no answer takes longer for a known address."""

from uuid import UUID

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from goldenthread.config.sign_in.permissions import can_use_password
from goldenthread.core.jobs import job
from goldenthread.people.models import User
from goldenthread.people.queries.roles import administrators

NOBODY = UUID(int=0)
"""Stands for an unknown address: the job is asked for all the same, and does nothing."""


@job
def send_reset_link(*, user: UUID) -> None:
    """Send the link by which somebody sets a new password, if they may use one."""
    known = User.objects.filter(id=user).first()
    if known is None or not can_use_password(known):
        return
    key = PASSWORD_RESET_TOKEN_GENERATOR().make_token(known)
    parts = {"uidb36": user_pk_to_url_str(known), "key": key}
    link = settings.SITE_URL + reverse("account_reset_password_from_key", kwargs=parts)
    _send("sign_in/email/reset", known.email, {"link": link})


@job
def tell_of_break_glass(*, user: UUID) -> None:
    """Tell every administrator that the break-glass account is in use."""
    for grant in administrators().exclude(user_id=user).select_related("user"):
        _send("sign_in/email/break_glass", grant.user.email, {})


@job
def tell_of_removal(*, user: UUID) -> None:
    """Tell somebody that their second step was removed."""
    known = User.objects.get(id=user)
    _send("sign_in/email/changed", known.email, {"changed": "Your second step was removed."})


def send_of_other_address(user: User) -> None:
    """Tell somebody, at the address that they had, that it was changed; no job: it is gone soon."""
    told = (
        "Another e-mail address was given to your account. Links to sign in go there from now on."
    )
    _send("sign_in/email/changed", user.email, {"changed": told})


def _send(template: str, address: str, context: dict[str, str]) -> None:
    subject = render_to_string(f"{template}_subject.txt", context, using="django").strip()
    body = render_to_string(f"{template}_message.txt", context, using="django")
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [address]).send()
