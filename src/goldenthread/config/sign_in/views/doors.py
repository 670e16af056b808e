# mypy: disable-error-code="misc"
# (allauth has no types, so that its classes are of any)
"""In and out: the sign-in, the sign-out, invitations, and what is said to who may not go on."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.generic import FormView, TemplateView

from goldenthread.config.sign_in.forms import ChoosePasswordForm
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
