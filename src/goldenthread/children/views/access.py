"""Who may open a child: restricted, lifted, and people named."""

from typing import Any

from goldenthread.children import permissions, queries
from goldenthread.children.forms import AccessForm
from goldenthread.children.services import restrictions
from goldenthread.children.views.base import ChildActView, ConfirmView
from goldenthread.core.decisions import Decision
from goldenthread.people.models import User
from goldenthread.people.queries.people import choices_of_people, get_user


class RestrictChildView(ConfirmView):
    """Let only audit leads and those named open a child."""

    title = "Restrict this child’s record?"
    button = "Restrict it"
    done = "The record is restricted."

    def decision(self) -> Decision:
        """Whether this reader restricts children."""
        return permissions.can_restrict(self.scope)

    def already(self) -> bool:
        """Whether it is restricted."""
        return self.child.restricted

    def do(self, form: object) -> None:
        """Restrict it."""
        restrictions.restrict(child=self.child, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        return [
            "Only audit leads and the people whom you name can open it.",
            "Everybody else is told that there is nothing here, even if they work with the child.",
            "Name those who must go on working with it, before or after.",
        ]


class LiftRestrictionView(RestrictChildView):
    """Let a child be opened as other children are."""

    title = "Lift the restriction?"
    button = "Lift the restriction"
    done = "The restriction is lifted."

    def already(self) -> bool:
        """Whether it is lifted."""
        return not self.child.restricted

    def do(self, form: object) -> None:
        """Lift it."""
        restrictions.lift(child=self.child, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        return [
            "Everybody whose work concerns the child can open it again.",
            "Those who are named stay named.",
        ]


class GiveAccessView(ChildActView):
    """Name somebody who may open a child."""

    title = "Name somebody who may open this child"
    button = "Name them"
    done = "They may open the child."

    def decision(self) -> Decision:
        """Whether this reader names people."""
        return permissions.can_restrict(self.scope)

    def make_form(self, **sent: Any) -> AccessForm:
        """Active people."""
        return AccessForm(**sent, people=choices_of_people(self.scope))

    def do(self, form: AccessForm) -> None:
        """Name them."""
        user = get_user(self.scope, form.cleaned_data["user"])
        restrictions.give_access(child=self.child, user=user, by=self.person)

    def more(self) -> dict[str, Any]:
        """What it means."""
        said = "They can open this child whether or not their work concerns it, restricted or not."
        return super().more() | {"intro": said}


class TakeAccessView(ConfirmView):
    """Take somebody off those who are named."""

    title = "Take this person off those who are named?"
    button = "Take them off"
    done = "They are named no more."
    user: User

    def open(self) -> None:
        """The child and the person."""
        super().open()
        self.user = get_user(self.scope, self.id("user"))

    def decision(self) -> Decision:
        """Whether this reader names people."""
        return permissions.can_restrict(self.scope)

    def already(self) -> bool:
        """Whether they are not named."""
        return self.user.id not in queries.named(self.scope, self.child.id)

    def do(self, form: object) -> None:
        """Take them off."""
        restrictions.take_access(child=self.child, user=self.user, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        return [f"{self.user.name} can open this child only as everybody else can."]
