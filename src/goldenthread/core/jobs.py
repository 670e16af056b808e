"""Work off the request: jobs in the database, enqueued in the same transaction as the act.

An app's ``jobs.py`` declares its jobs with :func:`job`; services call :func:`enqueue`. A job takes
ids and numbers only, may be run twice (a worker can be killed at any moment), and what it raises
is kept without its message, which could hold narrative.
"""

import traceback
from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any
from uuid import UUID, uuid4

from django_tasks import task
from django_tasks.base import Task

from goldenthread.core.requests import request_id

Argument = UUID | int
Work = Callable[..., None]


class JobFailed(Exception):
    """A job did not end: what kind of error, and where. Its words are not kept."""


def job(work: Work) -> Task[..., None]:
    """Declare a job. Its arguments are annotated ``UUID`` or ``int`` and given by name.

    Raises ``TypeError`` where an argument could hold anything else.
    """
    kinds = {name: each.annotation for name, each in signature(work).parameters.items()}
    if wrong := {name for name, kind in kinds.items() if kind not in (UUID, int)}:
        raise TypeError(f"A job takes ids and numbers only: {', '.join(sorted(wrong))}.")

    @wraps(work)
    def run(**plain: Any) -> None:
        token = request_id.set(uuid4().hex)
        try:
            work(**{name: kinds[name](value) for name, value in plain.items()})
        except Exception as error:
            raise JobFailed(_without_words(error)) from None
        finally:
            request_id.reset(token)

    return task()(run)


def _without_words(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.name}, line {place.lineno}"


def enqueue(declared: Task[..., None], **arguments: Argument) -> None:
    """Ask for a job; a worker takes it when this transaction is committed, and not otherwise."""
    plain = {
        name: str(value) if isinstance(value, UUID) else value for name, value in arguments.items()
    }
    declared.enqueue(**plain)
