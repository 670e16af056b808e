# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""Second factors: added and removed by the person themselves, and written in the same act."""

from typing import Any

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.db import transaction
from django.http import HttpResponse
from django.views.generic import TemplateView

from goldenthread.config.sign_in.permissions import can_remove_factor
from goldenthread.config.sign_in.policy import Factor
from goldenthread.config.sign_in.services import factors


class ShowSecondStepView(TemplateView):
    """Leads to setting up a second step, before anything else."""

    template_name = "sign_in/second_step.html"


class AddAppView(ActivateTOTPView):
    """Sets up an authenticator app."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it, and write it."""
        with transaction.atomic():
            answer: HttpResponse = super().form_valid(form)
            codes = self.did_generate_recovery_codes
            user = self.request.user
            factors.record_factor(user=user, factor=Factor.APP, recovery_codes=codes, by=user)
        return answer


class AddPasskeyView(AddWebAuthnView):
    """Adds a passkey."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it, and write it."""
        with transaction.atomic():
            answer: HttpResponse = super().form_valid(form)
            codes = self.did_generate_recovery_codes
            user = self.request.user
            factors.record_factor(user=user, factor=Factor.PASSKEY, recovery_codes=codes, by=user)
        return answer


class RemoveAppView(DeactivateTOTPView):
    """Removes the authenticator app."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Write it, where the policy lets it go, and remove it."""
        user = self.request.user
        factors.record_removal(user=user, factor=Factor.APP, by=user)
        answer: HttpResponse = super().form_valid(form)
        return answer


class RemovePasskeyView(RemoveWebAuthnView):
    """Removes a passkey."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether it may go, and why not."""
        return {
            **super().get_context_data(**kwargs),
            "decision": can_remove_factor(self.request.user),
        }

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Write it, where the policy lets it go, and remove it."""
        user = self.request.user
        factors.record_removal(user=user, factor=Factor.PASSKEY, by=user)
        answer: HttpResponse = super().form_valid(form)
        return answer


class MakeRecoveryCodesView(GenerateRecoveryCodesView):
    """Makes new recovery codes."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Make them, and write it."""
        answer: HttpResponse = super().form_valid(form)
        factors.record_recovery_codes(user=self.request.user, by=self.request.user)
        return answer
