"""Who opened what about a child. Where it cannot be written, the page is not shown."""

from uuid import UUID

from django.db import DatabaseError, transaction

from goldenthread.core import clock
from goldenthread.core.actors import Actor
from goldenthread.core.errors import CannotBeRecorded
from goldenthread.core.models import ReadEntry
from goldenthread.core.requests import request_id


def record_reading(*, child: UUID, page: str, by: Actor) -> None:
    """Write that somebody opens a page about a child, before the page is made.

    ``page`` is the name of the URL. Raises :class:`CannotBeRecorded` where the log cannot be
    written: reading fails closed.
    """
    entry = ReadEntry(
        at=clock.now(), reader=by.actor, child=child, page=page, request=request_id.get()
    )
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except DatabaseError as error:
        raise CannotBeRecorded(
            "That you opened this cannot be recorded just now, so it is not shown. "
            "Try again in a minute."
        ) from error
