"""Whether the service is well, for programs that watch it: yes or no for each part, no detail."""

import shutil
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View

from goldenthread.config.start import lacking
from goldenthread.core.workers import any_alive

LEAST_DISK = 1 << 30
"""Bytes that must be free where the data are: a day's work, and the copy that a backup makes."""

_migrated = False
"""Whether the database was once found to lack nothing: it is not asked again in this process."""


def database_answers() -> bool:
    """Whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() is not None


def migrations_are_applied() -> bool:
    """Whether the database is that of this version."""
    global _migrated
    _migrated = _migrated or not lacking()
    return _migrated


def disk_has_space() -> bool:
    """Whether there is room for what people write."""
    return shutil.disk_usage(settings.ENVIRONMENT.data).free >= LEAST_DISK


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "worker": any_alive,
    "disk": disk_has_space,
}


def health() -> dict[str, bool]:
    """Each part, and whether it is well; what cannot be found out is not."""
    return {name: _is_well(check) for name, check in CHECKS.items()}


def _is_well(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, OSError):
        return False


@method_decorator(login_not_required, name="dispatch")
class ShowHealthView(View):
    """200 where every part is well, 503 otherwise; open to whoever can reach the service."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Say so in JSON, or as one word where plain text is asked for."""
        parts = health()
        status = 200 if all(parts.values()) else 503
        word = "ok" if status == 200 else "not well"
        if request.get_preferred_type(["application/json", "text/plain"]) == "text/plain":
            response = HttpResponse(f"{word}\n", status=status, content_type="text/plain")
        else:
            response = JsonResponse({"status": word, "parts": parts}, status=status)
        response["Cache-Control"] = "no-store"
        return response
