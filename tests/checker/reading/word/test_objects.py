"""Pictures, charts, diagrams, colours and embedded files of Word documents."""

from io import BytesIO

import pytest
import xlsxwriter
from tests.checker.reading.word.documents import (
    cell,
    drawing,
    grids,
    new_box,
    old_box,
    paragraph,
    part,
    relations,
    run,
    source,
    table,
    texts,
)

from goldenthread.checker.source import Colours, Passage, Picture, Region
from goldenthread.documents.untrusted.archive import Damaged

PICTURE = "<pic:pic><pic:nvPicPr><pic:cNvPr {}/></pic:nvPicPr></pic:pic>"
CHART = """
<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Grades of plans</a:t></a:r></a:p></c:rich></c:tx>
</c:title><c:plotArea><c:barChart>
<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>Good</c:v></c:pt></c:strCache></c:strRef>
</c:tx>
<c:dLbls><c:dLbl><c:tx><c:rich><a:p><a:r><a:t>8 (31%)</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>
</c:dLbls>
<c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>May</c:v></c:pt><c:pt idx="1"><c:v>June</c:v></c:pt>
</c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:numCache><c:formatCode>0%</c:formatCode>
<c:pt idx="0"><c:v>0.3076923</c:v></c:pt>
<c:pt idx="1"><c:v>0.5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>
<c:ser><c:tx><c:v>Inadequate</c:v></c:tx>
<c:val><c:numRef><c:numCache><c:pt idx="1"><c:v>5</c:v></c:pt>
</c:numCache></c:numRef></c:val></c:ser>
</c:barChart></c:plotArea></c:chart>
"""


def test_read_pictures_with_without_and_decorative_alternatives() -> None:
    decorative = drawing(PICTURE.format("")).replace(
        "/><a:graphic>",
        '><a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr><a:graphic>',
        1,
    )
    found = source(
        paragraph(
            drawing(PICTURE.format(""), 'descr=" A child&#10;drawing "')
            + drawing(PICTURE.format(""), 'title="Title"')
            + drawing(PICTURE.format('descr="Inner"'))
            + drawing(PICTURE.format(""))
            + decorative
            + '<w:r><w:pict><v:shape alt="Old"><v:imagedata/></v:shape></w:pict></w:r>'
        )
    )
    assert found.pictures == (
        Picture("picture 1", "A child drawing"),
        Picture("picture 2", "Title"),
        Picture("picture 3", "Inner"),
        Picture("picture 4", None),
        Picture("picture 5", None, decorative=True),
        Picture("picture 6", "Old"),
    )
    assert texts(found, Region.ALT_TEXT) == ["A child drawing", "Title", "Inner", "Old"]


def test_read_shapes_without_description_are_no_pictures() -> None:
    shape = drawing("<wps:wsp><wps:spPr/></wps:wsp>")
    assert source(paragraph(run("Text") + shape)).pictures == ()


def test_read_hidden_picture_only_leaves_its_description_as_hidden() -> None:
    found = source(paragraph(drawing(PICTURE.format(""), 'descr="Tom at home" hidden="1"')))
    assert found.pictures == ()
    assert texts(found, Region.HIDDEN) == ["Tom at home"]


def test_read_chart_gives_its_figures_as_printed() -> None:
    found = source(
        paragraph(drawing('<c:chart r:id="rId1"/>', 'descr="Bars"')),
        {"word/charts/chart1.xml": part("c:chartSpace", CHART)},
        {"rId1": ("chart", "charts/chart1.xml")},
    )
    (grid,) = found.grids
    assert grid.rows == (("", "Good", "Inadequate"), ("May", "31%", ""), ("June", "50%", "5"))
    assert (grid.caption, grid.region) == ("Grades of plans", Region.CHART)
    assert found.pictures == (Picture("chart 1", "Bars", is_chart=True),)
    assert texts(found, Region.CHART) == ["8 (31%)"]


def test_read_diagram_gives_its_words() -> None:
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for words in ("Ask", "Act")
    )
    found = source(
        paragraph(drawing('<dgm:relIds r:dm="rId1"/>')),
        {"word/diagrams/data1.xml": part("dgm:dataModel", f"<dgm:ptLst>{points}</dgm:ptLst>")},
        {"rId1": ("diagramData", "diagrams/data1.xml")},
    )
    assert [(p.text, p.where) for p in found.passages] == [
        ("Ask", "diagram 1"),
        ("Act", "diagram 1"),
    ]
    assert found.pictures == (Picture("diagram 1", None),)


def test_read_embedded_workbook_is_looked_into_and_other_files_are_named() -> None:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"author": "Asha Quill"})
    sheet = book.add_worksheet("Grades")
    sheet.write_column(0, 0, ["Child", "Tom"])
    sheet.write_column(0, 1, ["Audits", 8])
    book.close()
    found = source(
        paragraph("Body"),
        {"word/embeddings/a.xlsx": buffer.getvalue(), "word/embeddings/ole.bin": b"\xd0\xcf"},
    )
    (grid,) = grids(found)
    assert grid.region is Region.EMBEDDED
    assert grid.where == "embedded a.xlsx, sheet Grades"
    assert grid.rows == (("Child", "Audits"), ("Tom", "8"))
    assert "Author: Asha Quill" in texts(found, Region.PROPERTY)
    assert found.warnings == (
        "The embedded file ole.bin was not read; open it and check it by itself.",
    )


def _fill(colour: str) -> str:
    return f'<w:shd w:val="clear" w:fill="{colour}"/>'


def test_read_colours_on_paragraphs_runs_cells_and_boxes() -> None:
    grey = '<w:color w:val="777777"/>'
    box = new_box(
        paragraph(run("box", grey)), '<a:solidFill><a:srgbClr val="AA0000"/></a:solidFill>'
    )
    old = old_box(paragraph(run("old", grey)), 'fillcolor="#00aa00 [3204]"')
    found = source(
        paragraph(run("page", grey))
        + paragraph(run("shaded", grey), _fill("112233"))
        + paragraph(run("marked", grey + '<w:highlight w:val="yellow"/>'))
        + paragraph(run("automatic", '<w:color w:val="auto"/>'))
        + table(
            [cell(paragraph(run("cell", grey)), _fill("00FF00")), cell(paragraph(run("no", grey)))]
        )
        + paragraph(drawing(box) + old)
    )
    assert [(one.text, one.background) for one in found.colours] == [
        ("page", "#ffffff"),
        ("shaded", "#112233"),
        ("marked", "#ffff00"),
        ("cell", "#00ff00"),
        ("no", "#ffffff"),
        ("box", "#aa0000"),
        ("old", "#00aa00"),
    ]


def test_read_colour_of_the_theme_is_resolved_with_its_tint() -> None:
    # Word itself writes 548DD4 for this colour and tint; it counts luminance in whole steps.
    theme = "<a:themeElements><a:clrScheme><a:dk2><a:srgbClr val='1F497D'/></a:dk2></a:clrScheme>"
    found = source(
        paragraph(
            run("tinted", '<w:color w:val="000000" w:themeColor="text2" w:themeTint="99"/>')
            + run("plain", '<w:color w:val="000000" w:themeColor="text2"/>')
        ),
        {"word/theme/theme1.xml": part("a:theme", theme + "</a:themeElements>")},
        {"rId1": ("theme", "theme/theme1.xml")},
    )
    tinted, plain = (one.foreground for one in found.colours)
    assert plain == "#1f497d"
    steps = [int(tinted[at : at + 2], 16) - int("548dd4"[at - 1 : at + 1], 16) for at in (1, 3, 5)]
    assert max(map(abs, steps)) <= 1


def test_read_colour_over_a_drawing_behind_the_text_is_left_out() -> None:
    behind = drawing("<wps:wsp/>").replace("wp:inline", "wp:anchor")
    behind = behind.replace("<wp:anchor>", '<wp:anchor behindDoc="1">')
    white = run("white", '<w:color w:val="FFFFFF"/>')
    assert source(paragraph(white + behind)).colours == ()


def test_read_colours_hold_size_and_weight() -> None:
    look = '<w:b/><w:sz w:val="48"/><w:color w:val="0000FF"/>'
    assert source(paragraph(run("Big", look))).colours == (
        Colours("Big", "paragraph 1", "#0000ff", "#ffffff", 24.0, bold=True),
    )


def test_read_alternative_of_a_text_box_is_a_passage_but_no_picture() -> None:
    found = source(paragraph(drawing(new_box(paragraph("Words")), 'descr="A box"')))
    assert found.pictures == ()
    assert [one.text for one in found.parts if isinstance(one, Passage)] == ["A box", "Words"]


def test_read_more_embedded_files_than_are_looked_into_says_so() -> None:
    parts = {f"word/embeddings/{number}.bin": b"\xd0\xcf" for number in range(22)}
    warnings = source(paragraph("Body"), parts).warnings
    assert warnings[-1] == "It holds 22 embedded files; only 20 were looked into."
    assert len(warnings) == 21


def test_read_newer_chart_without_its_figures_is_still_a_chart() -> None:
    uri = 'uri="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    found = source(paragraph(drawing("", 'descr="Bars"').replace('uri="u"', uri)))
    assert found.pictures == (Picture("picture 1", "Bars", is_chart=True),)


def test_read_more_text_boxes_than_anybody_makes_is_damaged() -> None:
    with pytest.raises(Damaged):
        source(paragraph(old_box("<w:p/>") * 20_001))


def test_read_text_boxes_drawn_on_a_chart_are_read() -> None:
    shapes = "<a:p><a:r><a:t>16 cases, 39%</a:t></a:r></a:p>"
    found = source(
        paragraph(drawing('<c:chart r:id="rId1"/>')),
        {
            "word/charts/chart1.xml": part("c:chartSpace", "<c:chart/>"),
            "word/charts/_rels/chart1.xml.rels": relations(
                {"r": ("chartUserShapes", "shapes.xml")}
            ),
            "word/charts/shapes.xml": part("c:userShapes", shapes),
        },
        {"rId1": ("chart", "charts/chart1.xml")},
    )
    assert texts(found, Region.CHART) == ["16 cases, 39%"]
