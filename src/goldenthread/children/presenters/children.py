"""A child's page, and two rows side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from goldenthread.children import permissions, queries
from goldenthread.children.models import Child, ChildIdentifier
from goldenthread.children.presenters.numbers import NumberLine, label, lines
from goldenthread.children.visibility import sees_initials
from goldenthread.people.presenters.words import day
from goldenthread.people.queries.names import names_of
from goldenthread.people.scope import Scope


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the summary."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Something that a child's page names and leads to."""

    id: UUID
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """What one reader sees of a child. ``None``: the reader does not see the section."""

    id: UUID
    about: str
    facts: list[Fact]
    restricted: bool
    numbers: list[NumberLine]
    siblings: list[Linked]
    may_change: bool
    keeps_initials: bool
    merged: list[Linked] = field(default_factory=list)
    named: list[Linked] | None = None
    adoption: Linked | None = None
    may_restrict: bool = False
    may_see_adoption: bool = False


def child_page(scope: Scope, child: Child) -> ChildPage:
    """A child's page for a reader."""
    known = queries.numbers(scope, [child.id])[child.id]
    may_restrict = bool(permissions.can_restrict(scope))
    siblings = queries.siblings(scope, child.id)
    return ChildPage(
        id=child.id,
        about=label(known),
        facts=_facts(child),
        restricted=child.restricted,
        numbers=lines(known),
        siblings=[Linked(each.id, f"Sibling {n}") for n, each in enumerate(siblings, 1)],
        may_change=bool(permissions.can_change_children(scope)),
        keeps_initials=sees_initials(),
        merged=_merged(scope, child, known),
        named=_named(scope, child) if may_restrict else None,
        adoption=_adoption(scope, child),
        may_restrict=may_restrict,
        may_see_adoption=bool(permissions.can_handle_adoption(scope)),
    )


def about(scope: Scope, child: Child) -> str:
    """What a child is called above the heading of a page."""
    return label(queries.numbers(scope, [child.id])[child.id])


def candidates(scope: Scope, children: Sequence[Child]) -> list[Linked]:
    """Children of whom one must be chosen."""
    known = queries.numbers(scope, [child.id for child in children])
    return [Linked(each.id, label(known[each.id]), day(each.created_at)) for each in children]


def _facts(child: Child) -> list[Fact]:
    initials = [Fact("Initials", child.initials)] if sees_initials() else []
    return [*initials, Fact("Added", day(child.created_at))]


def _merged(scope: Scope, child: Child, known: Sequence[ChildIdentifier]) -> list[Linked]:
    return [
        Linked(
            each.id,
            label(number for number in known if number.child_id == each.merged_id),
            f"Merged {day(each.created_at)}",
        )
        for each in queries.merges(scope, child.id)
        if each.undone_at is None
    ]


def _named(scope: Scope, child: Child) -> list[Linked]:
    names = names_of(scope, queries.named(scope, child.id))
    return [Linked(user, name) for user, name in sorted(names.items(), key=lambda each: each[1])]


def _adoption(scope: Scope, child: Child) -> Linked | None:
    link = queries.adoption_link(scope, child.id)
    if link is None:
        return None
    if queries.current(link.before_id) == child.id:
        return Linked(link.after_id, "Open the record after the adoption")
    return Linked(link.before_id, "Open the record before the adoption")


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One thing about a row, in one line or several."""

    key: str
    told: list[str]


def told(scope: Scope, child: Child) -> list[ToldLine]:
    """A row as it stands beside another."""
    page = child_page(scope, child)
    numbers = [f"{each.system} {each.number}. {each.when}" for each in page.numbers]
    return [
        ToldLine("Numbers", numbers or ["No number"]),
        *(ToldLine(fact.key, [fact.value or "Not given"]) for fact in page.facts),
        ToldLine("Brothers and sisters", [str(len(page.siblings) or "None recorded")]),
        ToldLine("Records merged into it", [each.text for each in page.merged] or ["None so far"]),
        ToldLine("Restricted", ["Yes" if page.restricted else "No"]),
        ToldLine("Named", [each.text for each in page.named or []] or ["Nobody"]),
    ]
