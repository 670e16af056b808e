"""Drills: a backup while people write, a restore elsewhere, and a writer killed in the middle."""

import itertools
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from tests.config.sites import POSTGRESQL, Acknowledged, Site

pytestmark = [pytest.mark.slow, pytest.mark.django_db]  # so that it is run on PostgreSQL, too

SEED = 20_000
BEFORE = 20
"""Rows that each writer has committed before the backup begins."""


def rows(site: Site, query: str) -> list[str]:
    """The first column of a query."""
    if POSTGRESQL:
        with psycopg.connect(site.variables["GOLDENTHREAD_DATABASE_URL"]) as connection:
            return [str(row[0]) for row in connection.execute(query.encode())]
    with closing(sqlite3.connect(site.database)) as opened:
        return [str(row[0]) for row in opened.execute(query)]


def permits(site: Site) -> set[str]:
    return {row.replace("-", "") for row in rows(site, "SELECT id FROM core_erasurepermit")}


def subjects(site: Site) -> set[str]:
    query = "SELECT subject FROM core_ledgerentry WHERE kind = 'test.row_written'"
    return {row.replace("-", "") for row in rows(site, query)}


def backed_up(site: Site) -> Path:
    done = site.run("backup", "-o", "out.age")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "out.age\n"
    return site.folder / "out.age"


def test_a_backup_taken_while_people_write_restores_whole(
    make_site: Callable[..., Site], capsys: pytest.CaptureFixture[str]
) -> None:
    site, elsewhere = make_site(), make_site(empty=True)
    uploads = {f"notes/{number}.txt": os.urandom(10_000) for number in range(5)}
    uploads["notes/Überblick – ’24.txt"] = b"" * 0
    for name, content in uploads.items():
        path = site.data / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    writers = [Acknowledged(site.write(seed)) for seed in (str(SEED), "0")]
    for writer in writers:
        writer.wait_for(BEFORE)
    before = set(itertools.chain(*(tuple(writer.rows) for writer in writers)))
    file = backed_up(site)
    during = set(itertools.chain(*(tuple(writer.rows) for writer in writers))) - before
    for writer in writers:
        writer.kill()
    assert during, "nobody wrote while the backup was made"

    done = elsewhere.run(
        "restore", file, "--identity", elsewhere.folder / "keys/take-away-backup-identity.txt"
    )
    assert done.returncode == 0, done.stderr
    found = permits(elsewhere)
    assert {row.replace("-", "") for row in before} <= found
    assert subjects(elsewhere) == found, "rows of one act were parted"
    assert len(rows(elsewhere, "SELECT id FROM core_ledgerentry")) == SEED + len(found)
    media = elsewhere.data / "media"
    assert {name: (media / name).read_bytes() for name in uploads} == uploads
    if not POSTGRESQL:
        assert rows(elsewhere, "PRAGMA integrity_check") == ["ok"]
        assert rows(elsewhere, "PRAGMA foreign_key_check") == []
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(before)} acts before the backup, {len(during)} while it was made: "
            f"all of the first restored, and {len(found) - len(before)} of the others.\n"
        )


@pytest.mark.skipif(bool(POSTGRESQL), reason="the database's own drill is of SQLite's file")
def test_what_a_killed_writer_had_committed_is_there(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    writers = [Acknowledged(site.write("0")) for _ in range(3)]
    acknowledged: list[str] = []
    for number, writer in enumerate(writers, start=1):  # each is killed while others write on
        writer.wait_for(number * 100)
        acknowledged += writer.kill()
    assert {row.replace("-", "") for row in acknowledged} <= permits(site)
    assert subjects(site) == permits(site), "half an act was kept"
    assert rows(site, "PRAGMA integrity_check") == ["ok"]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(acknowledged)} acts acknowledged by 3 writers that were killed; 0 lost.\n"
        )
