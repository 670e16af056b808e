"""May somebody do something with what is known of children, and if not, why."""

from goldenthread.children.models import Child, ChildMerge
from goldenthread.children.rules import acts
from goldenthread.core.actors import Actor
from goldenthread.core.decisions import ALLOWED, Decision, first_refusal, refused
from goldenthread.people.permissions import may


def can_change_children(by: Actor) -> Decision:
    """Add a child, and change what is known of one."""
    return may(by, acts.CHANGE)


def can_merge(by: Actor, kept: Child, merged: Child) -> Decision:
    """Say that two rows are one child."""
    same = refused("This is one row already. Choose another child.")
    return first_refusal(can_change_children(by), same if kept.id == merged.id else ALLOWED)


def can_undo_merge(by: Actor, merge: ChildMerge) -> Decision:
    """Say that two rows are two children after all."""
    undone = refused("This merger is undone already.")
    return first_refusal(can_change_children(by), undone if merge.undone_at else ALLOWED)


def can_restrict(by: Actor) -> Decision:
    """Restrict a child's record, lift that, and name who may open it."""
    return may(by, acts.RESTRICT)


def can_handle_adoption(by: Actor) -> Decision:
    """See, make and break the link of an adopted child."""
    return may(by, acts.ADOPTION)
