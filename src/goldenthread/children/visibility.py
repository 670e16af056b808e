"""Which children a scope may open: the only road to rows about children.

Audit leads see every child. Others see a child where their work has brought them to it, which
apps above answer, unless the child is restricted; those named for a restricted child see it.
"""

from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.children.models import AdoptionLink, Child
from goldenthread.children.rules.acts import ADOPTION, SEE_ALL
from goldenthread.core.readers import Reader
from goldenthread.people.scope import Scope

CHILDREN_AT_WORK: Reader[Scope, frozenset[UUID]] = Reader("children.at_work")
"""Children whom a person's own work concerns: audits, teams, challenges."""


def visible_children(scope: Scope) -> QuerySet[Child]:
    """Those whom the scope may open."""
    if scope.has(*SEE_ALL.roles):
        return Child.objects.all()
    at_work = frozenset[UUID]().union(*CHILDREN_AT_WORK.ask(scope))
    named = Q(named__user=scope.user)
    return Child.objects.filter(named | Q(id__in=at_work, restricted=False)).distinct()


def visible_adoption_links(scope: Scope) -> QuerySet[AdoptionLink]:
    """Links of adopted children: for audit leads only."""
    if not scope.has(*ADOPTION.roles):
        return AdoptionLink.objects.none()
    return AdoptionLink.objects.all()
