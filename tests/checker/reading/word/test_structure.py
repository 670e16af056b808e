"""Headings, lists, captions and pages of Word documents."""

import pytest
from tests.checker.reading.word.documents import paragraph, part, run, source, table

from goldenthread.checker.source import Role, Shows, Source

_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
  <w:rPr><w:lang w:val="en-GB"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
  <w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift2"/>
  </w:style>
<w:style w:type="paragraph" w:styleId="Body2"><w:name w:val="Body2"/><w:basedOn w:val="Own"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="S3"><w:name w:val="Überschrift 3"/></w:style>
<w:style w:type="paragraph" w:styleId="S4"><w:name w:val="Section"/>
  <w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bare"><w:name w:val="Bare"/><w:basedOn w:val="Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
"""
_NUMBERS = """
<w:abstractNum w:abstractNumId="5"><w:lvl><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
"""
BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"


def _styled(body: str) -> Source:
    return source(
        body,
        {
            "word/styles.xml": part("w:styles", _STYLES),
            "word/numbering.xml": part("w:numbering", _NUMBERS),
        },
        {"rId1": ("styles", "styles.xml"), "rId2": ("numbering", "numbering.xml")},
    )


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="berschrift2"/>', 2),
        ('<w:pStyle w:val="Own"/>', 2),
        ('<w:pStyle w:val="S3"/>', 3),
        ('<w:pStyle w:val="S4"/>', 4),
        ('<w:pStyle w:val="Title"/>', 1),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:outlineLvl w:val="8"/>', 6),
    ],
)
def test_read_heading_by_style_name_id_or_outline_has_its_level(
    properties: str, level: int
) -> None:
    passage = _styled(paragraph("Findings", properties)).passages[0]
    assert (passage.role, passage.level) == (Role.HEADING, level)


@pytest.mark.parametrize("style", ["Body2", "Loop", "Missing", "Normal"])
def test_read_other_styles_are_no_headings(style: str) -> None:
    passage = _styled(paragraph("Text", f'<w:pStyle w:val="{style}"/>')).passages[0]
    assert (passage.role, passage.level) == (Role.PARAGRAPH, 0)


def test_read_lists_by_paragraph_and_by_style_are_lists_only_if_marked() -> None:
    own = "<w:numPr><w:numId w:val='{}'/></w:numPr>"
    found = _styled(
        paragraph("a", own.format(1))
        + paragraph("b", '<w:pStyle w:val="Bullet"/>')
        + paragraph("c", own.format(2))
        + paragraph("d", '<w:pStyle w:val="Bare"/>')
        + paragraph("e", '<w:pStyle w:val="Bullet"/>' + own.format(0))
        + paragraph("f", own.format(99))
    )
    roles = [passage.role for passage in found.passages]
    assert roles == [Role.LIST_ITEM] * 2 + [Role.PARAGRAPH] * 4


def test_read_size_and_weight_come_from_runs_then_styles_and_are_none_if_mixed() -> None:
    found = _styled(
        paragraph("Heading", '<w:pStyle w:val="Own"/>')
        + paragraph("Usual")
        + paragraph(run("Big ", '<w:b/><w:sz w:val="48"/>') + run("small", '<w:b w:val="0"/>'))
    )
    assert [(p.bold, p.size) for p in found.passages] == [(True, 14), (False, 11), (None, None)]


def test_read_language_is_that_of_the_usual_style() -> None:
    assert _styled(paragraph("Text")).language == "en-GB"


def test_read_caption_above_a_table_is_its_caption() -> None:
    found = _styled(
        paragraph("Table 1: Grades", '<w:pStyle w:val="Caption"/>')
        + table(["Grade", "Audits"], ["Good", "8"])
    )
    assert found.passages[0].role is Role.CAPTION
    assert found.grids[0].caption == "Table 1: Grades"


def _with_counts(body: str, pages: int, words: int) -> Source:
    app = f"<p xmlns='urn:x'><Pages>{pages}</Pages><Words>{words}</Words></p>".encode()
    whole = {"rId3": ("extended-properties", "docProps/app.xml")}
    return source(body, {"docProps/app.xml": app}, whole=whole)


def test_read_rendered_page_breaks_tell_pages() -> None:
    found = source(
        paragraph("One")
        + paragraph("Two")
        + paragraph(RENDERED + run("Three"))
        + paragraph(run("Four begins here") + RENDERED + run(" and ends here"))
        + paragraph("Five")
    )
    assert [(p.page, p.where) for p in found.passages] == [
        (1, "page 1, paragraph 1"),
        (1, "page 1, paragraph 2"),
        (2, "page 2, paragraph 1"),
        (2, "page 2, paragraph 2"),
        (3, "page 3, paragraph 1"),
    ]
    assert found.pages == 3
    assert Shows.PAGES in found.shows


def test_read_page_breaks_in_cells_side_by_side_count_once() -> None:
    long = paragraph(run("A long story") + RENDERED + run(" that goes on. It has no end."))
    found = source(table([f"<w:tc>{long}</w:tc>", f"<w:tc>{long}</w:tc>"]) + paragraph("After"))
    assert found.passages[-1].page == 2


@pytest.mark.parametrize(
    ("pages", "words", "known"), [(2, 4, True), (3, 4, False), (2, 400, False)]
)
def test_read_set_page_breaks_tell_pages_only_if_the_count_agrees(
    pages: int, words: int, known: bool
) -> None:
    body = paragraph("One two") + paragraph(BREAK) + paragraph("Three four")
    found = _with_counts(body, pages, words)
    assert found.passages[-1].page == (2 if known else None)
    assert found.pages == (2 if known else None)
    assert (Shows.PAGES in found.shows) is known


def test_read_without_any_mark_of_pages_counts_paragraphs() -> None:
    found = source(paragraph("One") + paragraph("") + paragraph("Two"))
    assert [(p.page, p.where) for p in found.passages] == [
        (None, "paragraph 1"),
        (None, "paragraph 2"),
    ]


def test_read_language_of_most_runs_goes_before_that_of_the_style() -> None:
    welsh = '<w:lang w:val="cy-GB"/>'
    mostly = _styled(paragraph(run("Un a dau a thri ", welsh) + run("two")))
    assert mostly.language == "cy-GB"
    assert _styled(paragraph(run("Un ", welsh) + run("two and three"))).language == "en-GB"
