"""The database: SQLite in the data folder, or PostgreSQL by one setting."""

from typing import Any

import dj_database_url

from goldenthread.config.environment import Environment

_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA recursive_triggers=ON; PRAGMA secure_delete=ON;"
)
"""Readers do not wait for the writer, and what is acknowledged survives a loss of power.

Without recursive triggers REPLACE would change rows of tables that only grow and fire no trigger;
with secure deletion what is erased is overwritten in the file, too.
"""


def default(environment: Environment) -> dict[str, Any]:
    """Django's setting of the one database."""
    if environment.database_url is not None:
        url = environment.database_url.get_secret_value()
        return dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": environment.data / "goldenthread.sqlite3",
        # The last connection to close would copy the write-ahead log back, after each request.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A transaction takes the write lock at its start: none fails half way for want of it.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": _PRAGMAS,
        },
    }
