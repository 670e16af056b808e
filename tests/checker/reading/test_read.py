import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from goldenthread.checker.reading.read import read, read_content
from goldenthread.checker.source import FileKind
from goldenthread.documents.untrusted.opening import UnreadableFile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(stream: str) -> bytes:
    """The beginning of a compound file, and the name of one stream (MS-CFB 2.2 and 2.6.1)."""
    return OLE + stream.encode("utf-16-le")


def package(**parts: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "what", "mend"),
    [
        (b"", "is empty", "fetch it again"),
        (ole("EncryptedPackage"), "password", "without one"),
        (ole("WordDocument"), ".doc format", ".docx"),
        (ole("PowerPoint Document"), ".ppt format", ".pptx"),
        (ole("Workbook"), ".xls format", ".xlsx"),
        (ole("__substg1.0_0037001F"), "e-mail", "attached"),
        (b"From: A\r\nMessage-ID: <1@example.org>\r\n\r\nHello", "e-mail", "attached"),
        (b"{\\rtf1\\ansi Hello}", "Rich Text", ".docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "picture", ".docx"),
        (b"BM" + struct.pack("<I", 70) + bytes(64), "picture", ".docx"),
        (b"MZ\x90\0" + bytes(100), "program", ".docx"),
        (b"<?xml version='1.0'?><a>Hello</a>", "XML", ".docx"),
        (b"\x01\x02\x03\x04" * 20, "kind", ".docx"),
        (package(mimetype="application/vnd.oasis.opendocument.text"), ".odt", ".docx"),
        (package(mimetype="application/vnd.oasis.opendocument.presentation"), ".odp", ".pptx"),
        (package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), ".ods", ".xlsx"),
        (package(mimetype="application/epub+zip"), "book", ".docx"),
        (package(**{"Index/Document.iwa": "x"}), "Pages", "Word"),
        (package(**{"brief.docx": "x"}), "zip archive", "take the document out"),
        (b"PK\x03\x04 damaged", "damaged", "save it as a new file"),
        (b" \n\t ", "no words", "give the document"),
        (b"<html><body><img src='a.png'></body></html>", "only pictures", "text recognition"),
    ],
)
def test_file_that_cannot_be_checked_gets_one_sentence(
    content: bytes, what: str, mend: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_content(content, "brief.pdf")
    message = str(refused.value)
    assert message.startswith("brief.pdf ")
    assert what in message
    assert mend in message
    assert message.endswith(".")
    assert message.count(". ") == 0


def test_missing_file_and_folder_get_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"There is no file brief\.docx"):
        read(tmp_path / "brief.docx")
    with pytest.raises(UnreadableFile, match="is a folder"):
        read(tmp_path)


def test_content_wins_over_a_wrong_extension() -> None:
    page = b"<!DOCTYPE html><html lang=en><body><p>Eight of 26.</p></body></html>"
    assert read_content(page, "brief.docx").kind is FileKind.HTML
    assert read_content(b"Eight of 26.", "brief.docx").kind is FileKind.TEXT


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("brief.md", FileKind.MARKDOWN),
        ("brief.MARKDOWN", FileKind.MARKDOWN),
        ("brief.htm", FileKind.HTML),
        ("brief", FileKind.TEXT),
    ],
)
def test_name_tells_how_text_is_marked_up(name: str, kind: FileKind) -> None:
    assert read_content(b"Eight of 26.", name).kind is kind


def test_text_that_begins_like_a_picture_or_a_program_is_text() -> None:
    for start in ("BMI was recorded", "MZ says", "RIFF", "From: the team", "Subject: visits"):
        assert read_content(f"{start} in 8 of 26.".encode(), "brief.txt").kind is FileKind.TEXT


def test_more_text_than_any_brief_has_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="more than 20 MB"):
        read_content(b"a" * 20_000_001, "brief.txt")
