"""Restoring a backup: only into an empty place, checked before anything is put there."""

import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader
from pydantic import ValidationError

from goldenthread.config import sealing
from goldenthread.config.backup import manifest, postgresql, sqlite
from goldenthread.config.backup.archive import PIECE
from goldenthread.config.backup.making import sync_folder
from goldenthread.config.backup.manifest import Manifest, Part
from goldenthread.config.start import start
from goldenthread.engine.failures import Failure, refused, unreadable

_DAMAGED = "is damaged, or not a backup of Golden Thread: nothing was restored"


def restore(file: Path, identity: Path) -> Manifest:
    """Restore a backup into the place that the settings name. Returns what it held.

    Raises ``Failure`` where the place is not empty, the key is another's, or anything of the file
    is not as it was written; nothing of it is left there then.
    """
    environment = start()
    private = _private_key(identity)
    if not file.is_file():
        raise unreadable(f"There is no file {file}.")
    _require_empty()
    try:
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=environment.data) as folder:
            found = _unpack(file, private, Path(folder))
            _check(file, found, Path(folder))
            _put(found, Path(folder))
    except OSError as error:
        raise unreadable(f"{file} could not be restored: {error.strerror}.") from error
    return found


def _private_key(identity: Path) -> str:
    try:
        lines = identity.read_text(encoding="ascii").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(f"The key file {identity} cannot be read.") from error
    found = next((line.strip() for line in lines if line.strip().startswith("AGE-SECRET-KEY-")), "")
    if sealing.public_of(found) is None:
        raise unreadable(
            f"{identity} holds no private key of age: give the file that `goldenthread keys` made "
            "and that was taken away, with the line that begins with AGE-SECRET-KEY-."
        )
    return found


def _require_empty() -> None:
    """Raise ``Failure`` where a database or uploaded files stand already."""
    media = Path(settings.MEDIA_ROOT)
    if media.is_dir() and any(media.iterdir()):
        raise refused(f"{media} holds files: restore into an empty place only.")
    if connection.vendor == "sqlite":
        if _database().exists():
            raise refused(f"{_database()} exists: restore into an empty place only.")
        return
    try:
        if postgresql.tables():
            raise refused("The database holds tables: restore into an empty one only.")
    except DatabaseError as error:
        raise unreadable("The database does not answer: see GOLDENTHREAD_DATABASE_URL.") from error
    finally:
        connections.close_all()


def _database() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _unpack(file: Path, private: str, folder: Path) -> Manifest:
    """Decrypt and unpack into the folder; every part's hash must be that of the manifest."""
    archive = folder / "archive.tar"
    try:
        with file.open("rb") as source, archive.open("wb") as target:
            sealing.unseal(source, target, private)
        with tarfile.open(archive, "r:") as tar:
            parts = tuple(_extract(tar, folder))
        found = Manifest.model_validate_json((folder / manifest.NAME).read_bytes())
    except sealing.WrongKey as error:
        raise refused(f"{file} was encrypted for another key: nothing was restored.") from error
    except (sealing.Damaged, tarfile.TarError, ValidationError, FileNotFoundError) as error:
        raise unreadable(f"{file} {_DAMAGED}.") from error
    finally:
        archive.unlink(missing_ok=True)
    if parts != found.parts or found.format != manifest.FORMAT:
        raise unreadable(f"{file} {_DAMAGED}.")
    return found


def _extract(tar: tarfile.TarFile, folder: Path) -> Iterator[Part]:
    """Write each member below the folder, whatever it is named, and give its part."""
    for member in tar:
        source = tar.extractfile(member) if member.isreg() else None
        name = PurePosixPath(member.name)
        if source is None or name.is_absolute() or ".." in name.parts:
            raise tarfile.ReadError("A member that no backup has.")
        path, digest = folder / name, sha256()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as target:
            while piece := source.read(PIECE):
                digest.update(piece)
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        if member.name != manifest.NAME:
            yield Part(name=member.name, size=member.size, sha256=digest.hexdigest())


def _check(file: Path, found: Manifest, folder: Path) -> None:
    """Raise ``Failure`` where the backup does not fit this place, or its rows are not all there."""
    if found.database != connection.vendor:
        raise refused(
            f"{file} is of a {found.database} database, and the settings name a "
            f"{connection.vendor} one: see GOLDENTHREAD_DATABASE_URL."
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if set(found.migrations) - known:
        raise refused(f"{file} was made by version {found.version}: install that one, or a newer.")
    if found.database == "sqlite":
        _check_sqlite(file, found, folder / manifest.DATABASE)


def _check_sqlite(file: Path, found: Manifest, copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as opened:
            counted = sqlite.counts(opened)
        faults = sqlite.faults(copy)
    except sqlite3.DatabaseError:
        counted, faults = {}, ()
    if faults:
        raise unreadable(f"The database in {file} is damaged: {' and '.join(faults)}.")
    if counted != found.tables:
        raise unreadable(f"{file} does not hold the rows that it lists: nothing was restored.")


def _put(found: Manifest, folder: Path) -> None:
    """Uploaded files first, then the database: it refers to them."""
    with _media_put(folder / "media"):
        if found.database == "postgresql":
            _put_postgresql(found, folder / manifest.DATABASE)
        else:
            (folder / manifest.DATABASE).replace(_database())
            sync_folder(_database().parent)


def _put_postgresql(found: Manifest, dump: Path) -> None:
    try:
        postgresql.restore(dump)
        if postgresql.counts() != found.tables:
            postgresql.clear()
            raise unreadable("The backup does not hold the rows that it lists; none is kept.")
    finally:
        connections.close_all()


@contextmanager
def _media_put(unpacked: Path) -> Iterator[None]:
    """Put uploaded files in their place, and take them away again where the rest fails."""
    media = Path(settings.MEDIA_ROOT)
    if not unpacked.is_dir():
        yield
        return
    shutil.rmtree(media, ignore_errors=True)  # an empty folder, as was asked before
    unpacked.replace(media)
    try:
        yield
    except (Failure, OSError):
        shutil.rmtree(media)
        raise
