"""Installations of the service, each with its own keys, folder and database."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from tests.config.sites import POSTGRESQL, Site


def _variables(folder: Path, url: str | None) -> dict[str, str]:
    found = {"GOLDENTHREAD_DATA": str(folder / "data"), "GOLDENTHREAD_KEYS": str(folder / "keys")}
    return found | ({"GOLDENTHREAD_DATABASE_URL": url} if url else {})


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An installation with keys and an empty database, which others are copies of."""
    folder = tmp_path_factory.mktemp("migrated")
    name = f"site_{uuid4().hex}"
    url = _create(name) if POSTGRESQL else None
    site = Site(folder, _variables(folder, url))
    for arguments in (["keys"], ["manage", "migrate", "--verbosity", "0"]):
        done = site.run(*arguments)
        assert done.returncode == 0, done.stderr
    yield site
    _drop(name)


@pytest.fixture
def make_site(migrated: Site, tmp_path: Path) -> Iterator[Callable[..., Site]]:
    """Make installations with the keys of one authority; empty ones have no database yet."""
    made: dict[str, Site] = {}

    def make(*, empty: bool = False) -> Site:
        name = f"site_{uuid4().hex}"
        folder = tmp_path / name
        shutil.copytree(migrated.folder / "keys", folder / "keys")
        if POSTGRESQL:
            template = urlsplit(migrated.variables["GOLDENTHREAD_DATABASE_URL"]).path.strip("/")
            url = _create(name, None if empty else template)
        else:
            url = None
        site = made[name] = Site(folder, _variables(folder, url))
        if not POSTGRESQL and not empty:
            site.data.mkdir()
            shutil.copy(migrated.database, site.database)
        return site

    yield make
    for name, site in made.items():
        site.close()
        _drop(name)


@pytest.fixture
def site(make_site: Callable[..., Site]) -> Site:
    """An installation with an empty database that lacks nothing."""
    return make_site()


def _create(name: str, template: str | None = None) -> str:
    """A database of its own on the server. Returns its address."""
    assert POSTGRESQL is not None
    with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
        copied = f" TEMPLATE {template}" if template else ""
        connection.execute(f"CREATE DATABASE {name}{copied}".encode())
    return urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()


def _drop(name: str) -> None:
    if POSTGRESQL:
        with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
