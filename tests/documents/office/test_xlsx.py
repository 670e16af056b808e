"""The workbook holds real numbers, explains itself, and never runs what somebody typed."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from tests.documents.office.rendered import NAMES, rendered, xml_parts
from tests.documents.samples.words import document, runs, share

from goldenthread.documents.blocks import Document, FigureRun, Table
from goldenthread.documents.render import xlsx
from goldenthread.documents.render.sheets.cells import sheet_columns
from goldenthread.documents.render.sheets.contents import contents_of, sheet_name

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"


def opened(package: bytes) -> Workbook:
    """A workbook, opened again."""
    return openpyxl.load_workbook(BytesIO(package))


@pytest.mark.parametrize("name", NAMES)
def test_workbook_opens_again_and_says_first_what_it_is(name: str) -> None:
    book = opened(rendered(name, "xlsx"))
    assert book.sheetnames[0] == "About"
    assert book.sheetnames[-1] == "Figures"
    assert book["About"]["A1"].value


def test_first_sheet_leads_to_every_other() -> None:
    book = opened(rendered("brief", "xlsx"))
    targets = {
        cell.hyperlink.location
        for row in book["About"].iter_rows()
        for cell in row
        if cell.hyperlink and cell.hyperlink.location
    }
    assert targets == {f"'{name}'!A1" for name in book.sheetnames[1:]}


def test_table_sheet_holds_the_grades_as_numbers() -> None:
    sheet = opened(rendered("brief", "xlsx"))["Grades in each category, as"]
    header = [cell.value for cell in sheet[3]]
    risk = next(
        row for row in sheet.iter_rows(values_only=True) if row[0] and "risk" in str(row[0])
    )
    assert header[:6] == [
        "Category",
        "Outstanding",
        "Good",
        "Requires improvement",
        "Inadequate",
        "Graded",
    ]
    assert risk[1:6] == (0, 9, 7, 10, 26)
    assert all(isinstance(value, int) for value in risk[1:6])


def test_figures_sheet_lists_key_words_count_and_base() -> None:
    sheet = opened(rendered("brief", "xlsx"))["Figures"]
    rows = list(sheet.iter_rows(min_row=3, max_col=4, values_only=True))
    assert rows[0] == ("Figure", "As printed", "Count", "Base")
    assert ("risk.inadequate", "10 of 26 (38%)", 10, 26) in rows
    assert ("escalations.raised", "3", 3, None) in rows
    assert len(rows) == len(set(rows)) or len({row[0] for row in rows}) > 1


def test_tables_are_excel_tables_with_frozen_headers_set_up_for_print() -> None:
    book = opened(rendered("brief", "xlsx"))
    for sheet in book.worksheets[1:]:
        assert sheet.tables
        assert sheet.freeze_panes == "B4"
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_has_a_text_alternative(name: str) -> None:
    for part, root in xml_parts(rendered(name, "xlsx")).items():
        if "drawings/drawing" in part:
            assert all(one.get("descr") for one in root.iter(DRAWING))


def test_chart_reads_the_numbers_of_the_printed_table() -> None:
    book = opened(rendered("brief", "xlsx"))
    sheet: Any = book["Grades in each category, as"]
    (chart,) = sheet._charts
    references = [series.val.numRef.f for series in chart.series]
    columns = [reference.split("$")[1] for reference in references]
    assert [sheet[f"{column}3"].value for column in columns] == [
        "Inadequate",
        "Requires improvement",
        "Good",
        "Outstanding",
    ]


@pytest.mark.parametrize(
    "start", ["=1+1", "+44 1632", "-5", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0"]
)
def test_text_that_looks_like_a_formula_stays_text(start: str) -> None:
    """Formula injection (OWASP, "CSV injection"): the cell is a string, whatever it starts with."""
    table = Table(runs(start), (runs(start), runs("B")), ((runs(start), runs(start)),))
    book = opened(xlsx.render(document(table, title=start, author=start)))
    kinds = {
        cell.data_type
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and start.strip() in str(cell.value)
    }
    assert kinds == {"s"}


def test_column_of_shares_stays_as_printed_with_counts_and_bases_beside_it() -> None:
    table = Table(
        runs("Shares"),
        (runs("Category"), runs("Good")),
        ((runs("Risk"), (share("risk.good", 9, 26),)), (runs("Voice"), runs("not graded"))),
    )
    columns = [(column.header, column.values) for column in sheet_columns(table)]
    assert columns == [
        ("Category", ("Risk", "Voice")),
        ("Good", ("9 of 26 (35%)", "not graded")),
        ("Good: count", (9, None)),
        ("Good: base", (26, None)),
    ]


def test_suppressed_cell_stays_words_among_numbers() -> None:
    hidden = FigureRun("risk.good", "fewer than 5", "count")
    shown = FigureRun("risk.poor", "1,204", "count", count=1204)
    table = Table(
        runs("T"), (runs("A"), runs("B")), ((runs("r"), (hidden,)), (runs("s"), (shown,)))
    )
    assert sheet_columns(table)[1].values == ("fewer than 5", 1204)


def test_columns_without_or_with_equal_headers_get_headers_of_their_own() -> None:
    table = Table(runs("T"), (runs(""), runs("Good"), runs("good")), ())
    assert [column.header for column in sheet_columns(table)] == ["Column 1", "Good", "good (2)"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("History", "History 2"),
        ("figures", "figures 2"),
        ("'Quoted'", "Quoted"),
        ("A/B: [c]?*\\d", "A B c d"),
        ("x" * 40, "x" * 31),
    ],
)
def test_sheet_name_follows_excel_s_rules(title: str, name: str) -> None:
    assert sheet_name(title, {"about", "figures", "history"}) == name


def test_tables_with_one_caption_get_sheets_of_their_own(brief: Document) -> None:
    table = Table(runs("Same"), (runs("A"),), ((runs("1"),),))
    names = [content.sheet for content in contents_of(document(table, table, table))]
    assert names == ["Same", "Same 2", "Same 3"]
