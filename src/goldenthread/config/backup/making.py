"""Making a backup: one moment of the database, what was uploaded, sealed for the public key."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.db import DatabaseError, connection

from goldenthread.config import sealing
from goldenthread.config.backup import postgresql, sqlite
from goldenthread.config.backup.archive import Stream, pack
from goldenthread.config.backup.manifest import DATABASE, MEDIA, Manifest, Part
from goldenthread.config.backup.snapshot import Snapshot
from goldenthread.config.environment import Environment
from goldenthread.config.start import require_database, start
from goldenthread.core import clock
from goldenthread.engine.failures import refused, unreadable

SUFFIX = ".age"
_COPY = ".backup-"
"""Beginning of the name of the folder that holds the copy of the database meanwhile."""


def backup(file: Path, *, force: bool = False) -> Path:
    """Write a backup; a folder is given a file named by the day. Returns the file's path.

    Nothing stands at the path before the backup is whole and on the disk. Raises ``Failure``.
    """
    environment = start()
    if not environment.backup_recipient:
        raise refused(
            "GOLDENTHREAD_BACKUP_RECIPIENT is not set: `goldenthread keys` makes the pair of keys, "
            "and backups are encrypted for the public one."
        )
    path = file / f"golden-thread-{clock.today().isoformat()}{SUFFIX}" if file.is_dir() else file
    if path.exists() and not force:
        raise refused(f"{path} exists; name another file, or give --force.")
    require_database()
    try:
        with _alone(environment.data):
            _write(path, environment)
    except (OSError, DatabaseError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise unreadable(f"The backup {path} could not be written: {reason}.") from error
    return path


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """One backup at a time; copies that a killed one left are taken away."""
    with (data / ".backup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise refused("Another backup is being made; wait until it is done.") from None
        for left in data.glob(f"{_COPY}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def _write(path: Path, environment: Environment) -> None:
    """Write under another name, bring it to the disk, then give it its name."""
    part = path.with_name(f".{path.name}.part")
    try:
        with (
            tempfile.TemporaryDirectory(prefix=_COPY, dir=environment.data) as folder,
            _snapshot(Path(folder)) as snapshot,
            part.open("wb") as target,
        ):
            pieces = pack(_files(snapshot), lambda parts: _manifest(snapshot, parts))
            stream = cast("BinaryIO", Stream(pieces))
            sealing.seal(stream, target, environment.backup_recipient)
            target.flush()
            os.fsync(target.fileno())
        part.replace(path)
        sync_folder(path.parent)
    finally:
        part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _snapshot(folder: Path) -> AbstractContextManager[Snapshot]:
    if connection.vendor == "postgresql":
        return postgresql.snapshot(folder)
    return sqlite.snapshot(Path(str(connection.settings_dict["NAME"])), folder)


def _files(snapshot: Snapshot) -> list[tuple[str, Path]]:
    """The database first: whatever it refers to was uploaded before."""
    media = Path(settings.MEDIA_ROOT)
    return [(DATABASE, snapshot.file), *((MEDIA + name, media / name) for name in _media(media))]


def _media(media: Path) -> Iterator[str]:
    yield from sorted(
        path.relative_to(media).as_posix()
        for path in media.rglob("*")
        if path.is_file() and not path.is_symlink()
    )


def _manifest(snapshot: Snapshot, parts: tuple[Part, ...]) -> bytes:
    manifest = Manifest(
        version=version("goldenthread"),
        made_at=clock.now(),
        database=snapshot.kind,
        migrations=snapshot.migrations,
        tables=snapshot.tables,
        parts=parts,
    )
    return manifest.model_dump_json(indent=1).encode()
