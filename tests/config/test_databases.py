"""The database as it is set up: what is acknowledged is on the disk, and keys lead somewhere."""

import json
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.config.sites import POSTGRESQL, Site

from goldenthread.config import databases
from goldenthread.config.environment import Environment

KEY = SecretStr("k" * 32)
ASK = (
    "import json; from django.db import connection as c; k = c.cursor();"
    "names = ('journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers',"
    " 'secure_delete');"
    "print(json.dumps([k.execute('PRAGMA ' + n).fetchone()[0] for n in names]))"
)


def environment(url: str | None) -> Environment:
    """Settings of nothing but the database."""
    return Environment(
        secret_key=KEY, content_key=KEY, pseudonym_key=KEY, data=Path("/srv/data"),
        database_url=SecretStr(url) if url else None,
    )  # fmt: skip


def test_one_setting_makes_it_postgresql() -> None:
    found = databases.default(environment("postgresql://user:p%2Fw@host:5433/name?sslmode=require"))
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("user", "p/w")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("host", 5433, "name")
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_without_it_is_sqlite_in_the_folder_of_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOLDENTHREAD_DATABASE_URL", raising=False)
    found = databases.default(environment(None))
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert str(found["NAME"]) == "/srv/data/goldenthread.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.slow
@pytest.mark.skipif(bool(POSTGRESQL), reason="what is asked is SQLite's own")
def test_sqlite_is_set_up_to_keep_what_counts_and_wipe_what_is_erased(site: Site) -> None:
    done = site.run("manage", "shell", "-v", "0", "-c", ASK)
    assert json.loads(done.stdout) == ["wal", 2, 1, 1, 1], done.stderr
