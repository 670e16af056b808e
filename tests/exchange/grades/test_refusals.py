"""Files that cannot be read at all: one sentence each."""

import io
from pathlib import Path

import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile
from tests.exchange.grades.files import HEADINGS, refusal, written

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.grades import content
from goldenthread.exchange.grades.read import read_grades


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_grades(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "is empty (0 bytes)"),
        (b"\x00\x01\x02\x03" * 30, "is an unknown kind of file, not a table of grades"),
        (b"%PDF-1.7\n", "is a PDF, not a table of grades"),
        (b"<html><table></table></html>", "is a web page, not a table of grades"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture"),
        (b"PK\x03\x04rubbish", "is damaged or was only partly copied"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old .xls format"),
    ],
)
def test_refusal_of_what_is_no_table_says_what_it_is(
    tmp_path: Path, given: bytes, words: str
) -> None:
    said = refusal(tmp_path, given)
    assert words in said
    assert said.startswith("grades.csv ")


def test_refusal_of_one_row_says_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert refusal(tmp_path, HEADINGS + "C1,AU1,risk,Good\n") == (
        "grades.csv holds one grade only, and one grade can be compared with nothing; give the "
        "audits of several auditors."
    )


def test_refusal_of_a_folder_and_of_a_missing_file(tmp_path: Path) -> None:
    assert "is a folder; give the file inside it." in refused(tmp_path)
    assert "There is no file none.csv" in refused(tmp_path / "none.csv")
    assert refused(tmp_path / "\0").endswith(".")


def test_refusal_of_a_protected_workbook_asks_for_one_without_a_password(tmp_path: Path) -> None:
    plain, protected = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(plain) as book:
        book.add_worksheet().write_row(0, 0, ["case", "auditor", "category", "grade"])
    plain.seek(0)
    OOXMLFile(plain).encrypt("secret", protected)
    said = refusal(tmp_path, protected.getvalue(), "grades.xlsx")
    assert said.startswith("grades.xlsx is protected by a password;")


def test_refusal_of_too_many_lines_names_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MOST_ROWS", 5)
    said = refusal(tmp_path, HEADINGS + "C1,AU1,risk,Good\n" * 6)
    assert said.startswith("grades.csv has more than 5 lines, which are the most that are read;")


def test_refusal_of_too_many_bytes_names_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 10)
    monkeypatch.setattr(content, "MOST_TEXT_BYTES", 20)
    assert "is larger than 0 GB" in refusal(tmp_path, HEADINGS + "C1,AU1,risk,Good\n")


def test_large_text_beyond_the_limit_of_other_readers_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MOST_BYTES", 10)
    path = written(tmp_path, HEADINGS + "C1,AU1,risk,Good\nC1,AU2,risk,RI\n" * 400)
    assert len(read_grades(path).grades) == 2
