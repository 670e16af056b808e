"""Numbers of a child: given, and ended."""

from typing import Any

from goldenthread.children import queries
from goldenthread.children.forms import EndNumberForm, NumberForm
from goldenthread.children.models import ChildIdentifier
from goldenthread.children.presenters.numbers import lines
from goldenthread.children.services import identifiers
from goldenthread.children.views.base import ChildActView


class GiveNumberView(ChildActView):
    """Give a child a number of another system."""

    title = "Give a number"
    button = "Give the number"
    done = "The child has the number."

    def make_form(self, **sent: Any) -> NumberForm:
        """Which number."""
        return NumberForm(**sent)

    def do(self, form: NumberForm) -> None:
        """Give it."""
        identifiers.give(child=self.child, **form.given(), by=self.person)


class EndNumberView(ChildActView):
    """Say that a number no longer stands for a child."""

    title = "End a number"
    button = "End the number"
    done = "The number has ended."
    identifier: ChildIdentifier

    def open(self) -> None:
        """The number, and its child."""
        self.identifier = queries.identifier(self.scope, self.id("identifier"))
        self.child = queries.standing(self.scope, self.identifier.child_id)

    def already(self) -> bool:
        """Whether it has ended."""
        return self.identifier.to_on is not None

    def make_form(self, **sent: Any) -> EndNumberForm:
        """On which day."""
        return EndNumberForm(**sent)

    def do(self, form: EndNumberForm) -> None:
        """End it."""
        identifiers.end(identifier=self.identifier, on=form.cleaned_data["on"], by=self.person)

    def more(self) -> dict[str, Any]:
        """Which number it is."""
        (line,) = lines([self.identifier])
        said = f"{line.system} {line.number}: {line.when[0].lower()}{line.when[1:]}."
        return super().more() | {"intro": said}
