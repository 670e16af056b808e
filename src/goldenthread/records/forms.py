"""Forms about records: what narrows the ledger, why a hold is placed, what becomes of passages."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from goldenthread.core import clock
from goldenthread.design.date_field import DateField
from goldenthread.design.fields import RadiosField, SelectField, TextAreaField, TextField
from goldenthread.design.forms import FilterForm, Form
from goldenthread.people.scope import Scope
from goldenthread.records.queries.ledger import THE_SERVICE, LedgerFilter
from goldenthread.records.queries.naming import kinds_in_words
from goldenthread.records.queries.people import choices_of_everybody
from goldenthread.records.rules.states import Choice

Choices = list[tuple[str, str]]
_LONGEST_REASON = 1000


class LedgerFilterForm(FilterForm):
    """Which rows of the ledger."""

    kind = SelectField("What was done", required=False, width="full")
    person = SelectField("Who did it", required=False)
    from_on = DateField("From", required=False)
    to_on = DateField("Until", required=False)
    about = TextField(
        "Number of what it is about",
        hint="The long number in the address of its page",
        required=False,
        width=30,
        max_length=36,
    )

    def __init__(self, sent: Mapping[str, Any], scope: Scope) -> None:
        super().__init__(sent)
        people = [("", "Anybody"), (THE_SERVICE, "The service itself")]
        kinds = [("", "Anything"), *kinds_in_words()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            *people,
            *choices_of_everybody(scope),
        ]

    def clean_about(self) -> UUID | None:
        """The number, as an id."""
        text = str(self.cleaned_data["about"])
        try:
            return UUID(text) if text else None
        except ValueError:
            self.add_error("about", "Number must have 32 digits and letters, in groups")
            return None

    def wanted(self) -> LedgerFilter:
        """What was asked; what makes no sense is not asked."""
        self.is_valid()
        asked = self.cleaned_data
        return LedgerFilter(
            kind=asked.get("kind", ""),
            person=asked.get("person", ""),
            subject=asked.get("about"),
            from_on=asked.get("from_on"),
            to_on=asked.get("to_on"),
        )


class HoldForm(Form):
    """Why, and until when."""

    reason = TextAreaField(
        "Reason",
        hint="For example, who asked for it and the number of their letter. It is encrypted.",
        max_length=_LONGEST_REASON,
    )
    to_on = DateField(
        "Ends on",
        hint="The first day on which it holds no longer. Leave it empty until further notice.",
        required=False,
    )

    def clean_to_on(self) -> Any:
        """A hold that ended before it began holds nothing."""
        to_on = self.cleaned_data["to_on"]
        if to_on is not None and to_on <= clock.today():
            self.add_error("to_on", "Ends on must be after today")
        return to_on


class HoldPersonForm(HoldForm):
    """Whose records, why, and until when."""

    person = SelectField("Person")
    field_order = ("person", "reason", "to_on")

    def __init__(self, *args: Any, people: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        first = [("", "Choose somebody")]
        self.fields["person"].choices = [*first, *people]  # type: ignore[attr-defined]


class PassagesForm(Form):
    """One decision for each passage."""

    def __init__(self, *args: Any, passages: Sequence[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        options_of = [(choice.value, choice.label) for choice in Choice]
        for which, label in passages:
            self.fields[str(which)] = RadiosField(label, choices=options_of, label_size="s")

    def decided(self) -> dict[UUID, Choice]:
        """The decision for each passage."""
        return {UUID(name): Choice(value) for name, value in self.cleaned_data.items()}
