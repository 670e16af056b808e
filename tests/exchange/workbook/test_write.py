"""The workbook as it is written, looked at with openpyxl."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from goldenthread.definitions import library
from goldenthread.definitions.frameworks import Framework
from goldenthread.definitions.scales import Scale
from goldenthread.exchange.workbook.sheets import SHEETS
from goldenthread.exchange.workbook.template import template
from goldenthread.exchange.workbook.write import write_workbook

Rows = dict[str, list[dict[str, object]]]


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def empty(framework: Framework, scale: Scale) -> Any:
    return opened(template(framework, scale))


def rules_at(sheet: Any, cell: str) -> Any:
    (rule,) = [one for one in sheet.data_validations.dataValidation if cell in one.sqref]
    return rule


def column_of(sheet: Any, heading: str) -> str:
    (number,) = [cell.column for cell in sheet[1] if cell.value == heading]
    return get_column_letter(number)


def choices_at(book: Any, sheet: str, heading: str) -> list[str]:
    """What the drop-down under a heading offers."""
    rule = rules_at(book[sheet], f"{column_of(book[sheet], heading)}2")
    assert rule.type == "list"
    if rule.formula1.startswith('"'):
        return list(rule.formula1.strip('"').split(","))
    name, cells = rule.formula1.split("!")
    return [cell.value for (cell,) in book[name][cells.replace("$", "")]]


def test_write_workbook_has_the_sheets_in_order_and_the_lists_hidden_behind(empty: Any) -> None:
    assert empty.sheetnames == [*(sheet.name for sheet in SHEETS), "Lists"]
    assert empty["Lists"].sheet_state == "hidden"
    assert empty.active.title == "Cycle"


def test_write_workbook_same_input_gives_the_same_bytes(
    framework: Framework, scale: Scale, rows: Rows
) -> None:
    assert write_workbook(framework, scale, rows) == write_workbook(framework, scale, rows)


def test_write_workbook_tells_nothing_of_the_machine(framework: Framework, scale: Scale) -> None:
    content = template(framework, scale)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        text = b"".join(archive.read(name) for name in archive.namelist())
    assert b"/root" not in text
    assert b"/tmp" not in text
    properties = opened(content).properties
    assert properties.title == "Returns workbook"
    assert properties.creator == "Golden Thread"
    assert properties.created.date() == date(2020, 1, 1)


def test_write_workbook_grades_offer_levels_best_first_and_three_reasons(empty: Any) -> None:
    expected = ["Outstanding", "Good", "Requires improvement", "Inadequate",
                "Not applicable", "Not evidenced", "Not graded"]  # fmt: skip
    assert choices_at(empty, "Readings", "Assessment") == expected
    assert choices_at(empty, "Readings", "Overall") == expected


@pytest.mark.parametrize(
    ("sheet", "heading", "some"),
    [
        (
            "Readings",
            "Purpose",
            ["first", "second", "moderated", "self", "calibration", "re-audit"],
        ),
        ("Readings", "Plan type", ["Child in need", "Child protection plan"]),
        ("Feedback", "Respondent", ["child", "parent", "professional", "worker"]),
        ("Observations", "Seen", ["yes", "partly", "no"]),
        ("Escalations", "Reason", ["Child unsafe now", "Data breach"]),
        ("Escalations", "Child safe", ["yes", "no"]),
        ("Timeliness", "Rule", ["First core group"]),
        ("Findings", "Kind", ["strength", "worry", "reminder"]),
        ("Findings", "Theme", ["Assessment and analysis"]),
        ("Findings", "Category", ["Overall", "Impact and outcomes for the child"]),
        ("Findings", "Headline", ["1", "2", "3"]),
        ("Actions", "Level", ["reader", "leaders"]),
        ("Links", "New", ["yes", "no"]),
    ],
)
def test_write_workbook_has_a_drop_down(
    empty: Any, sheet: str, heading: str, some: list[str]
) -> None:
    assert set(some) <= set(choices_at(empty, sheet, heading))


def test_write_workbook_framework_item_offers_the_shipped_ones(empty: Any) -> None:
    sheet = empty["Cycle"]
    (row,) = [cell.row for cell in sheet["A"] if cell.value == "Framework"]
    offered = rules_at(sheet, f"B{row}").formula1.strip('"').split(",")
    assert offered == list(library.list_frameworks())
    assert sheet[f"B{row}"].value == "core_16"


def test_write_workbook_lists_with_commas_or_too_long_stand_on_the_hidden_sheet(
    empty: Any, framework: Framework
) -> None:
    rule = rules_at(empty["Reasons"], "B2")
    assert rule.formula1.startswith("Lists!$")
    assert "Identity, diversity and culture" in choices_at(empty, "Reasons", "Category")
    for sheet in empty.worksheets:
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.formula1 or "") <= 255


def test_write_workbook_every_column_says_what_to_write(empty: Any) -> None:
    for declared in SHEETS[1:]:
        sheet = empty[declared.name]
        for column in declared.columns:
            rule = rules_at(sheet, f"{column_of(sheet, column.heading)}2")
            assert rule.showInputMessage
            assert column.help.startswith(rule.prompt.removeprefix("Must be filled. ")[:20])
            assert rule.prompt.startswith("Must be filled.") == column.must
            assert len(rule.prompt) <= 255
            assert len(rule.promptTitle) <= 32


def test_write_workbook_without_guidance_keeps_the_drop_downs(
    framework: Framework, scale: Scale
) -> None:
    book = opened(write_workbook(framework, scale, {}, guidance=False))
    rules = book["Readings"].data_validations.dataValidation
    assert not any(rule.prompt for rule in rules)
    assert "first" in choices_at(book, "Readings", "Purpose")


def test_write_workbook_references_are_text_and_dates_are_day_first(empty: Any) -> None:
    readings = empty["Readings"]
    assert readings.column_dimensions["A"].number_format == "@" or (
        readings.column_dimensions["A"]._style is not None
    )
    formats = {
        heading: readings.column_dimensions[column_of(readings, heading)].number_format
        for heading in ("Audit ref", "Age band", "Cycle", "Completed on")
    }
    assert formats == {
        "Audit ref": "@",
        "Age band": "@",
        "Cycle": "@",
        "Completed on": "dd/mm/yyyy",
    }
    assert rules_at(readings, f"{column_of(readings, 'Completed on')}2").type == "date"


def test_write_workbook_pages_are_a4_landscape_with_headings_repeated(empty: Any) -> None:
    for sheet in empty.worksheets[:-1]:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.freeze_panes is not None


def test_write_workbook_cursor_stands_on_the_first_cell_to_fill(empty: Any) -> None:
    assert empty["Cycle"].sheet_view.selection[-1].activeCell == "B2"
    assert empty["Readings"].sheet_view.selection[-1].activeCell == "A2"


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours ``rrggbb`` (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_write_workbook_headings_can_be_read(empty: Any) -> None:
    for cell in empty["Readings"][1]:
        assert contrast(cell.font.color.rgb[-6:], cell.fill.fgColor.rgb[-6:]) >= 4.5
        assert cell.font.bold


def test_write_workbook_text_is_never_a_formula_or_a_link(
    framework: Framework, scale: Scale
) -> None:
    texts = ['=HYPERLINK("http://x.example")', "001", "1/2", "https://example.org", "+44", "5-9"]
    rows = [{"Title": text, "Address": text} for text in texts]
    sheet = opened(write_workbook(framework, scale, {"Links": rows}))["Links"]
    assert [sheet.cell(row, 1).value for row in range(2, 8)] == texts
    assert {sheet.cell(row, 1).data_type for row in range(2, 8)} == {"s"}
    assert sheet.cell(5, 2).hyperlink is None


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ({"Reading": []}, "no sheet 'Reading'"),
        ({"Readings": [{"Audit": "A1"}]}, "sheet Readings has no column 'Audit'"),
        ({"Cycle": [{"Item": "Colour", "Value": "red"}]}, "no item 'Colour'"),
        ({"Notices": [{"Title": True}]}, "cannot hold this value of type bool"),
        ({"Notices": [{"Title": "x" * 32_768}]}, "cannot hold"),
    ],
)
def test_write_workbook_what_it_cannot_hold_is_refused(
    framework: Framework, scale: Scale, rows: Rows, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        write_workbook(framework, scale, rows)


@pytest.mark.parametrize("name", library.list_frameworks())
def test_template_for_every_shipped_framework_offers_its_scale(name: str) -> None:
    framework = library.framework(name)
    scale = library.scale(framework.scale)
    book = opened(template(framework, scale))
    headings = [cell.value for cell in book["Readings"][1]]
    assert headings[-len(framework.categories) :] == [c.label for c in framework.categories]
    offered = choices_at(book, "Readings", framework.categories[0].label)
    assert offered[0] == scale.highest.label
    assert offered[-4] == scale.lowest.label


def test_template_for_an_own_framework_leaves_its_file_to_be_named(
    framework: Framework, scale: Scale
) -> None:
    sheet = opened(template(framework.model_copy(update={"id": "ours"}), scale))["Cycle"]
    (row,) = [cell.row for cell in sheet["A"] if cell.value == "Framework"]
    assert sheet[f"B{row}"].value is None
