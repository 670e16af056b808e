"""Any file, opened by what it holds and never by its name."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from goldenthread.checker.reading.refusals import (
    DAMAGED,
    NO_TEXT_PICTURES,
    NO_WORDS,
    REFUSED,
    REFUSED_PACKAGES,
)
from goldenthread.checker.source import FileKind, Grid, Part, Source
from goldenthread.documents.untrusted import sniffing
from goldenthread.documents.untrusted.archive import Archive, Damaged, Unfit
from goldenthread.documents.untrusted.opening import UnreadableFile, content_of
from goldenthread.documents.untrusted.packages import PackageKind, package_kind

Reader = Callable[[bytes, str], Source]

_MODULES = {
    FileKind.DOCX: "word.read",
    FileKind.PPTX: "slides.read",
    FileKind.XLSX: "sheets.read",
    FileKind.PDF: "pdf.read",
    FileKind.HTML: "web.read",
    FileKind.MARKDOWN: "markdown",
    FileKind.TEXT: "text",
}
"""Imported only when a file of that kind is opened: each needs libraries of its own."""

_PACKAGES = {
    PackageKind.WORD: FileKind.DOCX,
    PackageKind.SLIDES: FileKind.PPTX,
    PackageKind.WORKBOOK: FileKind.XLSX,
}

_SINGLE = {
    sniffing.FileKind.PDF: FileKind.PDF,
    sniffing.FileKind.WEB_PAGE: FileKind.HTML,
    sniffing.FileKind.WEB_ARCHIVE: FileKind.HTML,
}

_TEXT_BY_ENDING = {
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".mdown": FileKind.MARKDOWN,
    ".htm": FileKind.HTML,
    ".html": FileKind.HTML,
    ".xhtml": FileKind.HTML,
}
"""Text says by its name how it is marked up: a part of a web page looks like any text."""

_MOST_TEXT = 20_000_000
"""Bytes of HTML, Markdown or text: a brief of 200 pages has less than a tenth of it."""


def read(path: Path) -> Source:
    """The document in this file. Raises ``UnreadableFile`` with one sentence: what, why, mend."""
    return read_content(content_of(path), path.name)


def read_content(content: bytes, name: str) -> Source:
    """The document with this content; ``name`` is for messages, and tells Markdown from text.

    >>> read_content(b"Of 26 audits, 8 (31%) were good.", "brief.txt").parts[0].text
    'Of 26 audits, 8 (31%) were good.'
    """
    try:
        reader = reader_of(_kind(content, name))
        source = reader(content, name)
    except Unfit as error:
        raise UnreadableFile(f"{name} {error}.") from error
    except Damaged as error:
        raise UnreadableFile(f"{name} {DAMAGED}.") from error
    except RecursionError as error:
        raise UnreadableFile(f"{name} nests its parts too deeply to be read; {_AGAIN}.") from error
    if not any(_has_words(part) for part in source.parts):
        raise UnreadableFile(f"{name} {NO_TEXT_PICTURES if source.pictures else NO_WORDS}.")
    return source


_AGAIN = "open it, save it as a new .docx file and give that"


def reader_of(kind: FileKind) -> Reader:
    """The reader of files of one kind, loaded with all that it needs."""
    return cast(Reader, import_module(f"goldenthread.checker.reading.{_MODULES[kind]}").read)


def _kind(content: bytes, name: str) -> FileKind:
    sniffed = sniffing.kind_of(content)
    if sniffed is sniffing.FileKind.ZIP:
        return _kind_of_package(content)
    if sniffed in REFUSED:
        raise Unfit(REFUSED[sniffed])
    kind = _SINGLE.get(sniffed) or _TEXT_BY_ENDING.get(Path(name).suffix.lower(), FileKind.TEXT)
    if kind is not FileKind.PDF and len(content) > _MOST_TEXT:
        raise Unfit("holds more than 20 MB of text; give only the part that should be checked")
    return kind


def _kind_of_package(content: bytes) -> FileKind:
    package = package_kind(Archive(content))
    if package not in _PACKAGES:
        raise Unfit(REFUSED_PACKAGES[package])
    return _PACKAGES[package]


def _has_words(part: Part) -> bool:
    if not part.region.is_printed:
        return False
    texts = (cell for row in part.rows for cell in row) if isinstance(part, Grid) else (part.text,)
    return any(mark.isalnum() for text in texts for mark in text)
