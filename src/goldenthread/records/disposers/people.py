"""Leavers, invitations, lists of staff, e-mails."""

from datetime import datetime

from django.db.models import Q

from goldenthread.core.actors import System
from goldenthread.core.disposal import Disposer, Held, Rows, delete_rows
from goldenthread.notices.models import Notice
from goldenthread.notices.rules.states import IN_TROUBLE, State
from goldenthread.people.models import Invitation, StaffImport, User
from goldenthread.records.rules.leavers import FORMER
from goldenthread.records.services import leavers

_OVER = (State.SENT, State.GATHERED, State.NOT_NEEDED, *IN_TROUBLE)


def _left(before: datetime) -> Rows:
    gone = User.objects.filter(is_active=False, deactivated_at__lte=before, break_glass=False)
    return gone.exclude(name=FORMER)


def _themselves(held: Held) -> Q:
    return Q(id__in=held.users)


def _forget(rows: Rows) -> int:
    found = list(rows)
    for user in found:
        leavers.forget(user=user, by=System("retention"))
    return len(found)


def _invitations(before: datetime) -> Rows:
    ended = Q(accepted_at__lte=before) | Q(withdrawn_at__lte=before)
    return Invitation.objects.filter(
        ended | Q(accepted_at=None, withdrawn_at=None, expires_at__lte=before)
    )


def _of_invitation(held: Held) -> Q:
    return Q(user_id__in=held.users) | Q(invited_by_id__in=held.users)


def _lists(before: datetime) -> Rows:
    return StaffImport.objects.filter(ended_at__lte=before)


def _of_list(held: Held) -> Q:
    return Q(uploaded_by_id__in=held.users) | Q(ended_by_id__in=held.users)


def _notices(before: datetime) -> Rows:
    over = Notice.objects.filter(state__in=[state.value for state in _OVER])
    return over.filter(created_at__lte=before).exclude(gathered__created_at__gt=before)


def _of_notice(held: Held) -> Q:
    """Also the e-mail that several were put into, while one of them stays."""
    mine = Q(to_id__in=held.users) | Q(about__in=held.ids)
    kept = Notice.objects.filter(mine, gathered_into__isnull=False)
    return mine | Q(id__in=kept.values("gathered_into"))


def _delete_notices(rows: Rows) -> int:
    """Those that went out together first: they point at the one that was sent."""
    ids = list(rows.values_list("id", flat=True))
    together = delete_rows(Notice.objects.filter(id__in=ids, gathered_into__isnull=False))
    return together + delete_rows(Notice.objects.filter(id__in=ids))


DISPOSERS = (
    Disposer(kind="leavers", due=_left, held=_themselves, since="deactivated_at", dispose=_forget),
    Disposer(kind="invitations", due=_invitations, held=_of_invitation, since="created_at"),
    Disposer(kind="staff_imports", due=_lists, held=_of_list, since="ended_at"),
    Disposer(
        kind="notices",
        due=_notices,
        held=_of_notice,
        since="created_at",
        dispose=_delete_notices,
    ),
)
