"""Text of Word documents: nothing left out, nothing twice, in order."""

import pytest
from tests.checker.reading.word.documents import (
    drawing,
    new_box,
    old_box,
    paragraph,
    part,
    run,
    source,
    table,
    texts,
)

from goldenthread.checker.source import Link, Passage, Region, Role


def test_read_runs_tabs_breaks_and_soft_hyphens_gives_single_spaces() -> None:
    found = source(
        paragraph(
            run("Safe\u00adguarding")
            + "<w:r><w:tab/><w:t>plans</w:t><w:br/><w:t>were</w:t></w:r>"
            + "<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>on</w:t></w:r>"
            + '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
            + run("time")
        )
    )
    assert texts(found) == ["Safeguarding plans were-on time"]


def test_read_wrapped_runs_gives_their_text() -> None:
    wrapped = (
        f"<w:smartTag><w:smartTagPr><w:attr/></w:smartTagPr>{run('Of 26 ')}</w:smartTag>"
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr>"
        f"<w:sdtContent>{run('audits, ')}</w:sdtContent></w:sdt>"
        f"<w:customXml>{run('8 ')}</w:customXml><w:bdo>{run('(31%)')}</w:bdo>"
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + run("were good")
    )
    block = f"<w:sdt><w:sdtContent>{paragraph(wrapped)}{table(['a'])}</w:sdtContent></w:sdt>"
    assert texts(source(block)) == ["Of 26 audits, 8 (31%) were good", "a"]


def test_read_fields_keeps_results_and_leaves_out_instructions() -> None:
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> X </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/></w:r>'
        + run("no result of its own")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("26")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + run(" audits")
    )
    assert texts(source(paragraph(inner) + paragraph("Next"))) == ["26 audits", "Next"]


def test_read_field_without_end_does_not_swallow_the_next_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("lost")
    assert texts(source(paragraph(begun) + paragraph("Next"))) == ["Next"]


def test_read_links_of_every_kind_gives_words_and_addresses() -> None:
    address = "https://learning.example/harm"
    found = source(
        paragraph(
            f'<w:hyperlink r:id="rId7">{run("Harm ")}{run("matrix")}</w:hyperlink>'
            f'<w:hyperlink w:anchor="top">{run(" up ")}</w:hyperlink>'
            f"<w:fldSimple w:instr=' HYPERLINK \"{address}2\" '>{run('two')}</w:fldSimple>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText> HYPERLINK "{address}3" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("three")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        related={"rId7": ("hyperlink", address)},
    )
    assert found.links == (
        Link("Harm matrix", address, "paragraph 1"),
        Link("two", f"{address}2", "paragraph 1"),
        Link("three", f"{address}3", "paragraph 1"),
    )
    assert texts(found) == ["Harm matrix up twothree"]


def test_read_marks_of_notes_does_not_glue_digits_to_words() -> None:
    notes = "".join(
        f'<w:footnote w:id="{one}">{paragraph(run(text))}</w:footnote>'
        for one, text in (("1", "Second note."), ("2", "First note."))
    )
    separator = f'<w:footnote w:type="separator" w:id="0">{paragraph("-")}</w:footnote>'
    found = source(
        paragraph(
            run("schools")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + run(" and homes")
            + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>4</w:t></w:r>'
            + run(" and 12 m")
            + run("2", '<w:vertAlign w:val="superscript"/>')
        ),
        {"word/footnotes.xml": part("w:footnotes", separator + notes)},
        {"rId1": ("footnotes", "footnotes.xml")},
    )
    assert texts(found, Region.BODY) == ["schools and homes and 12 m²"]
    assert [(p.text, p.where) for p in found.passages if p.region is Region.FOOTNOTE] == [
        ("First note.", "footnote 1"),
        ("Second note.", "footnote 2"),
    ]


def test_read_tracked_changes_prints_what_was_inserted_and_puts_aside_what_was_deleted() -> None:
    found = source(
        paragraph(
            run("Of ")
            + '<w:del w:author="Niamh Carew"><w:r><w:delText>25 </w:delText></w:r></w:del>'
            + f'<w:ins w:author="Asha Quill">{run("26 ")}</w:ins>'
            + f"<w:moveFrom>{run('old place')}</w:moveFrom>"
            + f"<w:moveTo>{run('audits')}</w:moveTo>"
        )
    )
    assert texts(found, Region.BODY) == ["Of 26 audits"]
    assert texts(found, Region.DELETED) == ["25", "old place"]
    deleted = [part for part in found.parts if part.region is Region.DELETED]
    assert deleted[0].where == "paragraph 1, deleted text"
    assert texts(found, Region.PROPERTY) == [
        "Author of a change: Niamh Carew",
        "Author of a change: Asha Quill",
    ]


def test_read_hidden_text_puts_it_aside_also_when_a_style_hides_it() -> None:
    styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    found = source(
        paragraph(
            run("Seen ")
            + run("one", "<w:vanish/>")
            + run("too", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')
        )
        + paragraph(run("two", '<w:rStyle w:val="H"/>')),
        {"word/styles.xml": part("w:styles", styles)},
        {"rId1": ("styles", "styles.xml")},
    )
    assert texts(found, Region.BODY) == ["Seen too"]
    assert texts(found, Region.HIDDEN) == ["one", "two"]


@pytest.mark.parametrize("wrapped", [True, False])
def test_read_text_box_written_in_two_ways_is_read_once(wrapped: bool) -> None:
    new, old = drawing(new_box(paragraph("In the box"))), old_box(paragraph("In the box"))
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new[5:-6]}</mc:Choice>'
        f"<mc:Fallback>{old[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = source(paragraph(run("Before") + (both if wrapped else new)) + paragraph("After"))
    assert [(p.text, p.region, p.where) for p in found.passages] == [
        ("Before", Region.BODY, "paragraph 1"),
        ("In the box", Region.TEXT_BOX, "text box 1"),
        ("After", Region.BODY, "paragraph 2"),
    ]


def test_read_old_text_boxes_groups_and_word_art_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    group = drawing(f"<wpg:wgp>{new_box(paragraph('Two'))}{new_box(paragraph('Three'))}</wpg:wgp>")
    found = source(paragraph(old_box(paragraph("One"))) + paragraph(group) + paragraph(art))
    assert texts(found, Region.TEXT_BOX) == ["One", "Two", "Three", "DRAFT"]


def test_read_box_inside_a_box_is_read_once() -> None:
    inner = drawing(new_box(paragraph("Inner")))
    found = source(paragraph(drawing(new_box(paragraph(run("Outer") + inner)))))
    assert texts(found) == ["Outer", "Inner"]


def test_read_headers_and_footers_gives_each_once() -> None:
    edges = {
        f"word/{name}.xml": part("w:hdr", paragraph(text))
        for name, text in (("h1", "Larkshire"), ("h2", "Larkshire"), ("f1", "Page 1 of 2"))
    }
    section = (
        '<w:sectPr><w:headerReference r:id="a"/><w:headerReference r:id="b"/>'
        '<w:footerReference r:id="c"/></w:sectPr>'
    )
    found = source(
        paragraph("Body") + section,
        edges,
        {"a": ("header", "h1.xml"), "b": ("header", "h2.xml"), "c": ("footer", "f1.xml")},
    )
    assert [(p.text, p.region) for p in found.passages] == [
        ("Larkshire", Region.HEADER),
        ("Body", Region.BODY),
        ("Page 1 of 2", Region.FOOTER),
    ]


def test_read_comments_gives_them_with_their_authors() -> None:
    comments = f'<w:comment w:id="1" w:author="Asha Quill">{paragraph("Is this Tom?")}</w:comment>'
    found = source(
        paragraph("Body"),
        {"word/comments.xml": part("w:comments", comments)},
        {"rId1": ("comments", "comments.xml")},
    )
    assert found.parts[1] == Passage(
        "Is this Tom?", "comment 1 (by Asha Quill)", region=Region.COMMENT, bold=False
    )
    assert texts(found, Region.PROPERTY) == ["Author of a comment: Asha Quill"]


def test_read_properties_and_stored_data_gives_names_that_travel() -> None:
    core = (
        '<p xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="urn:c"><d:title>Brief</d:title>'
        "<d:creator>Asha Quill</d:creator><c:lastModifiedBy>Bo Ray</c:lastModifiedBy></p>"
    )
    found = source(
        paragraph("Body"),
        {
            "docProps/core.xml": core.encode(),
            "docProps/app.xml": b"<p xmlns='urn:x'><Manager>Cy Low</Manager><Lines>3</Lines></p>",
            "customXml/item1.xml": b"<x><name>Dee Moss</name><n>12</n></x>",
            "word/settings.xml": part("w:settings", '<w:docVar w:name="a" w:val="Eve Noon"/>'),
        },
        {"rId1": ("settings", "settings.xml")},
        {
            "rId2": ("metadata/core-properties", "docProps/core.xml"),
            "rId3": ("extended-properties", "docProps/app.xml"),
        },
    )
    assert found.title == "Brief"
    assert texts(found, Region.PROPERTY) == [
        "Title: Brief",
        "Author: Asha Quill",
        "Last changed by: Bo Ray",
        "Manager: Cy Low",
    ]
    assert texts(found, Region.HIDDEN) == ["Eve Noon", "Dee Moss"]


def test_read_strict_namespaces_gives_the_same_text() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    whole = part("w:document", f"<w:body>{paragraph('Strict')}</w:body>").replace(usual, strict)
    assert texts(source("", {"word/document.xml": whole})) == ["Strict"]


def test_read_imported_piece_warns_that_it_was_not_read() -> None:
    found = source(paragraph("Body") + '<w:altChunk r:id="rId9"/>')
    assert len(found.warnings) == 1
    assert "altChunk" in found.warnings[0]


def test_read_ordinary_paragraphs_are_paragraphs() -> None:
    assert source(paragraph("Body")).passages[0].role is Role.PARAGRAPH
