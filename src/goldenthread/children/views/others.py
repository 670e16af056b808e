"""Acts on two rows: the other is found by its number, looked at, and then merged or grouped."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from goldenthread.children import permissions, queries
from goldenthread.children.forms import FindForm
from goldenthread.children.models import Child, ChildMerge
from goldenthread.children.presenters import children as show
from goldenthread.children.services import merges, siblings
from goldenthread.children.views.base import ChildActView, ConfirmView
from goldenthread.core.decisions import Decision, require

NOBODY = "No other child whom you can open has this number"


class ChooseOtherView(ChildActView):
    """Find the other row by its number."""

    template = "children/choose_other.html"
    button = "Continue"
    next_page: ClassVar[str]
    found: tuple[Child, ...] = ()

    def make_form(self, **sent: Any) -> FindForm:
        """A number of the other."""
        return FindForm(**sent)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Go on with the one who is found, or ask again."""
        require(self.decision())
        form = self.make_form(data=request.POST)
        if form.is_valid():
            found = queries.with_number(self.scope, **form.wanted())
            self.found = tuple(each for each in found if each.id != self.child.id)
            if len(self.found) == 1:
                return redirect(self.next_page, self.child.id, self.found[0].id)
            if not self.found:
                form.add_error("number", NOBODY)
        return self._ask(form)

    def shown(self) -> tuple[Child, ...]:
        """The child, and those among whom to choose."""
        return (self.child, *self.found)

    def more(self) -> dict[str, Any]:
        """Those among whom to choose."""
        found = show.candidates(self.scope, self.found)
        return super().more() | {"found": found, "next_page": self.next_page, "child": self.child}


class ChooseMergeView(ChooseOtherView):
    """Find the row to merge into this one."""

    title = "Find the record to merge into this one"
    next_page = "merge_children"


class ChooseSiblingView(ChooseOtherView):
    """Find a brother or sister."""

    title = "Find a brother or sister"
    next_page = "group_siblings"


class OtherView(ConfirmView):
    """An act on a child and another."""

    other: Child

    def open(self) -> None:
        """Both rows."""
        super().open()
        self.other = queries.standing(self.scope, self.id("other"))

    def shown(self) -> tuple[Child, ...]:
        """Both."""
        return (self.child, self.other)


class MergeChildrenView(OtherView):
    """Compare two rows, and say that they are one child."""

    template = "children/merge_children.html"
    title = "Are these one child?"
    button = "Merge the two records"
    done = "The two records are merged."

    def already(self) -> bool:
        """Whether they are one row."""
        return self.child.id == self.other.id

    def decision(self) -> Decision:
        """Whether these two are merged by this reader."""
        if self.already():
            return permissions.can_change_children(self.scope)
        return permissions.can_merge(self.scope, self.child, self.other)

    def do(self, form: object) -> None:
        """Merge them."""
        merges.merge(kept=self.child, merged=self.other, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        said = [
            "The child goes by the record that you came from. Everything is found there.",
            "Nothing is deleted. You can undo the merger at any time.",
        ]
        if self.child.restricted or self.other.restricted:
            said.append("One of them is restricted. Both will be, until somebody lifts it.")
        if queries.named(self.scope, self.child.id) | queries.named(self.scope, self.other.id):
            said.append("Who is named for one of them may open both.")
        return said

    def more(self) -> dict[str, Any]:
        """Both rows side by side."""
        kept, merged = (show.told(self.scope, each) for each in self.shown())
        return super().more() | {"kept": kept, "merged": merged}


class UndoMergeView(ConfirmView):
    """Say that two rows are two children after all."""

    title = "Undo this merger?"
    button = "Undo the merger"
    done = "The merger is undone. They are two children again."
    merge: ChildMerge

    def open(self) -> None:
        """The merger, and the child who goes by it."""
        self.merge = queries.merge(self.scope, self.id("merge"))
        self.child = queries.standing(self.scope, self.merge.kept_id)

    def already(self) -> bool:
        """Whether it is undone."""
        return self.merge.undone_at is not None

    def decision(self) -> Decision:
        """Whether this reader may; one that is undone already is told so by its page."""
        return permissions.can_change_children(self.scope)

    def do(self, form: object) -> None:
        """Undo it."""
        merges.undo(merge=self.merge, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        row = show.about(self.scope, self.merge.merged)
        said = [
            f"The record “{row}” stands for a child of its own again.",
            "Each record keeps what was written on it, before the merger and since.",
        ]
        if self.child.restricted:
            said.append("Both records stay restricted, until somebody lifts it on each.")
        return said


class GroupSiblingsView(OtherView):
    """Say that two children are brothers or sisters."""

    title = "Are these brothers or sisters?"
    button = "Group them"
    done = "They are grouped as brothers and sisters."

    def already(self) -> bool:
        """Whether they are siblings."""
        return self.other in queries.siblings(self.scope, self.child.id)

    def do(self, form: object) -> None:
        """Group them."""
        siblings.group(children=(self.child, self.other), by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        other = show.about(self.scope, self.other)
        return [
            f"The other child is “{other}”. Those who are grouped with either are grouped too.",
            "One child of a group at most is chosen for a list of children to audit.",
        ]


class TakeOutSiblingView(ConfirmView):
    """Say that a child is no sibling of the group after all."""

    title = "Take this child out of the group?"
    button = "Take out of the group"
    done = "The child is in no group of brothers and sisters."

    def already(self) -> bool:
        """Whether they are in no group."""
        return not queries.is_grouped(self.child.id)

    def do(self, form: object) -> None:
        """Take them out."""
        siblings.take_out(child=self.child, by=self.person)

    def consequences(self) -> list[str]:
        """What will be so."""
        return ["The others stay grouped, where two or more are left."]
