"""Forms about children. What is typed is sent by POST: a number stands in no address."""

from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.children.rules.identifiers import IdentifierSystem, written_alike, wrong_with
from goldenthread.core import clock
from goldenthread.core.choices import choices
from goldenthread.design.date_field import DateField
from goldenthread.design.fields import RadiosField, SelectField, TextField
from goldenthread.design.forms import Form

Choices = list[tuple[str, str]]

_EXAMPLE = "For example, 27 3 2026"


class FindForm(Form):
    """A number, and whose number it is where that is known."""

    number = TextField(
        "Number",
        hint="As another system writes it. Spaces, hyphens and capital letters do not matter",
        width=20,
        max_length=60,
        autocomplete="off",
    )
    system = SelectField(
        "Kind of number", required=False, choices=[("", "Any"), *choices(IdentifierSystem)]
    )

    def clean_number(self) -> str:
        """Something to look for. Raises ``ValidationError`` for spaces and hyphens alone."""
        number: str = self.cleaned_data["number"]
        if not written_alike(number):
            raise ValidationError("Enter number")
        return number

    def wanted(self) -> dict[str, Any]:
        """What to look for."""
        system = self.cleaned_data["system"]
        kind = IdentifierSystem(system) if system else None
        return {"number": self.cleaned_data["number"], "system": kind}


class NumberForm(Form):
    """A number that a child is given."""

    system = RadiosField("Kind of number", choices=choices(IdentifierSystem))
    number = TextField("Number", width=20, max_length=60, autocomplete="off")
    from_on = DateField(
        "Start date", hint=f"The first day on which it stood for the child. {_EXAMPLE}"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        today = clock.today()
        super().__init__(*args, **{"initial": {"from_on": today}} | options)
        self.fields["from_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whether the number can be one of its kind."""
        system, number = self.cleaned_data.get("system"), self.cleaned_data.get("number")
        if system and number and (wrong := wrong_with(IdentifierSystem(system), number)):
            self.add_error("number", wrong)
        return self.cleaned_data

    def given(self) -> dict[str, Any]:
        """The number, as services take it."""
        return self.cleaned_data | {"system": IdentifierSystem(self.cleaned_data["system"])}


class EndNumberForm(Form):
    """The day on which a number no longer stands for a child."""

    on = DateField(
        "End date", hint=f"The first day on which it no longer stands for the child. {_EXAMPLE}"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        today = clock.today()
        super().__init__(*args, **{"initial": {"on": today}} | options)
        self.fields["on"].latest = today  # type: ignore[attr-defined]


class AccessForm(Form):
    """Who is named."""

    user = SelectField("Who may open the child")

    def __init__(self, *args: Any, people: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["user"].choices = people  # type: ignore[attr-defined]


class InitialsForm(Form):
    """A child's initials."""

    initials = TextField(
        "Initials",
        hint="Leave it empty to take them away",
        required=False,
        width=5,
        max_length=6,
        autocomplete="off",
    )


class AdoptionForm(FindForm):
    """The other row of an adopted child, and which of the two it is."""

    number = TextField(
        "Number of the other record",
        hint="Spaces, hyphens and capital letters do not matter",
        width=20,
        max_length=60,
        autocomplete="off",
    )
    side = RadiosField(
        "Which record has this number?",
        choices=[("before", "The record before the adoption"), ("after", "The record after it")],
    )
