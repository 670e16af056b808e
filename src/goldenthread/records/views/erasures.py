"""The erasure of a child, by two persons."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.decisions import Decision, require
from goldenthread.design.pagination import PER_PAGE
from goldenthread.people.views.base import ActView, ScopedView
from goldenthread.records import permissions
from goldenthread.records.models import Erasure
from goldenthread.records.presenters import erasures as show
from goldenthread.records.queries import erasures as queries
from goldenthread.records.services import erasures
from goldenthread.records.views.base import ChildActView


class ListErasuresView(ScopedView):
    """All erasures, newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Fifty a page."""
        require(permissions.can_list_erasures(self.scope))
        page = Paginator(queries.erasures(self.scope), PER_PAGE).get_page(request.GET.get("page"))
        context = {
            "page": page,
            "count": page.paginator.count,
            "erasures": [show.line(erasure) for erasure in page.object_list],
        }
        return render(request, "records/list_erasures.html", context)


class ShowErasureView(ScopedView):
    """One erasure: what would go, or went."""

    def get(self, request: HttpRequest, erasure: object) -> HttpResponse:
        """Who asked, who approved, and the counts."""
        require(permissions.can_list_erasures(self.scope))
        row = queries.erasure(self.scope, self.id("erasure"))
        line = show.line(row)
        would_go = queries.would_go(self.scope, row.child) if line.waits else []
        context = {
            "erasure": line,
            "facts": show.facts(row),
            "counts": show.counts(row, would_go),
            "may_approve": permissions.can_approve_erasure(self.scope, row),
            "may_withdraw": permissions.can_withdraw_erasure(self.scope, row),
        }
        return render(request, "records/show_erasure.html", context)


class AskErasureView(ChildActView):
    """Ask for the erasure of a child, after a dry run."""

    template = "records/ask_erasure.html"
    title = "Ask to erase this child?"
    button = "Ask for erasure"
    done = "The erasure waits for somebody else's approval."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_ask_erasure(self.scope, self.child)

    def do(self, form: object) -> None:
        """Ask for it."""
        self.asked = erasures.ask(child=self.child, asked_by=self.person, by=self.person)

    def back(self) -> str:
        """To the erasure, or to the child's records."""
        asked = getattr(self, "asked", None)
        if asked:
            return reverse("show_erasure", args=[asked.id])
        return reverse("show_child_records", args=[self.child.id])

    def more(self) -> dict[str, Any]:
        """What would go."""
        return super().more() | {
            "counts": queries.would_go(self.scope, self.child.id),
            "cannot_be_undone": False,
        }


class ErasureActView(ActView):
    """An act on an erasure that was asked for."""

    template = "people/confirm.html"
    erasure: Erasure

    def find(self) -> None:
        """The erasure."""
        self.erasure = queries.erasure(self.scope, self.id("erasure"))

    def back(self) -> str:
        """To the erasure."""
        return reverse("show_erasure", args=[self.erasure.id])


class ApproveErasureView(ErasureActView):
    """Approve it: a worker deletes."""

    title = "Approve this erasure?"
    button = "Approve and erase"
    done = "The erasure is approved. It is done in a minute, and its report stands here."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_approve_erasure(self.scope, self.erasure)

    def do(self, form: object) -> None:
        """Approve it."""
        erasures.approve(erasure=self.erasure, approved_by=self.person, by=self.person)

    def more(self) -> dict[str, Any]:
        """What goes, and what stays."""
        rows = sum(each.rows for each in queries.would_go(self.scope, self.erasure.child))
        said = [
            f"Everything that is known of the child is deleted: {rows} today.",
            "The record of what was done stays. It holds numbers without meaning only.",
        ]
        return {"about": f"Child {str(self.erasure.child)[:8]}", "consequences": said}


class WithdrawErasureView(ErasureActView):
    """Let it not be done."""

    title = "Withdraw this erasure?"
    button = "Withdraw"
    done = "The erasure is withdrawn."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_withdraw_erasure(self.scope, self.erasure)

    def do(self, form: object) -> None:
        """Withdraw it."""
        erasures.withdraw(erasure=self.erasure, by=self.person)

    def more(self) -> dict[str, Any]:
        """What stays."""
        said = "Nothing is deleted. Somebody can ask again."
        return {"consequences": [said], "cannot_be_undone": False}
