"""How somebody else signs in, for administrators: seen, and mended when a telephone is lost."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.config.sign_in import permissions, presenters, queries
from goldenthread.config.sign_in.services import factors, sessions, single_sign_on
from goldenthread.core.decisions import Decision, first_refusal, require
from goldenthread.people.queries.people import get_user
from goldenthread.people.views.base import ScopedView
from goldenthread.people.views.people import PersonActView


class ShowSignInView(ScopedView):
    """What an administrator may know of it."""

    def get(self, request: HttpRequest, user: object) -> HttpResponse:
        """Facts, and what can be done."""
        row = get_user(self.scope, self.id("user"))
        require(permissions.may_see_sign_in(self.scope))
        known = queries.state_of(row)
        context = {
            "person": row,
            "facts": presenters.facts(row, known),
            "acts": presenters.acts(self.scope, row, known),
        }
        return render(request, "sign_in/show_persons_sign_in.html", context)


class _MendView(PersonActView):
    """Asks before it changes how somebody signs in."""

    template = "people/confirm.html"
    consequences: ClassVar[list[str]]

    def back(self) -> str:
        """To what is known of their sign-in."""
        return reverse("show_persons_sign_in", args=[self.user.id])

    def more(self) -> dict[str, Any]:
        """What follows."""
        more = {"consequences": self.consequences, "cannot_be_undone": False}
        return super().more() | more


class RemoveSecondStepView(_MendView):
    """Removes a second step whose telephone or key is lost."""

    title = "Remove their second step?"
    button = "Remove the second step"
    done = "The second step was removed."
    consequences: ClassVar[list[str]] = [
        "Make sure that it is they who ask: ring them, or see them.",
        "They are signed out everywhere.",
        "They sign in without a second step next time, and set up another if their role needs it.",
        "An e-mail tells them.",
    ]

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_remove_second_step(self.scope, self.user)

    def do(self, form: object) -> None:
        """Remove it."""
        factors.remove_second_step(user=self.user, by=self.person)


class SignOutPersonView(_MendView):
    """Signs somebody out everywhere."""

    title = "Sign this person out everywhere?"
    button = "Sign them out"
    done = "They are signed out everywhere."
    consequences: ClassVar[list[str]] = ["They can sign in again. What they saved is kept."]

    def decision(self) -> Decision:
        """Whether this reader may; one's own sessions are ended at one's own page."""
        return first_refusal(
            permissions.may_see_sign_in(self.scope),
            permissions.can_end_sessions(self.scope, self.user),
        )

    def do(self, form: object) -> None:
        """Sign them out."""
        sessions.end_sessions(user=self.user, by=self.person)


class ForgetWorkAccountView(_MendView):
    """Forgets a work account that was made anew."""

    title = "Forget their work account?"
    button = "Forget the work account"
    done = "The work account was forgotten."
    consequences: ClassVar[list[str]] = [
        "They are signed out everywhere.",
        "The next work account with their checked e-mail address is taken for theirs.",
    ]

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_forget_subject(self.scope, self.user)

    def do(self, form: object) -> None:
        """Forget it."""
        single_sign_on.forget_subject(user=self.user, by=self.person)
