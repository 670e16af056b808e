"""Which children a scope may open: the only road to rows about children.

Audit leads see every child. Others see a child where their work has brought them to it, which
apps above answer, unless the child is restricted; those named for a restricted child see it.
Whoever sees one row of a child sees all of them.
"""

from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from goldenthread.children.mergers import all_rows
from goldenthread.children.models import AdoptionLink, Child, ChildMerge, RestrictedAccess
from goldenthread.children.rules.acts import ADOPTION, CHANGE, RESTRICT, SEE_ALL
from goldenthread.core.readers import Reader
from goldenthread.people.scope import Scope

CHILDREN_AT_WORK: Reader[Scope, frozenset[UUID]] = Reader("children.at_work")
"""Children whom a person's own work concerns: audits, teams, challenges."""


def visible_children(scope: Scope) -> QuerySet[Child]:
    """Those whom the scope may open, in each of their rows."""
    if scope.has(*SEE_ALL.roles):
        return Child.objects.all()
    at_work = frozenset[UUID]().union(*CHILDREN_AT_WORK.ask(scope))
    access = RestrictedAccess.objects.filter(user=scope.user)
    named = all_rows(set(access.values_list("child_id", flat=True)))
    return Child.objects.filter(Q(id__in=named) | Q(id__in=all_rows(at_work), restricted=False))


def visible_merges(scope: Scope) -> QuerySet[ChildMerge]:
    """Mergers, for those who make and undo them."""
    return ChildMerge.objects.all() if scope.has(*CHANGE.roles) else ChildMerge.objects.none()


def visible_access(scope: Scope) -> QuerySet[RestrictedAccess]:
    """Who is named for restricted children, for those who name them."""
    every = RestrictedAccess.objects
    return every.all() if scope.has(*RESTRICT.roles) else every.none()


def visible_adoption_links(scope: Scope) -> QuerySet[AdoptionLink]:
    """Links of adopted children: for audit leads only."""
    if not scope.has(*ADOPTION.roles):
        return AdoptionLink.objects.none()
    return AdoptionLink.objects.all()


def sees_initials() -> bool:
    """Whether the authority keeps initials; where it does not, those of earlier days are hidden."""
    return bool(settings.INITIALS)
