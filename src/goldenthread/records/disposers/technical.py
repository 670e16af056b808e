"""Traces of running the service: sessions and jobs."""

# mypy: disable-error-code="import-untyped"

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from goldenthread.core.disposal import NOBODY, Disposer, Held, Rows


def _ended_sessions(before: datetime) -> Rows:
    rows: Rows = Session.objects.filter(expire_date__lte=before)
    return rows


def _sessions_of(held: Held) -> Q:
    theirs = UserSession.objects.filter(user_id__in=held.users)
    return Q(session_key__in=theirs.values("session_key"))


def _unused_details(before: datetime) -> Rows:
    rows: Rows = UserSession.objects.filter(last_seen_at__lte=before)
    return rows


def _details_of(held: Held) -> Q:
    return Q(user_id__in=held.users)


def _done(before: datetime) -> Rows:
    return DBTaskResult.objects.successful().filter(finished_at__lte=before)


def _failed(before: datetime) -> Rows:
    return DBTaskResult.objects.failed().filter(finished_at__lte=before)


def _naming(held: Held) -> Q:
    """Jobs hold ids as text in their arguments."""
    found = NOBODY
    for each in held.ids:
        found |= Q(args_kwargs__icontains=str(each))
    return found


DISPOSERS = (
    Disposer(kind="sessions", due=_ended_sessions, held=_sessions_of, since="expire_date"),
    Disposer(kind="session_details", due=_unused_details, held=_details_of, since="last_seen_at"),
    Disposer(kind="jobs", due=_done, held=_naming, since="finished_at"),
    Disposer(kind="failed_jobs", due=_failed, held=_naming, since="finished_at"),
)
