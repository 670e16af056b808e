"""Forms about one person, and the one that narrows the list of people."""

from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from django.core.validators import RegexValidator

from goldenthread.core import clock
from goldenthread.core.choices import choices
from goldenthread.design.date_field import DateField
from goldenthread.design.fields import CheckboxField, EmailField, SelectField, TextField
from goldenthread.design.forms import FilterForm, Form
from goldenthread.design.looks import Shown
from goldenthread.people.queries.people import PeopleFilter, Sort, Standing
from goldenthread.people.rules.kinds import Role

Choices = list[tuple[str, str]]
_ANY = ("", "Any")
_ALL_COLUMNS = "Part of a name, an e-mail address or a staff number"


def _one_line(label: str) -> RegexValidator:
    """What keeps a text to one line, and says of which field it speaks."""
    said = f"{label} must not contain < or >, and must be on one line"
    return RegexValidator(r"^[^<>\r\n\t]*$", said)


class PeopleFilterForm(FilterForm):
    """Which people are listed."""

    search = TextField("Search", hint="Part of a name", required=False, width=20, max_length=100)
    team = SelectField("Team", required=False)
    role = SelectField("Role", required=False, choices=[_ANY, *choices(Role)])
    state = SelectField(
        "State",
        required=False,
        choices=[("", "Active"), ("deactivated", "Deactivated"), ("all", "Everybody")],
    )
    sort = SelectField("Sort by", required=False, choices=[("", "Surname"), ("name", "Name")])

    def __init__(self, *args: Any, teams: Choices, everybody: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["team"].choices = [_ANY, *teams]  # type: ignore[attr-defined]
        if everybody:
            shown = cast(Shown, self.fields["search"])
            shown.look = replace(shown.look, hint=_ALL_COLUMNS)
        else:
            del self.fields["role"], self.fields["state"]

    def wanted(self) -> PeopleFilter:
        """What was asked; what makes no sense is not asked."""
        self.is_valid()
        asked = self.cleaned_data
        state = asked.get("state") or Standing.ACTIVE.value
        return PeopleFilter(
            search=asked.get("search", ""),
            team=UUID(asked["team"]) if asked.get("team") else None,
            role=Role(asked["role"]) if asked.get("role") else None,
            state=None if state == "all" else Standing(state),
            sort=Sort(asked.get("sort") or Sort.SURNAME.value),
        )


class PersonForm(Form):
    """Who somebody is."""

    name = TextField("Full name", max_length=150, validators=[_one_line("Full name")])
    surname = TextField(
        "Surname, as lists are sorted",
        required=False,
        max_length=150,
        validators=[_one_line("Surname")],
        hint="Leave it empty where it is the last word of the name",
    )
    email = EmailField("E-mail address", max_length=254, autocomplete="off")
    staff_number = TextField("Staff number", required=False, width=10, max_length=40)
    job_title = TextField(
        "Job title", required=False, max_length=100, validators=[_one_line("Job title")]
    )


class AddPersonForm(PersonForm):
    """Who somebody is, and whether they are invited at once."""

    invite = CheckboxField("Invite them by e-mail to sign in", required=False)


class GrantRoleForm(Form):
    """Which role."""

    role = SelectField("Role", choices=choices(Role))


class OnForm(Form):
    """From which day."""

    on = DateField("Date", hint="For example, 27 3 2027")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"on": clock.today()}} | options)


class LeaveTeamForm(OnForm):
    """The day on which somebody is no longer in the team."""

    on = DateField(
        "Left on", hint="The first day on which they are no longer in the team, as 27 3 2027"
    )


class TeamOfPersonForm(OnForm):
    """Which team, and whether they manage it."""

    field_order = ("team", "manages", "on")
    team = SelectField("Team")
    manages = CheckboxField("They manage the team", required=False)
    on = DateField("From", hint="For example, 27 3 2027")

    def __init__(self, *args: Any, teams: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["team"].choices = teams  # type: ignore[attr-defined]


class LineManagerForm(OnForm):
    """Who manages them."""

    field_order = ("manager", "on")
    manager = SelectField("Line manager")
    on = DateField("From", hint="For example, 27 3 2027")

    def __init__(self, *args: Any, people: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["manager"].choices = people  # type: ignore[attr-defined]
