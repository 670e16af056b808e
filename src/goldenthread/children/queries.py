"""Reading of children: by a scope, always, and of the row that a child goes by now."""

from collections.abc import Collection
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from goldenthread.children.mergers import current_rows, merged_rows
from goldenthread.children.models import (
    AdoptionLink,
    Child,
    ChildIdentifier,
    ChildMerge,
    SiblingMembership,
)
from goldenthread.children.rules.identifiers import IdentifierSystem, written_alike
from goldenthread.children.visibility import (
    visible_access,
    visible_adoption_links,
    visible_children,
    visible_merges,
)
from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.scope import Scope
from goldenthread.privacy.encryption import unseal
from goldenthread.privacy.pseudonyms import lookup_key

Row = TypeVar("Row")


def number_key(system: IdentifierSystem, number: str) -> str:
    """The key by which a number is found."""
    return lookup_key(written_alike(number), purpose=f"child/{system.value}")


def place_of(identifier: ChildIdentifier) -> str:
    """Where a sealed number is kept, which it is bound to."""
    return f"children.childidentifier.sealed_number/{identifier.id}"


def number_of(identifier: ChildIdentifier) -> str:
    """The number itself. Raises ``CannotBeOpened`` where its key is not here."""
    return unseal(bytes(identifier.sealed_number), place=place_of(identifier)).decode()


def child(scope: Scope, child_id: UUID) -> Child:
    """A row of a child whom the scope may open. Raises :class:`NotFoundInScope`."""
    found = visible_children(scope).filter(id=child_id).first()
    if found is None:
        raise NotFoundInScope
    return found


def standing(scope: Scope, child_id: UUID) -> Child:
    """The row by which a child goes now, asked by any row. Raises :class:`NotFoundInScope`."""
    return child(scope, current(child(scope, child_id).id))


def current(child_id: UUID) -> UUID:
    """The row that a child goes by now: after every merger that stands."""
    return current_rows([child_id]).get(child_id, child_id)


def rows_of(child_id: UUID) -> frozenset[UUID]:
    """Every row of the child that goes by this one: itself and all that are merged into it."""
    return frozenset({child_id}) | merged_rows([child_id]).keys()


def with_number(
    scope: Scope, number: str, system: IdentifierSystem | None = None, on: date | None = None
) -> tuple[Child, ...]:
    """Children whom the scope may open and who have, or had, a number: by their current rows.

    With ``on``, only where the number stood for the child on that day.
    """
    systems = (system,) if system else tuple(IdentifierSystem)
    keys = [number_key(each, number) for each in systems]
    found = ChildIdentifier.objects.filter(number_key__in=keys)
    if on is not None:
        found = found.filter(from_on__lte=on).exclude(to_on__lte=on)
    rows = set(found.values_list("child_id", flat=True))
    return _visible_by_current_row(scope, rows)


def numbers(scope: Scope, children: Collection[UUID]) -> dict[UUID, tuple[ChildIdentifier, ...]]:
    """For each child its numbers, those of rows merged into it included; none for who is hidden."""
    rows = merged_rows(children)
    visible = visible_children(scope).filter(id__in=rows)
    found: dict[UUID, list[ChildIdentifier]] = {each: [] for each in children}
    for identifier in ChildIdentifier.objects.filter(child__in=visible):
        found[rows[identifier.child_id]].append(identifier)
    return {each: tuple(numbers) for each, numbers in found.items()}


def identifier(scope: Scope, identifier_id: UUID) -> ChildIdentifier:
    """A number of a child whom the scope may open. Raises :class:`NotFoundInScope`."""
    rows = ChildIdentifier.objects.filter(id=identifier_id, child__in=visible_children(scope))
    return _found(rows.first())


def merges(scope: Scope, child_id: UUID) -> tuple[ChildMerge, ...]:
    """Mergers into a child, undone ones too, the newest first."""
    rows = visible_merges(scope).filter(kept_id__in=rows_of(child_id))
    return tuple(rows.order_by("-created_at", "id"))


def merge(scope: Scope, merge_id: UUID) -> ChildMerge:
    """A merger, with both rows. Raises :class:`NotFoundInScope`."""
    rows = visible_merges(scope).filter(id=merge_id, kept__in=visible_children(scope))
    return _found(rows.select_related("kept", "merged").first())


def siblings(scope: Scope, child_id: UUID) -> tuple[Child, ...]:
    """Brothers and sisters of a child whom the scope may open, by their current rows."""
    rows = rows_of(child_id)
    groups = SiblingMembership.objects.filter(child_id__in=rows).values("group_id")
    others = SiblingMembership.objects.filter(group_id__in=groups).exclude(child_id__in=rows)
    return _visible_by_current_row(scope, set(others.values_list("child_id", flat=True)))


def is_grouped(child_id: UUID) -> bool:
    """Whether a child is in a group of siblings, in any of its rows."""
    return SiblingMembership.objects.filter(child_id__in=rows_of(child_id)).exists()


def named(scope: Scope, child_id: UUID) -> frozenset[UUID]:
    """Ids of those who are named to open a child, for who may name them."""
    access = visible_access(scope).filter(child_id__in=rows_of(child_id))
    return frozenset(access.values_list("user_id", flat=True))


def adoption_link(scope: Scope, child_id: UUID) -> AdoptionLink | None:
    """The link of an adopted child's rows, for those who may see it."""
    rows = rows_of(child_id)
    either = Q(before_id__in=rows) | Q(after_id__in=rows)
    return visible_adoption_links(scope).filter(either).first()


def linked_by_adoption(one: UUID, other: UUID) -> bool:
    """Whether a row of one is linked with a row of the other: for guards, and shown to nobody."""
    rows, others = rows_of(one), rows_of(other)
    there = Q(before_id__in=rows, after_id__in=others)
    return AdoptionLink.objects.filter(there | Q(before_id__in=others, after_id__in=rows)).exists()


def _visible_by_current_row(scope: Scope, rows: Collection[UUID]) -> tuple[Child, ...]:
    ids = set(current_rows(rows).values())
    return tuple(visible_children(scope).filter(id__in=ids).order_by("created_at", "id"))


def _found(row: Row | None) -> Row:
    if row is None:
        raise NotFoundInScope
    return row
