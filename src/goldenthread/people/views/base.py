"""What pages share: the reader's scope, and the round of asking, doing and going on."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from goldenthread.core.decisions import Decision, require
from goldenthread.core.errors import InvalidTransition, NotAllowed
from goldenthread.design.forms import Form
from goldenthread.people.models import User
from goldenthread.people.queries.scopes import scope_of
from goldenthread.people.scope import Scope


def reader_of(request: HttpRequest) -> Scope | None:
    """What whoever asks is to others, found out once for page and menu; ``None`` if signed out."""
    if not isinstance(request.user, User):
        return None
    if not hasattr(request, "reader"):
        request.reader = scope_of(request.user)  # type: ignore[attr-defined]  # kept beside user
    scope: Scope = request.reader  # type: ignore[attr-defined]
    return scope


class ScopedView(View):
    """A page for somebody who is signed in."""

    person: User
    scope: Scope

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find out once who asks, and what they are to others."""
        super().setup(request, *args, **kwargs)
        scope = reader_of(request)
        if scope is None or not isinstance(request.user, User):
            raise NotAllowed("Sign in first.")
        self.person, self.scope = request.user, scope

    def id(self, name: str) -> UUID:
        """An id of the address."""
        which: UUID = self.kwargs[name]
        return which


class Asked(Form):
    """A form without fields: a page that only asks whether to go on."""


class ActView(ScopedView):
    """A page that asks, does one act, and goes on. Subclasses say what."""

    template: ClassVar[str] = "people/form.html"
    title: ClassVar[str]
    button: ClassVar[str] = "Save"
    done: ClassVar[str]

    def find(self) -> None:
        """Find what the act is about, in scope."""

    def decision(self) -> Decision:
        """Whether this person may: asked before the form is shown, and again by the service."""
        raise NotImplementedError

    def make_form(self, **sent: Any) -> Form:
        """The form; with what was sent, if anything was."""
        return Asked(**sent)

    def do(self, form: Any) -> None:
        """Do it, with what the form gives."""
        raise NotImplementedError

    def back(self) -> str:
        """Where to go afterwards, and where *Cancel* leads."""
        raise NotImplementedError

    def more(self) -> dict[str, Any]:
        """What else the template prints."""
        return {}

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ask."""
        self.find()
        require(self.decision())
        return self._ask(self.make_form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do it, or ask again with what is wrong."""
        self.find()
        require(self.decision())
        form = self.make_form(data=request.POST, files=request.FILES)
        if not form.is_valid() or not self._done(form):
            return self._ask(form)
        messages.success(request, self.done)
        return redirect(self.back())

    def _done(self, form: Form) -> bool:
        """Whether the service took it; what the data do not allow is said in the form."""
        try:
            self.do(form)
        except ValidationError as error:
            for field, sentences in error.message_dict.items():
                form.add_error(field if field in form.fields else None, sentences)
            return False
        except InvalidTransition as error:  # what was typed can be typed otherwise
            form.add_error(None, error.reason)
            return False
        return True

    def _ask(self, form: Form) -> HttpResponse:
        context = {"title": self.title, "button": self.button, "cancel": self.back()}
        return render(self.request, self.template, context | {"form": form} | self.more())
