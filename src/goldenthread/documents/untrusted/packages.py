"""What is inside a zip file: an Office document, or something else."""

import re
from enum import StrEnum

from goldenthread.documents.untrusted.archive import Archive


class PackageKind(StrEnum):
    """What a zip file holds, in words that fit after *is*."""

    WORD = "a Word document"
    SLIDES = "a PowerPoint presentation"
    WORKBOOK = "an Excel workbook"
    BINARY_WORKBOOK = "a binary Excel workbook"
    OPEN_TEXT = "an OpenDocument text"
    OPEN_SLIDES = "an OpenDocument presentation"
    OPEN_WORKBOOK = "an OpenDocument spreadsheet"
    APPLE = "a Pages, Keynote or Numbers file"
    BOOK = "an electronic book"
    OTHER = "a zip archive"


_TYPES = "[Content_Types].xml"

_MAIN_PART = re.compile(
    rb"(?P<word>wordprocessingml\.(?:document|template)\.main|ms-word\.[a-z.]{1,40}\.?main)"
    rb"|(?P<slides>presentationml\.[a-z]{1,20}\.main|ms-powerpoint\.[a-z.]{1,40}\.?main)"
    rb"|(?P<binary>ms-excel\.sheet\.binary\.macroenabled\.main)"
    rb"|(?P<workbook>spreadsheetml\.(?:sheet|template)\.main|ms-excel\.[a-z.]{1,40}\.?main)",
)
"""Content types of main parts, in lower case (ECMA-376 part 1 §15.2, [MS-OFFMACRO])."""

_BY_GROUP = {
    "word": PackageKind.WORD,
    "slides": PackageKind.SLIDES,
    "binary": PackageKind.BINARY_WORKBOOK,
    "workbook": PackageKind.WORKBOOK,
}

_BY_PART = {
    "word/document.xml": PackageKind.WORD,
    "ppt/presentation.xml": PackageKind.SLIDES,
    "xl/workbook.xml": PackageKind.WORKBOOK,
    "xl/workbook.bin": PackageKind.BINARY_WORKBOOK,
    "Index/Document.iwa": PackageKind.APPLE,
    "Index.zip": PackageKind.APPLE,
    "index.xml": PackageKind.APPLE,
    "index.apxl": PackageKind.APPLE,
}

_BY_MEDIA_TYPE = {
    b"application/vnd.oasis.opendocument.text": PackageKind.OPEN_TEXT,
    b"application/vnd.oasis.opendocument.presentation": PackageKind.OPEN_SLIDES,
    b"application/vnd.oasis.opendocument.spreadsheet": PackageKind.OPEN_WORKBOOK,
    b"application/epub+zip": PackageKind.BOOK,
}


def package_kind(archive: Archive) -> PackageKind:
    """What the archive holds. Raises ``Damaged`` and ``Unfit`` as ``Archive.read`` does."""
    if _TYPES in archive.names:
        main = _MAIN_PART.search(archive.read(_TYPES).lower())
        if main is not None and main.lastgroup is not None:
            return _BY_GROUP[main.lastgroup]
    if "mimetype" in archive.names:
        media_type = archive.read("mimetype").strip().removesuffix(b"-template")
        return _BY_MEDIA_TYPE.get(media_type, PackageKind.OTHER)
    for part, kind in _BY_PART.items():
        if part in archive.names:
            return kind
    return PackageKind.OTHER
