"""What a PDF holds besides its pages: properties, bookmarks, comments, fields and files."""

import ctypes
import re
from collections.abc import Iterator
from html import unescape
from importlib import import_module
from typing import Any

import pypdfium2.raw as raw

from goldenthread.checker.reading.office.collected import Collected
from goldenthread.checker.reading.pdf.pdfium import Handle, wide_text
from goldenthread.checker.reading.wording import tidy
from goldenthread.checker.source import Grid, Label, Part, Passage, Region
from goldenthread.documents.untrusted.archive import Damaged, Unfit
from goldenthread.documents.untrusted.opening import UnreadableFile

_LABELS = ("Title", "Author", "Subject", "Keywords")
_XMP, _END_OF_XMP = b"<x:xmpmeta", b"</x:xmpmeta>"
_LONGEST_PACKET = 200_000
_XMP_TEXT = re.compile(r"[>\"]([^<>\"]{4,2000})[<\"]")
_MOST_PACKETS = 20
_MOST_BOOKMARKS = 2_000
_MOST_FILES = 20
_MOST_BYTES = 20_000_000
_MOST_ANNOTATIONS = 2_000

_SHOWN = {raw.FPDF_ANNOT_FREETEXT: Region.TEXT_BOX}
_SILENT = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET})


def property_of(document: Any, label: str) -> str:
    """An entry of the document's information, such as its title."""
    return tidy(wide_text(raw.FPDF_GetMetaText, document, label.encode()))


def read_properties(document: Any, found: Collected) -> None:
    """Keep what the document says about itself, and its bookmarks."""
    for label in _LABELS:
        value = property_of(document, label)
        if value:
            found.add(
                Passage(f"{label}: {value}", "properties of the file", region=Region.PROPERTY)
            )
    for number, title in enumerate(_bookmarks(document), 1):
        if title:
            found.add(Passage(title, f"bookmark {number}", region=Region.PROPERTY))


def read_metadata(content: bytes, found: Collected) -> None:
    """Keep what stands in the metadata (XMP, ISO 16684-1), which viewers show beside properties."""
    for packet in _packets(content):
        for text in _XMP_TEXT.findall(packet.decode("utf-8", "replace")):
            clean = tidy(unescape(text))
            if any(map(str.isalpha, clean)):
                found.labels.append(Label(clean, "metadata of the file"))


def _packets(content: bytes) -> Iterator[bytes]:
    end = 0
    for _ in range(_MOST_PACKETS):
        start = content.find(_XMP, end)
        end = content.find(_END_OF_XMP, start)
        if start < 0 or end < 0:
            return
        yield content[start : min(end, start + _LONGEST_PACKET)]


def _bookmarks(document: Any) -> Iterator[str]:
    """Titles in order. A damaged file may have them in a circle."""
    waiting = [raw.FPDFBookmark_GetFirstChild(document, None)]
    for _ in range(_MOST_BOOKMARKS):
        while waiting and not waiting[-1]:
            waiting.pop()
        if not waiting:
            return
        bookmark = waiting.pop()
        yield tidy(wide_text(raw.FPDFBookmark_GetTitle, bookmark))
        waiting.append(raw.FPDFBookmark_GetNextSibling(document, bookmark))
        waiting.append(raw.FPDFBookmark_GetFirstChild(document, bookmark))


def read_annotations(page: Handle, form: Handle, number: int, found: Collected) -> None:
    """Keep comments on a page, text typed onto it, and what is filled into its fields."""
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, place)
        if not annotation:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            if kind == raw.FPDF_ANNOT_WIDGET:
                _read_field(annotation, form, number, found)
            elif kind not in _SILENT:
                _read_comment(annotation, kind, number, found)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _read_comment(annotation: Handle, kind: int, number: int, found: Collected) -> None:
    text = tidy(wide_text(raw.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    author = tidy(wide_text(raw.FPDFAnnot_GetStringValue, annotation, b"T"))
    region = _SHOWN.get(kind, Region.COMMENT)
    where = f"page {number}" if region is Region.TEXT_BOX else f"page {number}, comment"
    if text:
        found.add(Passage(text, where, region=region, page=number))
    if author:
        found.add(Passage(f"Comment by: {author}", where, region=Region.COMMENT, page=number))


def _read_field(annotation: Handle, form: Handle, number: int, found: Collected) -> None:
    if not form:
        return
    text = tidy(wide_text(raw.FPDFAnnot_GetFormFieldValue, form, annotation))
    if any(map(str.isalnum, text)) and text not in {"Off", "Yes", "On"}:
        found.add(Passage(text, f"page {number}, field", region=Region.TEXT_BOX, page=number))
    spoken = tidy(wide_text(raw.FPDFAnnot_GetFormFieldAlternateName, form, annotation))
    if spoken:
        found.add(Passage(spoken, f"page {number}, field", region=Region.HIDDEN, page=number))
    name = tidy(wide_text(raw.FPDFAnnot_GetFormFieldName, form, annotation))
    if name:
        found.labels.append(Label(name, f"name of a field on page {number}"))


def read_files(document: Any, found: Collected) -> None:
    """Keep what embedded files hold; warn of PDF files and of others that cannot be read."""
    count = max(raw.FPDFDoc_GetAttachmentCount(document), 0)
    for number in range(min(count, _MOST_FILES)):
        attachment = raw.FPDFDoc_GetAttachment(document, number)
        if attachment:
            name = tidy(wide_text(raw.FPDFAttachment_GetName, attachment)) or f"file {number + 1}"
            found.labels.append(Label(name, "name of an embedded file"))
            _read_file(_content(attachment), name, found)
    if count > _MOST_FILES:
        found.warn(f"It holds {count} embedded files; only {_MOST_FILES} were looked into.")


def _content(attachment: Handle) -> bytes:
    size = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(attachment, None, 0, size) or size.value > _MOST_BYTES:
        return b""
    buffer = ctypes.create_string_buffer(size.value)
    raw.FPDFAttachment_GetFile(attachment, buffer, size.value, size)
    return buffer.raw


def _read_file(content: bytes, name: str, found: Collected) -> None:
    """Embedded PDF files are not opened: they may embed each other without end."""
    try:
        if not content or content.lstrip().startswith(b"%PDF"):
            raise Damaged
        reader = import_module("goldenthread.checker.reading.read")
        inner = reader.read_content(content, name)
    except (UnreadableFile, Unfit, Damaged):
        found.warn(f"The embedded file {name} was not read; open it and check it by itself.")
        return
    for part in inner.parts:
        found.add(_embedded(part, name))


def _embedded(part: Part, name: str) -> Part:
    where = f"embedded {name}, {part.where}"
    if isinstance(part, Grid):
        return Grid(part.rows, where, Region.EMBEDDED, part.caption)
    return Passage(part.text, where, part.role, Region.EMBEDDED, part.level)
