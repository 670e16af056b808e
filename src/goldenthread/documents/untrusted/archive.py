"""Parts of an Office file, unpacked within limits before any program library sees them."""

import zipfile
import zlib
from io import BytesIO

MOST_PARTS = 5_000
MOST_BYTES = 400_000_000
"""Of one part and of all that are read; a sheet of 100,000 full rows has about 150 MB."""
MOST_RATIO = 250
"""Bytes unpacked from one byte. Sheets reach about 50, zip bombs 1,000."""
RATIO_MATTERS_FROM = 2_000_000

_START = 4
"""A zero in the first bytes of XML means UTF-16 or UTF-32, of which calamine reads no rows."""

_ENTITY_MARKS = ("<!DOCTYPE", "<!ENTITY")
_ENCODINGS = ("ascii", "utf-16-le", "utf-16-be")


class Unfit(Exception):
    """The file cannot be opened. The message goes on from the file's name, without a full stop."""


class Damaged(Exception):
    """The file does not hold together."""


class Archive:
    """The parts of a zip file. Nothing is unpacked until it is asked for."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Damaged from error
        self._parts = {info.filename: info for info in self._zip.infolist()}
        self._left = MOST_BYTES
        _check_limits(self._zip.infolist())

    @property
    def names(self) -> frozenset[str]:
        """Names of all parts."""
        return frozenset(self._parts)

    def read(self, name: str) -> bytes:
        """One part, unpacked. Its stated size is the most that is ever unpacked.

        Raises ``Damaged``, also for a part that is not there or is not written in UTF-8, and
        ``Unfit`` for a part that defines XML entities, which no Office program does.
        """
        info = self._parts.get(name)
        if info is None:
            raise Damaged
        if info.flag_bits & 1:
            raise Unfit("is protected by a password; save it without one")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Damaged
        self._left -= info.file_size
        if self._left < 0:
            raise Unfit(_TOO_LARGE)
        try:
            content = self._zip.read(info)
        except _UNREADABLE as error:
            raise Damaged from error
        if any(mark.encode(code) in content for mark in _ENTITY_MARKS for code in _ENCODINGS):
            raise Unfit("defines XML entities, which no Office program writes")
        if b"\0" in content[:_START]:
            raise Damaged
        return content


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What ``zipfile`` raises for parts whose marks are damaged, too."""

_TOO_LARGE = "unpacks to far more than such a file can hold; it is not opened"


def _check_limits(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise Unfit(f"holds more than {MOST_PARTS:,} parts; it is not opened")
    if len({info.filename for info in parts}) < len(parts):
        raise Damaged
    for info in parts:
        too_dense = info.file_size > MOST_RATIO * max(info.compress_size, 1)
        if info.file_size > MOST_BYTES or (too_dense and info.file_size > RATIO_MATTERS_FROM):
            raise Unfit(_TOO_LARGE)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip file that holds just these parts, uncompressed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()
