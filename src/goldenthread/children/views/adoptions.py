"""The rows of an adopted child. No address, message or log holds both of them."""

from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.children import permissions, queries
from goldenthread.children.forms import AdoptionForm
from goldenthread.children.models import AdoptionLink
from goldenthread.children.services import adoptions
from goldenthread.children.views.base import ChildActView, ConfirmView
from goldenthread.children.views.others import NOBODY
from goldenthread.core.decisions import Decision

_SEVERAL = "Several children have or had this number. Select the kind, or end it where it is wrong"


class LinkAdoptionView(ChildActView):
    """Link the rows of a child before and after adoption."""

    title = "Link the records before and after adoption"
    button = "Link the two records"
    done = "The two records are linked."

    def decision(self) -> Decision:
        """Whether this reader has to do with adoption."""
        return permissions.can_handle_adoption(self.scope)

    def make_form(self, **sent: Any) -> AdoptionForm:
        """The other row."""
        return AdoptionForm(**sent)

    def do(self, form: AdoptionForm) -> None:
        """Link them."""
        found = queries.with_number(self.scope, **form.wanted())
        others = [each for each in found if each.id != self.child.id]
        if len(others) != 1:
            raise ValidationError({"number": _SEVERAL if others else NOBODY})
        rows = (others[0], self.child)
        before, after = rows if form.cleaned_data["side"] == "before" else reversed(rows)
        adoptions.link(before=before, after=after, by=self.person)

    def more(self) -> dict[str, Any]:
        """Who sees it."""
        said = (
            "Only audit leads see the link. The log of what was done does not tell which records "
            "were linked. You can break the link, and then nothing is left of it."
        )
        return super().more() | {"intro": said}


class BreakAdoptionLinkView(ConfirmView):
    """Part the rows of an adopted child for good."""

    title = "Break the adoption link?"
    button = "Break the link"
    done = "The link is broken. Nothing here joins the two records any more."
    cannot_be_undone = True
    link: AdoptionLink | None

    def open(self) -> None:
        """The child, and its link."""
        super().open()
        self.link = queries.adoption_link(self.scope, self.child.id)

    def decision(self) -> Decision:
        """Whether this reader has to do with adoption."""
        return permissions.can_handle_adoption(self.scope)

    def already(self) -> bool:
        """Whether there is none."""
        return self.link is None

    def do(self, form: object) -> None:
        """Break it."""
        if self.link is not None:
            adoptions.break_link(link=self.link, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        return [
            "Nobody can get from one record to the other any more, not even an audit lead.",
            "The link is deleted. It can only be made anew by somebody who knows both records.",
        ]
