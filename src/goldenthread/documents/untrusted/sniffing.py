"""What a file seems to be, judged by its content and never by its name."""

import re
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
    WEB_PAGE = "a web page"
    WEB_ARCHIVE = "a web page with its pictures"
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
    (b"{\\rtf", FileKind.RTF),
)

_BINARY_BEGINNINGS = (
    (b"BM", FileKind.PICTURE),
    (b"II*\0", FileKind.PICTURE),
    (b"MM\0*", FileKind.PICTURE),
    (b"RIFF", FileKind.PICTURE),
    (b"\0\0\0", FileKind.PICTURE),
    (b"MZ", FileKind.PROGRAM),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"\xcf\xfa\xed\xfe", FileKind.PROGRAM),
)
"""BMP, TIFF, WebP and HEIC; programs. Short enough to begin a text, which holds no zero byte."""

_STREAMS = (
    ("EncryptedPackage", FileKind.PROTECTED),
    ("WordDocument", FileKind.OLD_WORD),
    ("PowerPoint Document", FileKind.OLD_POWERPOINT),
    ("Workbook", FileKind.OLD_EXCEL),
    ("Book", FileKind.OLD_EXCEL),
    ("__substg1.0_", FileKind.EMAIL),
)
"""Names of streams inside the container of older Office files; the first one found decides."""

_START = 4096

_PDF_WITHIN = 1024
"""Some programs write a few bytes before the mark of a PDF; viewers look this far."""

_MAIL_FIELD = re.compile(
    r"\A(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version):", re.I
)
_SAVED_PAGE = re.compile(r"^content-type:\s{0,9}multipart/related", re.I | re.M)
_MAIL_SURE = re.compile(r"^(?:message-id|received|mime-version|content-type):", re.I | re.M)

_TEXT_MARKS = "\t\n\v\f\r\a\x1a\x1e\x1f"
"""Control marks that texts have: also cell ends and special hyphens of Word, and end of file."""


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
    if b"\0" in content[:64]:
        for beginning, kind in _BINARY_BEGINNINGS:
            if content.startswith(beginning):
                return kind
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return FileKind.PDF
    return _kind_of_text(content[:_START])


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
        return FileKind.WEB_PAGE if "<html" in text else FileKind.XML
    if _MAIL_FIELD.match(text) and _MAIL_SURE.search(text):
        return FileKind.WEB_ARCHIVE if _SAVED_PAGE.search(text) else FileKind.EMAIL
    has_control_marks = any(ord(mark) < 32 and mark not in _TEXT_MARKS for mark in text)
    return FileKind.UNKNOWN if has_control_marks else FileKind.TEXT


def _decoded(start: bytes) -> str:
    return start.decode(wide_encoding(start) or "utf-8", errors="replace")


def wide_encoding(content: bytes) -> str:
    """Which UTF-16 the content is in, with or without its mark; ``""`` for other encodings.

    >>> wide_encoding("Audit".encode("utf-16-le")), wide_encoding(b"Audit")
    ('utf-16-le', '')
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = content[:_START]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) // 4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) // 4 and not odd else ""
