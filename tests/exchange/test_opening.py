"""Opening untrusted files: one sentence each, nothing executed, nothing lost."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.styles import Font

from goldenthread.documents.untrusted.opening import UnreadableFile
from goldenthread.exchange.book import Block
from goldenthread.exchange.opening import open_book, refuse_unsaved
from goldenthread.exchange.xlsx import MOST_ROWS


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    fill(book)
    book.close()
    return buffer.getvalue()


def one_cell(text: str = "Audit ref") -> bytes:
    return workbook(lambda book: book.add_worksheet("Readings").write_string(0, 0, text))


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        open_book(path)
    return str(caught.value)


def rezipped(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty (0 bytes)"),
        (b"%PDF-1.7\n%...", "is a PDF, not a workbook"),
        (b"Audit ref,Grade\nA1,Good\n", "is a text file, such as CSV, not a workbook"),
        ("Audit ref;Grade\nA1;Géant\n".encode("cp1252"), "is a text file"),
        ("Audit ref\tGrade\n".encode("utf-16"), "is a text file"),
        (b"<html><table><tr><td>A1</td></tr></table></html>", "is a web page"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture"),
        (b"\x00\x01\x02\x03" * 20, "is an unknown kind of file"),
        (b"PK\x05\x06" + b"\x00" * 18, "is a zip archive"),
    ],
)
def test_open_book_something_else_says_what_it_seems_to_be(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(content)
    sentence = refusal(path)
    assert words in sentence
    assert sentence.startswith("returns.xlsx ")
    assert sentence.endswith(".")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
"""The beginning of a file of the Office programs of before 2007."""


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        ("Workbook", "is in the old .xls format; open it in Excel and save it as an .xlsx file"),
        ("WordDocument", "is an old Word document"),
        ("PowerPoint Document", "is an old PowerPoint presentation"),
        ("EncryptedPackage", "is protected by a password"),
        ("Something", "is an unknown kind of file"),
    ],
)
def test_open_book_file_of_old_office_says_which(tmp_path: Path, stream: str, words: str) -> None:
    path = tmp_path / "returns.xls"
    path.write_bytes(OLE + stream.encode("utf-16-le"))
    assert words in refusal(path)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/document.xml", "is a Word document"),
        ("ppt/presentation.xml", "is a presentation"),
        ("xl/workbook.bin", "is a binary Excel workbook"),
        ("content.xml", "is an OpenDocument file"),
        ("photo.jpg", "is a zip archive"),
    ],
)
def test_open_book_other_archive_says_what_it_seems_to_be(
    tmp_path: Path, part: str, words: str
) -> None:
    path = tmp_path / "returns.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert words in refusal(path)


def test_open_book_missing_file_says_so(tmp_path: Path) -> None:
    assert "There is no file returns.xlsx" in refusal(tmp_path / "returns.xlsx")


def test_open_book_folder_says_so(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.slow
def test_open_book_password_protected_says_so(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    with path.open("wb") as target:
        OOXMLFile(io.BytesIO(one_cell())).encrypt("secret", target)
    assert "is protected by a password" in refusal(path)


@pytest.mark.parametrize(
    ("mark", "program"),
    [("~$returns.xlsx", "Excel"), (".~lock.returns.xlsx#", "LibreOffice")],
)
def test_open_book_open_elsewhere_says_where(tmp_path: Path, mark: str, program: str) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(one_cell())
    (tmp_path / mark).write_bytes(b"x")
    assert f"is open in {program}" in refusal(path)
    assert "give that other file" in refusal(tmp_path / mark)


def test_open_book_not_permitted_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "returns.xlsx"
    path.write_bytes(one_cell())
    monkeypatch.setattr(os, "open", refuse)
    assert "close it if a program has it open" in refusal(path)


def test_open_book_without_end_is_not_read_for_ever() -> None:
    assert "is larger than 100 MB" in refusal(Path("/dev/zero"))


@pytest.mark.parametrize("target", [b"worksheets/sheet9.xml", b"../../../../../etc/passwd"])
def test_open_book_part_that_is_not_there_says_damaged(tmp_path: Path, target: bytes) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(
        rezipped(one_cell(), lambda _, part: part.replace(b"worksheets/sheet1.xml", target))
    )
    assert "is damaged or was only partly copied" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_open_book_sheet_not_in_utf_8_does_not_lose_its_rows(tmp_path: Path, encoding: str) -> None:
    def wide(name: str, part: bytes) -> bytes:
        if "worksheets/sheet" not in name:
            return part
        return part.decode().replace('encoding="UTF-8"', "").encode(encoding)

    path = tmp_path / "returns.xlsx"
    path.write_bytes(rezipped(one_cell(), wide))
    assert "open it in Excel and save it" in refusal(path)


def test_open_book_truncated_says_damaged(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    content = one_cell()
    path.write_bytes(content[: len(content) // 2])
    assert "is damaged or was only partly copied" in refusal(path)


def test_open_book_without_rows_says_so(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbook(lambda book: None))
    assert "holds no rows" in refusal(path)


@pytest.mark.slow
def test_open_book_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"

    def swell(name: str, content: bytes) -> bytes:
        return content + b" " * 30_000_000 if name.endswith("sheet1.xml") else content

    path.write_bytes(rezipped(one_cell(), swell))
    assert path.stat().st_size < 50_000
    assert "unpacks to far more" in refusal(path)


def test_open_book_size_stated_too_small_is_damaged(tmp_path: Path) -> None:
    """A bomb that lies about its size in the archive's directory is read no further than that."""
    content = bytearray(one_cell())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    place = content.find(b"PK\x01\x02")
    while struct.unpack_from("<L", content, place + 42)[0] != info.header_offset:
        place = content.find(b"PK\x01\x02", place + 1)
    struct.pack_into("<L", content, place + 24, 10)
    path = tmp_path / "returns.xlsx"
    path.write_bytes(bytes(content))
    assert "is damaged" in refusal(path)


@pytest.mark.slow
def test_open_book_many_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"xl/{number}.xml", "")
    assert "more than 5,000 parts" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_open_book_entity_bomb_is_refused(tmp_path: Path, encoding: str) -> None:
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "ha">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    )

    def poison(name: str, content: bytes) -> bytes:
        return bomb.encode(encoding) if name.endswith("sharedStrings.xml") else content

    path = tmp_path / "returns.xlsx"
    path.write_bytes(rezipped(one_cell(), poison))
    assert "defines XML entities" in refusal(path)


@pytest.mark.slow
def test_open_book_too_many_rows_states_the_limit(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Readings")
        for row in range(MOST_ROWS + 11):
            sheet.write_number(row, 0, row)

    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbook(fill))
    sentence = refusal(path)
    assert "100,000 rows" in sentence
    assert "sheet Readings" in sentence


@pytest.mark.slow
def test_open_book_many_sheets_of_many_rows_is_refused_soon(tmp_path: Path) -> None:
    """Each sheet is small enough; together they took two minutes and two gigabytes."""
    rows = "<row><c><v>1</v></c></row>" * 60_000

    def fill(book: xlsxwriter.Workbook) -> None:
        for number in range(12):
            book.add_worksheet(f"S{number}").write_number(0, 0, number)

    def grow(name: str, part: bytes) -> bytes:
        if "worksheets/sheet" not in name:
            return part
        start, end = part.split(b"<sheetData>")[0], part.split(b"</sheetData>")[1]
        return start + b"<sheetData>" + rows.encode() + b"</sheetData>" + end

    path = tmp_path / "returns.xlsx"
    path.write_bytes(rezipped(workbook(fill), grow))
    assert "300,000 of all" in refusal(path)


@pytest.mark.slow
def test_open_book_cell_far_away_is_refused_before_memory_is_taken(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Readings")
        sheet.write_number(0, 0, 1)
        sheet.write_number(1_048_575, 16_383, 1)

    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbook(fill))
    assert "cells far away from the others" in refusal(path)


@pytest.mark.slow
def test_open_book_formatted_empty_rows_do_not_count(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Readings")
        sheet.write_string(0, 0, "Audit ref")
        sheet.write_blank(1_048_575, 3, None, book.add_format({"bold": True}))

    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbook(fill))
    assert open_book(path).sheets[0].rows == (("Audit ref",),)


def marked_workbook(path: Path) -> None:
    """Made with openpyxl, so that the marks are another program's and not our reading of them."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Readings"
    for row in range(1, 7):
        for column in range(1, 5):
            sheet.cell(row, column, f"r{row}c{column}")
    struck = Font(strike=True)
    for column in range(1, 5):
        sheet.cell(3, column).font = struck
    sheet.cell(4, 2).font = struck
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.merge_cells("A5:A6")
    sheet["D6"] = "=1+1"
    second = book.create_sheet("Notes")
    second.sheet_state = "hidden"
    second["A1"] = "x"
    book.save(path)


def test_open_book_marks_are_those_that_openpyxl_wrote(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    marked_workbook(path)
    readings, notes = open_book(path).sheets
    marks = readings.marks
    assert marks.struck == {(3, 1), (3, 2), (3, 3), (3, 4), (4, 2)}
    assert marks.hidden_rows == {5}
    assert marks.hidden_columns == {3}
    assert marks.merged == (Block(5, 1, 6, 1),)
    assert marks.unsaved == {(6, 4)}
    assert (readings.hidden, notes.hidden) == (False, True)


def test_refuse_unsaved_names_the_first_cell(tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    marked_workbook(path)
    with pytest.raises(UnreadableFile, match=r"sheet Readings, cell D6\); open it in Excel"):
        refuse_unsaved(path, open_book(path).sheets)


def test_open_book_saved_formula_gives_its_result(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Readings")
        sheet.write_formula(0, 0, '="Go"&"od"', None, "Good")
        sheet.write_formula(0, 1, "=1/0", None, "#DIV/0!")

    path = tmp_path / "returns.xlsx"
    saved = rezipped(workbook(fill), lambda name, part: part.replace(b' fullCalcOnLoad="1"', b""))
    path.write_bytes(saved)
    sheet = open_book(path).sheets[0]
    assert sheet.value(1, 1) == "Good"
    assert sheet.marks.formulas == {(1, 1), (1, 2)}
    assert sheet.marks.unsaved == frozenset()
    assert sheet.marks.errors == {(1, 2): "#DIV/0!"}


def test_open_book_to_be_computed_on_opening_counts_as_unsaved(tmp_path: Path) -> None:
    """Programs that write formulas leave 0 in the cell and ask Excel to compute on opening."""
    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbook(lambda book: book.add_worksheet("A").write_formula(0, 0, "=1+1")))
    assert open_book(path).sheets[0].marks.unsaved == {(1, 1)}


def test_open_book_text_partly_struck_through_is_marked(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        struck = book.add_format({"font_strikeout": True})
        book.add_worksheet("Readings").write_rich_string(0, 0, struck, "Good", " RI")

    path = tmp_path / "returns.xlsx"
    path.write_bytes(workbook(fill))
    assert open_book(path).sheets[0].marks.struck == {(1, 1)}


def test_open_book_links_and_macros_stay_packed(tmp_path: Path) -> None:
    """Parts that hold no values are never read: damage inside them does not matter."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Readings")
        sheet.write_url(0, 0, "https://example.org/", string="Audit ref")
        sheet.write_comment(0, 0, "help")

    def spoil(name: str, content: bytes) -> bytes:
        return b"\x00not xml" if "comments" in name or "drawing" in name else content

    path = tmp_path / "returns.xlsm"
    path.write_bytes(rezipped(workbook(fill), spoil))
    assert open_book(path).sheets[0].rows == (("Audit ref",),)
