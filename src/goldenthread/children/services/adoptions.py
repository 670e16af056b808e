"""The rows of an adopted child: linked while that is needed, and parted for good."""

from goldenthread.children import permissions
from goldenthread.children.events import AdoptionLinkBroken, AdoptionLinked
from goldenthread.children.ids import AdoptionLinkId
from goldenthread.children.models import AdoptionLink, Child
from goldenthread.core import ledger
from goldenthread.core.actors import Actor
from goldenthread.core.acts import act
from goldenthread.core.base import store
from goldenthread.core.decisions import require


@act
def link(*, before: Child, after: Child, by: Actor) -> AdoptionLink:
    """Link the row of a child before adoption with the row after.

    The ledger holds the link's id and neither child's: it could not forget them.
    """
    require(permissions.can_handle_adoption(by))
    made = store(AdoptionLink(before=before, after=after))
    ledger.record(AdoptionLinked(link=AdoptionLinkId(made.id)), by=by)
    return made


@act
def break_link(*, link: AdoptionLink, by: Actor) -> None:
    """Delete the link: nothing here joins the two rows any more, and it cannot be undone."""
    require(permissions.can_handle_adoption(by))
    broken = AdoptionLinkId(link.id)
    link.delete()
    ledger.record(AdoptionLinkBroken(link=broken), by=by)
