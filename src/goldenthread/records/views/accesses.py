"""The export of what is held about a child."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.clock import LONDON
from goldenthread.core.decisions import Decision, require
from goldenthread.core.errors import NotFoundInScope
from goldenthread.core.read_log import record_reading
from goldenthread.design.pagination import PER_PAGE
from goldenthread.people.views.base import ActView, ScopedView
from goldenthread.records import permissions
from goldenthread.records.documents import Form, rendered
from goldenthread.records.forms import PassagesForm
from goldenthread.records.models import SubjectAccess
from goldenthread.records.presenters import accesses as show
from goldenthread.records.queries import accesses as queries
from goldenthread.records.sealing import content_of
from goldenthread.records.services import accesses
from goldenthread.records.views.base import ChildActView


class ListAccessesView(ScopedView):
    """All exports, newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Fifty a page."""
        require(permissions.can_list_accesses(self.scope))
        page = Paginator(queries.accesses(self.scope), PER_PAGE).get_page(request.GET.get("page"))
        context = {
            "page": page,
            "count": page.paginator.count,
            "accesses": [show.line(access) for access in page.object_list],
        }
        return render(request, "records/list_accesses.html", context)


class AskAccessView(ChildActView):
    """Ask for an export."""

    template = "people/confirm.html"
    title = "Export what is held about this child?"
    button = "Gather what is held"
    done = "What is held is being gathered. Look here again in a minute."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_export(self.scope, self.child)

    def do(self, form: object) -> None:
        """Ask for it."""
        self.asked = accesses.ask(child=self.child, asked_by=self.person, by=self.person)

    def back(self) -> str:
        """To the export, or to the child's records."""
        asked = getattr(self, "asked", None)
        if asked:
            return reverse("show_access", args=[asked.id])
        return reverse("show_child_records", args=[self.child.id])

    def more(self) -> dict[str, Any]:
        """What happens."""
        said = [
            "Everything that this service holds about the child is gathered into one document.",
            "You decide about each passage in which somebody else is named.",
            "The document can be downloaded for 14 days. Each download is recorded.",
        ]
        return super().more() | {"consequences": said, "cannot_be_undone": False}


class AccessView(ActView):
    """A page about one export; opening it is written into the read log."""

    access: SubjectAccess

    def find(self) -> None:
        """The export."""
        self.access = queries.access(self.scope, self.id("access"))
        match = self.request.resolver_match
        page = match.url_name if match and match.url_name else "show_access"
        record_reading(child=self.access.child, page=page, by=self.scope)

    def back(self) -> str:
        """To the export."""
        return reverse("show_access", args=[self.access.id])


class ShowAccessView(AccessView):
    """Where an export stands."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Its state, what is to do, and what was decided."""
        require(permissions.can_list_accesses(self.scope))
        self.find()
        passages = queries.passages(self.scope, self.access.id)
        context = {
            "access": show.line(self.access),
            "passages": len(passages),
            "decisions": show.decisions(passages),
            "files": show.FILES,
            "may_decide": permissions.can_decide(self.scope, self.access),
            "may_download": permissions.can_download_access(self.scope, self.access),
            "may_withdraw": permissions.can_withdraw_access(self.scope, self.access),
        }
        return render(request, "records/show_access.html", context)


class DecidePassagesView(AccessView):
    """Decide about passages in which somebody else is named."""

    template = "records/decide_passages.html"
    title = "Decide about passages"
    button = "Save and make the document"
    done = "Your decisions are saved. The document is being made."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_decide(self.scope, self.access)

    def make_form(self, **sent: Any) -> PassagesForm:
        """A question for each passage."""
        passages = queries.passages(self.scope, self.access.id)
        return PassagesForm(**sent, passages=show.to_decide(passages))

    def do(self, form: PassagesForm) -> None:
        """Save the decisions."""
        accesses.decide(
            access=self.access, choices=form.decided(), decided_by=self.person, by=self.person
        )


class DownloadAccessView(AccessView):
    """The document, in one file type."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The file; that it was downloaded is written first."""
        require(permissions.can_list_accesses(self.scope))
        if self.kwargs["form"] not in {form.value for form in Form}:
            raise NotFoundInScope
        self.find()
        require(permissions.can_download_access(self.scope, self.access))
        form = Form(self.kwargs["form"])
        made = self.access.made_at or self.access.created_at
        content = rendered(content_of(self.access), made.astimezone(LONDON).date(), form)
        response = HttpResponse(content, content_type=form.content_type)
        name = f"what-is-held-{str(self.access.id)[:8]}.{form.value}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class WithdrawAccessView(AccessView):
    """Drop an export."""

    template = "people/confirm.html"
    title = "Withdraw this export?"
    button = "Withdraw the export"
    done = "The export is withdrawn. What it held is gone."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_withdraw_access(self.scope, self.access)

    def do(self, form: object) -> None:
        """Withdraw it."""
        accesses.withdraw(access=self.access, by=self.person)

    def more(self) -> dict[str, Any]:
        """What goes."""
        said = "What was gathered is deleted at once. What was decided about passages stays."
        return {"consequences": [said]}
