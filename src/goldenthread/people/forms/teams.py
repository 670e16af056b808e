"""Forms about teams and services."""

from typing import Any
from uuid import UUID

from goldenthread.core import clock
from goldenthread.design.date_field import DateField
from goldenthread.design.fields import CheckboxesField, SelectField, TextField
from goldenthread.design.forms import Form
from goldenthread.people.forms.people import Choices
from goldenthread.people.models import Membership

_ON = "For example, 27 3 2027"


class DatedForm(Form):
    """The day on which a team changes: today or earlier."""

    on = DateField("Date", hint=_ON)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"on": clock.today()}} | options)
        self.fields["on"].latest = clock.today()  # type: ignore[attr-defined]


class OpenTeamForm(Form):
    """A new team."""

    name = TextField("Team name", max_length=100)
    service = SelectField("Service")
    on = DateField("Opened on", hint=_ON)

    def __init__(self, *args: Any, services: Choices, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"on": clock.today()}} | options)
        self.fields["service"].choices = services  # type: ignore[attr-defined]


class RenameTeamForm(DatedForm):
    """Another name."""

    name = TextField("New name", max_length=100)
    field_order = ("name", "on")


class CloseTeamForm(DatedForm):
    """The day on which the team is no more."""

    on = DateField("Closed on", hint=_ON)


class MergeTeamsForm(DatedForm):
    """Which teams go on as one."""

    teams = CheckboxesField("Teams to merge", hint="Choose two or more")
    name = TextField("Name of the merged team", max_length=100)
    service = SelectField("Service of the merged team")
    field_order = ("teams", "name", "service", "on")

    def __init__(self, *args: Any, teams: Choices, services: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["teams"].choices = teams  # type: ignore[attr-defined]
        self.fields["service"].choices = services  # type: ignore[attr-defined]

    def clean_teams(self) -> list[str]:
        """Two at least."""
        chosen: list[str] = self.cleaned_data["teams"]
        if len(chosen) < 2:
            self.add_error("teams", "Select two teams or more")
        return chosen


class SplitTeamForm(DatedForm):
    """Into which two teams, and where each member goes."""

    first = TextField("Name of the first team", max_length=100)
    second = TextField("Name of the second team", max_length=100)

    def __init__(self, *args: Any, members: tuple[Membership, ...], **options: Any) -> None:
        super().__init__(*args, **options)
        self.members = members
        places = [("0", "First team"), ("1", "Second team")]
        for member in members:
            label = f"Where does {member.user.name} go?"
            self.fields[f"place-{member.user_id}"] = SelectField(label, choices=places)
        self.order_fields(["first", "second", *self._places(), "on"])

    def _places(self) -> list[str]:
        return [f"place-{member.user_id}" for member in self.members]

    def clean(self) -> None:
        """Two names that differ."""
        names = [self.cleaned_data.get(each, "").casefold() for each in ("first", "second")]
        if names[0] and names[0] == names[1]:
            self.add_error("second", "Give the second team another name")

    def places(self) -> dict[UUID, int]:
        """For each member the place of their team among the two."""
        return {
            member.user_id: int(self.cleaned_data[f"place-{member.user_id}"])
            for member in self.members
        }


class ServiceForm(Form):
    """A service's name."""

    name = TextField("Service name", max_length=100, hint="For example, Children in care")


class AsAtForm(Form):
    """On which day a team is shown."""

    on = DateField("Show the team as at", required=False)
    mark_optional = False
