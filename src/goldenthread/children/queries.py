"""Reading of children: by a scope, always, and of the row that a child goes by now."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.children.models import (
    AdoptionLink,
    Child,
    ChildIdentifier,
    ChildMerge,
    SiblingMembership,
)
from goldenthread.children.rules.identifiers import IdentifierSystem, written_alike
from goldenthread.children.visibility import visible_adoption_links, visible_children
from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.scope import Scope
from goldenthread.privacy.encryption import unseal
from goldenthread.privacy.pseudonyms import lookup_key


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
    """A child whom the scope may open. Raises :class:`NotFoundInScope`."""
    found = visible_children(scope).filter(id=child_id).first()
    if found is None:
        raise NotFoundInScope
    return found


def current(child_id: UUID) -> UUID:
    """The row that a child goes by now: after every merger that stands.

    A chain of mergers is followed to its end; mergers make no circles (see the service).
    """
    merges = dict(ChildMerge.objects.filter(undone_at=None).values_list("merged_id", "kept_id"))
    while child_id in merges:
        child_id = merges[child_id]
    return child_id


def rows_of(child_id: UUID) -> frozenset[UUID]:
    """Every row of the child that goes by this one: itself and all that are merged into it."""
    into: dict[UUID, set[UUID]] = {}
    for kept, merged in ChildMerge.objects.filter(undone_at=None).values_list(
        "kept_id", "merged_id"
    ):
        into.setdefault(kept, set()).add(merged)
    found, new = set[UUID](), {child_id}
    while new:
        found |= new
        new = set().union(*(into.get(each, set()) for each in new)) - found
    return frozenset(found)


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
    ids = {current(child_id) for child_id in found.values_list("child_id", flat=True)}
    return tuple(visible_children(scope).filter(id__in=ids).order_by("created_at", "id"))


def identifiers(child_id: UUID) -> QuerySet[ChildIdentifier]:
    """Numbers of a child, those of rows merged into it included."""
    return ChildIdentifier.objects.filter(child_id__in=rows_of(child_id))


def merges(child_id: UUID) -> QuerySet[ChildMerge]:
    """Mergers into a child, undone ones too, newest first."""
    return ChildMerge.objects.filter(kept_id__in=rows_of(child_id)).order_by("-created_at")


def siblings(scope: Scope, child_id: UUID) -> tuple[Child, ...]:
    """Brothers and sisters of a child whom the scope may open, by their current rows."""
    rows = rows_of(child_id)
    groups = SiblingMembership.objects.filter(child_id__in=rows).values("group_id")
    others = SiblingMembership.objects.filter(group_id__in=groups).exclude(child_id__in=rows)
    ids = {current(each) for each in others.values_list("child_id", flat=True)} - {child_id}
    return tuple(visible_children(scope).filter(id__in=ids).order_by("created_at", "id"))


def adoption_link(scope: Scope, child_id: UUID) -> AdoptionLink | None:
    """The link of an adopted child's rows, for those who may see it."""
    links = visible_adoption_links(scope)
    return links.filter(before_id=child_id).first() or links.filter(after_id=child_id).first()
