"""The bytes of a file of grades, and a text file's bytes as UTF-8 with one kind of line end.

A returns workbook is small, and so is every file that the other readers take; a region's long
table has hundreds of megabytes, and its own limits.
"""

from pathlib import Path

from goldenthread.documents.untrusted.opening import MOST_BYTES, UnreadableFile, content_of
from goldenthread.documents.untrusted.sniffing import FileKind, kind_of, wide_encoding

MOST_ROWS = 50_000_000
MOST_TEXT_BYTES = 4_000_000_000

_START = 4_096
_SHORTEST_ROW = len("a,b,c,1\n")
_WORKBOOKS = frozenset({FileKind.ZIP, FileKind.PROTECTED, FileKind.OLD_EXCEL})
"""What the opener of workbooks opens, or refuses in its own words."""


def text_content(path: Path) -> bytes | None:
    """The bytes of a text file as UTF-8; ``None`` for a workbook.

    UTF-8 and UTF-16 are recognised, with or without their mark; anything else is Windows-1252.
    Raises ``UnreadableFile`` with one sentence for what is neither, and beyond the limits.
    """
    content = _content(path)
    kind = kind_of(content)
    if kind in _WORKBOOKS:
        return None
    if kind is FileKind.EMPTY:
        raise UnreadableFile(f"{path.name} is empty (0 bytes); fetch it again.")
    if kind is not FileKind.TEXT:
        raise UnreadableFile(
            f"{path.name} is {kind}, not a table of grades; give a CSV file or an Excel workbook "
            "(.xlsx)."
        )
    text = _as_utf8(content)
    if len(text) > MOST_ROWS * _SHORTEST_ROW and text.count(b"\n") > MOST_ROWS:
        raise UnreadableFile(
            f"{path.name} has more than {MOST_ROWS:,} lines, which are the most that are read; "
            "give a shorter period."
        )
    return text


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size <= MOST_BYTES or path.is_dir():
            return content_of(path)
        if size > MOST_TEXT_BYTES:
            raise UnreadableFile(
                f"{path.name} is larger than {MOST_TEXT_BYTES // 10**9} GB, which is the most that "
                "is read; give a shorter period."
            )
        with path.open("rb") as file:
            start = file.read(_START)
            large = kind_of(start) is FileKind.TEXT
            return start + file.read() if large else content_of(path)
    except (OSError, ValueError):
        return content_of(path)  # says in one sentence why it cannot be had


def _as_utf8(content: bytes) -> bytes:
    wide = wide_encoding(content)
    if wide:
        content = content.decode(wide, errors="replace").encode("utf-8", errors="replace")
    elif not content.isascii():
        content = _from_eight_bits(content)
    content = content.removeprefix(b"\xef\xbb\xbf")
    if b"\r" in content and content.count(b"\r") > content.count(b"\r\n"):
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return content


def _from_eight_bits(content: bytes) -> bytes:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").encode()
    return content
