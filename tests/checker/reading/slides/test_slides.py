"""Presentations as python-pptx makes them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from goldenthread.checker.reading.slides.read import read
from goldenthread.checker.source import (
    Colours,
    Link,
    Passage,
    Picture,
    Region,
    Role,
    Shows,
    Source,
)

PLACE = (Inches(1), Inches(1), Inches(4), Inches(1))


def _read(make: Callable[[Any], None]) -> Source:
    """What is read from a presentation that ``make`` fills."""
    deck = Presentation()
    make(deck)
    buffer = BytesIO()
    deck.save(buffer)
    return read(buffer.getvalue(), "brief.pptx")


def _slide(deck: Any, layout: int = 6) -> Any:
    return deck.slides.add_slide(deck.slide_layouts[layout])


def _told(found: Source) -> list[tuple[str, Role, int, str]]:
    return [(p.text, p.role, p.level, p.where) for p in found.passages]


def test_read_title_bullets_and_subtitle_have_their_roles() -> None:
    def make(deck: Any) -> None:
        first = _slide(deck, 0)
        first.shapes.title.text = "Learning brief"
        first.placeholders[1].text = "January 2026"
        second = _slide(deck, 1)
        second.placeholders[1].text = "Visits\nPlans"
        second.shapes.title.text = "Strengths"

    found = _read(make)
    assert _told(found) == [
        ("Learning brief", Role.HEADING, 1, "slide 1"),
        ("January 2026", Role.HEADING, 2, "slide 1"),
        ("Strengths", Role.HEADING, 1, "slide 2"),
        ("Visits", Role.LIST_ITEM, 0, "slide 2"),
        ("Plans", Role.LIST_ITEM, 0, "slide 2"),
    ]
    assert (found.pages, found.passages[3].page) == (2, 2)
    assert Shows.PAGES in found.shows


def test_read_title_comes_first_wherever_it_stands() -> None:
    def make(deck: Any) -> None:
        slide = _slide(deck, 5)
        slide.shapes.add_textbox(*PLACE).text_frame.text = "Text"
        slide.shapes.title.text = "Title"
        tree = slide.shapes._spTree
        tree.append(slide.shapes.title._element)

    assert [p.text for p in _read(make).passages] == ["Title", "Text"]


def test_read_groups_line_breaks_and_links() -> None:
    def make(deck: Any) -> None:
        group = _slide(deck).shapes.add_group_shape()
        inner = group.shapes.add_group_shape().shapes.add_textbox(*PLACE).text_frame
        inner.text = "Of 26\vaudits "
        run = inner.paragraphs[0].add_run()
        run.text = "see more"
        run.hyperlink.address = "https://learning.example"
        group.shapes.add_textbox(*PLACE).text_frame.text = "After"

    found = _read(make)
    assert [p.text for p in found.passages] == ["Of 26 audits see more", "After"]
    assert found.links == (Link("see more", "https://learning.example", "slide 1"),)


def test_read_table_of_data_is_a_grid_and_of_prose_is_not() -> None:
    def make(deck: Any) -> None:
        slide = _slide(deck)
        data = slide.shapes.add_table(3, 3, *PLACE).table
        for row, line in enumerate(
            [["Grade", "Audits", ""], ["Good", "8", "31%"], ["", "5", "1%"]]
        ):
            for column, text in enumerate(line):
                data.cell(row, column).text = text
        data.cell(0, 1).merge(data.cell(0, 2))
        data.cell(1, 0).merge(data.cell(2, 0))
        prose = slide.shapes.add_table(2, 2, *PLACE).table
        for column in (0, 1):
            prose.cell(0, column).text = f"Heading {column}"
            prose.cell(1, column).text = f"First line {column}.\nSecond line {column}."

    found = _read(make)
    (grid,) = found.grids
    assert grid.rows == (("Grade", "Audits", "Audits"), ("Good", "8", "31%"), ("Good", "5", "1%"))
    assert (grid.header_rows, grid.header_columns, grid.where) == (1, None, "slide 1, table")
    assert [p.text for p in found.passages] == [
        "Heading 0",
        "First line 0.",
        "Second line 0.",
        "Heading 1",
        "First line 1.",
        "Second line 1.",
    ]


def test_read_chart_is_a_grid_with_its_workbook_beneath() -> None:
    def make(deck: Any) -> None:
        data = CategoryChartData(number_format="0%")
        data.categories = ["May", "June"]
        data.add_series("Good", (0.31, 0.5))
        slide = _slide(deck)
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *PLACE, data)

    found = _read(make)
    rows = (("", "Good"), ("May", "31%"), ("June", "50%"))
    (grid,) = found.grids
    assert (grid.rows, grid.region, grid.where) == (rows, Region.CHART, "slide 1, chart")
    assert found.pictures == (Picture("slide 1, chart", None, is_chart=True),)
    assert [(p.region, p.rows) for p in found.parts if not isinstance(p, Passage)][1] == (
        Region.EMBEDDED,
        rows,
    )


def test_read_notes_and_hidden_slides_have_their_regions() -> None:
    def make(deck: Any) -> None:
        shown = _slide(deck, 5)
        shown.shapes.title.text = "Shown"
        shown.notes_slide.notes_text_frame.text = "Say that Tom agreed."
        hidden = _slide(deck, 5)
        hidden.shapes.title.text = "Hidden"
        hidden.notes_slide.notes_text_frame.text = "Secret."
        hidden._element.set("show", "0")

    found = _read(make)
    assert [(p.text, p.region, p.where) for p in found.parts[:4] if isinstance(p, Passage)] == [
        ("Shown", Region.BODY, "slide 1"),
        ("Say that Tom agreed.", Region.NOTES, "slide 1, speaker notes"),
        ("Hidden", Region.HIDDEN, "slide 2 (hidden)"),
        ("Secret.", Region.HIDDEN, "slide 2 (hidden), speaker notes"),
    ]


def test_read_colours_only_where_both_are_stated() -> None:
    def make(deck: Any) -> None:
        slide = _slide(deck)
        for text, fill in (("known", "FFFF00"), ("unknown", None)):
            box = slide.shapes.add_textbox(*PLACE)
            run = box.text_frame.paragraphs[0].add_run()
            run.text = text
            run.font.color.rgb = RGBColor(0x77, 0x77, 0x77)
            if fill:
                box.fill.solid()
                box.fill.fore_color.rgb = RGBColor.from_string(fill)

    assert _read(make).colours == (
        Colours("known", "slide 1", "#777777", "#ffff00", size=18.0, bold=False),
    )


def test_read_language_is_that_of_most_text_and_properties_are_kept() -> None:
    def make(deck: Any) -> None:
        deck.core_properties.title = "Brief"
        deck.core_properties.author = "Asha Quill"
        frame = _slide(deck).shapes.add_textbox(*PLACE).text_frame
        for text, language in (("Un dau", "cy-GB"), ("one two three", "en-GB")):
            run = frame.paragraphs[0].add_run()
            run.text = text
            run._r.get_or_add_rPr().set("lang", language)

    found = _read(make)
    assert (found.language, found.title) == ("en-GB", "Brief")
    properties = [p.text for p in found.parts if p.region is Region.PROPERTY and hasattr(p, "text")]
    assert "Author: Asha Quill" in properties


def test_read_alternatives_of_pictures_and_shapes(one_pixel: bytes) -> None:
    def make(deck: Any) -> None:
        slide = _slide(deck)
        described = slide.shapes.add_picture(BytesIO(one_pixel), *PLACE)
        described._element.nvPicPr.cNvPr.set("descr", "A drawing")
        bare = slide.shapes.add_picture(BytesIO(one_pixel), *PLACE)
        bare._element.nvPicPr.cNvPr.attrib.pop("descr", None)

    found = _read(make)
    assert found.pictures == (
        Picture("slide 1, picture", "A drawing"),
        Picture("slide 1, picture 2", None),
    )
    assert [p.text for p in found.passages] == ["A drawing"]


@pytest.fixture
def one_pixel() -> bytes:
    """A PNG file of one pixel."""
    return bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c63f8cfc0f01f00050001ffa5f2e5d40000000049454e44ae426082"
    )


def _commented(kind: str, comments: str, authors_kind: str, authors: str) -> Source:
    """A presentation with one comment part and one part of authors."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    deck = Presentation()
    slide = _slide(deck)
    for holder, name, relation, content in (
        (slide.part, "/ppt/comments/c1.xml", kind, comments),
        (deck.part, "/ppt/authors.xml", authors_kind, authors),
    ):
        made = Part(PackURI(name), "application/xml", deck.part.package, content.encode())
        holder.relate_to(made, base + relation)
    buffer = BytesIO()
    deck.save(buffer)
    return read(buffer.getvalue(), "brief.pptx")


_OLD = '<p:cmLst xmlns:p="urn:p"><p:cm authorId="0"><p:text>Is this Tom?</p:text></p:cm></p:cmLst>'
_OLD_AUTHORS = '<p:cmAuthorLst xmlns:p="urn:p"><p:cmAuthor name="Asha Quill"/></p:cmAuthorLst>'
_NEW = (
    '<q:cmLst xmlns:q="urn:q" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<q:cm><q:txBody><a:p><a:r><a:t>Is this Tom?</a:t></a:r></a:p></q:txBody></q:cm></q:cmLst>"
)
_NEW_AUTHORS = '<q:authorLst xmlns:q="urn:q"><q:author name="Asha Quill"/></q:authorLst>'


@pytest.mark.parametrize(
    ("comments", "authors_kind", "authors"),
    [(_OLD, "commentAuthors", _OLD_AUTHORS), (_NEW, "authors", _NEW_AUTHORS)],
)
def test_read_comments_old_and_new_with_authors(
    comments: str, authors_kind: str, authors: str
) -> None:
    found = _commented("comments", comments, authors_kind, authors)
    told = {(p.text, p.region) for p in found.parts if isinstance(p, Passage)}
    assert ("Is this Tom?", Region.COMMENT) in told
    assert ("Author of a comment: Asha Quill", Region.PROPERTY) in told


def test_read_footer_once_and_slide_numbers_not_at_all() -> None:
    names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    names += 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

    def shape(kind: str, text: str) -> etree._Element:
        return etree.fromstring(
            f'<p:sp {names}><p:nvSpPr><p:cNvPr id="9" name="n"/><p:cNvSpPr/><p:nvPr>'
            f'<p:ph type="{kind}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    def make(deck: Any) -> None:
        for number in (1, 2):
            tree = _slide(deck).shapes._spTree
            tree.append(shape("ftr", "Larkshire"))
            tree.append(shape("sldNum", str(number)))

    assert [(p.text, p.region) for p in _read(make).passages] == [("Larkshire", Region.FOOTER)]


def _frame(inside: str, properties: str = "") -> etree._Element:
    """A frame around a chart of a newer kind, a diagram or another object."""
    names = " ".join(
        f'xmlns:{prefix}="http://schemas.openxmlformats.org/{path}"'
        for prefix, path in {
            "p": "presentationml/2006/main",
            "a": "drawingml/2006/main",
            "dgm": "drawingml/2006/diagram",
            "r": "officeDocument/2006/relationships",
        }.items()
    )
    return etree.fromstring(
        f'<p:graphicFrame {names}><p:nvGraphicFramePr><p:cNvPr id="7" name="f" {properties}/>'
        f"</p:nvGraphicFramePr><a:graphic>{inside}</a:graphic></p:graphicFrame>"
    )


def test_read_objects_and_newer_charts_are_pictures() -> None:
    newer = '<a:graphicData uri="http://schemas.microsoft.com/office/drawing/2014/chartex"/>'

    def make(deck: Any) -> None:
        tree = _slide(deck).shapes._spTree
        tree.append(_frame('<a:graphicData uri="ole"/>', 'descr="A sheet"'))
        tree.append(_frame(newer))

    assert _read(make).pictures == (
        Picture("slide 1, object", "A sheet"),
        Picture("slide 1, object 2", None, is_chart=True),
    )


def test_read_diagram_without_data_is_a_picture() -> None:
    def make(deck: Any) -> None:
        tree = _slide(deck).shapes._spTree
        tree.append(_frame('<a:graphicData uri="d"><dgm:relIds r:dm="rId99"/></a:graphicData>'))

    assert _read(make).pictures == (Picture("slide 1, diagram", None),)


def test_read_hidden_slide_lists_no_pictures_but_keeps_their_words() -> None:
    def make(deck: Any) -> None:
        slide = _slide(deck)
        slide._element.set("show", "0")
        slide.shapes._spTree.append(_frame('<a:graphicData uri="x"/>', 'descr="Tom at home"'))
        box = slide.shapes.add_textbox(*PLACE)
        box._element.nvSpPr.cNvPr.set("descr", "A box")

    found = _read(make)
    assert found.pictures == ()
    hidden = [p.text for p in found.parts if isinstance(p, Passage) and p.region is Region.HIDDEN]
    assert hidden == ["Tom at home", "A box"]


def test_read_hidden_shape_is_hidden_text() -> None:
    def make(deck: Any) -> None:
        box = _slide(deck).shapes.add_textbox(*PLACE)
        box.text_frame.text = "Tom at home"
        box._element.nvSpPr.cNvPr.set("hidden", "1")

    assert [(p.region) for p in _read(make).parts[:1]] == [Region.HIDDEN]


def test_read_raised_digits_are_not_glued_to_words() -> None:
    def make(deck: Any) -> None:
        paragraph = _slide(deck).shapes.add_textbox(*PLACE).text_frame.paragraphs[0]
        for text, raised in (("schools", False), ("3", True)):
            run = paragraph.add_run()
            run.text = text
            if raised:
                run._r.get_or_add_rPr().set("baseline", "30000")

    assert [p.text for p in _read(make).passages] == ["schools³"]
