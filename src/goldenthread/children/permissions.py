"""May somebody do something with what is known of children, and if not, why."""

from django.conf import settings

from goldenthread.children import queries
from goldenthread.children.models import Child, ChildMerge
from goldenthread.children.rules import acts
from goldenthread.core.actors import Actor
from goldenthread.core.decisions import ALLOWED, Decision, first_refusal, refused
from goldenthread.people.models import User
from goldenthread.people.permissions import may

_SAME = refused("This is one record already. Choose another child.")
_ADOPTED = refused("These are the records of an adopted child, which are linked and never merged.")
_UNDONE = refused("This merger is undone already.")
_GONE = refused("They are deactivated, and cannot open anything.")
_NO_INITIALS = refused("Initials are not kept here: the authority has not switched them on.")


def can_find_children(by: Actor) -> Decision:
    """Look for a child by a number; what is found is what they may open."""
    return may(by, acts.FIND)


def can_change_children(by: Actor) -> Decision:
    """Add a child, and change what is known of one."""
    return may(by, acts.CHANGE)


def can_set_initials(by: Actor, initials: str | None = None) -> Decision:
    """Set initials where the authority keeps them; taking them away is always possible."""
    kept = settings.INITIALS or initials == ""
    return first_refusal(can_change_children(by), ALLOWED if kept else _NO_INITIALS)


def can_merge(by: Actor, kept: Child, merged: Child) -> Decision:
    """Say that two rows are one child."""
    linked = queries.linked_by_adoption(kept.id, merged.id)
    return first_refusal(
        can_change_children(by),
        _SAME if kept.id == merged.id else ALLOWED,
        _ADOPTED if linked else ALLOWED,
    )


def can_undo_merge(by: Actor, merge: ChildMerge) -> Decision:
    """Say that two rows are two children after all."""
    return first_refusal(can_change_children(by), _UNDONE if merge.undone_at else ALLOWED)


def can_restrict(by: Actor) -> Decision:
    """Restrict a child's record, lift that, and take people off those who are named."""
    return may(by, acts.RESTRICT)


def can_give_access(by: Actor, user: User) -> Decision:
    """Name somebody who may open a restricted child."""
    return first_refusal(can_restrict(by), ALLOWED if user.is_active else _GONE)


def can_handle_adoption(by: Actor) -> Decision:
    """See, make and break the link of an adopted child."""
    return may(by, acts.ADOPTION)
