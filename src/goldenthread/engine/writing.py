"""Writing results: all files or none, never over existing ones unless told to."""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from goldenthread.engine.failures import refused, wrong_usage

OWNER_ONLY = 0o600


def write_file(path: Path, content: bytes, *, force: bool = False) -> Path:
    """Write one file whole. Raises ``Failure`` when it exists and ``force`` is not given."""
    return write_files({path: content}, force=force)[0]


def write_files(
    files: Mapping[Path, bytes],
    *,
    force: bool = False,
    updated: Collection[Path] = (),
    private: Collection[Path] = (),
) -> list[Path]:
    """Write all ``files`` or none; returns their paths in order.

    Each is written beside its place first and moved there last, so that a full disk or a killed
    process leaves what was there before. Files in ``updated`` may exist; those in ``private`` can
    be read by their owner only. Raises ``Failure`` for other existing files without ``force`` and
    for a place that cannot be written.
    """
    check_free([path for path in files if path not in updated], force=force)
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        _move_in(files, private)
    except OSError as error:
        place = error.filename or next(iter(files)).parent
        raise wrong_usage(f"Cannot write to {place}: {error.strerror or error}.") from error
    return list(files)


def check_free(targets: Iterable[Path], *, force: bool) -> None:
    """Raise ``Failure`` when a target exists and may not be overwritten, or is a folder."""
    targets = list(targets)
    if folders := [str(path) for path in targets if path.is_dir()]:
        raise wrong_usage(f"{folders[0]} is a folder; give the name of a file.")
    existing = [str(path) for path in targets if path.exists()]
    if existing and not force:
        names = existing[0] if len(existing) == 1 else f"{existing[0]} and others"
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
    return tempfile.TemporaryDirectory(prefix=".goldenthread-", dir=folder)


def _write_through(path: Path, content: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _put_back_on_failure(old: Mapping[Path, Path]) -> Iterator[list[Path]]:
    """Undo what was moved when a later file cannot be."""
    moved: list[Path] = []
    try:
        yield moved
    except OSError:
        for path in moved:
            with suppress(OSError):
                if old[path].exists():
                    old[path].replace(path)
                else:
                    path.unlink()
        raise
