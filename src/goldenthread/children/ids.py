"""Ids of this app's rows, as events hold them."""

from typing import NewType
from uuid import UUID

ChildId = NewType("ChildId", UUID)
IdentifierId = NewType("IdentifierId", UUID)
MergeId = NewType("MergeId", UUID)
SiblingGroupId = NewType("SiblingGroupId", UUID)
AdoptionLinkId = NewType("AdoptionLinkId", UUID)
