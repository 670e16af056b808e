"""Reading of e-mails: for pages by a scope; the outbox reads its own rows for itself."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from goldenthread.core.errors import NotFoundInScope
from goldenthread.notices.mail.server import is_set
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import IN_TROUBLE, State
from goldenthread.notices.visibility import visible_notices
from goldenthread.people.scope import Scope

TROUBLE = sorted(state.value for state in IN_TROUBLE)


def notices(
    scope: Scope, *, states: frozenset[State] = frozenset(), kind: str = ""
) -> QuerySet[Notice]:
    """E-mails that a scope may see, newest first; of some states and of one kind, if asked."""
    found = visible_notices(scope).select_related("to")
    if states:
        found = found.filter(state__in=[state.value for state in states])
    return found.filter(kind=kind) if kind else found


def notice(scope: Scope, which: UUID) -> Notice:
    """One e-mail. Raises :class:`NotFoundInScope` for none, and for one that is hidden."""
    found = visible_notices(scope).select_related("to").filter(id=which).first()
    if found is None:
        raise NotFoundInScope
    return found


def in_trouble() -> QuerySet[Notice]:
    """E-mails that somebody has to look at, whoever asks: to count, not to show."""
    return Notice.objects.filter(state__in=TROUBLE)


def mail_is_set() -> bool:
    """Whether the authority has named a mail server; without one everything waits."""
    return is_set()


def parts_of(digest: UUID) -> QuerySet[Notice]:
    """The e-mails that go out together as one, oldest first."""
    return Notice.objects.filter(gathered_into=digest).order_by("created_at", "id")


def due(at: datetime, limit: int, *, only: Collection[str] | None = None) -> list[UUID]:
    """E-mails whose time has come, the longest waiting first; of some kinds only, if asked."""
    waiting = Notice.objects.filter(state=State.QUEUED.value, not_before__lte=at)
    if only is not None:
        waiting = waiting.filter(kind__in=only)
    return list(waiting.order_by("not_before", "id").values_list("id", flat=True)[:limit])


def waiting_for_others(kinds: Collection[str], at: datetime) -> QuerySet[Notice]:
    """E-mails of kinds that are put together, whose time has come."""
    return Notice.objects.filter(
        state=State.QUEUED.value, kind__in=kinds, not_before__lte=at, attempts=0
    )


def people_with_several(kinds: Collection[str], at: datetime) -> list[UUID]:
    """Those for whom several e-mails wait that can be put together."""
    waiting = waiting_for_others(kinds, at).order_by().values("to").annotate(several=Count("id"))
    return list(waiting.filter(several__gt=1).values_list("to", flat=True))
