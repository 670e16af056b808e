"""PostgreSQL: its own ``pg_dump`` and ``pg_restore``, in one snapshot."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg import sql

from goldenthread.config.backup.snapshot import Snapshot
from goldenthread.engine.failures import refused, unreadable

_DEBIAN = Path("/usr/lib/postgresql")
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
_FUNCTIONS = (
    "SELECT p.oid::regprocedure::text FROM pg_proc p "
    "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = current_schema()"
)
_MIGRATIONS = "SELECT app || '.' || name FROM django_migrations ORDER BY id"
_ENVIRONMENT = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
_OPTIONS = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}


@contextmanager
def snapshot(folder: Path) -> Iterator[Snapshot]:
    """Dump the database into the folder, with rows counted in the very same snapshot."""
    dump = folder / "database.dump"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (name,) = cursor.fetchone()
        options = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={name}")
        _run("pg_dump", *options, f"--file={dump}")
        cursor.execute(_MIGRATIONS)
        migrations = tuple(name for (name,) in cursor.fetchall())
        found = Snapshot(dump, "postgresql", migrations, counts())
    yield found
    dump.unlink()


def counts() -> dict[str, int]:
    """Rows of each table."""
    with connection.cursor() as cursor:
        found = {}
        for name in tables():
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name)))
            (found[name],) = cursor.fetchone()
    return found


def tables() -> list[str]:
    """Names of the tables that are there."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return [name for (name,) in cursor.fetchall()]


def restore(dump: Path) -> None:
    """Put a dump into a database that holds nothing; all of it, or nothing."""
    options = ("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _run("pg_restore", *options, f"--dbname={_settings()['NAME']}", str(dump))


def clear() -> None:
    """Take away what was just restored into a database that held nothing before."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in tables():
            cursor.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(name)))
        cursor.execute(_FUNCTIONS)
        for (function,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION {function} CASCADE")  # PostgreSQL's own quoted name


def _program(name: str) -> str:
    """A program of PostgreSQL: on the path, or where Debian keeps the newest."""
    versions = sorted(_DEBIAN.glob("*/bin"), key=_version, reverse=True)
    places = os.pathsep.join([*map(str, versions), os.environ.get("PATH", "")])
    found = shutil.which(name, path=places)
    if found is None:
        raise refused(f"{name} is not on this machine: apt-get install postgresql-client.")
    return found


def _version(folder: Path) -> int:
    text = folder.parent.name
    return int(text) if text.isdigit() else 0


def _run(name: str, *options: str) -> None:
    """Run a program. Where the database is, and its password, stand in its environment only."""
    command = [_program(name), "--no-password", *options]
    done = subprocess.run(  # noqa: S603  # a program found on the path, no shell
        command, env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        first = (done.stderr.strip().splitlines() or ["it gave no reason"])[0]
        raise unreadable(f"{name} could not do it: {first}")


def _settings() -> Mapping[str, Any]:
    return connection.settings_dict


def _environment() -> dict[str, str]:
    found = dict(os.environ) | {"PGDATABASE": str(_settings()["NAME"])}
    named = {_ENVIRONMENT[key]: _settings().get(key) for key in _ENVIRONMENT}
    options = _settings().get("OPTIONS", {})
    named |= {_OPTIONS[key]: options.get(key) for key in _OPTIONS}
    return found | {key: str(value) for key, value in named.items() if value}
