"""The beginning of every process of the service: settings read, Django ready, database as it is."""

import os

import django
from django.apps import apps
from django.core.management import execute_from_command_line
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from goldenthread.config import environment
from goldenthread.config.environment import Environment
from goldenthread.config.setting_faults import WrongSettings
from goldenthread.engine.failures import refused, unreadable, wrong_usage

SETTINGS = "goldenthread.config.settings"
_OWNER_ONLY = 0o077


def start() -> Environment:
    """Read the settings and make Django ready. Raises ``Failure`` with all that is wrong."""
    try:
        settings = environment.read()
    except WrongSettings as wrong:
        raise wrong_usage(*wrong.sentences) from None
    os.umask(_OWNER_ONLY)  # the database and what is uploaded are for this user's eyes
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unreadable(
            f"The folder {settings.data} of GOLDENTHREAD_DATA cannot be made: {error.strerror}."
        ) from error
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    return settings


def manage(arguments: list[str]) -> None:
    """Run one of Django's management commands, with the service's settings."""
    start()
    execute_from_command_line(["goldenthread manage", *arguments])


def lacking() -> list[str]:
    """Names of migrations that the database lacks, as ``people.0001_initial``.

    Raises ``django.db.DatabaseError`` where the database does not answer.
    """
    return _lacking(MigrationExecutor(connection))


def _lacking(executor: MigrationExecutor) -> list[str]:
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{step.app_label}.{step.name}" for step, _ in plan]


def require_database() -> None:
    """Go on with a database that answers and lacks no migration. Raises ``Failure`` otherwise."""
    try:
        executor = MigrationExecutor(connection)
        missing = _lacking(executor)
    except DatabaseError as error:
        raise unreadable(
            f"The database does not answer ({type(error).__name__}): look at "
            "GOLDENTHREAD_DATABASE_URL, and whether the database runs."
        ) from error
    finally:
        connections.close_all()  # a process made by a fork must not share them
    if _of_a_later_version(executor):
        raise refused(
            "The database was brought to a later version than this one: install that version, or "
            "restore the backup that was made before."
        )
    if missing and not executor.loader.applied_migrations:
        raise refused("The database is empty: run `goldenthread manage migrate`.")
    if missing:
        raise refused(
            f"The database lacks {len(missing)} of the steps of this version: "
            "make a backup, then run `goldenthread manage migrate`."
        )


def _of_a_later_version(executor: MigrationExecutor) -> bool:
    """Whether the database has steps of our apps that this version does not know."""
    ours = {each.label for each in apps.get_app_configs() if each.name.startswith("goldenthread.")}
    known = executor.loader.disk_migrations
    return any(step[0] in ours and step not in known for step in executor.loader.applied_migrations)
