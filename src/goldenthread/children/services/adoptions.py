"""The rows of an adopted child: linked while that is needed, and parted for good."""

from uuid import UUID

from django.db.models import Q

from goldenthread.children import permissions, queries
from goldenthread.children.events import AdoptionLinkBroken, AdoptionLinked
from goldenthread.children.ids import AdoptionLinkId
from goldenthread.children.models import AdoptionLink, Child
from goldenthread.children.services._locks import locked
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act, nothing_changed
from goldenthread.core.base import store
from goldenthread.core.decisions import require
from goldenthread.core.errors import InvalidTransition

_SAME = "This is the same record. Give a number of the other record."
_LINKED = "One of these records has an adoption link already. Break that link first."


@act
def link(*, before: Child, after: Child, by: Actor) -> AdoptionLink:
    """Link the row of a child before adoption with the row after.

    The ledger holds the link's id and neither child's: it could not forget them. Raises
    :class:`InvalidTransition` where one is linked already.
    """
    require(permissions.can_handle_adoption(by))
    if before.id == after.id:
        raise InvalidTransition(_SAME)
    before, after = locked(before, after)
    standing = _links(before, after)
    if [(each.before_id, each.after_id) for each in standing] == [(before.id, after.id)]:
        nothing_changed()
        return standing[0]
    if standing:
        raise InvalidTransition(_LINKED)
    made = store(AdoptionLink(before=before, after=after))
    ledger.record(AdoptionLinked(link=AdoptionLinkId(made.id)), by=by)
    return made


@act
def break_link(*, link: AdoptionLink, by: Actor) -> None:
    """Delete the link: nothing here joins the two rows any more, and it cannot be undone."""
    require(permissions.can_handle_adoption(by))
    broken = AdoptionLinkId(link.id)
    deleted, _ = AdoptionLink.objects.filter(id=link.id).delete()
    if not deleted:
        nothing_changed()
        return
    ledger.record(AdoptionLinkBroken(link=broken), by=by)


def _links(*children: Child) -> list[AdoptionLink]:
    rows = frozenset[UUID]().union(*(queries.rows_of(child.id) for child in children))
    return list(AdoptionLink.objects.filter(Q(before_id__in=rows) | Q(after_id__in=rows)))
