"""Ids of this app's rows, as events hold them."""

from typing import NewType
from uuid import UUID

NoticeId = NewType("NoticeId", UUID)
