"""What is done to records: holds, runs of the schedule, exports, erasures."""

from dataclasses import dataclass

from goldenthread.children.ids import ChildId
from goldenthread.core.events import Event
from goldenthread.people.ids import UserId
from goldenthread.records.ids import (
    ErasureId,
    LegalHoldId,
    RetentionRunId,
    ScheduleApprovalId,
    SubjectAccessId,
)


@dataclass(frozen=True, kw_only=True)
class ChildHeld(
    Event, kind="records.child_held", about="child", sentence="{by} placed {hold} on {child}"
):
    """Nothing that concerns the child is purged or erased."""

    child: ChildId
    hold: LegalHoldId


@dataclass(frozen=True, kw_only=True)
class ChildReleased(
    Event, kind="records.child_released", about="child", sentence="{by} released {hold} on {child}"
):
    """The hold on the child has ended."""

    child: ChildId
    hold: LegalHoldId


@dataclass(frozen=True, kw_only=True)
class PersonHeld(
    Event, kind="records.person_held", about="user", sentence="{by} placed {hold} on {user}"
):
    """Nothing that concerns the person is purged."""

    user: UserId
    hold: LegalHoldId


@dataclass(frozen=True, kw_only=True)
class PersonReleased(
    Event, kind="records.person_released", about="user", sentence="{by} released {hold} on {user}"
):
    """The hold on the person has ended."""

    user: UserId
    hold: LegalHoldId


@dataclass(frozen=True, kw_only=True)
class ScheduleApproved(
    Event,
    kind="records.schedule_approved",
    about="approval",
    sentence="{by} approved the retention schedule",
):
    """The nightly run deletes what is due."""

    approval: ScheduleApprovalId


@dataclass(frozen=True, kw_only=True)
class ApprovalWithdrawn(
    Event,
    kind="records.approval_withdrawn",
    about="approval",
    sentence="{by} withdrew the approval of the retention schedule",
):
    """The nightly run reports, and deletes no more."""

    approval: ScheduleApprovalId


@dataclass(frozen=True, kw_only=True)
class RetentionAsked(
    Event,
    kind="records.retention_asked",
    about="user",
    sentence="{by} asked to run the retention schedule now",
):
    """A run is to be made without waiting for the night."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class RetentionRan(
    Event,
    kind="records.retention_ran",
    about="run",
    sentence="{by} ran the retention schedule: {due} due, {held} under legal hold, {removed} gone",
):
    """The schedule was run. Kinds and counts stand in its report."""

    run: RetentionRunId
    deletes: bool
    due: int
    held: int
    removed: int


@dataclass(frozen=True, kw_only=True)
class PersonForgotten(
    Event,
    kind="records.person_forgotten",
    about="user",
    sentence="{by} took name and address off {user}, who left long ago",
):
    """A leaver's row says Former member of staff."""

    user: UserId


@dataclass(frozen=True, kw_only=True)
class AccessAsked(
    Event,
    kind="records.access_asked",
    about="child",
    sentence="{by} asked for {access} of what is held about {child}",
):
    """An export was asked for."""

    child: ChildId
    access: SubjectAccessId


@dataclass(frozen=True, kw_only=True)
class AccessGathered(
    Event,
    kind="records.access_gathered",
    about="child",
    sentence="{by} gathered {access} of what is held about {child}: {passages} passages to decide",
):
    """What is held was gathered, with passages in which others are named."""

    child: ChildId
    access: SubjectAccessId
    passages: int


@dataclass(frozen=True, kw_only=True)
class PassagesDecided(
    Event,
    kind="records.passages_decided",
    about="child",
    sentence="{by} decided about passages of {access} of what is held about {child}: "
    "{kept} kept, {masked} without names, {removed} taken out",
):
    """Somebody read each passage and decided."""

    child: ChildId
    access: SubjectAccessId
    kept: int
    masked: int
    removed: int


@dataclass(frozen=True, kw_only=True)
class AccessMade(
    Event,
    kind="records.access_made",
    about="child",
    sentence="{by} made {access} of what is held about {child}",
):
    """The document can be downloaded, for 14 days."""

    child: ChildId
    access: SubjectAccessId


@dataclass(frozen=True, kw_only=True)
class AccessWithdrawn(
    Event,
    kind="records.access_withdrawn",
    about="child",
    sentence="{by} withdrew {access} of what is held about {child}",
):
    """The export is not needed; what it held is gone."""

    child: ChildId
    access: SubjectAccessId


@dataclass(frozen=True, kw_only=True)
class ErasureAsked(
    Event,
    kind="records.erasure_asked",
    about="child",
    sentence="{by} asked for {erasure} of {child}",
):
    """Somebody else must approve it."""

    child: ChildId
    erasure: ErasureId


@dataclass(frozen=True, kw_only=True)
class ErasureApproved(
    Event,
    kind="records.erasure_approved",
    about="child",
    sentence="{by} approved {erasure} of {child}",
):
    """A second person approved it."""

    child: ChildId
    erasure: ErasureId


@dataclass(frozen=True, kw_only=True)
class ErasureWithdrawn(
    Event,
    kind="records.erasure_withdrawn",
    about="child",
    sentence="{by} withdrew {erasure} of {child}",
):
    """It is not done."""

    child: ChildId
    erasure: ErasureId


@dataclass(frozen=True, kw_only=True)
class ErasureStopped(
    Event,
    kind="records.erasure_stopped",
    about="child",
    sentence="{by} stopped {erasure} of {child}: a legal hold stands",
):
    """A hold was placed after the approval."""

    child: ChildId
    erasure: ErasureId


@dataclass(frozen=True, kw_only=True)
class ChildErased(
    Event,
    kind="records.child_erased",
    about="child",
    sentence="{by} did {erasure} of {child}: {rows} records are gone",
):
    """Nothing is left but opaque ids."""

    child: ChildId
    erasure: ErasureId
    rows: int
