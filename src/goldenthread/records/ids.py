"""Ids of this app's rows, as events hold them."""

from typing import NewType
from uuid import UUID

LegalHoldId = NewType("LegalHoldId", UUID)
ScheduleApprovalId = NewType("ScheduleApprovalId", UUID)
RetentionRunId = NewType("RetentionRunId", UUID)
SubjectAccessId = NewType("SubjectAccessId", UUID)
ErasureId = NewType("ErasureId", UUID)
