"""The import of staff, in steps: upload, look and decide, confirm."""

from typing import Any, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.core.decisions import Decision, require
from goldenthread.design.pagination import PER_PAGE
from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.people import permissions
from goldenthread.people.forms.imports import DecideForm, UploadStaffForm
from goldenthread.people.models import StaffImport
from goldenthread.people.presenters import imports as show
from goldenthread.people.queries.staff_imports import (
    StaffPlan,
    get_staff_import,
    plan_of,
    waiting_imports,
)
from goldenthread.people.rules.staff_columns import LABELS
from goldenthread.people.rules.staff_file import read_staff
from goldenthread.people.services import staff_imports
from goldenthread.people.views.base import ActView, ScopedView


class UploadStaffView(ActView):
    """Upload a list of staff."""

    template = "people/upload_staff.html"
    title = "Import a list of staff"
    button = "Upload"
    done = "The list was read. Nothing has been changed yet."
    made: StaffImport | None = None

    def decision(self) -> Decision:
        """Whether this reader imports lists."""
        return permissions.can_import_staff(self.scope)

    def make_form(self, **sent: Any) -> UploadStaffForm:
        """The file."""
        return UploadStaffForm(**sent)

    def do(self, form: UploadStaffForm) -> None:
        """Read it, and keep it until somebody has decided."""
        file = cast(UploadedFile, form.cleaned_data["file"])
        try:
            staff = read_staff(file.read())
        except UnreadableFile as error:
            form.add_error("file", str(error))
            return
        self.made = staff_imports.upload(staff=staff, uploaded_by=self.person, by=self.person)

    def _done(self, form: Any) -> bool:
        return super()._done(form) and self.made is not None

    def back(self) -> str:
        """To what was understood, or to the list of people."""
        if self.made is not None:
            return reverse("show_staff_import", args=[self.made.id])
        return reverse("list_people")

    def more(self) -> dict[str, Any]:
        """Lists that wait already."""
        return {"waiting": show.waiting(waiting_imports(self.scope))}


class DownloadStaffTemplateView(ScopedView):
    """An empty list with the headings that are known."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The headings."""
        require(permissions.can_import_staff(self.scope))
        names = [label for key, label in LABELS.items() if key not in ("forename", "surname")]
        response = HttpResponse(f"\ufeff{','.join(names)}\r\n", content_type="text/csv")
        response["Content-Disposition"] = 'attachment; filename="list-of-staff.csv"'
        return response


class ShowStaffImportView(ScopedView):
    """What was understood, and what a person must decide."""

    def get(self, request: HttpRequest, staff_import: UUID) -> HttpResponse:
        """The report, and the questions."""
        found = get_staff_import(self.scope, staff_import)
        if found.ended_at is not None:
            context: dict[str, Any] = {"ended": show.ended(found)}
            return render(request, "people/staff_import_ended.html", context)
        plan = plan_of(self.scope, found)
        return self._show(found, plan, DecideForm(waiting=show.to_decide(self.scope, plan)))

    def post(self, request: HttpRequest, staff_import: UUID) -> HttpResponse:
        """Keep what was decided; what was left open may be decided later."""
        found = get_staff_import(self.scope, staff_import)
        plan = plan_of(self.scope, found)
        form = DecideForm(request.POST, waiting=show.to_decide(self.scope, plan))
        if not form.is_valid():
            return self._show(found, plan, form)
        teams = form.decided("team")
        staff_imports.decide(
            staff_import=found,
            rows=form.decided("row"),
            teams={plan.teams[int(n)].text.casefold(): choice for n, choice in teams.items()},
            by=self.person,
        )
        return redirect("show_staff_import", staff_import)

    def _show(self, found: StaffImport, plan: StaffPlan, form: DecideForm) -> HttpResponse:
        context = {
            "id": found.id,
            "form": form,
            "undecided": plan.undecided,
            "counted": show.counted(plan),
            "understood": show.understood(plan),
            "ignored": plan.staff.ignored,
            "problems": show.problems(plan),
            "page": Paginator(show.rows(plan), PER_PAGE).get_page(self.request.GET.get("page")),
        }
        return render(self.request, "people/show_staff_import.html", context)


class StaffImportActView(ActView):
    """The end of a list."""

    template = "people/confirm.html"
    staff_import: StaffImport

    def find(self) -> None:
        """The list."""
        self.staff_import = get_staff_import(self.scope, self.id("staff_import"))

    def decision(self) -> Decision:
        """Whether this reader imports lists."""
        return permissions.can_import_staff(self.scope)

    def back(self) -> str:
        """To the list, which says how it ended."""
        return reverse("show_staff_import", args=[self.staff_import.id])


class ApplyStaffImportView(StaffImportActView):
    """Do what the list says."""

    title = "Apply this list?"
    button = "Apply"
    done = "The list was applied."

    def do(self, form: object) -> None:
        """Apply it."""
        staff_imports.apply(staff_import=self.staff_import, by=self.person)

    def more(self) -> dict[str, Any]:
        """What will be done."""
        plan = plan_of(self.scope, self.staff_import)
        said = [f"{each.text}: {each.count}" for each in show.counted(plan) if each.count]
        return {"consequences": [*said, "All of it is done, or nothing. Nobody is invited by it."]}


class DiscardStaffImportView(StaffImportActView):
    """Delete the list."""

    title = "Discard this list?"
    button = "Discard"
    done = "The list was discarded."

    def do(self, form: object) -> None:
        """Discard it."""
        staff_imports.discard(staff_import=self.staff_import, by=self.person)

    def more(self) -> dict[str, Any]:
        """What is lost."""
        return {"consequences": ["What was read and decided is deleted. Nobody is changed."]}
