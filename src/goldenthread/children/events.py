"""What is done to what is known of children."""

from dataclasses import dataclass

from goldenthread.children.ids import (
    AdoptionLinkId,
    ChildId,
    IdentifierId,
    MergeId,
    SiblingGroupId,
)
from goldenthread.children.rules.identifiers import IdentifierSystem
from goldenthread.core.events import Event
from goldenthread.people.ids import UserId


@dataclass(frozen=True, kw_only=True)
class ChildAdded(Event, kind="children.added", about="child", sentence="{by} added {child}"):
    """A child was added."""

    child: ChildId


@dataclass(frozen=True, kw_only=True)
class InitialsSet(
    Event, kind="children.initials_set", about="child", sentence="{by} set the initials of {child}"
):
    """A child's initials were set or taken away."""

    child: ChildId


@dataclass(frozen=True, kw_only=True)
class IdentifierGiven(
    Event,
    kind="children.identifier_given",
    about="child",
    sentence="{by} gave {child} a number: {system}",
):
    """A child was given a number of another system."""

    child: ChildId
    identifier: IdentifierId
    system: IdentifierSystem


@dataclass(frozen=True, kw_only=True)
class IdentifierEnded(
    Event,
    kind="children.identifier_ended",
    about="child",
    sentence="{by} ended a number of {child}: {system}",
):
    """A number no longer stands for a child."""

    child: ChildId
    identifier: IdentifierId
    system: IdentifierSystem


@dataclass(frozen=True, kw_only=True)
class ChildrenMerged(
    Event, kind="children.merged", about="kept", sentence="{by} merged two records of {kept}"
):
    """Two rows are one child."""

    kept: ChildId
    merged: ChildId
    merge: MergeId


@dataclass(frozen=True, kw_only=True)
class MergeUndone(
    Event,
    kind="children.merge_undone",
    about="kept",
    sentence="{by} undid a merger of {kept} and {merged}",
):
    """Two rows are two children after all."""

    kept: ChildId
    merged: ChildId
    merge: MergeId


@dataclass(frozen=True, kw_only=True)
class SiblingsGrouped(
    Event,
    kind="children.siblings_grouped",
    about="group",
    sentence="{by} grouped siblings: {children}",
):
    """Children are brothers and sisters."""

    group: SiblingGroupId
    children: tuple[ChildId, ...]


@dataclass(frozen=True, kw_only=True)
class SiblingTakenOut(
    Event,
    kind="children.sibling_taken_out",
    about="child",
    sentence="{by} took {child} out of a group of siblings",
):
    """A child is no sibling of the group after all."""

    group: SiblingGroupId
    child: ChildId


@dataclass(frozen=True, kw_only=True)
class ChildRestricted(
    Event,
    kind="children.restricted",
    about="child",
    sentence="{by} restricted the record of {child}",
):
    """Only audit leads and those named may open the child."""

    child: ChildId


@dataclass(frozen=True, kw_only=True)
class RestrictionLifted(
    Event,
    kind="children.restriction_lifted",
    about="child",
    sentence="{by} lifted the restriction of {child}",
):
    """The child is as other children."""

    child: ChildId


@dataclass(frozen=True, kw_only=True)
class AccessGiven(
    Event,
    kind="children.access_given",
    about="child",
    sentence="{by} named {user} to open {child}, who is restricted",
):
    """Somebody is named to open a restricted child."""

    child: ChildId
    user: UserId


@dataclass(frozen=True, kw_only=True)
class AccessTaken(
    Event,
    kind="children.access_taken",
    about="child",
    sentence="{by} took {user} off those who open {child}, who is restricted",
):
    """Somebody is no longer named."""

    child: ChildId
    user: UserId


@dataclass(frozen=True, kw_only=True)
class AdoptionLinked(
    Event,
    kind="children.adoption_linked",
    about="link",
    sentence="{by} linked the rows of an adopted child",
):
    """Two rows are one child before and after adoption. Their ids stand in no ledger."""

    link: AdoptionLinkId


@dataclass(frozen=True, kw_only=True)
class AdoptionLinkBroken(
    Event,
    kind="children.adoption_link_broken",
    about="link",
    sentence="{by} broke the link of an adopted child for good",
):
    """Nothing here joins the two rows any more."""

    link: AdoptionLinkId
