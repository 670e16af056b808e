"""Pages about children: for audit leads; others find those whom their own work concerns."""

from collections.abc import Callable

from tests.cast import Cast, make_user
from tests.permissions.pages import Page, Table

from goldenthread.children.models import Child
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.children.services import adoptions, children, identifiers, merges, restrictions
from goldenthread.core.actors import System
from goldenthread.people.rules import Role

BY = System("tests")
LEAD: frozenset[Role | None] = frozenset({Role.AUDIT_LEAD})
FINDERS: frozenset[Role | None] = frozenset(
    {
        Role.AUDIT_LEAD,
        Role.AUDITOR,
        Role.MODERATOR,
        Role.PRACTITIONER,
        Role.TEAM_MANAGER,
        Role.IRO,
    }
)


def a_child() -> Child:
    return children.add(by=BY)


def child(cast: Cast) -> list[object]:
    return [a_child().id]


def two(cast: Cast) -> list[object]:
    return [a_child().id, a_child().id]


def restricted(cast: Cast) -> list[object]:
    return [restrictions.restrict(child=a_child(), by=BY).id]


def number(cast: Cast) -> list[object]:
    kind = IdentifierSystem.CASE_SYSTEM
    return [identifiers.give(child=a_child(), system=kind, number="C1", by=BY).id]


def merger(cast: Cast) -> list[object]:
    return [merges.merge(kept=a_child(), merged=a_child(), by=BY).id]


def named(cast: Cast) -> list[object]:
    made, somebody = a_child(), make_user("Kit Vale")
    restrictions.give_access(child=made, user=somebody, by=BY)
    return [made.id, somebody.id]


def adopted(cast: Cast) -> list[object]:
    return [adoptions.link(before=a_child(), after=a_child(), by=BY).before_id]


def lead(arguments: Callable[[Cast], list[object]] = child) -> Page:
    return Page(roles=LEAD, arguments=arguments)


TABLE: Table = {
    "find_child": Page(roles=FINDERS),
    "add_child": Page(roles=LEAD),
    "show_child": lead(),
    "give_number": lead(),
    "end_number": lead(number),
    "choose_merge": lead(),
    "merge_children": lead(two),
    "undo_merge": lead(merger),
    "choose_sibling": lead(),
    "group_siblings": lead(two),
    "take_out_sibling": lead(),
    "restrict_child": lead(),
    "lift_restriction": lead(restricted),
    "give_access": lead(),
    "take_access": lead(named),
    "link_adoption": lead(),
    "break_adoption_link": lead(adopted),
    "set_initials": Page(roles=frozenset(), arguments=child),  # the authority keeps none
}
