"""What a file seems to be, judged by its content and never by its name."""

from enum import StrEnum

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"


class FileKind(StrEnum):
    """What a file seems to be, in words that fit after *is*."""

    EMPTY = "empty"
    ZIP = "a zip archive"
    OLD_EXCEL = "an old Excel workbook"
    PROTECTED = "protected by a password"
    OLD_WORD = "an old Word document"
    OLD_POWERPOINT = "an old PowerPoint presentation"
    PDF = "a PDF"
    PICTURE = "a picture"
    EMAIL = "an e-mail"
    PROGRAM = "a program"
    WEB_ARCHIVE = "a web page in one file"
    WEB_PAGE = "a web page"
    XML = "an XML file"
    RTF = "a Rich Text document"
    TEXT = "a text file, such as CSV"
    UNKNOWN = "an unknown kind of file"


_BEGINNINGS = (
    (_ZIP, FileKind.ZIP),
    (_EMPTY_ZIP, FileKind.ZIP),
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"BM", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"MZ", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"\xcf\xfa\xed\xfe", FileKind.PROGRAM),
    (b"{\\rtf", FileKind.RTF),
)

_STREAMS = (
    ("EncryptedPackage", FileKind.PROTECTED),
    ("WordDocument", FileKind.OLD_WORD),
    ("PowerPoint Document", FileKind.OLD_POWERPOINT),
    ("Workbook", FileKind.OLD_EXCEL),
    ("Book", FileKind.OLD_EXCEL),
    ("__substg1.0_", FileKind.EMAIL),
)
"""Names of streams inside the container of older Office files; the first one found decides."""


def kind_of(content: bytes) -> FileKind:
    """What a file with this content seems to be.

    >>> kind_of(b"%PDF-1.7 ...").value, kind_of(b"Audit ref,Grade").value
    ('a PDF', 'a text file, such as CSV')
    """
    if not content:
        return FileKind.EMPTY
    if content.startswith(_OLE):
        return _kind_of_container(content)
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    return _kind_of_text(content[:4096])


def _kind_of_container(content: bytes) -> FileKind:
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in content:
            return kind
    return FileKind.UNKNOWN


def _kind_of_text(start: bytes) -> FileKind:
    text = _decoded(start).lstrip("\ufeff \t\r\n").lower()
    if text.startswith(("<!doctype html", "<html", "<table")):
        return FileKind.WEB_PAGE
    if text.startswith("<?xml"):
        return FileKind.XML
    has_control_marks = any(ord(mark) < 32 and mark not in "\t\r\n\f" for mark in text)
    return FileKind.UNKNOWN if has_control_marks else FileKind.TEXT


def _decoded(start: bytes) -> str:
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    return start.decode("utf-16" if wide else "utf-8", errors="replace")
