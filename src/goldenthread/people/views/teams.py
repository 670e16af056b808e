"""Teams and services: lists, a team's page, and what changes them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.core.decisions import Decision
from goldenthread.people import permissions
from goldenthread.people.forms.teams import (
    AsAtForm,
    CloseTeamForm,
    MergeTeamsForm,
    OpenTeamForm,
    RenameTeamForm,
    ServiceForm,
    SplitTeamForm,
)
from goldenthread.people.models import Service, Team
from goldenthread.people.presenters import teams as show
from goldenthread.people.presenters.words import day
from goldenthread.people.queries import teams as queries
from goldenthread.people.services import service_parts, teams
from goldenthread.people.views.base import ActView, ScopedView


class ListTeamsView(ScopedView):
    """Services with their teams."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Those that are open, and the names of those that closed."""
        context = {
            "services": show.services(self.scope, queries.list_services(self.scope)),
            "closed": [
                {"id": team.id, "name": team.name, "life": show.lifetime(team)}
                for team in queries.closed_teams(self.scope)
            ],
            "may_open": permissions.can_open_team(self.scope),
            "may_open_service": permissions.can_open_service(self.scope),
        }
        return render(request, "people/list_teams.html", context)


class ShowTeamView(ScopedView):
    """One team, as at a day."""

    def get(self, request: HttpRequest, team: UUID) -> HttpResponse:
        """Its members on the day, and what it was before and after."""
        form = AsAtForm(request.GET if "on-day" in request.GET else None)
        asked = form.cleaned_data["on"] if form.is_bound and form.is_valid() else None
        seen = queries.team_at(self.scope, team, asked or self.scope.on)
        context = {
            "team": seen.team,
            "life": show.lifetime(seen.team),
            "members": seen.members,
            "as_at": day(seen.on),
            "asking": form if seen.other_days else None,
            "origins": show.before(seen),
            "successors": show.after(seen),
            "change": show.change(self.scope, seen.team),
        }
        return render(request, "people/show_team.html", context)


class OpenTeamView(ActView):
    """Open a team."""

    title = "Open a team"
    button = "Open the team"
    done = "The team was opened."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_open_team(self.scope)

    def make_form(self, **sent: Any) -> OpenTeamForm:
        """Its name and service."""
        return OpenTeamForm(**sent, services=queries.service_choices(self.scope))

    def do(self, form: OpenTeamForm) -> None:
        """Open it."""
        given = form.cleaned_data
        service = queries.get_service(self.scope, given["service"])
        teams.open_team(name=given["name"], service=service, on=given["on"], by=self.person)

    def back(self) -> str:
        """To the list of teams."""
        return reverse("list_teams")


class TeamActView(ActView):
    """An act on a team."""

    team: Team
    successor: Team | None = None

    def find(self) -> None:
        """The team."""
        self.team = queries.get_team(self.scope, self.id("team"))

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_change_team(self.scope, self.team)

    def back(self) -> str:
        """To the team, or to the team that it became."""
        return reverse("show_team", args=[(self.successor or self.team).id])

    def more(self) -> dict[str, Any]:
        """Which team."""
        return {"about": self.team.name}


class RenameTeamView(TeamActView):
    """Let a team go on under another name."""

    title = "Rename the team"
    button = "Rename"
    done = "The team was renamed. Its members came with it."

    def make_form(self, **sent: Any) -> RenameTeamForm:
        """The new name."""
        return RenameTeamForm(**sent)

    def do(self, form: RenameTeamForm) -> None:
        """Rename it."""
        self.successor = teams.rename(team=self.team, **form.cleaned_data, by=self.person)


class SplitTeamView(TeamActView):
    """Let a team go on as two."""

    title = "Split the team in two"
    button = "Split"
    done = "The team was split."

    def make_form(self, **sent: Any) -> SplitTeamForm:
        """Two names, and where each member goes."""
        seen = queries.team_at(self.scope, self.team.id, self.scope.on)
        return SplitTeamForm(**sent, members=seen.members)

    def do(self, form: SplitTeamForm) -> None:
        """Split it."""
        given = form.cleaned_data
        names = (given["first"], given["second"])
        teams.split(
            team=self.team, names=names, places=form.places(), on=given["on"], by=self.person
        )


class CloseTeamView(TeamActView):
    """Close a team."""

    title = "Close the team"
    button = "Close the team"
    done = "The team was closed."

    def make_form(self, **sent: Any) -> CloseTeamForm:
        """On which day."""
        return CloseTeamForm(**sent)

    def do(self, form: CloseTeamForm) -> None:
        """Close it."""
        teams.close(team=self.team, on=form.cleaned_data["on"], by=self.person)

    def more(self) -> dict[str, Any]:
        """What ends."""
        seen = queries.team_at(self.scope, self.team.id, self.scope.on)
        intro = f"Everybody in it ({len(seen.members)}) leaves it on that day. No team follows it."
        return {"about": self.team.name, "intro": intro}


class MergeTeamsView(ActView):
    """Let several teams go on as one."""

    title = "Merge teams"
    button = "Merge"
    done = "The teams were merged."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_open_team(self.scope)

    def make_form(self, **sent: Any) -> MergeTeamsForm:
        """Which teams, and how the one is called."""
        return MergeTeamsForm(
            **sent,
            teams=queries.team_choices(self.scope),
            services=queries.service_choices(self.scope),
        )

    def do(self, form: MergeTeamsForm) -> None:
        """Merge them."""
        given = form.cleaned_data
        teams.merge(
            teams=tuple(queries.get_team(self.scope, UUID(each)) for each in given["teams"]),
            name=given["name"],
            service=queries.get_service(self.scope, given["service"]),
            on=given["on"],
            by=self.person,
        )

    def back(self) -> str:
        """To the list of teams."""
        return reverse("list_teams")


class OpenServiceView(ActView):
    """Open a service."""

    title = "Open a service"
    button = "Open the service"
    done = "The service was opened."

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_open_service(self.scope)

    def make_form(self, **sent: Any) -> ServiceForm:
        """Its name."""
        return ServiceForm(**sent)

    def do(self, form: ServiceForm) -> None:
        """Open it."""
        service_parts.open_service(**form.cleaned_data, by=self.person)

    def back(self) -> str:
        """To the list of teams."""
        return reverse("list_teams")


class ServiceActView(ActView):
    """An act on a service."""

    service: Service

    def find(self) -> None:
        """The service."""
        self.service = queries.get_service(self.scope, self.id("service"))

    def decision(self) -> Decision:
        """Whether this reader may."""
        return permissions.can_change_service(self.scope, self.service)

    def back(self) -> str:
        """To the list of teams."""
        return reverse("list_teams")

    def more(self) -> dict[str, Any]:
        """Which service."""
        return {"about": self.service.name}


class RenameServiceView(ServiceActView):
    """Give a service another name."""

    title = "Rename the service"
    button = "Rename"
    done = "The service was renamed."

    def make_form(self, **sent: Any) -> ServiceForm:
        """The name."""
        return ServiceForm(**sent, initial={"name": self.service.name})

    def do(self, form: ServiceForm) -> None:
        """Rename it."""
        service_parts.rename_service(service=self.service, **form.cleaned_data, by=self.person)


class CloseServiceView(ServiceActView):
    """Close a service."""

    template = "people/confirm.html"
    title = "Close the service?"
    button = "Close the service"
    done = "The service was closed."

    def do(self, form: object) -> None:
        """Close it."""
        service_parts.close_service(service=self.service, by=self.person)

    def more(self) -> dict[str, Any]:
        """What must be before."""
        said = "A service can be closed when none of its teams is open."
        return {"about": self.service.name, "consequences": [said]}
