"""Acts: everything that changes data, in one transaction and with one row of the ledger."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")

_recorded: ContextVar[int] = ContextVar("recorded", default=0)


class ActWithoutRecord(AssertionError):
    """A service changed data and wrote no row of the ledger, or several: a fault of ours."""


def act(service: Callable[P, R]) -> Callable[P, R]:
    """Make a service of a function: its own transaction, and exactly one ledger row at its end.

    An act within an act writes its own row. A service that finds nothing to change says so with
    :func:`nothing_changed`. Raises :class:`ActWithoutRecord`, and undoes everything, where the
    count is another.
    """

    @wraps(service)
    def within_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        token = _recorded.set(0)
        try:
            with transaction.atomic():
                result = service(*args, **kwargs)
                if _recorded.get() != 1:
                    raise ActWithoutRecord(f"{service.__qualname__} recorded {_recorded.get()}.")
            return result
        finally:
            _recorded.reset(token)

    within_transaction.is_act = True  # type: ignore[attr-defined]  # asked by tests of the house
    return within_transaction


def one_more_recorded() -> None:
    """Count a row of the ledger for the act in hand."""
    _recorded.set(_recorded.get() + 1)


def nothing_changed() -> None:
    """Say that the act in hand found everything as asked already, and so leaves no row."""
    _recorded.set(1)
