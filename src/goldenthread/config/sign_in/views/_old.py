# mypy: disable-error-code="import-untyped, misc"
"""Pages of signing in: allauth's, with their acts made whole, and a few of our own."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import FormView, TemplateView

from goldenthread.config.sign_in.devices import in_words
from goldenthread.config.sign_in.forms import ChoosePasswordForm
from goldenthread.config.sign_in.permissions import can_remove_factor
from goldenthread.config.sign_in.policy import Factor
from goldenthread.config.sign_in.services import factors, sessions
from goldenthread.people.queries.invitations import invitation_from_token
from goldenthread.people.queries.roles import administrators
from goldenthread.people.services import invitations

CLEAR = '"cache", "storage"'
"""What browsers forget at sign-out; cookies of the authority's other sites are not ours."""


@login_not_required
def closed(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Answer for allauth's pages that have no place here, of which it knows the names."""
    raise Http404


class SignInView(LoginView):
    """The door."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What ways there are."""
        ways = {
            "password_sign_in": settings.PASSWORD_SIGN_IN,
            "single_sign_on": settings.OIDC_NAME if settings.OIDC_SERVER else "",
        }
        return {**super().get_context_data(**kwargs), **ways}


class SignOutView(LogoutView):
    """The way out, after which nothing is left behind in the browser."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out."""
        answer: HttpResponse = super().post(*args, **kwargs)
        answer["Clear-Site-Data"] = CLEAR
        return answer


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
        answer = HttpResponseRedirect("/")
        answer["Clear-Site-Data"] = CLEAR
        return answer


class ShowSecondStepView(TemplateView):
    """Leads to setting up a second step, before anything else."""

    template_name = "sign_in/second_step.html"


class ShowNoRoleView(TemplateView):
    """Says whom to ask, to somebody who has no role yet."""

    template_name = "sign_in/no_role.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The people who can grant a role."""
        people = [grant.user for grant in administrators().select_related("user")]
        named = [person for person in people if not person.break_glass]
        return {**super().get_context_data(**kwargs), "administrators": named}


@method_decorator(login_not_required, name="dispatch")
class AcceptInvitationView(FormView[ChoosePasswordForm]):
    """Somebody who was invited chooses a password."""

    template_name = "sign_in/accept_invitation.html"
    form_class = ChoosePasswordForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whom the link is for."""
        invitation = invitation_from_token(self.kwargs["token"])
        single_sign_on = settings.OIDC_NAME if settings.OIDC_SERVER else ""
        ways = {"password_sign_in": settings.PASSWORD_SIGN_IN, "single_sign_on": single_sign_on}
        return {**super().get_context_data(**kwargs), "invited": invitation.user, **ways}

    def form_valid(self, form: ChoosePasswordForm) -> HttpResponse:
        """Set the password, and go to the sign-in."""
        invitation = invitation_from_token(self.kwargs["token"])
        if not settings.PASSWORD_SIGN_IN:
            raise Http404
        password = form.cleaned_data["password1"]
        try:
            invitations.accept(invitation=invitation, password=password, by=invitation.user)
        except ValidationError as error:
            form.add_error("password1", error)
            return self.form_invalid(form)
        messages.success(self.request, "Your password is set. Sign in with it now.")
        return redirect("account_login")
