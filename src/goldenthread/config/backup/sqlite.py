"""SQLite: a copy of one moment, taken while others read and write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from goldenthread.config.backup.snapshot import Snapshot

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_MIGRATIONS = "SELECT app || '.' || name FROM django_migrations ORDER BY id"


@contextmanager
def snapshot(database: Path, folder: Path) -> Iterator[Snapshot]:
    """Copy the database into the folder, as it is at this moment; writers do not wait.

    ``VACUUM INTO`` copies within one transaction, and leaves behind the pages of deleted rows: what
    was erased is not in the backup.
    """
    copy = folder / "database.sqlite3"
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as source:
        source.execute("VACUUM INTO ?", (str(copy),))
    with closing(sqlite3.connect(copy)) as connection:
        migrations = tuple(name for (name,) in connection.execute(_MIGRATIONS))
        found = Snapshot(copy, "sqlite", migrations, counts(connection))
    yield found
    copy.unlink()


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of each table."""
    names = sorted(name for (name,) in connection.execute(_TABLES))
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608, E501  # fmt: skip


def faults(copy: Path) -> tuple[str, ...]:
    """What SQLite itself finds wrong with a database: damage, and keys that lead nowhere."""
    with closing(sqlite3.connect(copy)) as connection:
        (damage,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    found = [] if damage == "ok" else ["its pages do not fit together"]
    return (*found, *(["a row refers to one that is missing"] if dangling else []))
