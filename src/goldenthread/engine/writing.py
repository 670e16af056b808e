"""Writing results: all files or none, never over existing ones unless told to."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from goldenthread.engine.failures import refused, wrong_usage


def write_file(path: Path, content: bytes, *, force: bool = False) -> Path:
    """Write one file whole. Raises ``Failure`` when it exists and ``force`` is not given."""
    return write_files(path.parent, {path.name: content}, force=force)[0]


def write_files(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> list[Path]:
    """Write ``files`` (name to bytes) into ``folder``, all or none; returns their paths in order.

    Each is written beside its place first and moved there last, so that a full disk or a killed
    process leaves what was there before. Raises ``Failure`` for existing files without ``force``
    and for a place that cannot be written.
    """
    targets = [folder / name for name in files]
    check_free(targets, force=force)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _move_in(folder, dict(zip(targets, files.values(), strict=True)))
    except OSError as error:
        place = error.filename or folder
        raise wrong_usage(f"Cannot write to {place}: {error.strerror or error}.") from error
    return targets


def check_free(targets: list[Path], *, force: bool) -> None:
    """Raise ``Failure`` when a target exists and may not be overwritten, or is a folder."""
    if folders := [str(path) for path in targets if path.is_dir()]:
        raise wrong_usage(f"{folders[0]} is a folder; give the name of a file.")
    existing = [str(path) for path in targets if path.exists()]
    if existing and not force:
        names = (
            existing[0] if len(existing) == 1 else f"{len(existing)} files in {targets[0].parent}"
        )
        verb = "exists" if len(existing) == 1 else "exist"
        raise refused(
            f"{names} already {verb}; add --force to overwrite, or write elsewhere with -o."
        )


def _move_in(folder: Path, contents: Mapping[Path, bytes]) -> None:
    with tempfile.TemporaryDirectory(prefix=".goldenthread-", dir=folder) as waiting:
        new = {target: Path(waiting) / f"new-{n}" for n, target in enumerate(contents)}
        old = {target: Path(waiting) / f"old-{n}" for n, target in enumerate(contents)}
        for target, content in contents.items():
            _write_through(new[target], content)
        moved: list[Path] = []
        try:
            for target in contents:
                if target.exists():
                    shutil.copyfile(target, old[target])
                new[target].replace(target)
                moved.append(target)
        except OSError:
            _put_back(moved, old)
            raise


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put_back(moved: list[Path], old: Mapping[Path, Path]) -> None:
    for target in moved:
        with suppress(OSError):
            if old[target].exists():
                old[target].replace(target)
            else:
                target.unlink()
