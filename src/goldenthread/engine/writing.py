"""Writing results: all files or none, never over existing ones unless told to."""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from goldenthread.engine.failures import refused, wrong_usage

OWNER_ONLY = 0o600
_HIDDEN = ".goldenthread-"
"""How the name of the folder begins in which files wait until all are written."""


def write_file(path: Path, content: bytes, *, force: bool = False) -> Path:
    """Write one file whole. Raises ``Failure`` when it exists and ``force`` is not given."""
    return write_files({path: content}, force=force)[0]


def write_files(
    files: Mapping[Path, bytes],
    *,
    force: bool = False,
    sources: Collection[Path] = (),
    updated: Collection[Path] = (),
    private: Collection[Path] = (),
) -> list[Path]:
    """Write all ``files`` or none; returns their paths in order.

    Each is written beside its place first and moved there last, so that a full disk or an
    interruption leaves what was there before, and a killed process nothing that is half written.
    Files in ``updated`` may exist; those in ``private`` can be read by their owner only. Raises
    ``Failure`` for other existing files without ``force``, for a place that cannot be written, and
    for a file among the ``sources`` that were read.
    """
    check_free([path for path in files if path not in updated], force=force, sources=sources)
    folders = {path.parent for path in files}
    with _writing_to(min(folders)), _made(folders):
        _move_in(files, private)
    return list(files)


@contextmanager
def _writing_to(place: Path) -> Iterator[None]:
    """Turn an error of the file system into a ``Failure`` that names the place."""
    try:
        yield
    except OSError as error:
        named = Path(error.filename) if isinstance(error.filename, str) else place
        where = named.parent if named.name.startswith(_HIDDEN) else named
        reason = error.strerror or str(error)
        raise wrong_usage(
            f"Cannot write to {where}: {reason}; choose another place with -o."
        ) from error


@contextmanager
def _made(folders: Iterable[Path]) -> Iterator[None]:
    """Make the folders that are missing, and take them away again when nothing was written."""
    new = [f for folder in folders for f in (folder, *folder.parents) if not f.exists()]
    try:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for folder in sorted(new, key=lambda path: len(path.parts), reverse=True):
            with suppress(OSError):
                folder.rmdir()
        raise


def check_free(targets: Iterable[Path], *, force: bool, sources: Iterable[Path] = ()) -> None:
    """Raise ``Failure`` when a target exists and may not be overwritten, or can never be.

    A folder, a device and a file that was read are never overwritten.
    """
    targets = list(targets)
    with _writing_to(targets[0]):
        existing = [path for path in targets if path.exists()]
        if folders := [path for path in existing if path.is_dir()]:
            raise wrong_usage(f"{folders[0]} is a folder; give the name of a file.")
        if odd := [path for path in existing if not path.is_file()]:
            raise wrong_usage(f"{odd[0]} is not a file; give another name with -o.")
        read = [path for path in existing for s in sources if s.exists() and path.samefile(s)]
        if read:
            raise wrong_usage(f"{read[0]} is the file to be read; write elsewhere with -o.")
    if existing and not force:
        names = f"{existing[0]}" if len(existing) == 1 else f"{existing[0]} and others"
        verb = "exists" if len(existing) == 1 else "exist"
        mend = "add --force to overwrite, or write elsewhere with -o."
        raise refused(f"{names} already {verb}; {mend}")


def _move_in(files: Mapping[Path, bytes], private: Collection[Path]) -> None:
    with ExitStack() as stack:
        waiting = {
            folder: Path(stack.enter_context(_hidden_folder(folder)))
            for folder in {path.parent for path in files}
        }
        new = {p: waiting[p.parent] / f"new-{n}" for n, p in enumerate(files)}
        old = {p: waiting[p.parent] / f"old-{n}" for n, p in enumerate(files)}
        for path, content in files.items():
            _write_through(new[path], content, OWNER_ONLY if path in private else None)
        with _put_back_on_failure(old) as moved:
            for path in files:
                if path.exists():
                    shutil.copy2(path, old[path])
                moved.append(path)
                new[path].replace(path)


def _hidden_folder(folder: Path) -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=_HIDDEN, dir=folder)


def _write_through(path: Path, content: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _put_back_on_failure(old: Mapping[Path, Path]) -> Iterator[list[Path]]:
    """Undo what was moved when a later file cannot be, or somebody interrupts."""
    moved: list[Path] = []
    try:
        yield moved
    except BaseException:
        for path in moved:
            with suppress(OSError):
                if old[path].exists():
                    old[path].replace(path)
                else:
                    path.unlink()
        raise
