"""Exports of what is held about a child, and their passages."""

from uuid import UUID

from django.db.models import QuerySet

from goldenthread.core.errors import NotFoundInScope
from goldenthread.people.scope import Scope
from goldenthread.records.models import Passage, SubjectAccess
from goldenthread.records.visibility import visible_accesses


def accesses(scope: Scope) -> QuerySet[SubjectAccess]:
    """Exports, newest first."""
    return visible_accesses(scope).select_related("asked_by")


def access(scope: Scope, which: UUID) -> SubjectAccess:
    """An export. Raises :class:`NotFoundInScope`."""
    found = accesses(scope).filter(id=which).first()
    if found is None:
        raise NotFoundInScope
    return found


def passages(scope: Scope, which: UUID) -> list[Passage]:
    """Passages of an export, in the order of the document."""
    row = access(scope, which)
    return list(row.passages.select_related("decided_by"))
