"""Legal holds: whom they protect today, and what they say."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.children.mergers import all_rows
from goldenthread.children.models import AdoptionLink, ChildMerge, SiblingMembership
from goldenthread.children.visibility import visible_children
from goldenthread.core import clock
from goldenthread.core.disposal import Held
from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.scope import Scope
from goldenthread.privacy.encryption import unseal
from goldenthread.records.models import LegalHold
from goldenthread.records.rules.states import Whose
from goldenthread.records.visibility import visible_holds


def family(child: UUID) -> frozenset[UUID]:
    """Every row of the child that this row belongs to, after mergers."""
    return all_rows([child]) | {child}


def held_today() -> Held:
    """Whom holds protect today."""
    return held_on(clock.today())


def held_on(day: date) -> Held:
    """Whom holds protect on a day; a child in every row merged with it."""
    standing = LegalHold.objects.standing(day).values_list("whose", "subject")
    pairs = [(Whose(whose), subject) for whose, subject in standing]
    children = [subject for whose, subject in pairs if whose is Whose.CHILD]
    return Held(
        children=all_rows(children) | frozenset(children),
        users=frozenset(subject for whose, subject in pairs if whose is Whose.PERSON),
    )


def joined_with(child: UUID) -> frozenset[UUID]:
    """The child's rows, and rows of others of whom something would go with them."""
    rows = family(child)
    groups = SiblingMembership.objects.filter(child_id__in=rows).values("group_id")
    siblings = SiblingMembership.objects.filter(group_id__in=groups)
    found = set(siblings.values_list("child_id", flat=True))
    for one, other in (("before_id", "after_id"), ("after_id", "before_id")):
        links = AdoptionLink.objects.filter(**{f"{one}__in": rows})
        found |= set(links.values_list(other, flat=True))
    for one, other in (("kept_id", "merged_id"), ("merged_id", "kept_id")):
        mergers = ChildMerge.objects.filter(**{f"{one}__in": rows})  # undone ones too
        found |= set(mergers.values_list(other, flat=True))
    return rows | found


def stops_erasure(child: UUID) -> bool:
    """Whether a hold protects the child, or one with whom it is joined."""
    return not held_today().children.isdisjoint(joined_with(child))


def holds(scope: Scope) -> QuerySet[LegalHold]:
    """Holds, newest first."""
    return visible_holds(scope).select_related("placed_by")


def hold(scope: Scope, which: UUID) -> LegalHold:
    """A hold. Raises :class:`NotFoundInScope`."""
    found = holds(scope).filter(id=which).first()
    if found is None:
        raise NotFoundInScope
    return found


def holds_on(scope: Scope, subject: UUID) -> list[LegalHold]:
    """Holds that stand today on a child, whichever of its rows they name, or on a person."""
    standing = holds(scope).standing(scope.on)  # type: ignore[attr-defined]  # our query set
    return list(standing.filter(subject__in=family(subject)))


def may_read_reason(scope: Scope, row: LegalHold) -> bool:
    """Whether the reader may open the child whom a hold protects."""
    return visible_children(scope).filter(id=row.subject).exists()


def place_of_reason(row: LegalHold) -> str:
    """Where a reason is kept, which it is bound to."""
    return f"records_legalhold.sealed_reason.{row.id}"


def reason_of(row: LegalHold) -> str:
    """Why it was placed; empty where the reason is no longer kept."""
    if not row.sealed_reason:
        return ""
    return unseal(bytes(row.sealed_reason), place=place_of_reason(row)).decode()
