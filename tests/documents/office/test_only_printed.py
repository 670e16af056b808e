"""Office files hold what is printed and nothing else: not in charts, notes or properties."""

import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from lxml import etree
from tests.documents.office.printed import (
    numbers_in,
    printed_numbers,
    printed_words,
    words_in,
)
from tests.documents.office.rendered import FORMATS, NAMES, documents, parts, rendered, xml_parts

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TEXT_TAGS = {"t", "v", "instrText", "title", "creator", "description", "keywords", "lastModifiedBy"}
"""Elements whose text somebody may read: text, cached values, fields and properties."""
SPOKEN = {"descr", "title", "val"}
"""Attributes that assistive technology reads: text alternatives of pictures, charts and tables."""
SPOKEN_TAGS = {"docPr", "cNvPr", "tblCaption", "tblDescription"}

_LABELS = (
    "about figures figure as printed count base form slice sheet what it holds from when author "
    "contact every that is with its and category answer table number"
)
OWN_WORDS = {
    "docx": {"page", "of", "numpages"},
    "pptx": {"of"},
    "xlsx": set(_LABELS.split()),
}
"""Words that each file type adds: page numbers, and the labels of the workbook."""
OWN_NUMBERS = {
    "docx": {"1"},
    "pptx": {str(number) for number in range(20)},
    "xlsx": {str(number) for number in range(11)},
}
"""Numbers that each file type adds: of pages, of the slides of one title, of the scale."""


EXPECTED_PARTS = {
    "docx": r"word/(document|styles|numbering|settings|fontTable|theme/theme1)\.xml"
    r"|word/(header|footer)\d\.xml"
    r"|word/fonts/(regular|bold)\.odttf|word/media/image\d+\.png",
    "pptx": r"ppt/(presentation|tableStyles|theme/theme1|slideMasters/slideMaster1)\.xml"
    r"|ppt/(slideLayouts/slideLayout|slides/slide|charts/chart)\d+\.xml"
    r"|ppt/embeddings/Microsoft_Excel_Sheet\d+\.xlsx(!.*)?",
    "xlsx": r"xl/(workbook|styles|sharedStrings|metadata|theme/theme1)\.xml"
    r"|xl/(worksheets/sheet|tables/table|charts/chart|drawings/drawing)\d+\.xml",
}
"""Parts by file type, besides relationships, content types and properties. No notes, no comments,
no custom properties, no thumbnail, no macros, no printer settings."""
COMMON_PARTS = r"\[Content_Types\]\.xml|docProps/(core|app)\.xml|.*\.rels"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)


def readable(package: bytes) -> Iterator[str]:
    """Every text in the XML parts that a person or a program may read, but for sheet formulas."""
    for name, root in xml_parts(package).items():
        if "worksheets" in name or name.endswith("styles.xml"):
            continue
        for element in root.iter(etree.Element):
            if local(element) in TEXT_TAGS and element.text:
                yield element.text
            if local(element) in SPOKEN_TAGS:
                yield from (
                    str(value)
                    for key, value in element.attrib.items()
                    if etree.QName(str(key)).localname in SPOKEN
                )


def cells(package: bytes) -> Iterator[str]:
    """Every value in the sheets of a workbook, or of the workbooks inside a presentation."""
    books = [content for name, content in parts(package).items() if name.endswith(".xlsx")]
    is_book = "xl/workbook.xml" in parts(package)
    for book in [package] if is_book else books:
        for sheet in openpyxl.load_workbook(BytesIO(book)).worksheets:
            for row in sheet.iter_rows(values_only=True):
                yield from (str(value) for value in row if value is not None)


def all_texts(name: str, extension: str) -> list[str]:
    """Everything that can be read in a rendered sample."""
    package = rendered(name, extension)
    return [*readable(package), *cells(package)]


@pytest.mark.slow
@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_office_file_holds_no_word_that_the_document_does_not_print(
    name: str, extension: str
) -> None:
    allowed = printed_words(documents()[name]) | OWN_WORDS[extension] | {"golden", "thread"}
    found = {word for text in all_texts(name, extension) for word in words_in(text)}
    assert found - allowed == set()


@pytest.mark.slow
@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_office_file_holds_no_number_that_the_document_does_not_print(
    name: str, extension: str
) -> None:
    allowed = printed_numbers(documents()[name]) | OWN_NUMBERS[extension]
    found = {number for text in all_texts(name, extension) for number in numbers_in(text)}
    assert found - allowed == set()


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("name", ["brief", "answers"])
def test_office_file_has_no_part_that_could_hide_something(name: str, extension: str) -> None:
    expected = re.compile(f"{EXPECTED_PARTS[extension]}|{COMMON_PARTS}")
    strange = [part for part in parts(rendered(name, extension)) if not expected.fullmatch(part)]
    assert strange == []


@pytest.mark.parametrize("name", ["brief", "answers", "suppressed"])
def test_workbook_has_no_hidden_sheet_row_or_column_and_no_formula(name: str) -> None:
    book = openpyxl.load_workbook(BytesIO(rendered(name, "xlsx")))
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        assert not any(one.hidden for one in sheet.row_dimensions.values())
        assert not any(one.hidden for one in sheet.column_dimensions.values())
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
        assert not any(cell.comment for row in sheet.iter_rows() for cell in row)


def test_chart_of_suppressed_counts_draws_no_part_of_a_row_with_a_hidden_count() -> None:
    """Ten and eleven stand in the table; as the only parts of a bar they would mislead."""
    charts = [
        root
        for name, root in xml_parts(rendered("suppressed", "pptx")).items()
        if "charts/" in name
    ]
    values = [element.text for root in charts for element in root.iter(f"{{{CHART}}}v")]
    assert not {"10", "11"} & set(values)
    assert "9" in values
