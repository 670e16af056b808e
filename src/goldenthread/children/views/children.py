"""Finding a child, adding one, and a child's page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.children import permissions, queries
from goldenthread.children.forms import FindForm, InitialsForm, NumberForm
from goldenthread.children.presenters import children as show
from goldenthread.children.presenters.elsewhere import places
from goldenthread.children.services import children
from goldenthread.children.views.base import ChildActView, KeepsTypedView, ReadingView
from goldenthread.core.decisions import Decision, require

_MERGED = (
    "You opened a record that is merged into another. This is the record that the child goes by."
)


class FindChildView(ReadingView):
    """Find a child by a number, which is sent by POST and stands in no address."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the number."""
        require(permissions.can_find_children(self.scope))
        return self._page(FindForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Open the child; or say that there is none, or choose among several."""
        require(permissions.can_find_children(self.scope))
        form = FindForm(data=request.POST)
        if not form.is_valid():
            return self._page(form)
        found = queries.with_number(self.scope, **form.wanted())
        if len(found) == 1:
            return redirect("show_child", found[0].id)
        self.read(*found)
        return self._page(form, found=show.candidates(self.scope, found), missing=not found)

    def _page(self, form: FindForm, **more: Any) -> HttpResponse:
        may_add = permissions.can_change_children(self.scope)
        context = {"form": form, "may_add": may_add, "found": [], "missing": False} | more
        return render(self.request, "children/find_child.html", context)


class AddChildView(KeepsTypedView):
    """Add a child with a first number."""

    title = "Add a child"
    button = "Add the child"
    done = "The child was added."

    def decision(self) -> Decision:
        """Whether this reader adds children."""
        return permissions.can_change_children(self.scope)

    def make_form(self, **sent: Any) -> NumberForm:
        """The first number."""
        return NumberForm(**sent)

    def do(self, form: NumberForm) -> None:
        """Add them."""
        self.added = children.add(first=children.FirstNumber(**form.given()), by=self.person)

    def back(self) -> str:
        """To the new child, or to the search."""
        added = getattr(self, "added", None)
        return reverse("show_child", args=[added.id]) if added else reverse("find_child")

    def more(self) -> dict[str, Any]:
        """What is kept."""
        return {"intro": "No name is kept. A child is known here by numbers of other systems."}


class ShowChildView(ReadingView):
    """A child's page."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What this reader may see of the child; that they read it is written first."""
        child = queries.standing(self.scope, self.id("child"))
        if child.id != self.id("child"):
            messages.info(request, _MERGED)
            return redirect("show_child", child.id)
        self.read(child)
        context = {
            "child": show.child_page(self.scope, child),
            "finds": permissions.can_find_children(self.scope),
            "places": places(self.scope, child),
        }
        return render(request, "children/show_child.html", context)


class SetInitialsView(ChildActView):
    """Set a child's initials, where the authority keeps them."""

    title = "Set the initials"
    done = "The initials were set."

    def decision(self) -> Decision:
        """Whether initials are kept, and this reader sets them."""
        return permissions.can_set_initials(self.scope)

    def make_form(self, **sent: Any) -> InitialsForm:
        """Filled with what stands."""
        return InitialsForm(**sent, initial={"initials": self.child.initials})

    def do(self, form: InitialsForm) -> None:
        """Set them."""
        given = form.cleaned_data["initials"]
        children.set_initials(child=self.child, initials=given, by=self.person)
