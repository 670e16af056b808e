"""Emptying append-only tables between tests, which a real database refuses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


@contextmanager
def without_triggers() -> Iterator[None]:
    """Set the triggers aside: only a test's own clean-up may."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        triggers = cursor.execute(_TRIGGERS).fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in triggers:
            cursor.execute(sql)


@pytest.fixture(autouse=True, scope="session")
def flush_sets_triggers_aside() -> Iterator[None]:
    """Django empties all tables after a test with real transactions."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    flush: Callable[..., Any] = BaseDatabaseOperations.execute_sql_flush

    def flush_without(self: BaseDatabaseOperations, sql_list: list[str]) -> Any:
        with without_triggers():
            return flush(self, sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_without)
        yield
