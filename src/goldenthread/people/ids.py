"""Ids of this app's rows, as events and scopes hold them."""

from typing import NewType
from uuid import UUID

UserId = NewType("UserId", UUID)
ServiceId = NewType("ServiceId", UUID)
TeamId = NewType("TeamId", UUID)
InvitationId = NewType("InvitationId", UUID)
MembershipId = NewType("MembershipId", UUID)
RoleGrantId = NewType("RoleGrantId", UUID)
StaffImportId = NewType("StaffImportId", UUID)
