"""Doing an errand: a folder of its own, a process under limits, an answer; then nothing is left.

Only a few errands are done at a time; others wait, and are asked to come back when the wait grows
long. The process gets no environment but what Python needs, so it holds no secret.
"""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from typing import BinaryIO, Protocol

import structlog
from django.conf import settings

from goldenthread.briefs.errands import (
    SECONDS,
    Answer,
    BriefErrand,
    CheckErrand,
    TemplateErrand,
)
from goldenthread.core.errors import Busy

log = structlog.get_logger(__name__)

_PLACES = 2
_PATIENCE = 20.0
_WAIT = 0.1
_LEFT_BEHIND = 10 * SECONDS
_KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
_TOO_MUCH = (
    "The file takes longer to read, or more memory, than is allowed here. Try a shorter file, or "
    "the command line, which has no such limit."
)
_SAFE_NAME = re.compile(r"[^\w .()\-]+")
_LONGEST_STEM = 150  # bytes, of 255 that a name may have


class Upload(Protocol):
    """A file that somebody sent."""

    @property
    def name(self) -> str | None:
        """As it was called where it came from."""

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, a part at a time."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A text that somebody typed, as a file."""

    text: str
    name: str | None = None

    def chunks(self) -> Iterator[bytes]:
        """All of it."""
        yield self.text.encode()


@dataclass(frozen=True, slots=True)
class Done:
    """An answer with the bytes of its files by name."""

    answer: Answer
    files: Mapping[str, bytes]


def safe_name(name: str | None, instead: str) -> str:
    """A file's own name without what a file system or a page could stumble over.

    >>> safe_name("../Brief: Sept.docx", "brief")
    'Brief Sept.docx'
    """
    told = PureWindowsPath(name or "").name
    stem, suffix = os.path.splitext(told)  # noqa: PTH122 - a name, and no path
    stem, suffix = _SAFE_NAME.sub("", stem).strip(" .-"), _SAFE_NAME.sub("", suffix)
    if not stem:
        stem, suffix = Path(instead).stem, suffix or Path(instead).suffix
    return f"{_shortened(stem)}{suffix[:10]}"


def _shortened(stem: str) -> str:
    """File systems count bytes, of which a letter has up to four; other words may come before."""
    return stem[:80].encode()[:_LONGEST_STEM].decode(errors="ignore")


def _beside(file: str, name: str) -> str:
    """A name for another file of the errand, which the first may not have by chance."""
    return name if name.casefold() != file.casefold() else f"other {name}"


def check_errand(
    *, brief: Upload, audience: str, names: str, returns: Upload | None
) -> tuple[CheckErrand, dict[str, Upload]]:
    """The errand of checking, with its files by the names that the report shows."""
    file = safe_name(brief.name, "brief")
    uploads: dict[str, Upload] = {file: brief}
    workbook, listed = _beside(file, "returns.xlsx"), _beside(file, "names.txt")
    if returns:
        uploads[workbook] = returns
    if names.strip():
        uploads[listed] = Typed(names)
    errand = CheckErrand(
        file=file,
        audience=audience,
        returns=workbook if returns else None,
        names=listed if names.strip() else None,
        report=f"check of {Path(file).stem}.docx",
    )
    return errand, uploads


def brief_errand(
    *,
    workbook: Upload,
    previous: Upload | None,
    layouts: list[str],
    formats: list[str],
    audience: str,
) -> tuple[BriefErrand, dict[str, Upload]]:
    """The errand of making, with its files by the names that problems are told with."""
    file = safe_name(workbook.name, "returns.xlsx")
    uploads = {file: workbook}
    earlier = None
    if previous:
        earlier = _beside(file, f"last cycle {safe_name(previous.name, 'returns.xlsx')}")
        uploads[earlier] = previous
    errand = BriefErrand(
        workbook=file,
        previous=earlier,
        layouts=tuple(layouts),
        formats=tuple(formats),
        audience=audience,
    )
    return errand, uploads


def do(
    errand: CheckErrand | BriefErrand | TemplateErrand, uploads: Mapping[str, Upload] | None = None
) -> Done:
    """Do an errand with uploads by the names it gives them.

    Raises :class:`Busy` where others are being done and the wait grows long.
    """
    root = settings.WORK_ROOT
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _place(root), TemporaryDirectory(prefix="errand-", dir=root) as folder:
        here = Path(folder)
        for name, upload in (uploads or {}).items():
            with (here / name).open("wb") as file:
                file.writelines(upload.chunks())
        answer = _answered(errand, here)
        files = {Path(name).name: (here / name).read_bytes() for name in answer.files}
        return Done(answer, files)


def _answered(errand: CheckErrand | BriefErrand | TemplateErrand, folder: Path) -> Answer:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    environment["OPENBLAS_NUM_THREADS"] = "1"
    try:
        done = subprocess.run(
            [sys.executable, "-m", "goldenthread.briefs.confined"],
            input=errand.model_dump_json().encode(),
            capture_output=True,
            cwd=folder,
            env=environment,
            timeout=SECONDS * 1.5,
            check=False,
        )
    except subprocess.TimeoutExpired:
        log.warning("errand_too_long", kind=errand.kind)
        return Answer(wrong=(_TOO_MUCH,))
    if done.returncode:
        log.warning("errand_ended", kind=errand.kind, code=done.returncode)
        return Answer(wrong=(_TOO_MUCH,))
    return Answer.model_validate_json(done.stdout)


@contextmanager
def _place(root: Path) -> Iterator[None]:
    """One of the few places, across all processes of the service, by locked files."""
    deadline = time.monotonic() + _PATIENCE
    while (place := _free_place(root)) is None:
        if time.monotonic() > deadline:
            raise Busy("Others are reading files just now. Try again in a minute.")
        time.sleep(_WAIT)
    with place:  # closing the file gives the place back, even where this process is killed
        _sweep(root)
        yield


def _free_place(root: Path) -> BinaryIO | None:
    for number in range(_PLACES):
        file = (root / f"place-{number}").open("wb")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
        else:
            return file
    return None


def _sweep(root: Path) -> None:
    """Remove what an errand left whose process was killed."""
    long_ago = time.time() - _LEFT_BEHIND
    for folder in root.glob("errand-*"):
        with suppress(FileNotFoundError):
            if folder.stat().st_mtime < long_ago:
                shutil.rmtree(folder, ignore_errors=True)
