"""Legal holds."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.decisions import Decision, require
from goldenthread.core.read_log import record_reading
from goldenthread.design.pagination import PER_PAGE
from goldenthread.people.queries.people import get_user
from goldenthread.people.views.base import ActView, ScopedView
from goldenthread.records import permissions
from goldenthread.records.forms import HoldForm, HoldPersonForm
from goldenthread.records.models import LegalHold
from goldenthread.records.presenters import holds as show
from goldenthread.records.queries import holds as queries
from goldenthread.records.queries.people import choices_of_everybody
from goldenthread.records.queries.subjects import names_of_subjects
from goldenthread.records.rules.states import Whose
from goldenthread.records.services import holds
from goldenthread.records.views.base import ChildActView


class ListHoldsView(ScopedView):
    """All legal holds, newest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Fifty a page."""
        require(permissions.can_hold(self.scope))
        page = Paginator(queries.holds(self.scope), PER_PAGE).get_page(request.GET.get("page"))
        rows = list(page.object_list)
        names = names_of_subjects(self.scope, rows)
        context = {
            "page": page,
            "count": page.paginator.count,
            "holds": [show.line(row, self.scope.on, names.get(row.subject)) for row in rows],
        }
        return render(request, "records/list_holds.html", context)


class ShowHoldView(ScopedView):
    """One hold, with its reason."""

    def get(self, request: HttpRequest, hold: object) -> HttpResponse:
        """Who, when and why. A reason about a child is shown to who may open the child."""
        require(permissions.can_hold(self.scope))
        row = queries.hold(self.scope, self.id("hold"))
        name = names_of_subjects(self.scope, [row]).get(row.subject)
        context = {
            "hold": show.line(row, self.scope.on, name),
            "facts": show.facts(row, name, self._reason(row)),
            "may_release": permissions.can_release(self.scope, row),
        }
        return render(request, "records/show_hold.html", context)

    def _reason(self, row: LegalHold) -> str:
        if row.whose == Whose.PERSON.value:
            return queries.reason_of(row)
        if not queries.may_read_reason(self.scope, row):
            return "Shown to people who may open the child"
        record_reading(child=row.subject, page="show_hold", by=self.scope)
        return queries.reason_of(row)


class HoldChildView(ChildActView):
    """Place a hold on a child."""

    title = "Place a legal hold"
    button = "Place the hold"
    done = "The legal hold is placed. Nothing about the child is deleted."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_hold_child(self.scope, self.child.id)

    def make_form(self, **sent: Any) -> HoldForm:
        """Why and until when."""
        return HoldForm(**sent)

    def do(self, form: HoldForm) -> None:
        """Place it."""
        holds.hold_child(
            child=self.child, **form.cleaned_data, placed_by=self.person, by=self.person
        )

    def back(self) -> str:
        """To the child's records."""
        return reverse("show_child_records", args=[self.child.id])


class HoldPersonView(ActView):
    """Place a hold on somebody who works, or worked, here."""

    title = "Place a legal hold on a person"
    button = "Place the hold"
    done = "The legal hold is placed. Nothing about the person is deleted."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_hold(self.scope)

    def make_form(self, **sent: Any) -> HoldPersonForm:
        """Whose, why and until when."""
        initial = {"person": self.request.GET.get("person", "")}
        return HoldPersonForm(**sent, initial=initial, people=choices_of_everybody(self.scope))

    def do(self, form: HoldPersonForm) -> None:
        """Place it."""
        given = dict(form.cleaned_data)
        user = get_user(self.scope, UUID(given.pop("person")))
        holds.hold_person(user=user, **given, placed_by=self.person, by=self.person)

    def back(self) -> str:
        """To the list."""
        return reverse("list_holds")


class ReleaseHoldView(ActView):
    """End a hold."""

    template = "people/confirm.html"
    title = "Release this legal hold?"
    button = "Release the hold"
    done = "The legal hold is released."
    hold: LegalHold

    def find(self) -> None:
        """The hold."""
        self.hold = queries.hold(self.scope, self.id("hold"))

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_release(self.scope, self.hold)

    def do(self, form: object) -> None:
        """Release it."""
        holds.release(hold=self.hold, by=self.person)

    def back(self) -> str:
        """To the hold."""
        return reverse("show_hold", args=[self.hold.id])

    def more(self) -> dict[str, Any]:
        """What follows."""
        said = "What is due goes with the next run of the schedule, if nothing else holds it."
        return {"about": f"Hold {str(self.hold.id)[:8]}", "consequences": [said]}
