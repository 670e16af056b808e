"""Tables of Word documents: data as grids, layouts as prose."""

import pytest
from tests.checker.reading.word.documents import (
    cell,
    drawing,
    grids,
    new_box,
    paragraph,
    run,
    source,
    table,
    texts,
)

from goldenthread.checker.source import Region
from goldenthread.documents.untrusted.archive import Damaged

PROSE = "Plans say what will change. Families then know what we expect of them and of ourselves."


def test_read_data_table_is_a_grid_with_its_marks() -> None:
    found = source(
        table(
            ["Grade", "Audits"],
            ["Good", "8 (31%)"],
            properties='<w:tblCaption w:val="Grades"/><w:tblLook w:firstColumn="1"/>',
            header=1,
        )
    )
    grid = found.grids[0]
    assert grid.rows == (("Grade", "Audits"), ("Good", "8 (31%)"))
    assert (grid.caption, grid.header_rows, grid.header_columns) == ("Grades", 1, 1)
    assert grid.where == "table 1"


@pytest.mark.parametrize(
    ("look", "columns"),
    [("", None), ('<w:tblLook w:val="04A0"/>', 1), ('<w:tblLook w:val="0420"/>', None)],
)
def test_read_header_columns_only_where_the_file_says_so(look: str, columns: int | None) -> None:
    grid = source(table(["Grade", "Audits"], ["Good", "8"], properties=look)).grids[0]
    assert (grid.header_rows, grid.header_columns) == (0, columns)


def test_read_merged_cells_are_repeated() -> None:
    wide, start, on = (
        '<w:gridSpan w:val="2"/>',
        '<w:vMerge w:val="restart"/>',
        "<w:vMerge/>",
    )
    found = source(
        table(
            [cell("Grades", wide), "Audits"],
            [cell("Plans", start), "Good", "8"],
            [cell("", on), "Inadequate", "5"],
        )
    )
    assert found.grids[0].rows == (
        ("Grades", "Grades", "Audits"),
        ("Plans", "Good", "8"),
        ("Plans", "Inadequate", "5"),
    )


def test_read_layout_table_with_headings_on_top_reads_down_its_columns() -> None:
    found = source(
        table(
            ["Positive findings", "Reminders"],
            [cell(paragraph("One.") + paragraph("Two.")), cell(paragraph("Three.") * 3)],
        )
    )
    assert texts(found) == ["Positive findings", "One.", "Two.", "Reminders", *["Three."] * 3]
    assert grids(found) == []


def test_read_layout_table_of_one_row_reads_the_left_column_first() -> None:
    found = source(table([cell(paragraph("a") + paragraph("b")), cell(paragraph("c"))]))
    assert texts(found) == ["a", "b", "c"]
    assert found.passages[2].where == "table 1, row 1"


def test_read_layout_table_made_of_text_boxes_comes_out_as_prose() -> None:
    box = paragraph(drawing(new_box(paragraph(PROSE))))
    found = source(table(["Strengths", "Worries"], [cell(box + box), cell(box)], ["", cell(box)]))
    assert texts(found, Region.TEXT_BOX) == [PROSE] * 4
    assert grids(found) == []


def test_read_table_of_data_inside_a_layout_is_a_grid_in_its_place() -> None:
    inner = table(["Grade", "Audits"], ["Good", "8"])
    found = source(
        table([cell(paragraph("Left")), cell(paragraph("Right") + inner + paragraph("After"))])
    )
    assert texts(found) == ["Left", "Right", "After"]
    assert grids(found)[0].rows == (("Grade", "Audits"), ("Good", "8"))
    assert found.parts[2] is grids(found)[0]


def test_read_data_table_keeps_what_hangs_on_its_cells() -> None:
    deleted = f"<w:del>{run('9')}</w:del>"
    found = source(
        table(
            ["Grade", "Audits"],
            ["Good", cell(paragraph(run("8") + deleted + drawing("<pic:pic/>", 'descr="Bar"')))],
        )
    )
    assert found.grids[0].rows[1] == ("Good", "8")
    assert texts(found, Region.DELETED) == ["9"]
    assert texts(found, Region.ALT_TEXT) == ["Bar"]


def test_read_rows_and_cells_in_content_controls_are_read() -> None:
    row = f"<w:tr><w:sdt><w:sdtContent>{cell('Good')}</w:sdtContent></w:sdt>{cell('8')}</w:tr>"
    body = (
        f"<w:tbl><w:tr>{cell('Grade')}{cell('Audits')}</w:tr>"
        f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    )
    assert source(body).grids[0].rows == (("Grade", "Audits"), ("Good", "8"))


def test_read_tables_nested_without_end_is_damaged() -> None:
    body = paragraph("core")
    for _ in range(40):
        body = table([cell(body)])
    with pytest.raises(Damaged):
        source(body)
