"""Workbooks as XlsxWriter makes them."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter

from goldenthread.checker.reading.sheets.read import read
from goldenthread.checker.source import FileKind, Grid, Passage, Region, Source
from goldenthread.documents.untrusted.archive import Damaged, Unfit, packed


def _book(make: Callable[[Any], None]) -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    make(book)
    book.close()
    return buffer.getvalue()


def _read(make: Callable[[Any], None]) -> Source:
    return read(_book(make), "figures.xlsx")


def _grids(found: Source, region: Region) -> list[tuple[tuple[str, ...], ...]]:
    return [p.rows for p in found.parts if isinstance(p, Grid) and p.region is region]


def _texts(found: Source, region: Region) -> list[str]:
    return [p.text for p in found.parts if isinstance(p, Passage) and p.region is region]


def test_read_values_are_as_printed() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, ["Grade", "Audits", "Share", "Seen", "Cost"])
        sheet.write_row(1, 0, ["Good", 8])
        sheet.write(1, 2, 8 / 26, book.add_format({"num_format": "0%"}))
        sheet.write_datetime(1, 3, date(2026, 1, 31), book.add_format({"num_format": "d mmm yyyy"}))
        sheet.write(1, 4, 1204.5, book.add_format({"num_format": '"£"#,##0.00'}))

    found = _read(make)
    assert found.kind is FileKind.XLSX
    assert _grids(found, Region.BODY) == [
        (
            ("Grade", "Audits", "Share", "Seen", "Cost"),
            ("Good", "8", "31%", "31 Jan 2026", "£1,204.50"),
        )
    ]
    assert found.grids[0].where == "sheet Grades"


def test_read_blocks_parted_by_empty_rows_are_grids_of_their_own_and_prose_is_passages() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet("Grades")
        sheet.write(0, 0, "Grades of plans")
        sheet.write_row(2, 0, ["Grade", "Audits"])
        sheet.write_row(3, 0, ["Good", 8])
        sheet.write_row(6, 2, ["Team", "Audits"])
        sheet.write_row(7, 2, ["Cedar", 7])

    found = _read(make)
    assert _texts(found, Region.BODY) == ["Grades of plans"]
    assert _grids(found, Region.BODY) == [
        (("Grade", "Audits"), ("Good", "8")),
        (("Team", "Audits"), ("Cedar", "7")),
    ]


def test_read_merged_cells_are_repeated() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Category")
        sheet.merge_range(0, 1, 0, 2, "Audits")
        sheet.write_row(1, 0, ["Plans", 8, 5])

    assert _grids(_read(make), Region.BODY) == [
        (("Category", "Audits", "Audits"), ("Plans", "8", "5"))
    ]


def test_read_hidden_sheets_rows_and_columns_are_put_aside() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet("Shown")
        sheet.write_row(0, 0, ["Grade", "Audits", "Child"])
        sheet.write_row(1, 0, ["Good", 8, "Tom"])
        sheet.write_row(2, 0, ["Poor", 5, "Ann"])
        sheet.set_column(2, 2, None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})
        other = book.add_worksheet("Names")
        other.write_row(0, 0, ["Child", "Age"])
        other.write_row(1, 0, ["Bo", 7])
        other.hide()

    found = _read(make)
    assert _grids(found, Region.BODY) == [(("Grade", "Audits"), ("Good", "8"))]
    hidden = str(_grids(found, Region.HIDDEN)) + str(_texts(found, Region.HIDDEN))
    assert all(name in hidden for name in ("Tom", "Ann", "Bo"))


def test_read_comments_names_and_headers_are_kept() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet("Grades")
        sheet.write(0, 0, "Text")
        sheet.write_comment(0, 0, "Is this Tom?", {"author": "Asha Quill"})
        sheet.set_header('&L&"Arial,Bold"&12Larkshire &P')
        book.define_name("Tom_Smith", "=Grades!$A$1")

    found = _read(make)
    assert _texts(found, Region.COMMENT) == ["Is this Tom?"]
    assert _texts(found, Region.HEADER) == ["Larkshire"]
    assert _texts(found, Region.HIDDEN) == ["Tom_Smith Grades!$A$1"]
    assert "Author of a comment: Asha Quill" in _texts(found, Region.PROPERTY)


def test_read_charts_and_text_boxes_on_a_sheet() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, ["Grade", "Audits"])
        sheet.write_row(1, 0, ["Good", 8])
        chart = book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": "Audits",
                "categories": "=Grades!$A$2",
                "values": "=Grades!$B$2",
                "categories_data": ["Good"],
                "values_data": [8],
            }
        )
        sheet.insert_chart("D2", chart, {"description": "Bars"})
        sheet.insert_textbox("D20", "A note")

    found = _read(make)
    assert _grids(found, Region.CHART) == [(("", "Audits"), ("Good", "8"))]
    assert _texts(found, Region.TEXT_BOX) == ["A note"]
    assert _texts(found, Region.ALT_TEXT) == ["Bars"]


def _with(content: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, change in changes.items():
        parts[name] = change(parts.get(name, b""))
    return packed(parts)


def _one_word(book: Any) -> None:
    book.add_worksheet().write(0, 0, "Shown")


def test_read_texts_that_no_cell_shows_are_found() -> None:
    content = _with(
        _book(_one_word),
        {
            "xl/sharedStrings.xml": lambda old: old.replace(
                b"</sst>", b"<si><t>Tom Smith</t></si></sst>"
            ),
            "xl/pivotCache/pivotCacheDefinition1.xml": lambda _: (
                b'<x xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                b'<s v="Ann Smith"/><s v="Shown"/><n v="3"/></x>'
            ),
        },
    )
    assert _texts(read(content, "a.xlsx"), Region.HIDDEN) == ["Tom Smith", "Ann Smith"]


def test_read_cell_that_names_a_missing_text_is_damaged() -> None:
    content = _with(
        _book(_one_word),
        {"xl/worksheets/sheet1.xml": lambda old: old.replace(b"<v>0</v>", b"<v>7</v>")},
    )
    with pytest.raises(Damaged):
        read(content, "a.xlsx")


@pytest.mark.slow
def test_read_cells_at_the_far_corner_take_no_room() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        sheet.write(1_048_575, 16_383, "b")

    assert _texts(_read(make), Region.BODY) == ["a", "b"]


@pytest.mark.slow
def test_read_more_cells_than_can_be_checked_is_refused() -> None:
    row = b'<row r="1"><c r="A1"><v>1</v></c>' + b"<c><v>1</v></c>" * 9 + b"</row>"
    content = _with(
        _book(_one_word),
        {
            "xl/worksheets/sheet1.xml": lambda _: (
                b'<x xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                + row * 30_001
                + b"</sheetData></x>"
            )
        },
    )
    with pytest.raises(Unfit, match="300,000 cells"):
        read(content, "a.xlsx")


def test_read_values_of_every_kind_are_printed() -> None:
    cells = (
        '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="str"><v>by formula</v></c>'
        '<c t="inlineStr"><is><t>in</t><r><t>line</t></r><rPh><t>spoken</t></rPh></is></c>'
        '<c s="77"><v>5</v></c><c/><c t="e"><v>#N/A</v></c>'
    )
    head = "".join(f'<c t="str"><v>Column {number}</v></c>' for number in range(7))
    sheet = (
        '<x xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"<row>{head}</row><row>{cells}</row></sheetData></x>"
    )
    content = _with(_book(_one_word), {"xl/worksheets/sheet1.xml": lambda _: sheet.encode()})
    assert _grids(read(content, "a.xlsx"), Region.BODY)[0][1] == (
        "TRUE",
        "FALSE",
        "by formula",
        "inline",
        "5",
        "",
        "#N/A",
    )


def test_read_properties_of_a_workbook_are_kept() -> None:
    def make(book: Any) -> None:
        book.set_properties({"author": "Asha Quill", "title": "Figures"})
        _one_word(book)

    found = _read(make)
    assert found.title == "Figures"
    assert "Author: Asha Quill" in _texts(found, Region.PROPERTY)


def test_read_choices_of_a_cell_and_chart_sheets_are_read() -> None:
    def make(book: Any) -> None:
        sheet = book.add_worksheet("Grades")
        sheet.write_row(0, 0, ["Grade", "Audits"])
        sheet.data_validation("A2", {"validate": "list", "source": ["Tom", "Ann"]})
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Grades!$B$2", "values_data": [8]})
        book.add_chartsheet("Bars").set_chart(chart)

    found = _read(make)
    assert '"Tom,Ann"' in _texts(found, Region.HIDDEN)
    assert _grids(found, Region.CHART) == [(("", ""), ("1", "8"))]
    assert [picture.where for picture in found.pictures] == ["sheet Bars, chart"]
