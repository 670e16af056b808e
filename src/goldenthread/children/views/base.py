"""What pages about children share: the row in hand, and the record of reading before anything."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from goldenthread.children import permissions, queries
from goldenthread.children.models import Child
from goldenthread.children.presenters import children as show
from goldenthread.core.decisions import Decision
from goldenthread.core.errors import Conflict
from goldenthread.core.read_log import record_reading
from goldenthread.design.forms import Form
from goldenthread.people.views.base import ActView, ScopedView


class ReadingView(ScopedView):
    """A page that shows something about children."""

    def read(self, *children: Child) -> None:
        """Write that this person reads about them: before anything of theirs is asked for."""
        match = self.request.resolver_match
        page = (match.url_name if match else "") or ""
        for child in children:
            record_reading(child=child.id, page=page, by=self.person)


class KeepsTypedView(ActView):
    """An act that loses nothing of what was typed, whatever others did meanwhile."""

    def _done(self, form: Form) -> bool:
        """Whether the service took it; what others did meanwhile is said beside what was typed."""
        try:
            return super()._done(form)
        except Conflict as error:
            form.add_error(None, error.reason)
            return False


class ChildActView(ReadingView, KeepsTypedView):
    """An act on one child, by the row that the child goes by now."""

    child: Child

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find what the act is about."""
        super().setup(request, *args, **kwargs)
        self.open()

    def open(self) -> None:
        """Find the child, in scope."""
        self.child = queries.standing(self.scope, self.id("child"))

    def decision(self) -> Decision:
        """Whether this reader changes what is known of children."""
        return permissions.can_change_children(self.scope)

    def shown(self) -> tuple[Child, ...]:
        """Those about whom the page tells something."""
        return (self.child,)

    def already(self) -> bool:
        """Whether it is done already, as when a button was pressed twice."""
        return False

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ask, unless it is done already."""
        if self.decision() and self.already():
            return redirect(self.back())
        return super().get(request, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do it, unless it is done already."""
        if self.decision() and self.already():
            messages.success(request, self.done)
            return redirect(self.back())
        return super().post(request, **kwargs)

    def back(self) -> str:
        """To the child's page."""
        return reverse("show_child", args=[self.child.id])

    def more(self) -> dict[str, Any]:
        """Whom it is about."""
        return {"about": show.about(self.scope, self.child)}

    def _ask(self, form: Form) -> HttpResponse:
        self.read(*self.shown())
        return super()._ask(form)


class ConfirmView(ChildActView):
    """An act that is asked about once more."""

    template = "people/confirm.html"
    cannot_be_undone = False

    def consequences(self) -> list[str]:
        """What will be so, in sentences."""
        raise NotImplementedError

    def more(self) -> dict[str, Any]:
        """What it means."""
        said = {"consequences": self.consequences(), "cannot_be_undone": self.cannot_be_undone}
        return super().more() | said
