"""A backup as a stream: a tar file, made piece by piece while it is read.

Whatever its size, only pieces of it are in memory, and nothing of it stands unencrypted on a disk
but the copy of the database, in a folder that only the service's user may open.
"""

import io
import tarfile
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from goldenthread.config.backup.manifest import NAME, Part

PIECE = 1 << 20


class Stream(io.RawIOBase):
    """Pieces of bytes, read as a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """It is only ever read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # of any buffer
        """Fill the buffer, or part of it; 0 at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def pack(
    files: Sequence[tuple[str, Path]], manifest: Callable[[tuple[Part, ...]], bytes]
) -> Iterator[bytes]:
    """The pieces of a tar file of files by name, and at its end the manifest of their parts.

    A file that is gone when its turn comes is left out: what was uploaded and taken away while the
    backup was made.
    """
    parts: list[Part] = []
    for name, path in files:
        yield from _file(name, path, parts)
    content = manifest(tuple(parts))
    yield _header(NAME, len(content))
    yield content
    yield _padding(len(content))
    yield bytes(2 * tarfile.BLOCKSIZE)


def _file(name: str, path: Path, parts: list[Part]) -> Iterator[bytes]:
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return
    with source:
        size = source.seek(0, io.SEEK_END)
        source.seek(0)
        yield _header(name, size)
        digest, left = sha256(), size
        while left:
            piece = source.read(min(PIECE, left))
            if not piece:
                raise OSError(f"A file of {size} bytes became shorter while it was read.")
            digest.update(piece)
            left -= len(piece)
            yield piece
        yield _padding(size)
    parts.append(Part(name=name, size=size, sha256=digest.hexdigest()))


def _header(name: str, size: int) -> bytes:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry.tobuf(tarfile.PAX_FORMAT)


def _padding(size: int) -> bytes:
    return bytes(-size % tarfile.BLOCKSIZE)
