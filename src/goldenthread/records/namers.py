"""How ids of this app and of those below are called in the record of what was done."""

from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse

from goldenthread.children.ids import (
    AdoptionLinkId,
    ChildId,
    IdentifierId,
    MergeId,
    SiblingGroupId,
)
from goldenthread.children.visibility import visible_children
from goldenthread.notices.ids import NoticeId
from goldenthread.people.ids import (
    InvitationId,
    MembershipId,
    RoleGrantId,
    ServiceId,
    StaffImportId,
    TeamId,
    UserId,
)
from goldenthread.people.queries.names import names_of
from goldenthread.people.scope import Scope
from goldenthread.records.ids import (
    ErasureId,
    LegalHoldId,
    RetentionRunId,
    ScheduleApprovalId,
    SubjectAccessId,
)
from goldenthread.records.queries.naming import IdType, Name, Namer
from goldenthread.records.visibility import visible_accesses, visible_erasures, visible_holds

Found = Mapping[UUID, Name]


def _people(scope: Scope, ids: frozenset[UUID]) -> Found:
    return {
        which: Name(name, reverse("show_person", args=[which]))
        for which, name in names_of(scope, ids).items()
    }


def _teams(scope: Scope, ids: frozenset[UUID]) -> Found:
    return {
        which: Name(name, reverse("show_team", args=[which]))
        for which, name in names_of(scope, ids).items()
    }


def _services(scope: Scope, ids: frozenset[UUID]) -> Found:
    return {which: Name(name) for which, name in names_of(scope, ids).items()}


def _children(scope: Scope, ids: frozenset[UUID]) -> Found:
    """A child has no name here: whoever may open it gets a link."""
    seen = visible_children(scope).filter(id__in=ids).values_list("id", flat=True)
    return {each: _link("a child", "show_child_records", each) for each in seen}


def _holds(scope: Scope, ids: frozenset[UUID]) -> Found:
    seen = visible_holds(scope).filter(id__in=ids).values_list("id", flat=True)
    return {each: _link("a legal hold", "show_hold", each) for each in seen}


def _accesses(scope: Scope, ids: frozenset[UUID]) -> Found:
    seen = visible_accesses(scope).filter(id__in=ids).values_list("id", flat=True)
    return {each: _link("an export", "show_access", each) for each in seen}


def _erasures(scope: Scope, ids: frozenset[UUID]) -> Found:
    seen = visible_erasures(scope).filter(id__in=ids).values_list("id", flat=True)
    return {each: _link("the erasure", "show_erasure", each) for each in seen}


def _link(text: str, view: str, which: UUID) -> Name:
    """Many are called the same, so who hears the page hears the first digits of the id too."""
    return Name(text, reverse(view, args=[which]), f"number {str(which)[:8]}")


NAMERS: dict[IdType, Namer] = {
    UserId: Namer("somebody", _people),
    ServiceId: Namer("a service", _services),
    TeamId: Namer("a team", _teams),
    InvitationId: Namer("an invitation"),
    MembershipId: Namer("a membership"),
    RoleGrantId: Namer("a role"),
    StaffImportId: Namer("a list of staff"),
    ChildId: Namer("a child", _children),
    IdentifierId: Namer("a number"),
    MergeId: Namer("a merger"),
    SiblingGroupId: Namer("a group of siblings"),
    AdoptionLinkId: Namer("an adoption link"),
    NoticeId: Namer("an e-mail"),
    LegalHoldId: Namer("a legal hold", _holds),
    ScheduleApprovalId: Namer("an approval"),
    RetentionRunId: Namer("a run"),
    SubjectAccessId: Namer("an export", _accesses),
    ErasureId: Namer("the erasure", _erasures),
}
