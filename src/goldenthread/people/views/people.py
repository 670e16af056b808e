"""The list of people, a person's page, and the acts on a person."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.decisions import Decision
from goldenthread.design.pagination import PER_PAGE
from goldenthread.people import permissions
from goldenthread.people.forms.people import AddPersonForm, PeopleFilterForm, PersonForm
from goldenthread.people.models import User
from goldenthread.people.presenters import people as show
from goldenthread.people.presenters.acts import who_may
from goldenthread.people.presenters.elsewhere import acts_elsewhere
from goldenthread.people.queries import history, people
from goldenthread.people.queries.teams import team_choices
from goldenthread.people.services import invitations, users
from goldenthread.people.views.base import ActView, ScopedView
from goldenthread.people.visibility import sees_everybody


class PeopleFilterView(ScopedView):
    """What the list and its download share."""

    def filter_form(self) -> PeopleFilterForm:
        """The form that narrows the list, as the address asks."""
        return PeopleFilterForm(
            self.request.GET, teams=team_choices(self.scope), everybody=sees_everybody(self.scope)
        )


class ListPeopleView(PeopleFilterView):
    """Everybody, fifty a page."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, narrowed as the address asks."""
        form = self.filter_form()
        number = request.GET.get("page", "1")
        page = people.page_of_people(self.scope, form.wanted(), number, PER_PAGE)
        context = {
            "narrow": form,
            "page": page,
            "people": [show.line(person) for person in page.object_list],
            "everybody": sees_everybody(self.scope),
            "count": page.paginator.count,
            "download": f"{reverse('download_people')}?{request.GET.urlencode()}",
            "may_add": permissions.can_add_user(self.scope),
            "may_import": permissions.can_import_staff(self.scope),
        }
        return render(request, "people/list_people.html", context)


class DownloadPeopleView(PeopleFilterView):
    """The list for a spreadsheet."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The rows and columns that the list would show to this reader."""
        rows = people.list_people(self.scope, self.filter_form().wanted())
        marked = f"\ufeff{show.as_csv(rows)}"  # Excel takes it for UTF-8 by this mark
        response = HttpResponse(marked, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="people.csv"'
        return response


class ShowPersonView(ScopedView):
    """One person."""

    def get(self, request: HttpRequest, user: object) -> HttpResponse:
        """What this reader may see of them, and do."""
        row = people.get_user(self.scope, self.id("user"))
        person = people.get_person(self.scope, row.id)
        found = history.history_of(self.scope, row.id)
        context = {
            "person": person,
            "facts": show.facts(person),
            "past": show.past(self.scope, row, found) if found else None,
            "acts": show.acts(self.scope, row),
            "elsewhere": acts_elsewhere(self.scope, row),
        }
        return render(request, "people/show_person.html", context)


class ShowPermissionsView(ScopedView):
    """Who can do what."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Each act, and the roles that may do it."""
        return render(request, "people/show_permissions.html", {"sections": who_may()})


class AddPersonView(ActView):
    """Add a person, and invite them where asked."""

    title = "Add a person"
    button = "Add the person"
    done = "The person was added."

    def decision(self) -> Decision:
        """Whether this reader adds people."""
        return permissions.can_add_user(self.scope)

    def make_form(self, **sent: Any) -> AddPersonForm:
        """Who they are."""
        return AddPersonForm(**sent, initial={"invite": True})

    def do(self, form: AddPersonForm) -> None:
        """Add them."""
        given = dict(form.cleaned_data)
        invite = given.pop("invite")
        self.added = users.add(**given, by=self.person)
        if invite:
            invitations.invite(user=self.added, by=self.person)

    def back(self) -> str:
        """To the new person, or to the list."""
        added = getattr(self, "added", None)
        return reverse("show_person", args=[added.id]) if added else reverse("list_people")


class PersonActView(ActView):
    """An act on one person."""

    user: User

    def find(self) -> None:
        """The person."""
        self.user = people.get_user(self.scope, self.id("user"))

    def back(self) -> str:
        """To their page."""
        return reverse("show_person", args=[self.user.id])

    def more(self) -> dict[str, Any]:
        """Whom it is about."""
        return {"about": self.user.name}


class UpdatePersonView(PersonActView):
    """Change a person's details."""

    title = "Change a person's details"
    done = "The details were changed."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_update_user(self.scope, self.user)

    def make_form(self, **sent: Any) -> PersonForm:
        """Filled with what is known."""
        names = ("name", "surname", "email", "staff_number", "job_title")
        return PersonForm(**sent, initial={name: getattr(self.user, name) for name in names})

    def do(self, form: PersonForm) -> None:
        """Change them."""
        users.update(user=self.user, **form.cleaned_data, by=self.person)


class DeactivatePersonView(PersonActView):
    """Let a person in no more."""

    template = "people/confirm.html"
    title = "Deactivate this person?"
    button = "Deactivate"
    done = "The person was deactivated."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_deactivate_user(self.scope, self.user)

    def do(self, form: object) -> None:
        """Deactivate them."""
        users.deactivate(user=self.user, by=self.person)

    def more(self) -> dict[str, Any]:
        """What ends."""
        found = history.history_of(self.scope, self.user.id)
        consequences = show.ends(found, self.scope) if found else []
        return {"about": self.user.name, "consequences": consequences, "cannot_be_undone": False}


class ReactivatePersonView(PersonActView):
    """Let a person come back."""

    template = "people/confirm.html"
    title = "Reactivate this person?"
    button = "Reactivate"
    done = "The person was reactivated. Give them their roles and teams."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_reactivate_user(self.scope, self.user)

    def do(self, form: object) -> None:
        """Reactivate them."""
        users.reactivate(user=self.user, by=self.person)

    def more(self) -> dict[str, Any]:
        """What they come back to."""
        said = "They can sign in as before. They have no role and no team until you say so."
        return {"about": self.user.name, "consequences": [said], "cannot_be_undone": False}


class InvitePersonView(PersonActView):
    """Invite a person to sign in."""

    template = "people/confirm.html"
    title = "Invite this person?"
    button = "Send the invitation"
    done = "The invitation will be sent by e-mail."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_invite_user(self.scope, self.user)

    def do(self, form: object) -> None:
        """Invite them."""
        invitations.invite(user=self.user, by=self.person)

    def more(self) -> dict[str, Any]:
        """What is sent, and where."""
        said = f"A link to choose a password is sent to {self.user.email}. It works for 14 days."
        return {"about": self.user.name, "consequences": [said], "cannot_be_undone": False}
