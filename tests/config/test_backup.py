"""Backups: what is in them and what is not, and every way in which a restore is refused."""

import fcntl
import io
import json
import os
import resource
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from tests.config.sites import POSTGRESQL, Site

from goldenthread.config import keys, sealing
from goldenthread.config.backup import postgresql
from goldenthread.config.backup.archive import PIECE, Stream, pack
from goldenthread.config.backup.manifest import Part
from goldenthread.engine.failures import Failure

pytestmark = pytest.mark.django_db  # so that it is run on PostgreSQL, too
IDENTITY = Path("keys") / keys.IDENTITY
DAMAGED = "is damaged, or not a backup of Golden Thread: nothing was restored."


def packed(files: list[tuple[str, Path]]) -> bytes:
    def manifest(parts: tuple[Part, ...]) -> bytes:
        return json.dumps([part.model_dump() for part in parts]).encode()

    return io.BufferedReader(Stream(pack(files, manifest))).read()


def test_a_packed_stream_is_a_tar_file_with_a_manifest_at_its_end(tmp_path: Path) -> None:
    contents = {"database": os.urandom(2 * PIECE + 7), "media/ä–ö.txt": b"", "media/x": b"a" * 512}
    contents[f"media/{'long/' * 40}name"] = b"deep"
    files = []
    for number, (name, content) in enumerate(contents.items()):
        path = tmp_path / str(number)
        path.write_bytes(content)
        files.append((name, path))
    with tarfile.open(
        fileobj=io.BytesIO(packed([*files, ("media/gone", tmp_path / "gone")]))
    ) as tar:
        found = {
            member.name: cast("io.BufferedReader", tar.extractfile(member)).read() for member in tar
        }
    manifest = json.loads(found.pop("manifest.json"))
    assert found == contents
    assert manifest == [
        {"name": name, "size": len(content), "sha256": sha256(content).hexdigest()}
        for name, content in contents.items()
    ]


@pytest.mark.slow
def test_sealing_and_opening_hold_pieces_only() -> None:
    megabytes = 200

    def pieces() -> Iterator[bytes]:
        for number in range(megabytes):
            yield bytes([number]) * PIECE

    pair, before = sealing.new_pair(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read, write = os.pipe()
    with os.fdopen(write, "wb") as target, subprocess.Popen(["/usr/bin/wc", "-c"], stdin=read, stdout=subprocess.PIPE) as counter:  # noqa: E501  # fmt: skip
        os.close(read)
        sealing.seal(cast("BinaryIO", Stream(pieces())), target, pair.public)
        target.close()
        size = int(counter.communicate()[0])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert size > megabytes * PIECE
    assert grown < 50_000  # kilobytes


def test_a_stream_that_cannot_be_read_is_told_as_such(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"begun"
        raise OSError("canary")

    with pytest.raises(OSError, match="Input/output error"), (tmp_path / "x").open("wb") as target:
        sealing.seal(cast("BinaryIO", Stream(pieces())), target, sealing.new_pair().public)


@pytest.fixture(scope="module")
def backup(migrated: Site) -> Path:
    """A backup of an empty installation with one upload."""
    media = migrated.data / "media"
    media.mkdir(exist_ok=True)
    (media / "upload.txt").write_text("uploaded")
    done = migrated.run("backup", "-o", "backup.age", "--force")
    assert done.returncode == 0, done.stderr
    return migrated.folder / "backup.age"


def opened(backup: Path, migrated: Site) -> dict[str, bytes]:
    """The parts of a backup, by the tools of others."""
    private = (migrated.folder / IDENTITY).read_text().splitlines()[-1]
    target = io.BytesIO()
    with backup.open("rb") as source:
        sealing.unseal(source, target, private)
    target.seek(0)
    with tarfile.open(fileobj=target) as tar:
        return {m.name: cast("io.BufferedReader", tar.extractfile(m)).read() for m in tar}


def sealed_again(parts: dict[str, bytes], migrated: Site, path: Path) -> Path:
    """A backup of other parts, made by the tools of others."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        for name, content in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    plain.seek(0)
    with path.open("wb") as target:
        sealing.seal(plain, target, (migrated.folder / "keys" / keys.RECIPIENT).read_text())
    return path


@pytest.mark.slow
def test_a_backup_holds_database_uploads_and_manifest_and_no_key(
    backup: Path, migrated: Site
) -> None:
    parts = opened(backup, migrated)
    assert list(parts) == ["database", "media/upload.txt", "manifest.json"]
    manifest = json.loads(parts["manifest.json"])
    assert manifest["database"] == ("postgresql" if POSTGRESQL else "sqlite")
    assert "core.0001_initial" in manifest["migrations"]
    assert manifest["tables"]["core_ledgerentry"] == 0
    assert manifest["tables"]["django_migrations"] == len(manifest["migrations"])
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    for path in (migrated.folder / "keys").iterdir():
        secret = path.read_text().splitlines()[-1].encode()
        if path.name != keys.RECIPIENT:
            assert not [name for name, content in parts.items() if secret in content]
    assert not list(migrated.data.glob(".backup-*"))
    assert not list(migrated.folder.glob(".*.part"))


@pytest.mark.slow
def test_the_name_of_a_file_in_a_folder_holds_the_day_only(migrated: Site) -> None:
    (migrated.folder / "backups").mkdir(exist_ok=True)
    done = migrated.run("backup", "-o", "backups")
    assert done.returncode == 0, done.stderr
    (path,) = (migrated.folder / "backups").iterdir()
    assert done.stdout == f"backups/{path.name}\n"
    assert path.name.startswith("golden-thread-20")
    assert len(path.name) == len("golden-thread-2026-11-23.age")
    again = migrated.run("backup", "-o", "backups")
    assert (again.returncode, again.stdout) == (4, "")
    assert again.stderr == f"backups/{path.name} exists; name another file, or give --force.\n"


@pytest.mark.slow
def test_a_backup_without_a_public_key_is_refused(migrated: Site) -> None:
    done = migrated.run("backup", GOLDENTHREAD_KEYS="none", **{
        f"GOLDENTHREAD_{name.upper()}": "k" * 32 for name in keys.SECRETS
    })  # fmt: skip
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("GOLDENTHREAD_BACKUP_RECIPIENT is not set")


@pytest.mark.slow
def test_a_backup_that_cannot_be_written_leaves_nothing(migrated: Site) -> None:
    done = migrated.run("backup", "-o", "none/backup.age")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "The backup none/backup.age could not be written: No such file or directory.\n"
    )


RESTORE = """
import json, sys
from pathlib import Path
from goldenthread.config.backup.restoring import restore
from goldenthread.engine.failures import Failure
told = []
for file, identity in json.loads(sys.argv[1]):
    try:
        restore(Path(file), Path(identity))
        told.append([0, ""])
    except Failure as failure:
        told.append([failure.exit_code, " ".join(failure.sentences)])
print(json.dumps(told))
"""


def restored(site: Site, *attempts: Path | tuple[Path, Path]) -> list[tuple[int, str]]:
    """Restore files one after the other, in one process, until nothing of the place is empty."""
    pairs = [each if isinstance(each, tuple) else (each, IDENTITY) for each in attempts]
    done = subprocess.run(
        [sys.executable, "-c", RESTORE, json.dumps([[str(f), str(i)] for f, i in pairs])],
        cwd=site.folder, env=site.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = [(code, sentence) for code, sentence in json.loads(done.stdout)]
    if all(code for code, _ in told):  # a refusal leaves nothing
        assert not site.database.exists()
        assert not (site.data / "media").exists()
    assert not list(site.data.glob(".restore-*"))
    return told


@pytest.fixture(scope="module")
def parts(backup: Path, migrated: Site) -> dict[str, bytes]:
    """The parts of the backup."""
    return opened(backup, migrated)


def listing(parts: dict[str, bytes], **changes: object) -> dict[str, bytes]:
    """The parts, with another manifest."""
    manifest = json.loads(parts["manifest.json"])
    return parts | {"manifest.json": json.dumps(manifest | changes).encode()}


@pytest.mark.slow
def test_a_damaged_or_foreign_file_is_refused_and_leaves_nothing(
    backup: Path, migrated: Site, parts: dict[str, bytes], make_site: Callable[..., Site],
    tmp_path: Path,
) -> None:  # fmt: skip
    whole = backup.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    files: list[Path] = []
    for content in (b"", b"no backup at all", whole[: len(whole) // 2], bytes(flipped)):
        files.append(tmp_path / f"{len(files)}.age")
        files[-1].write_bytes(content)
    for contents in (
        {"other.txt": b"a tar file of something else"},
        parts | {"media/upload.txt": b"another"},
        {name: content for name, content in parts.items() if name != "media/upload.txt"},
        {"../outside": b"x"} | parts,
    ):
        files.append(sealed_again(contents, migrated, tmp_path / f"{len(files)}.age"))
    site = make_site(empty=True)
    assert restored(site, *files) == [(3, f"{file} {DAMAGED}") for file in files]
    assert not (site.data / "outside").exists()


@pytest.mark.slow
def test_rows_that_are_not_all_there_are_missed_and_the_place_stays_empty(
    backup: Path, migrated: Site, parts: dict[str, bytes], make_site: Callable[..., Site],
    tmp_path: Path,
) -> None:  # fmt: skip
    tables = json.loads(parts["manifest.json"])["tables"]
    tables["core_ledgerentry"] += 1
    bad = sealed_again(listing(parts, tables=tables), migrated, tmp_path / "bad.age")
    (code, sentence), again = restored(make_site(empty=True), bad, backup)
    assert (code, "the rows that it lists" in sentence) == (3, True)
    assert again == (0, "")


@pytest.mark.slow
def test_what_does_not_fit_this_place_or_these_keys_is_refused(
    backup: Path, migrated: Site, parts: dict[str, bytes], make_site: Callable[..., Site],
    tmp_path: Path,
) -> None:  # fmt: skip
    kind = "sqlite" if POSTGRESQL else "postgresql"
    elsewhere = sealed_again(listing(parts, database=kind), migrated, tmp_path / "kind.age")
    newer = listing(parts, version="99.0", migrations=["core.0099_later"])
    later = sealed_again(newer, migrated, tmp_path / "later.age")
    other, none, gone = (tmp_path / f"{name}.txt" for name in ("other", "none", "gone"))
    other.write_text(sealing.new_pair().private)
    none.write_text("canary")
    attempts = (elsewhere, later, (backup, other), (backup, none), (backup, gone), gone)
    told = restored(make_site(empty=True), *attempts)
    assert [code for code, _ in told] == [4, 4, 4, 3, 3, 3]
    sentences = [sentence for _, sentence in told]
    assert "see GOLDENTHREAD_DATABASE_URL" in sentences[0]
    assert sentences[1] == f"{later} was made by version 99.0: install that one, or a newer."
    assert sentences[2] == f"{backup} was encrypted for another key: nothing was restored."
    assert "holds no private key of age" in sentences[3]
    assert sentences[4] == f"The key file {gone} cannot be read."
    assert sentences[5] == f"There is no file {gone}."
    assert "canary" not in "".join(sentences)


@pytest.mark.slow
def test_a_place_that_is_not_empty_is_left_as_it_is(backup: Path, site: Site) -> None:
    before = site.database.read_bytes() if not POSTGRESQL else b""
    done = site.run("restore", backup, "--identity", IDENTITY)
    assert (done.returncode, done.stdout) == (4, "")
    assert "empty" in done.stderr
    assert before == (site.database.read_bytes() if not POSTGRESQL else b"")


@pytest.mark.slow
def test_uploads_that_stand_there_are_left_as_they_are(
    backup: Path, make_site: Callable[..., Site]
) -> None:
    site = make_site(empty=True)
    (site.data / "media").mkdir(parents=True)
    (site.data / "media" / "mine.txt").write_text("mine")
    done = site.run("restore", backup, "--identity", IDENTITY)
    assert done.returncode == 4
    assert (site.data / "media" / "mine.txt").read_text() == "mine"
    assert not site.database.exists()


@pytest.mark.slow
def test_one_backup_at_a_time_and_nothing_left_of_one_that_was_killed(site: Site) -> None:
    left = site.data / ".backup-killed"
    left.mkdir(parents=True)
    (left / "database.sqlite3").write_text("a copy")
    with (site.data / ".backup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = site.run("backup", "-o", "backup.age")
        assert (done.returncode, done.stdout) == (4, "")
        assert done.stderr == "Another backup is being made; wait until it is done.\n"
        assert left.exists()
    assert site.run("backup", "-o", "backup.age").returncode == 0
    assert not left.exists()


def test_a_program_of_postgresql_that_is_missing_is_named_with_the_mend(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgresql, "_DEBIAN", tmp_path)
    with pytest.raises(Failure, match=r"pg_dump is not on this machine: apt-get install") as failed:
        postgresql._program("pg_dump")
    assert failed.value.exit_code == 4
    for version in ("9", "15"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "pg_dump").touch(mode=0o755)
    assert postgresql._program("pg_dump") == str(tmp_path / "15" / "bin" / "pg_dump")
