"""Drills with worker processes: ended in order, killed, and several at once."""

import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from tests.config.sites import POSTGRESQL, Site

pytestmark = [pytest.mark.slow, pytest.mark.django_db]  # so that it is run on PostgreSQL, too
ROOT = str(Path(__file__).parents[2])
ENQUEUE = (
    "from tests.config.drill_jobs import wait_for_sign; from goldenthread.core.jobs import enqueue;"
    "from uuid import UUID; enqueue(wait_for_sign, which=UUID('{which}'))"
)
JOBS = "SELECT status FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%sign'"
LEASE_IS_OVER = (
    "UPDATE core_workerbeat SET seen_at = '2026-01-01 00:00:00+00:00'",
    "UPDATE django_tasks_database_dbtaskresult SET started_at = '2026-01-01 00:00:00+00:00'",
)
BEATS = "SELECT count(*) FROM core_workerbeat"


@pytest.fixture
def working(site: Site) -> Site:
    """An installation whose processes know the job of the drills."""
    site.variables["PYTHONPATH"] = ROOT
    return site


def ask(site: Site, statement: str) -> list[str]:
    """The first column of a query; or change something."""
    if POSTGRESQL:
        with psycopg.connect(site.variables["GOLDENTHREAD_DATABASE_URL"]) as connection:
            done = connection.execute(statement.encode())
            return [str(row[0]) for row in done] if done.description else []
    with closing(sqlite3.connect(site.database, timeout=20)) as opened, opened:
        return [str(row[0]) for row in opened.execute(statement)]


def until(process: subprocess.Popen[str], site: Site, statement: str, answer: list[str]) -> None:
    """Wait for an answer of the database while a process runs."""
    while ask(site, statement) != answer:
        assert process.poll() is None, process.communicate()
        os.sched_yield()


def with_job(site: Site) -> UUID:
    which = uuid4()
    done = site.run("manage", "shell", "-v", "0", "-c", ENQUEUE.format(which=which))
    assert done.returncode == 0, done.stderr
    return which


def finish(site: Site, which: UUID) -> None:
    (site.data / f"{which}.sign").touch()


def test_a_worker_that_is_told_to_end_finishes_its_job(working: Site) -> None:
    which = with_job(working)
    worker = working.start("-m", "goldenthread", "worker")
    until(worker, working, JOBS, ["RUNNING"])
    worker.send_signal(signal.SIGTERM)
    worker.send_signal(signal.SIGTERM)  # as when a whole group is told
    finish(working, which)
    _, errors = worker.communicate()
    assert worker.returncode == 0, errors
    assert ask(working, JOBS) == ["SUCCESSFUL"]
    assert ask(working, BEATS) == ["0"]
    assert "Traceback" not in errors


def test_the_job_of_a_killed_worker_is_done_by_another(working: Site) -> None:
    which = with_job(working)
    worker = working.start("-m", "goldenthread", "worker")
    until(worker, working, JOBS, ["RUNNING"])
    worker.kill()
    worker.wait()
    assert ask(working, JOBS) == ["RUNNING"]
    for statement in LEASE_IS_OVER:
        ask(working, statement)
    finish(working, which)
    done = working.run("worker", "--batch")
    assert done.returncode == 0, done.stderr
    assert ask(working, JOBS) == ["SUCCESSFUL"]
    assert '"count": 1, "event": "jobs_taken_up_again"' in done.stderr


def test_what_is_due_is_done_once_by_several_workers(make_site: Callable[..., Site]) -> None:
    site = make_site()
    workers = [site.start("-m", "goldenthread", "worker", "--batch") for _ in range(3)]
    for worker in workers:
        _, errors = worker.communicate()
        assert worker.returncode == 0, errors
    for query in (
        "SELECT count(*) FROM core_scheduledrun WHERE name = 'tidy_up'",
        "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%tidy_up'",
    ):
        assert ask(site, query) == ["1"]


def test_a_worker_whose_database_fails_says_where_and_ends(working: Site) -> None:
    worker = working.start("-m", "goldenthread", "worker")
    until(worker, working, BEATS, ["1"])
    ask(working, "ALTER TABLE django_tasks_database_dbtaskresult RENAME TO gone")
    _, errors = worker.communicate()
    assert worker.returncode == 3
    (failed,) = (json.loads(line) for line in errors.splitlines() if "worker_failed" in line)
    assert failed["error"] in ("OperationalError", "ProgrammingError")
    assert failed["places"]
