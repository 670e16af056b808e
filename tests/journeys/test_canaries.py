"""Words typed everywhere in a day at the service are kept only where they must be."""

import base64
import binascii
import json
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import psycopg
import pytest
from django.core import signing
from psycopg import sql
from tests.config.conftest import make_site, migrated
from tests.config.sites import POSTGRESQL, Site
from tests.notices.mail_server import free_port

__all__ = ["make_site", "migrated"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.enable_socket,
    pytest.mark.django_db,  # so that it is run on PostgreSQL, too
]

STORY = Path(__file__).with_name("canary_story.py")
ROOT = STORY.parents[2]
WORDS = (
    "Zephyrine",
    "Quillfeather",
    "canary.example",
    "canary sang",
    "QF-7731",
    "QF7731",
    "ZQXJKV",
)
MAY_HOLD = {
    "people_user.name",
    "people_user.surname",
    "people_user.sort_name",
    "people_user.email",
    "people_user.staff_number",
    "people_user.job_title",
    "people_service.name",
    "people_team.name",
    "people_staffimport.content",  # of a list that waits, for a week
    "children_child.initials",
}
"""Columns in which people's words stand in clear. Whoever adds one says here that it must be."""
ECHOED = {"answer GET /people: Location", "answer GET /people/: Location"}
"""An address that the same person typed, led on to: with a slash, or to the sign-in and back."""
OWN_FILE = 422
"""The status of a page that says to whoever sent a file what is wrong with it."""
VARIABLES = {
    "GOLDENTHREAD_INITIALS": "true",
    "GOLDENTHREAD_MAIL_HOST": "127.0.0.1",
    "GOLDENTHREAD_MAIL_SECURITY": "none",
    "GOLDENTHREAD_MAIL_FROM": "audit@example.org",
    "GOLDENTHREAD_QUIET_FROM": "0",
    "GOLDENTHREAD_QUIET_UNTIL": "0",
    "GOLDENTHREAD_QUIET_WEEKENDS": "false",
    "GOLDENTHREAD_SECOND_FACTOR": "{}",
}

_BASE64 = tuple(
    base64.b64encode(b"\0" * shift + word.encode())[4 if shift else 0 : -4].decode()
    for word in WORDS
    if len(word) > 8
    for shift in range(3)
)
_SIGNED = re.compile(r"\.?[\w-]{20,}(?=:)")


def _opened(text: str) -> Iterator[str]:
    """A text, as it stands and as addresses, cookies and sessions hide it."""
    yield text
    yield unquote_plus(text)
    for found in _SIGNED.findall(text):
        try:
            packed = base64.urlsafe_b64decode(found.lstrip(".") + "===")
            content = zlib.decompress(packed) if found.startswith(".") else packed
        except (zlib.error, binascii.Error):  # it was nothing of the kind
            continue
        yield content.decode(errors="replace")


def heard(text: str) -> set[str]:
    """The words that stand in a text, however they are written."""
    found = {word for each in _opened(text) for word in WORDS if word.lower() in each.lower()}
    return found | {code for code in _BASE64 if code in text}


@dataclass(frozen=True)
class Day:
    """What is left of it: the site, a line for each answer and e-mail, and the log."""

    site: Site
    lines: list[dict[str, Any]]
    log: str


Table = tuple[str, list[str], list[tuple[Any, ...]]]


def tables(site: Site) -> Iterator[Table]:
    """Every table of the database with its columns and all its rows."""
    if POSTGRESQL:
        with psycopg.connect(site.variables["GOLDENTHREAD_DATABASE_URL"]) as database:
            named = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            for (table,) in database.execute(named).fetchall():
                found = database.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table)))
                yield table, [each.name for each in found.description or ()], found.fetchall()
        return
    with closing(sqlite3.connect(site.database)) as opened:
        for (table,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            rows = opened.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # its own names
            yield table, [each[0] for each in rows.description], rows.fetchall()


def values(site: Site) -> Iterator[tuple[str, str]]:
    """Every value of the database as text, with the name of its column."""
    for table, names, rows in tables(site):
        for row in rows:
            for name, value in zip(names, row, strict=True):
                packed = isinstance(value, bytes | bytearray | memoryview)
                yield f"{table}.{name}", bytes(value).decode("latin-1") if packed else str(value)


@pytest.fixture
def day(make_site: Callable[..., Site]) -> Day:
    """One day at a service of its own, to its end and its backup."""
    site = make_site()
    site.variables.update(VARIABLES, GOLDENTHREAD_MAIL_PORT=str(free_port()), PYTHONPATH=str(ROOT))
    told = site.folder / "told"
    process = site.start(STORY, told)
    _, log = process.communicate()
    assert process.returncode == 0, log
    lines = [json.loads(line) for line in told.read_text().splitlines()]
    told.unlink()
    backup = site.run("backup", "--output", site.folder)
    assert backup.returncode == 0, backup.stderr
    return Day(site, lines, log + backup.stdout + backup.stderr)


def leaks(day: Day) -> set[tuple[str, str]]:
    """Where a word stands that should not, and the word."""
    found = {("log", word) for line in day.log.splitlines() for word in heard(line)}
    for told in day.lines:
        place = f"{told['kind']} {told.get('asked', '')}"
        if told["kind"] == "e-mail":
            told["headers"].pop("To")
        for name in told["headers"]:
            if (header := f"{place}: {name}") not in ECHOED:
                found |= {(header, word) for word in heard(str(told["headers"][name]))}
        if told.get("status") != OWN_FILE:
            found |= {(f"{place}: page", word) for word in heard(told["body"])}
    for path in day.site.folder.rglob("*"):
        found |= {
            ("name of a file", word) for word in heard(str(path.relative_to(day.site.folder)))
        }
    return found


def columns_that_hold_words(site: Site) -> set[str]:
    """Names of columns in which a word stands in clear."""
    return {column for column, value in values(site) if heard(value)}


def test_words_typed_everywhere_are_kept_only_where_they_must_be(day: Day) -> None:
    assert {told.get("status", 0) for told in day.lines} >= {200, 302, 400, 403, 404, 422, 500}
    assert day.log.count('"JobFailed"') == 3
    assert leaks(day) == set()
    assert columns_that_hold_words(day.site) == MAY_HOLD


@pytest.mark.parametrize(
    "hidden",
    [
        "x%20zephyrine+quillfeather",
        base64.b64encode(b"say Quillfeather twice").decode(),
        f"{signing.dumps({'name': 'Zephyrine'})}",
        signing.dumps({"said": ["the canary sang"] * 9}, compress=True),
    ],
)
def test_a_word_is_heard_however_it_is_hidden(hidden: str) -> None:
    assert heard(hidden)
