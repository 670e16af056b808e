"""What is known of a child, in the order in which it must go: the child's own rows last."""

from uuid import UUID

from django.db.models import Count, Q

from goldenthread.children.models import (
    AdoptionLink,
    Child,
    ChildIdentifier,
    ChildMerge,
    RestrictedAccess,
    SiblingGroup,
    SiblingMembership,
)
from goldenthread.core.disposal import Eraser, Rows, delete_rows

Ids = frozenset[UUID]

_LINKS = "Links with other records"
"""Of mergers and of adoption together: whoever sees counts must not learn of an adoption."""


def _links(children: Ids) -> Rows:
    return AdoptionLink.objects.filter(Q(before_id__in=children) | Q(after_id__in=children))


def _mergers(children: Ids) -> Rows:
    return ChildMerge.objects.filter(Q(kept_id__in=children) | Q(merged_id__in=children))


def _siblings(children: Ids) -> Rows:
    return SiblingMembership.objects.filter(child_id__in=children)


def _leave_groups(rows: Rows) -> int:
    """A group of one is no group, and ends."""
    groups = list(rows.values_list("group_id", flat=True))
    gone = delete_rows(rows)
    left = SiblingGroup.objects.filter(id__in=groups).annotate(size=Count("memberships"))
    SiblingGroup.objects.filter(
        id__in=list(left.filter(size__lt=2).values_list("id", flat=True))
    ).delete()
    return gone


def _named(children: Ids) -> Rows:
    return RestrictedAccess.objects.filter(child_id__in=children)


def _numbers(children: Ids) -> Rows:
    return ChildIdentifier.objects.filter(child_id__in=children)


def _rows(children: Ids) -> Rows:
    return Child.objects.filter(id__in=children)


ERASERS = (
    Eraser(label=_LINKS, rows=_links),
    Eraser(label=_LINKS, rows=_mergers),
    Eraser(label="Places in a group of siblings", rows=_siblings, erase=_leave_groups),
    Eraser(label="People named to open the child", rows=_named),
    Eraser(label="Numbers in other systems", rows=_numbers),
    Eraser(label="Records of the child", rows=_rows),
)
